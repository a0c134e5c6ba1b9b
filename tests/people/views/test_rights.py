"""The desk of what people ask of their data, from taking a request in to its last step."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from m4c.people.models import AccessPack, Correction, Person, ProtectedLook, Protection, Restriction, RightsRequest
from m4c.people.operations.protection import keep_safe
from m4c.people.operations.rights_request import (
    Asked,
    RightsRefused,
    ask_back,
    check_identity,
    give_to,
    look_at_request,
    take_in_request,
)
from m4c.people.rights.sight import is_held_back
from tests.cast import Cast
from tests.factories import doers, queries_of, signed_in, words_of

TODAY = timezone.localdate()


@pytest.fixture
def client(cast: Cast) -> Client:
    """Whoever answers for data protection, with a second factor."""
    from allauth.mfa.models import Authenticator

    Authenticator.objects.create(user=cast.data_protection, type=Authenticator.Type.TOTP, data={"secret": "x"})
    return signed_in(cast, "data_protection")


def taken(
    cast: Cast, person: Person | None = None, kind: str = "access", days: int = 0, name: str = ""
) -> RightsRequest:
    """A request that came so many days ago."""
    asked = Asked(kind, "email", name or str(person), TODAY - timedelta(days=days), "", "What do you hold on me?")
    return take_in_request(group=cast.movement, asked=asked, person=person, by=cast.data_protection)


def of(name: str, request: RightsRequest, **more: Any) -> str:
    return reverse(name, kwargs={"uid": request.uid, **more})


def step(client: Client, request: RightsRequest, name: str, **typed: Any) -> Any:
    return client.post(of("rights-step", request, step=name), typed)


def test_it_is_taken_in_and_stands_on_the_desk(cast: Cast, client: Client, amal: Person) -> None:
    typed = {
        "kind": "access",
        "name": "Amal Yusuf",
        "person": "Amal Yusuf",
        "person-chosen": str(amal.uid),
        "way": "phone",
        "received_on": TODAY.isoformat(),
    }
    answer = client.post(reverse("take-in-request"), typed)
    made = RightsRequest.objects.get()

    assert answer["Location"] == of("rights-request", made)
    text = words_of(client.get(reverse("rights")))
    assert all(words in text for words in ("Amal Yusuf", "A copy of what we hold", "Nobody does it yet", "answer by"))


def test_whose_record_it_is_about_is_picked_among_those_of_the_name(cast: Cast, client: Client, amal: Person) -> None:
    typed = {"kind": "access", "name": "Amal", "person": "amal", "way": "phone", "received_on": TODAY.isoformat()}
    here, made = reverse("take-in-request"), taken(cast, name="Amal")
    choice = f'name="person-chosen" value="{amal.uid}"'

    assert 'class="person-choices' in client.get(here).content.decode()
    assert choice in client.post(here, typed).content.decode()
    assert choice in step(client, made, "person", person="amal").content.decode()


def test_what_says_too_little_comes_back(cast: Cast, client: Client) -> None:
    text = words_of(client.post(reverse("take-in-request"), {"kind": "gold", "received_on": "3026-01-01"}), 422)

    assert "That day is still to come." in text
    assert not RightsRequest.objects.exists()


def test_overdue_and_waiting_are_said_in_words(cast: Cast, client: Client, amal: Person) -> None:
    taken(cast, amal, days=70, name="Late One")
    taken(cast, amal, days=29, name="Past Ours")
    waits = taken(cast, amal, days=3, name="Waits Here")
    ask_back(request=waits, kind="meaning", words="Which years?", on=TODAY, by=cast.data_protection)
    text = words_of(client.get(reverse("rights")))

    assert all(words in text for words in ("overdue: the law", "past our own day", "the clock stands still"))
    assert text.index("Late One") < text.index("Past Ours") < text.index("Waits Here")


def test_the_desk_takes_as_many_statements_for_three_as_for_one(cast: Cast, client: Client, amal: Person) -> None:
    taken(cast, amal)
    one = queries_of(client, reverse("rights"))
    for name in ("Two", "Three"):
        taken(cast, amal, name=name)

    assert queries_of(client, reverse("rights")) == one


def test_a_request_goes_its_way_step_by_step(cast: Cast, client: Client, amal: Person) -> None:
    made, day = taken(cast, amal, kind="correction"), TODAY.isoformat()
    page = words_of(client.get(of("rights-request", made)))
    assert all(words in page for words in ("Put the record right", "Set the record aside", "Ask them back"))
    for name, typed in (
        ("identity", {"how": "She rang", "on": day}),
        ("holder", {"holder": str(cast.data_protection.uid)}),
        ("question", {"kind": "meaning", "words": "Which address?", "on": day}),
        ("reply", {"kind": "meaning", "on": day}),
        ("longer", {"reason": "Much to read", "on": day}),
        ("restriction", {}),
        ("use", {"told_on": day}),
        ("correction", {"given_name": "Amal", "family_name": "Yusuff", "phones": "07700 900101"}),
        ("answer", {"outcome": "done", "answer": "Put right", "on": day}),
        ("closing", {"on": day}),
    ):
        assert step(client, made, name, **typed).status_code == 302, name
    made.refresh_from_db()
    page = words_of(client.get(of("rights-request", made)))

    assert (made.closed_on, made.holder) == (TODAY, cast.data_protection)
    assert Correction.objects.filter(field="family_name", before="Yusuf", after="Yusuff").exists()
    assert all(words in page for words in ("She rang", "Which address?", "Much to read", "Yusuf → Yusuff", "Put right"))


HERS = ("Amal", "Yusuf", "amal.yusuf@example.org", "07700 900101", "What do you hold on me?")


def test_of_somebody_kept_safe_nothing_is_told_but_for_a_reason(cast: Cast, client: Client, amal: Person) -> None:
    made, copy = taken(cast, amal, kind="correction"), taken(cast, amal)
    step(client, made, "correction", given_name="Amal", family_name="Yusuf", known_as="Zarghuna", phones="07700 900101")
    keep_safe(person=amal, by=cast.leader, at=timezone.now())
    shown = [of("rights-request", made), reverse("rights"), reverse("today")]
    for address in shown:
        text = words_of(client.get(address))
        assert "Somebody kept safe" in text
        assert [word for word in (*HERS, "Zarghuna") if word in text] == []
    for address in (of("take-in-another", made), of("access-pack", copy)):
        assert client.get(address)["Location"].startswith(reverse("rights"))
    assert step(client, made, "answer", outcome="gold")["Location"] == of("rights-request", made)
    assert not ProtectedLook.objects.exists()

    assert words_of(client.post(of("look-at-rights-request", made), {"reason": " "}), 422)
    client.post(of("look-at-rights-request", made), {"reason": "She rang for her answer."})
    text = words_of(client.get(of("rights-request", made)))
    assert "nothing → Zarghuna" in text
    assert [(row.by, row.door, row.reason) for row in ProtectedLook.objects.order_by("pk")] == [
        (cast.data_protection, "rights-request", "She rang for her answer."),
        (cast.data_protection, "rights-request", ""),
    ]


def test_a_first_request_of_somebody_kept_safe_begins_by_her_reference(
    cast: Cast, client: Client, amal: Person
) -> None:
    keep_safe(person=amal, by=cast.leader, at=timezone.now())
    typed = {"kind": "access", "name": "", "way": "in_person", "received_on": TODAY.isoformat()}
    assert str(amal.uid) in words_of(signed_in(cast, "leader").get(reverse("person", args=[amal.uid])))
    wrong = words_of(client.post(reverse("take-in-request"), {**typed, "reference": cast.person("member").uid}), 422)
    assert "Nobody kept safe has this reference." in wrong
    assert "Nobody kept safe" not in words_of(client.post(reverse("take-in-request"), typed), 422)
    answer = client.post(reverse("take-in-request"), {**typed, "reference": str(amal.uid)}, follow=True)
    text, made = words_of(answer), RightsRequest.objects.get()

    assert (made.person, made.kind, "Somebody kept safe" in text) == (amal, "access", True)
    assert [word for word in HERS if word in text] == []
    assert not ProtectedLook.objects.filter(door="rights-request").exists()


def test_a_reason_holds_for_the_day_and_her_contact_needs_none(cast: Cast, client: Client, amal: Person) -> None:
    made, now = taken(cast, amal), timezone.now()
    keep_safe(person=amal, by=cast.leader, at=now)
    dpo = cast.data_protection
    with pytest.raises(RightsRefused, match="Say why"):
        look_at_request(request=made, at=now, by=dpo)
    assert doers(lambda by: look_at_request(request=made, at=now, by=by, reason="x"), cast) == {"data_protection"}
    assert [is_held_back(dpo, made, now + timedelta(hours=hours)) for hours in (1, 9)] == [False, True]
    Protection.objects.update(contact=dpo.person)
    assert not is_held_back(cast.fresh("data_protection"), made, now + timedelta(days=9))


def test_a_colleague_kept_safe_is_named_to_nobody(cast: Cast, client: Client, amal: Person) -> None:
    made = taken(cast, amal)
    give_to(request=made, holder=cast.data_protection, by=cast.data_protection)
    ask_back(request=made, kind="meaning", words="Which years?", on=TODAY, by=cast.data_protection)
    colleague = cast.person("data_protection")
    RightsRequest.objects.update(taken_by=cast.organiser, holder=cast.organiser)
    keep_safe(person=cast.person("organiser"), by=cast.leader, at=timezone.now())
    for address in (reverse("rights"), of("rights-request", made)):
        text = words_of(client.get(address))
        assert str(cast.person("organiser")) not in text
        assert "one of us" in text
    assert f"{colleague} · no answer yet" in words_of(client.get(of("rights-request", made)))


def test_a_step_that_says_too_little_stands_open_with_its_words(cast: Cast, client: Client, amal: Person) -> None:
    made = taken(cast, amal)
    text = words_of(step(client, made, "answer", outcome="done", answer="Here", on=TODAY.isoformat()), 422)
    unread = words_of(step(client, made, "identity", how="", on="yesterday"), 422)

    assert "Make sure first that it is them" in text
    assert "open" in unread
    assert client.post(of("rights-step", made, step="burn")).status_code == 404


def test_an_objection_closes_the_ways(cast: Cast, client: Client, amal: Person) -> None:
    made = taken(cast, amal, kind="objection")
    step(client, made, "objection", channels=["phone", "post"], purpose="all")

    assert "Objected" in words_of(client.get(reverse("person", kwargs={"uid": amal.uid})))


def test_restricted_is_told_here_alone(cast: Cast, client: Client, amal: Person) -> None:
    made = taken(cast, amal, kind="restriction")
    step(client, made, "restriction")
    page = words_of(client.get(of("rights-request", made)))

    assert Restriction.objects.standing().exists()
    assert all(words in page for words in ("restricted since", "The record is restricted"))
    assert client.get(reverse("person", kwargs={"uid": amal.uid}))["Location"] == of("rights-request", made)


def test_a_copy_is_looked_through_made_sent_and_handed_over(cast: Cast, client: Client, amal: Person) -> None:
    from m4c.core.worker import run_waiting

    made = taken(cast, amal)
    back = client.get(of("access-pack", made))
    assert back["Location"] == of("rights-request", made)  # not before we know that it is them
    check_identity(request=made, how="She rang", on=TODAY, by=cast.data_protection)
    page = words_of(client.get(of("access-pack", made)))
    assert all(words in page for words in ("It names somebody else.", "amal.yusuf@example.org", "1 entry waits"))
    wrong = {"entry": f"people.person:{amal.pk}", "choice": "redact", "words": ""}
    assert "Write the words" in words_of(client.post(of("decide-access-entry", made), wrong), 422)
    client.post(of("decide-access-entry", made), {"entry": f"people.person:{amal.pk}", "choice": "include"})
    client.post(of("make-access-pack", made))
    run_waiting()
    pack = AccessPack.objects.get()
    files = {
        file: client.post(reverse("take-access-file", kwargs={"uid": pack.uid, "file": file}))
        for file in ("json", "pdf")
    }

    assert {file: answer["Content-Type"] for file, answer in files.items()} == {
        "json": "application/json",
        "pdf": "application/pdf",
    }
    assert files["json"]["Cache-Control"] == "private, no-store"
    assert b"amal.yusuf@example.org" in b"".join(files["json"])
    assert client.post(reverse("take-access-file", kwargs={"uid": pack.uid, "file": "exe"})).status_code == 404
    client.post(reverse("send-access-pack", kwargs={"uid": pack.uid}))
    handing = reverse("hand-over-access-pack", kwargs={"uid": pack.uid})
    assert client.post(handing, {"how": "", "on": TODAY.isoformat()}).status_code == 422
    client.post(handing, {"how": "On paper", "on": TODAY.isoformat()})
    page = words_of(client.get(of("access-pack", made)))
    assert all(words in page for words in ("A link was sent to amal.yusuf@example.org", "On paper", "Who took it"))


def test_the_pages_cost_does_not_grow(cast: Cast, client: Client, amal: Person) -> None:
    from tests.factories import talk

    made = taken(cast, amal)
    check_identity(request=made, how="She rang", on=TODAY, by=cast.data_protection)
    pages = [of("rights-request", made), of("access-pack", made)]
    before = [queries_of(client, page) for page in pages]
    for day in (1, 2, 3):
        talk(cast, cast.person("organiser"), amal, date(2026, 10, day))

    assert [queries_of(client, page) for page in pages] == before


def test_an_erasure_is_led_to_its_page_once_we_know_that_it_is_them(cast: Cast, client: Client, amal: Person) -> None:
    made, address = taken(cast, amal, kind="erasure"), reverse("erase-person", kwargs={"uid": amal.uid})
    before = words_of(client.get(of("rights-request", made)))
    check_identity(request=made, how="She rang", on=TODAY, by=cast.data_protection)

    assert (address in before, address in words_of(client.get(of("rights-request", made)))) == (False, True)
