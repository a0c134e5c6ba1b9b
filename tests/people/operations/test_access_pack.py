"""The access pack: nothing before we know that it is them, confidences looked through, each taking on record."""

import json
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.core import mail
from django.utils import timezone

from m4c.core.models import AuditEntry
from m4c.core.worker import run_waiting
from m4c.people.access.files import path_of
from m4c.people.access.own import BY_EMAIL
from m4c.people.models import (
    AccessPack,
    ContactMessage,
    JoinRequest,
    Note,
    PackDecision,
    PackOpening,
    Person,
    ProtectedLook,
    RightsRequest,
)
from m4c.people.models.account import website
from m4c.people.operations import access_pack as operations
from m4c.people.operations.note import write_note
from m4c.people.operations.privacy_notice import notice_shown
from m4c.people.operations.protection import keep_safe
from m4c.people.operations.rights_request import Asked, RightsRefused, answer_request, check_identity, take_in_request
from m4c.people.operations.sign_up import Joining, ask_to_join, confirm_sign_up, sign_up_letter
from tests.cast import Cast
from tests.factories import doers, seers, talk

NOW = timezone.now()
SECRET = "Her neighbour drinks"


@pytest.fixture
def asked(cast: Cast, amal: Person) -> RightsRequest:
    """Amal asks for a copy; there is a note about her, and a 1-2-1 with the organiser."""
    talk(cast, cast.person("organiser"), amal)
    write_note(
        person=amal,
        group=cast.cardiff,
        tier="group",
        at=NOW,
        about_them="Wants lights in the lane",
        about_others=SECRET,
        by=cast.organiser,
    )
    asked = Asked("access", "email", "Amal Yusuf", NOW.date(), "amal.yusuf@example.org")
    return take_in_request(group=cast.movement, asked=asked, person=amal, by=cast.data_protection)


@pytest.fixture
def known(cast: Cast, asked: RightsRequest) -> RightsRequest:
    """We know that it is her."""
    return check_identity(request=asked, how="She rang from her number", on=NOW.date(), by=cast.data_protection)


def decide(cast: Cast, request: RightsRequest, entry: str, choice: str = "include", **more: Any) -> PackDecision:
    given: dict[str, Any] = {
        "request": request,
        "entry": entry,
        "choice": choice,
        "at": NOW,
        "by": cast.data_protection,
    }
    return operations.decide(**given, **more)


def looked(cast: Cast, request: RightsRequest) -> operations.LookedAt:
    return operations.look_through(request=request, by=cast.data_protection)


def decide_all(cast: Cast, request: RightsRequest) -> None:
    """Give everything, but the note in other words."""
    for section in looked(cast, request).sections:
        for entry in section.to_look_through:
            is_note = entry.held.entry.startswith("people.note:")
            redact: dict[str, Any] = {"choice": "redact", "words": "You want lights in the lane."} if is_note else {}
            decide(cast, request, entry.held.entry, **redact)


@pytest.fixture
def made(cast: Cast, known: RightsRequest) -> AccessPack:
    decide_all(cast, known)
    pack = operations.ask_for_pack(request=known, at=NOW, by=cast.data_protection)
    run_waiting()
    pack.refresh_from_db()
    return pack


def test_nothing_is_shown_before_we_know_that_it_is_them(cast: Cast, asked: RightsRequest) -> None:
    with pytest.raises(RightsRefused):
        looked(cast, asked)
    with pytest.raises(RightsRefused):
        operations.ask_for_pack(request=asked, at=NOW, by=cast.data_protection)


def test_of_a_request_of_another_kind_there_is_no_copy(cast: Cast, amal: Person) -> None:
    asked = Asked("correction", "email", "Amal", NOW.date())
    other = take_in_request(group=cast.movement, asked=asked, person=amal, by=cast.data_protection)
    check_identity(request=other, how="She rang", on=NOW.date(), by=cast.data_protection)
    with pytest.raises(RightsRefused):
        looked(cast, other)


def test_what_holds_others_is_to_be_looked_through_and_the_rest_is_not(cast: Cast, known: RightsRequest) -> None:
    found = looked(cast, known)
    open_ones = {each.held.entry.partition(":")[0] for section in found.sections for each in section.to_look_through}
    given = {each.held.entry.partition(":")[0] for section in found.sections for each in section.entries}

    assert open_ones == {"people.note", "listening.onetoone", "people.person"}
    assert {"people.personemail", "people.personphone", "people.membership", "people.engagement"} <= given
    assert found.open == 3


