"""Erasing somebody: decided by few, whole or not at all, once, with an answer that names nobody."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse

from m4c.core.worker import run_waiting
from m4c.events.models import Attendance
from m4c.events.operations.attendance import record_attendance
from m4c.people.erasing import ERASERS, Eraser, Forgotten, Outcome
from m4c.people.erasure import letters, tasks
from m4c.people.models import (
    Account,
    ContactMessage,
    Engagement,
    Erasure,
    Note,
    Person,
    PersonEmail,
    Protection,
    RightsRequest,
    Suppression,
)
from m4c.people.models.suppression import digest_of
from m4c.people.operations.erasure import ErasureRefused, carry_out, decide_erasures, end_erasure
from m4c.people.operations.merging.journal import MergeRefused
from m4c.people.operations.must_see import Unseen
from m4c.people.operations.note import write_note
from m4c.people.operations.person_merge import merge
from m4c.people.operations.privacy_notice import notice_shown
from m4c.people.operations.protection import keep_safe
from tests.cast import PERSONAS, Cast
from tests.factories import NOW, TODAY, doers, gathering, queries_of, signed_in, somebody, words_of
from tests.importing import data_folder

__all__ = ["data_folder"]

SignIn = Callable[..., Client]

EMAIL, PHONE = "ebo.iwu@example.org", "+447700900144"


@pytest.fixture
def ebo(cast: Cast) -> Person:
    return somebody(cast, "Ebo Iwu", emails=[EMAIL], phones=[PHONE], postcode="CF3 0EF")


def erased(cast: Cast, *people: Person, **given: Any) -> list[Erasure]:
    made = decide_erasures(people=people, why="asked", at=NOW, by=cast.data_protection, **given)
    run_waiting()
    return list(Erasure.objects.filter(pk__in=[one.pk for one in made]).order_by("pk"))


def asked_by(cast: Cast, person: Person) -> RightsRequest:
    return RightsRequest.objects.create(
        group=cast.movement, person=person, kind="erasure", way="letter", name=person.name, words="Please go away",
        reached_by=EMAIL, received_on=TODAY, taken_by=cast.data_protection, answer_by=TODAY, aim_by=TODAY,
    )  # fmt: skip


def test_only_data_protection_of_the_whole_movement_erases(cast: Cast) -> None:
    names = iter(["Ann One", "Bob Two", *(f"Carol {number}" for number in "abcdefghijklm")])
    people = {id(each): somebody(cast, next(names)) for each in PERSONAS}
    spare = iter(people.values())
    act = lambda by: decide_erasures(people=[next(spare)], why="asked", at=NOW, by=by)  # noqa: E731
    assert doers(act, cast) == {"data_protection"}


def test_nobody_erases_themselves(cast: Cast) -> None:
    with pytest.raises(ErasureRefused):
        decide_erasures(people=[cast.person("data_protection")], why="asked", at=NOW, by=cast.data_protection)


def test_what_is_left_says_nothing_and_is_seen_by_nobody(cast: Cast, ebo: Person) -> None:
    erased(cast, ebo)
    left = Person.objects.get(pk=ebo.pk)
    assert (left.name, left.given_name, left.sort_name, left.address, left.source) == (
        "somebody erased",
        "",
        "",
        None,
        "",
    )
    seers = [who for who in PERSONAS if Person.objects.visible_to(getattr(cast, who)).filter(pk=ebo.pk).exists()]
    assert seers == []


def test_figures_carry(cast: Cast, ebo: Person) -> None:
    event = gathering(cast)
    record_attendance(event=event, person=ebo, by=cast.organiser)
    before = Engagement.objects.count()
    erased(cast, ebo)
    assert (Attendance.objects.filter(event=event).present().count(), Engagement.objects.count()) == (1, before)


def test_addresses_are_suppressed_without_being_kept(cast: Cast, ebo: Person) -> None:
    erased(cast, ebo)
    kept = set(Suppression.objects.values_list("digest", "channel", "purpose"))
    assert kept == {
        (digest_of(EMAIL), "email", "all"),
        (digest_of(PHONE), "phone", "all"),
        (digest_of(PHONE), "text", "all"),
    }


def test_the_answer_is_mailed_once_and_its_address_forgotten(cast: Cast, ebo: Person) -> None:
    (erasure,) = erased(cast, ebo, letter_to=EMAIL)
    tasks.erase_waiting.call()
    assert [letter.to for letter in mail.outbox] == [[EMAIL]]
    assert "e-mail addresses" in mail.outbox[0].body
    assert "Ebo" not in mail.outbox[0].body
    assert (erasure.letter_to, erasure.mailed_at is not None) == ("", True)


def test_twice_is_once(cast: Cast, ebo: Person) -> None:
    (begun,) = decide_erasures(people=[ebo], why="asked", at=NOW, by=cast.data_protection)
    assert decide_erasures(people=[ebo], why="mistake", at=NOW, by=cast.data_protection) == [begun]
    (first,) = Erasure.objects.filter(pk=carry_out(erasure=begun, at=NOW, by=cast.data_protection).pk)
    told = first.told
    again = carry_out(erasure=first, at=NOW + timedelta(days=1), by=cast.data_protection)
    assert (again.told, again.why, Erasure.objects.count()) == (told, "asked", 1)


def test_killed_half_way_nothing_is_done_and_the_next_run_goes_on(
    cast: Cast, ebo: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_note(person=ebo, group=cast.cardiff, tier="team", at=NOW, about_them="Tired", by=cast.organiser)
    last = ERASERS["people.person"]

    def killed(*_given: object) -> None:
        raise SystemExit

    dying = Eraser(Person, Outcome.NAMELESS, "-", "-", last.rows, killed)
    monkeypatch.setitem(ERASERS._entries, "people.person", dying)
    decide_erasures(people=[ebo], why="asked", at=NOW, by=cast.data_protection)
    with pytest.raises(SystemExit):
        tasks.erase_waiting.call()
    assert (Person.objects.get(pk=ebo.pk).name, Note.objects.filter(person=ebo).count()) == ("Ebo Iwu", 1)

    monkeypatch.setitem(ERASERS._entries, "people.person", last)
    tasks.erase_waiting.call()
    assert (Person.objects.get(pk=ebo.pk).name, Note.objects.filter(person=ebo).count()) == ("somebody erased", 0)


def test_one_that_fails_holds_up_no_other(cast: Cast, ebo: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    ann, last = somebody(cast, "Ann Lee"), ERASERS["people.person"]

    def fails(forgotten: Forgotten, rows: Any) -> None:
        if forgotten.person.pk == ebo.pk:
            raise ValueError
        assert last.erase
        last.erase(forgotten, rows)

    stays = Eraser(Person, Outcome.NAMELESS, "-", "-", last.rows, fails)
    monkeypatch.setitem(ERASERS._entries, "people.person", stays)
    for person in (ebo, ann):
        decide_erasures(people=[person], why="asked", at=NOW, by=cast.data_protection)
    with pytest.raises(ExceptionGroup):
        tasks.erase_waiting.call()
    done = dict(Erasure.objects.values_list("person", "swept_at"))
    assert (done[ebo.pk], done[ann.pk] is not None) == (None, True)


def test_files_go_and_others_are_answered_where_a_letter_fails(
    cast: Cast, ebo: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    ann, send = somebody(cast, "Ann Lee"), letters.send_answer

    def fails(erasure: Erasure) -> None:
        if erasure.letter_to == EMAIL:
            raise OSError
        send(erasure)

    for person, address in ((ebo, EMAIL), (ann, "ann@example.org")):
        decide_erasures(people=[person], why="asked", at=NOW, by=cast.data_protection, letter_to=address)
    with monkeypatch.context() as patched:
        patched.setattr(letters, "send_answer", fails)
        with pytest.raises(ExceptionGroup):
            tasks.erase_waiting.call()
    left = Erasure.objects.get(person=ebo)
    assert (left.swept_at is not None, left.letter_to, left.mailed_at) == (True, EMAIL, None)
    assert [letter.to for letter in mail.outbox] == [["ann@example.org"]]
    tasks.erase_waiting.call()
    left.refresh_from_db()
    assert (left.letter_to, left.mailed_at is not None, len(mail.outbox)) == ("", True, 2)


def test_what_a_housemate_may_have_written_from_a_shared_address_stays(cast: Cast, ebo: Person) -> None:
    own, shared = EMAIL, "home@example.org"
    PersonEmail.objects.create(person=ebo, address=shared, folded=shared)
    somebody(cast, "Ann Iwu", emails=[shared])
    for email in (own, shared.upper()):
        left = {"email": email, "words": "May I bring my dog?", "language": "en-gb", "made_at": NOW}
        ContactMessage.objects.create(group=cast.cardiff, name="Somebody", notice=notice_shown(1), **left)
    erased(cast, ebo)
    assert [message.email for message in ContactMessage.objects.all()] == [shared.upper()]
    erased(cast, Person.objects.get(given_name="Ann"))
    assert not ContactMessage.objects.exists()


def test_files_are_removed_by_the_next_run_where_the_first_was_killed(
    cast: Cast, ebo: Person, data_folder: Any
) -> None:
    (erasure,) = decide_erasures(people=[ebo], why="asked", at=NOW, by=cast.data_protection)
    carry_out(erasure=erasure, at=NOW, by=cast.data_protection)
    file = data_folder / "imports" / "ab"
    file.parent.mkdir(exist_ok=True)
    file.touch()
    Erasure.objects.filter(pk=erasure.pk).update(files=["imports/ab"])
    tasks.erase_waiting.call()
    assert (file.exists(), Erasure.objects.get().swept_at is not None) == (False, True)


def test_ending_an_erasure_is_the_workers_and_data_protections(cast: Cast, ebo: Person) -> None:
    (erasure,) = erased(cast, ebo)
    act = lambda by: end_erasure(erasure=erasure, at=NOW, by=by)  # noqa: E731
    assert doers(act, cast) == {"data_protection"}


def test_several_are_one_batch(cast: Cast, ebo: Person) -> None:
    made = erased(cast, ebo, somebody(cast, "Ann Lee"))
    assert len({one.batch for one in made}) == 1
    assert all(one.batch and one.done_at for one in made)


def test_somebody_kept_safe_is_erased_at_her_own_asking_and_nobody_is_told(cast: Cast, ebo: Person) -> None:
    keep_safe(person=ebo, by=cast.leader, at=NOW, safe_contact_note="Ring at noon")
    run_waiting()
    mail.outbox.clear()
    with pytest.raises(Unseen):
        decide_erasures(people=[ebo], why="asked", at=NOW, by=cast.data_protection)
    (erasure,) = erased(cast, ebo, asked=asked_by(cast, ebo))
    kept = Protection.objects.get(person=ebo)
    assert (kept.safe_contact_note, kept.contact, kept.lifted_at) == ("", None, None)
    assert mail.outbox == []
    assert not any("protection" in name or "referral" in name for name in erasure.told)


def test_the_request_keeps_its_dates_and_not_who_asked(cast: Cast, ebo: Person) -> None:
    request = asked_by(cast, ebo)
    erased(cast, ebo, asked=request)
    request.refresh_from_db()
    assert (request.name, request.words, request.person, request.received_on) == ("", "", None, TODAY)


def test_an_account_is_closed_for_good(cast: Cast) -> None:
    member = cast.person("member")
    erased(cast, member)
    account = Account.objects.get(person=member)
    assert (account.email, account.is_active, account.has_usable_password()) == (None, False, False)


def test_pages_before_and_after(cast: Cast, ebo: Person, sign_in: SignIn) -> None:
    client = sign_in(cast.data_protection, second_factor=True)
    page = words_of(client.get(reverse("erase-person", args=[ebo.uid])))
    assert "E-mail addresses" in page
    client.post(reverse("erase-person", args=[ebo.uid]), {"why": "asked", "sure": "on"})
    run_waiting()
    answer = words_of(client.get(reverse("erasure", args=[Erasure.objects.get().uid])))
    assert "Ebo" not in answer
    assert "E-mail addresses" in answer
    assert words_of(client.get(reverse("erasures"))).count("erased") > 0


def test_who_was_erased_is_gone_for_those_who_may_know_and_unknown_to_others(cast: Cast, ebo: Person) -> None:
    erased(cast, ebo)
    page = reverse("person", args=[ebo.uid])
    assert {who: status(cast, who, page) for who in ("data_protection", "organiser", "leader")} == {
        "data_protection": 410,
        "organiser": 404,
        "leader": 404,
    }


def status(cast: Cast, persona: str, page: str) -> int:
    client: Client = signed_in(cast, persona)
    return client.get(page).status_code


def test_the_page_before_costs_the_same_for_a_long_life(cast: Cast, ebo: Person, sign_in: SignIn) -> None:
    client = sign_in(cast.data_protection, second_factor=True)
    address = reverse("erase-person", args=[ebo.uid])
    few = queries_of(client, address)
    for number in range(3):
        record_attendance(event=gathering(cast, days=number), person=ebo, by=cast.organiser)
        write_note(person=ebo, group=cast.cardiff, tier="team", at=NOW, about_them=f"{number}", by=cast.organiser)
    assert queries_of(client, address) == few


def test_whoever_is_being_erased_is_made_one_with_nobody(cast: Cast, ebo: Person) -> None:
    twin = somebody(cast, "Ebo Iwu", emails=["ebo.two@example.org"])
    decide_erasures(people=[ebo], why="asked", at=NOW, by=cast.data_protection)
    with pytest.raises(MergeRefused) as refused:
        merge(keep=twin, other=ebo, choices={}, at=NOW, by=cast.organiser)
    assert refused.value.code == "being_erased"
