"""Somebody kept safe is found nowhere by anybody but her contact: on no page, in no count, row, timeline or audit."""

from collections.abc import Callable
from datetime import date, datetime

import pytest
from django.test import Client
from django.urls import NoReverseMatch, reverse

from m4c.core.models import AuditEntry
from m4c.core.panels import PERSON_PANELS, Panel
from m4c.core.permissions import SIGNED_IN
from m4c.events.operations.attendance import record_attendance
from m4c.listening.operations.one_to_one import NewOneToOne, record_one_to_one
from m4c.people.models import Account, Consent, Engagement, Membership, Note, Person
from m4c.people.naming import names_of
from m4c.people.operations.consent import record_consent
from m4c.people.operations.note import write_note
from m4c.people.operations.person import NewPerson, add_person
from m4c.people.operations.protection import keep_safe
from m4c.people.timeline import timeline
from tests.cast import PERSONAS, Cast
from tests.factories import gathering
from tests.house_rules.routes import addresses
from tests.people.protected import assert_nowhere, traces

SignIn = Callable[..., Client]
MARIAM = NewPerson(
    given_name="Mariam",
    family_name="Noorzai",
    known_as="Zarghuna",
    emails=["mariam.noorzai@example.org"],
    phones=["+447700900177"],
    address="77 Ffordd y Bont",
    postcode="CF3 0EF",
    met_on=date(2026, 9, 1),
)
OTHERS = [name for name in PERSONAS if name not in ("leader", "protected_member")]
# Personas whose pages could show people at all.
LOOKERS = ["organiser", "national_organiser", "data_protection", "organiser_elsewhere", "leader_elsewhere", "member"]


@pytest.fixture
def mariam(cast: Cast, now: datetime) -> Person:
    """Somebody with a life in every table; the leader presses keep safe at the end of it."""
    person = add_person(group=cast.cardiff, new=MARIAM, by=cast.operator)
    event = gathering(cast)
    record_attendance(event=event, person=person, brought_by=cast.person("organiser"), by=cast.organiser)
    record_attendance(event=event, person=cast.person("treasurer"), brought_by=person, by=cast.organiser)
    day, organiser, member = date(2026, 9, 20), cast.person("organiser"), cast.person("member")
    for asker, other in ((organiser, person), (person, member)):
        new = NewOneToOne(asker, other, day, held_on=day)
        record_one_to_one(group=cast.cardiff, new=new, by=cast.operator)
    write_note(person=person, group=cast.cardiff, tier="group", at=now, about_them="Afraid at home", by=cast.organiser)
    said = {"channel": "email", "purpose": "news", "state": "given", "wording": "Yes", "source": "stall"}
    record_consent(person=person, at=now, by=cast.organiser, **said)
    return person


@pytest.fixture
def kept_safe(cast: Cast, mariam: Person, now: datetime) -> Person:
    keep_safe(person=mariam, by=cast.leader, at=now)
    return mariam


def pages(cast: Cast) -> list[str]:
    """Every address of people that could show somebody, and the searches that could find her."""
    listed = reverse("people")
    searches = ["Mariam", "Noorzai", "Zarghuna", "mariam.noorzai@example.org", "07700 900177"]
    groups = [reverse("group", kwargs={"slug": group.slug}) for group in (cast.movement, cast.cardiff)]
    companions = [cast.person(name) for name in ("organiser", "member", "treasurer")]
    return [
        listed,
        f"{listed}?group=cardiff",
        *(f"{listed}?q={words}" for words in searches),
        reverse("groups"),
        *groups,
        *(reverse("person", kwargs={"uid": companion.uid}) for companion in companions),
        reverse("own-record"),
    ]


def test_the_proof_would_see_her(cast: Cast, mariam: Person, sign_in: SignIn) -> None:
    """Before the press an organiser finds her: the tests below could fail."""
    client = sign_in(cast.organiser)

    for url in (reverse("people"), f"{reverse('people')}?q=07700 900177", f"{reverse('people')}?group=cardiff"):
        with pytest.raises(AssertionError):
            assert_nowhere(client, mariam, [url])


def without_a_record(name: str) -> str:
    """The address of a page that names no record; empty for one that does."""
    try:
        return reverse(name)
    except NoReverseMatch:
        return ""


@pytest.mark.parametrize("persona", LOOKERS)
def test_she_is_on_no_page(cast: Cast, kept_safe: Person, sign_in: SignIn, persona: str) -> None:
    assert_nowhere(sign_in(getattr(cast, persona)), kept_safe, pages(cast))


