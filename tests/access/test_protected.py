"""Somebody kept safe stands in no answer of any address, for anybody but her own contact and herself."""

import re
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from m4c.events.models import Event
from m4c.events.operations.attendance import record_attendance
from m4c.events.operations.evaluation import Said, evaluate
from m4c.leaders.operations.pledge import NewPledge, record_pledge
from m4c.leaders.operations.training import add_trainer
from m4c.listening.operations.house_meeting import NewHouseMeeting, record_house_meeting
from m4c.listening.operations.one_to_one import NewOneToOne, record_one_to_one
from m4c.people.models import Membership, Person, Protection, Relationship
from m4c.people.operations.consent import record_consent
from m4c.people.operations.note import write_note
from m4c.people.operations.person import set_address, set_contact_details
from m4c.people.operations.protection import lift_protection
from tests.access.all_rows import TABLE, addresses_of
from tests.access.test_access import set_up_factor
from tests.cast import PERSONAS, STRANGERS, THEN, Cast
from tests.factories import TODAY, gathering, training
from tests.people.protected import traces

Words = dict[str, Any]
READ = {name: row for name, row in TABLE.items() if "get" in row.methods}
OTHERS = sorted({*PERSONAS, *STRANGERS} - {"leader", "protected_member"})  # all but her contact and herself
WIDEST = {"organiser", "anonymous"}  # who is asked everywhere: all others where she could be known
SEARCHES = {
    "people": ["q=Hana", "q=cermakova", "q=hana@example.org", "q=07700 900188", "group=cardiff"],
    "search": ["q=Hana", "q=cermakova", "q=hana@example.org", "q=07700 900188"],
    "whom": ["person=Hana", "person=cermakova", "person=hana@example.org", "person=07700 900188"],
    "accounts": ["q=Hana", "q=hana.ermkov@example.org"],
}
# Where the organiser would meet her if she were not kept safe, two spaces between.
KNOWN_AT = """
    account  afterwards  accounts  accounts: q=Hana  accounts: q=hana.ermkov@example.org  agree-step
    all-house-meetings  all-one-to-ones  attendance  chart  close-group  edit-person  end-relationship  evaluations
    evaluations-paper  event  event: her house meeting  event: her training  group  handing-over  house-meeting
    introductions  join-group  leaders-one-to-ones  leaders-pledges  leave-group  one-to-one
    one-to-one: hers
    one-to-one: of her contact  one-to-ones  own-record  people  people-selection  people: group=cardiff
    people: q=07700 900188  people: q=Hana  people: q=cermakova  people: q=hana@example.org  person
    round  write-down-story
    person: brought by her  person: who talked with her  record-consent  record-relationship  search: q=07700 900188
    search: q=Hana  search: q=cermakova  search: q=hana@example.org  session  so-far  so-far-json  standing  tags
    trainees  trainers  whom: person=07700 900188  whom: person=Hana  whom: person=cermakova
    whom: person=hana@example.org  write-note
"""
KNOWN = frozenset(re.split(r"\s{2,}", KNOWN_AT.strip()))


@pytest.fixture
def hana(cast: Cast) -> Person:
    """The member who is kept safe, once she can be reached and lives somewhere."""
    person = cast.person("protected_member")
    emails, phones = ["hana@example.org"], ["+447700900188"]
    set_contact_details(person=person, emails=emails, phones=phones, by=cast.operator)
    return set_address(person=person, lines="88 Ffordd y Bryn", postcode="CF3 0EF", by=cast.operator)