def test_before_all_is_looked_through_no_file_is_made(cast: Cast, known: RightsRequest) -> None:
    note = Note.objects.get()
    decide(cast, known, f"people.note:{note.pk}", "withhold", reason="It is another's confidence")
    with pytest.raises(RightsRefused):
        operations.ask_for_pack(request=known, at=NOW, by=cast.data_protection)


@pytest.mark.parametrize(
    ("choice", "more"),
    [("redact", {"words": " "}), ("withhold", {}), ("burn", {}), ("withhold", {"words": "Because"})],
)
def test_a_decision_says_what_it_must(cast: Cast, known: RightsRequest, choice: str, more: dict[str, str]) -> None:
    note = Note.objects.get()
    with pytest.raises(RightsRefused):
        decide(cast, known, f"people.note:{note.pk}", choice, **more)


def test_an_entry_that_is_not_there_is_refused(cast: Cast, known: RightsRequest, amal: Person) -> None:
    own = amal.emails.get()
    for entry in ("people.note:0", "nonsense", f"people.personemail:{own.pk}"):
        with pytest.raises(RightsRefused):
            decide(cast, known, entry)


def test_what_changed_since_is_to_be_looked_through_anew(cast: Cast, known: RightsRequest) -> None:
    decide_all(cast, known)
    Note.objects.update(about_others="Her neighbour was evicted")

    assert looked(cast, known).open == 1
    with pytest.raises(RightsRefused):
        operations.ask_for_pack(request=known, at=NOW, by=cast.data_protection)


def test_what_comes_in_while_it_is_made_fails_it(cast: Cast, known: RightsRequest) -> None:
    decide_all(cast, known)
    pack = operations.ask_for_pack(request=known, at=NOW, by=cast.data_protection)
    Note.objects.update(about_others="Her neighbour was evicted")
    run_waiting()
    pack.refresh_from_db()

    assert (pack.state, path_of(pack, "json").exists()) == ("failed", False)


def test_the_files_hold_what_is_given_and_no_confidence(made: AccessPack) -> None:
    told = json.loads(path_of(made, "json").read_text())
    entries = {entry["entry"].partition(":")[0]: entry for section in told["sections"] for entry in section["entries"]}

    assert (made.state, told["layout"], told["person"]) == ("made", 1, "Amal Yusuf")
    assert entries["people.note"]["in_other_words"] == "You want lights in the lane."
    assert {"name": "address", "label": "E-mail", "value": "amal.yusuf@example.org"} in entries["people.personemail"][
        "facts"
    ]
    assert SECRET not in path_of(made, "json").read_text()
    pdf = path_of(made, "pdf").read_bytes()
    assert (pdf[:5], b"/StructTreeRoot" in pdf) == (b"%PDF-", True)
    assert made.count == len([entry for section in told["sections"] for entry in section["entries"]])


def test_held_back_is_told_with_its_reason(cast: Cast, known: RightsRequest) -> None:
    decide_all(cast, known)
    note = Note.objects.get()
    decide(cast, known, f"people.note:{note.pk}", "withhold", reason="It was told in confidence")
    pack = operations.ask_for_pack(request=known, at=NOW, by=cast.data_protection)
    run_waiting()

    assert '"held_back": "It was told in confidence"' in path_of(pack, "json").read_text()


def test_files_are_private_and_each_taking_is_on_record(cast: Cast, made: AccessPack) -> None:
    operations.take_file(pack=made, file="pdf", at=NOW, by=cast.data_protection)

    assert {path_of(made, file).stat().st_mode & 0o777 for file in ("json", "pdf")} == {0o600}
    assert [(row.file, row.by) for row in PackOpening.objects.all()] == [("pdf", cast.data_protection)]


def test_a_link_is_sent_to_the_address_on_record_and_opens(cast: Cast, made: AccessPack) -> None:
    operations.send_pack(pack=made, at=NOW, by=cast.data_protection)
    run_waiting()
    (letter,) = mail.outbox
    token = next(word for word in letter.body.split() if "/my-copy/" in word).rstrip("/").rpartition("/")[2]

    assert letter.to == ["amal.yusuf@example.org"]
    assert operations.take_file_by_link(token=token, file="json", at=NOW, by=website()) == made
    assert [(row.file, row.by) for row in PackOpening.objects.all()] == [("json", None)]
    for wrong, at in (("", NOW), ("other", NOW), (token, NOW + timedelta(days=15))):
        with pytest.raises(RightsRefused):
            operations.take_file_by_link(token=wrong, file="json", at=at, by=website())