@pytest.mark.slow
def test_she_is_in_no_list_of_any_app(cast: Cast, kept_safe: Person, sign_in: SignIn) -> None:
    """Every page of the workspace that needs no record named, whichever app adds it."""
    client = sign_in(cast.organiser)
    lists = [url for address in addresses() if not address.mounted and (url := without_a_record(address.name))]

    assert len(lists) > 15
    assert_nowhere(client, kept_safe, lists)


@pytest.mark.parametrize("persona", OTHERS)
def test_her_own_page_is_not_there(cast: Cast, kept_safe: Person, sign_in: SignIn, persona: str) -> None:
    client = sign_in(getattr(cast, persona), second_factor=True)
    answers = {
        name: client.get(reverse(name, kwargs={"uid": kept_safe.uid})).status_code
        for name in ("person", "edit-person", "record-consent", "write-note", "join-group", "safe-note")
    }

    assert set(answers.values()) <= ({302, 403, 404} if persona == "safeguarding" else {403, 404})


def test_counts_leave_her_out(cast: Cast, mariam: Person, now: datetime, sign_in: SignIn) -> None:
    client = sign_in(cast.organiser)
    address = reverse("group", kwargs={"slug": "cardiff"})
    before = client.get(address).context["people"]
    keep_safe(person=mariam, by=cast.leader, at=now)

    assert client.get(address).context["people"] == before - 1


@pytest.mark.parametrize("persona", OTHERS)
def test_no_row_about_her_is_seen(cast: Cast, kept_safe: Person, persona: str) -> None:
    account: Account = cast.fresh(persona)
    rows = {
        "people": Person.objects.visible_to(account).filter(pk=kept_safe.pk),
        "memberships": Membership.objects.visible_to(account).filter(person=kept_safe),
        "ledger": Engagement.objects.visible_to(account).filter(person=kept_safe),
        "ledger of companions": Engagement.objects.visible_to(account).filter(other=kept_safe),
        "consent": Consent.objects.visible_to(account).filter(person=kept_safe),
        "notes": Note.objects.visible_to(account).filter(person=kept_safe),
    }

    assert {name for name, found in rows.items() if found.exists()} == set()


def test_her_name_stands_in_nobodys_timeline(cast: Cast, kept_safe: Person) -> None:
    """The treasurer was brought by her: that they came is seen, and by whom is not."""
    entries = timeline(cast.organiser, cast.person("treasurer"))

    assert names_of(cast.organiser, [kept_safe.pk]) == {}
    assert names_of(cast.leader, [kept_safe.pk]) == {kept_safe.pk: "Zarghuna Noorzai"}
    assert not any("Zarghuna" in entry.sentence for entry in entries)


def test_panels_are_drawn_for_nobody_unseen(
    cast: Cast, kept_safe: Person, sign_in: SignIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn: list[Person] = []
    panel = Panel("Panel", "people/at_risk.html", lambda account, person: drawn.append(person), SIGNED_IN, 1)
    monkeypatch.setattr(PERSON_PANELS, "_entries", {"panel": panel})
    address = reverse("person", kwargs={"uid": kept_safe.uid})
    for persona in ("organiser", "national_organiser", "data_protection"):
        sign_in(getattr(cast, persona)).get(address)
    unseen = list(drawn)
    sign_in(cast.leader).get(address)

    assert (unseen, drawn) == ([], [kept_safe])


def test_the_audit_knows_her_by_uid_alone(kept_safe: Person) -> None:
    kept = " ".join(f"{entry.operation} {entry.touched} {entry.changes}" for entry in AuditEntry.objects.all())
    words = {trace for trace in traces(kept_safe) if str(kept_safe.uid) != trace}

    assert {trace for trace in words if trace in kept} == set()


def test_her_contact_keeps_access_by_name(cast: Cast, kept_safe: Person, sign_in: SignIn) -> None:
    client = sign_in(cast.leader)
    listed = client.get(reverse("people"), {"q": "noorzai"}).content.decode()
    page = client.get(reverse("person", kwargs={"uid": kept_safe.uid})).content.decode()

    assert "Zarghuna Noorzai" in listed
    assert "07700 900177" not in listed  # the safe-contact note stands above every way to reach her
    assert page.index("before you get in touch") < page.index("07700 900177")