@pytest.fixture
def hers(cast: Cast, hana: Person) -> dict[str, Words]:
    """A life of hers in every table; the words of the addresses where it stands."""
    organiser, member, leader = (cast.person(name) for name in ("organiser", "member", "leader"))
    event, session = gathering(cast), training(cast)
    record_attendance(event=event, person=hana, brought_by=organiser, by=cast.operator)
    record_attendance(event=event, person=member, brought_by=hana, by=cast.operator)
    over = {"uid": lived_through(cast, hana).uid}
    trained = record_attendance(event=session.event, person=hana, brought_by=leader, by=cast.operator)
    add_trainer(session=session, person=hana, by=cast.operator)
    pledge = NewPledge(hana, "one_to_one", 5)
    record_pledge(group=cast.cardiff, pledge=pledge, made_on=TODAY, session=session, by=cast.operator)
    talks = {
        (asker.pk, other.pk): record_one_to_one(
            group=cast.cardiff, new=NewOneToOne(asker, other, TODAY, held_on=TODAY), by=cast.operator
        )
        for asker, other in [(organiser, hana), (hana, member), (leader, hana)]
    }
    meeting = record_house_meeting(group=cast.cardiff, new=NewHouseMeeting(hana, TODAY), by=cast.operator)
    note = write_note(person=hana, group=cast.cardiff, tier="group", at=THEN, about_them="Afraid", by=cast.leader)
    said = {"channel": "email", "purpose": "news", "state": "given", "wording": "Yes", "source": "stall"}
    record_consent(person=hana, at=THEN, by=cast.operator, **said)
    told = {"kind": "friend", "evidence": "At school together", "group": cast.cardiff, "recorded_by": cast.organiser}
    known = Relationship.objects.create(person=hana, other=member, **told)  # from before she was kept safe
    person, event_words = {"uid": hana.uid}, {"uid": event.uid}
    return {
        **dict.fromkeys(["person", "edit-person", "join-group", "record-consent"], person),
        **dict.fromkeys(["write-note", "safe-note", "kept-safe-record"], person),
        **dict.fromkeys(["record-relationship", "introductions", "agree-step", "tags"], person),
        "end-relationship": {"uid": known.uid},
        "person: brought by her": {"uid": member.uid},
        "person: who talked with her": {"uid": organiser.uid},
        "leave-group": {"uid": Membership.objects.get(person=hana).uid},
        "edit-note": {"uid": note.uid},
        "account": {"uid": cast.accounts["protected_member"].uid},
        "event": event_words,
        **dict.fromkeys(["afterwards", "evaluations", "evaluations-paper"], over),
        "edit-event": event_words,
        "attendance": event_words,
        "head-count": event_words,
        "event: her training": {"uid": session.event.uid},
        "event: her house meeting": {"uid": meeting.event.uid},
        "attendance: her house meeting": {"uid": meeting.event.uid},
        **{name: {"uid": session.uid} for name in ("session", "edit-session", "trainees", "trainers")},
        "standing": {"uid": trained.uid},
        "one-to-one": {"uid": talks[organiser.pk, hana.pk].uid},
        "one-to-one: hers": {"uid": talks[hana.pk, member.pk].uid},
        "one-to-one: of her contact": {"uid": talks[leader.pk, hana.pk].uid},
        "house-meeting": {"uid": meeting.uid},
    }


def lived_through(cast: Cast, hana: Person) -> Event:
    """An event that is over: she came for the first time, and said how it was."""
    event = gathering(cast, days=-400)
    record_attendance(event=event, person=hana, by=cast.operator)
    evaluate(event=event, said=Said("Proud"), at=THEN, by=cast.protected_member)
    return event


def addresses(cast: Cast, hers: dict[str, Words]) -> dict[str, str]:
    """Every address that answers to reading: of a record of hers where there is one, else as the table has it."""
    found = addresses_of({name: row for name, row in READ.items() if ":" not in name and name not in hers}, cast)
    found |= {name: reverse(name.partition(":")[0], kwargs=words) for name, words in hers.items()}
    return found | {f"{name}: {each}": f"{reverse(name)}?{each}" for name, asked in SEARCHES.items() for each in asked}


def leaks(persona: str, client: Client, hana: Person, addresses: dict[str, str]) -> dict[str, set[str]]:
    """By address, what tells this persona of her; but for what the address itself says.

    Where a route turns somebody away it says the same of everybody, and is not asked.
    """
    known, found = traces(hana), {}
    for name, address in addresses.items():
        row = READ[name.partition(":")[0]]
        if persona in row.opens | row.area | row.factor:
            response = client.get(address)
            body = b"".join(response) if response.streaming else response.content
            text = f"{body.decode(errors='replace')} {response.get('Location', '')}"
            if told := {trace for trace in known if trace in text and trace not in address}:
                found[name] = told
    return found


@pytest.mark.slow
def test_she_is_in_no_answer(cast: Cast, hana: Person, hers: dict[str, Words], clients: dict[str, Client]) -> None:
    everywhere = addresses(cast, hers)
    where_known = {name: address for name, address in everywhere.items() if name in KNOWN}

    found = {
        persona: leaks(persona, clients[persona], hana, everywhere if persona in WIDEST else where_known)
        for persona in OTHERS
    }

    assert {persona: told for persona, told in found.items() if told} == {}


@pytest.mark.slow
def test_the_safeguarding_lead_knows_her_by_number_alone(
    cast: Cast, hana: Person, hers: dict[str, Words], clients: dict[str, Client]
) -> None:
    set_up_factor(cast.safeguarding)

    found = leaks("safeguarding", clients["safeguarding"], hana, addresses(cast, hers))

    assert found.keys() == {"kept-safe", "kept-safe-record"}
    assert found["kept-safe"] == {str(hana.uid)}


@pytest.mark.slow
def test_the_proof_would_see_her(cast: Cast, hana: Person, hers: dict[str, Words], clients: dict[str, Client]) -> None:
    """Kept safe no more, her organiser meets her wherever the sweep looks: it could have failed."""
    lift_protection(protection=Protection.objects.get(person=hana), at=timezone.now(), by=cast.safeguarding)

    found = leaks("organiser", clients["organiser"], hana, addresses(cast, hers))

    assert found.keys() - {"today"} == KNOWN  # what Today shows depends on the day