def test_kept_safe_since_then_nothing_opens_and_the_link_goes_to_nobody(
    cast: Cast, made: AccessPack, amal: Person
) -> None:
    keep_safe(person=amal, by=cast.leader, at=timezone.now())
    with pytest.raises(RightsRefused):
        operations.send_pack(pack=made, at=NOW, by=cast.data_protection)
    with pytest.raises(RightsRefused):
        operations.take_file(pack=made, file="pdf", at=NOW, by=cast.data_protection)


def test_looking_at_somebody_kept_safe_is_a_look_and_every_looking_is_audited(
    cast: Cast, known: RightsRequest, amal: Person
) -> None:
    keep_safe(person=amal, by=cast.leader, at=NOW)
    found = looked(cast, known)

    assert [(row.by, row.door) for row in ProtectedLook.objects.all()] == [(cast.data_protection, "access-pack")]
    assert AuditEntry.objects.filter(operation="people.look_through").count() == 1
    assert "people.protection" in {
        each.held.entry.partition(":")[0] for section in found.sections for each in section.to_look_through
    }


def test_what_is_known_by_an_address_alone_is_to_be_looked_through(
    cast: Cast, known: RightsRequest, amal: Person
) -> None:
    email = "Amal.Yusuf@example.org"
    given: dict[str, Any] = {"email": email, "postcode": "CF10 1EP", "agreed": {}, "language": "en-gb"}
    left = {"email": email, "words": "I live with Amal", "language": "en-gb", "made_at": NOW}
    ContactMessage.objects.create(group=cast.cardiff, name="Idil Yusuf", notice=notice_shown(1), **left)
    joining = Joining(given_name="Idil", family_name="Yusuf", words="Me too", **given)
    sign_up = ask_to_join(joining=joining, group=cast.cardiff, notice=1, at=NOW, by=website())
    confirm_sign_up(token=sign_up_letter(sign_up=sign_up, by=cast.operator).token, at=NOW, by=website())
    own = JoinRequest.objects.get()
    JoinRequest.objects.create(
        group=cast.cardiff, person=amal, notice=own.notice, made_at=NOW, answer_by=NOW.date(), language="en-gb"
    )
    ask_to_join(joining=joining, group=cast.cardiff, notice=1, at=NOW, by=website())
    found = [each.held for section in looked(cast, known).sections for each in section.entries]

    reasons = {held.entry.partition(":")[0]: held.others for held in found}
    assert reasons["people.contactmessage"] == reasons["people.signup"] == str(BY_EMAIL)
    asked = {held.entry.rpartition(":")[2]: held.others for held in found if held.entry.startswith("people.joinr")}
    assert asked == {str(own.pk): str(BY_EMAIL), str(JoinRequest.objects.get(person=amal).pk): ""}


def test_it_is_handed_over_once_and_somehow(cast: Cast, made: AccessPack) -> None:
    given: dict[str, Any] = {"pack": made, "on": NOW.date(), "by": cast.data_protection}
    with pytest.raises(RightsRefused):
        operations.hand_over_pack(how=" ", **given)
    with pytest.raises(RightsRefused):
        operations.hand_over_pack(how="On paper", **given | {"on": NOW.date() - timedelta(days=1)})
    operations.hand_over_pack(how="On paper, at the library", **given)
    with pytest.raises(RightsRefused):
        operations.hand_over_pack(how="Once more", **given)


def test_once_answered_nothing_more_is_made(cast: Cast, known: RightsRequest) -> None:
    answer_request(request=known, outcome="done", answer="Here it is", on=NOW.date(), by=cast.data_protection)
    with pytest.raises(RightsRefused):
        operations.ask_for_pack(request=known, at=NOW, by=cast.data_protection)


def test_who_may_and_who_sees(cast: Cast, known: RightsRequest, now: datetime) -> None:
    assert doers(lambda by: operations.look_through(request=known, by=by), cast) == {"data_protection"}
    decide_all(cast, known)
    assert seers(cast, PackDecision.objects.first()) == {"data_protection"}
    pack = operations.ask_for_pack(request=known, at=NOW, by=cast.data_protection)
    assert seers(cast, pack) == {"data_protection"}


def test_only_the_worker_and_whoever_answers_say_what_became_of_files(cast: Cast, made: AccessPack) -> None:
    holders = {"data_protection"}
    assert doers(lambda by: operations.keep_pack(pack=made, count=1, at=NOW, by=by), cast) == holders
    assert doers(lambda by: operations.forget_packs(at=NOW, by=by), cast) == holders
    assert doers(lambda by: operations.pack_letter(pack=made, by=by), cast) == holders
    AccessPack.objects.update(made_at=None)
    made.refresh_from_db()
    assert doers(lambda by: operations.fail_pack(pack=made, at=NOW, by=by), cast) == holders
