"""Who may open the pages of people and groups, and what is written about them."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from m4c.people.models import Membership, Note, Person
from m4c.people.operations.consent import record_consent
from m4c.people.operations.note import write_note
from m4c.people.operations.person import set_address
from tests.access.personas import (
    ADMIN,
    DATA,
    EVERYBODY,
    LEADERS,
    NOBODY,
    ORGANISERS,
    OWN_LEADERS,
    OWN_ORGANISERS,
    SAFEGUARDING,
    those,
)
from tests.access.records import DAY, kept_safe, member, met_by_leader
from tests.access.table import form, page, press
from tests.cast import THEN, Cast

Words = Callable[[Cast], dict[str, Any]]


def membership(persona: str) -> Words:
    """The one membership of a persona."""
    return lambda cast: {"uid": Membership.objects.filter(person=cast.person(persona)).earliest("pk").uid}


def note_on(persona: str) -> Words:
    """A note of the organiser about a persona, which the leaders of Cardiff may read."""

    def written(cast: Cast) -> dict[str, Any]:
        note = Note.objects.create(
            person=cast.person(persona),
            group=cast.cardiff,
            author=cast.organiser,
            tier="group",
            about_them="Shy",
            at=THEN,
        )
        return {"uid": note.uid}

    return written


def note_on_whom_the_leader_met(cast: Cast) -> dict[str, Any]:
    """A note of the organiser that the leader may read."""
    person = Person.objects.get(uid=met_by_leader(cast)["uid"])
    note = write_note(person=person, group=cast.cardiff, tier="group", at=THEN, about_them="Shy", by=cast.organiser)
    return {"uid": note.uid}


def at_a_marked_address(cast: Cast) -> dict[str, Any]:
    """The member, who objected to being called on and took that back: the mark stands until it is lifted."""
    person = set_address(person=cast.person("member"), lines="7 Heol y Bont", postcode="CF10 1EP", by=cast.operator)
    for days, state in enumerate(["objected", "taken_back"]):
        said = {"channel": "door", "purpose": "all", "state": state, "source": "doorstep"}
        record_consent(person=person, at=THEN + timedelta(days=days), by=cast.operator, **said)
    return {"uid": person.uid}


MEET = LEADERS | DATA  # whoever may look for people at all
OPEN = MEET | SAFEGUARDING  # and whoever may open a page by its address
EDIT = ORGANISERS | DATA

NAMES = {"given_name": "Kofi", "family_name": "Boateng", "language": "en"}
REACH = {"phones": "07700 900102", "emails": "kofi.boateng@example.org"}
ADDRESS = {"lines": "1 Heol y Felin", "postcode": "CF10 1EP"}
MOVED = {"what": "moved_away", "on": DAY}
JOINS = {"group": "st-mellons", "role": "member", "on": DAY}
AGREED = {"state": "given", "channel": "email", "purpose": "news", "wording": "Yes", "source": "stall", "on": DAY}
NOTE = {"about_them": "Sings in a choir", "tier": "private", "group": "cardiff"}

ROWS = {
    "whom": page(LEADERS | DATA, query="?person=kofi"),
    "people": page(MEET),
    "add-person": form(
        LEADERS, writes=OWN_LEADERS, sent={"given_name": "Amal", "family_name": "Yusuf", "group": "cardiff"}
    ),
    "person": page(OWN_ORGANISERS | DATA, area=OPEN, given=member),
    "person: whom the leader met": page(OWN_LEADERS | DATA, area=OPEN, given=met_by_leader),
    # The safeguarding lead is led on to the record that asks for the second factor and logs the look.
    "person: kept safe": page(those("leader") | SAFEGUARDING, area=OPEN, given=kept_safe),
    "edit-person": form(OWN_ORGANISERS | DATA, area=EDIT, given=member, sent=NAMES),
    "set-contact-details": press(OWN_ORGANISERS | DATA, area=EDIT, given=member, sent=REACH),
    "set-address": press(OWN_ORGANISERS | DATA, area=EDIT, given=member, sent=ADDRESS),
    "stop-contact": press(OWN_ORGANISERS | DATA, area=EDIT, given=member, sent=MOVED),
    "resume-contact": press(OWN_ORGANISERS | DATA, area=EDIT, given=member),
    "leave-group": form(OWN_ORGANISERS | DATA, area=EDIT, given=membership("member"), sent={"on": DAY}),
    # Nobody may change the record of somebody kept safe: her contact is no organiser, and from all others it is hidden.
    "edit-person: kept safe": form(NOBODY, area=EDIT, given=kept_safe, sent=NAMES),
    "set-contact-details: kept safe": press(NOBODY, area=EDIT, given=kept_safe, sent=REACH),
    "set-address: kept safe": press(NOBODY, area=EDIT, given=kept_safe, sent=ADDRESS),
    "stop-contact: kept safe": press(NOBODY, area=EDIT, given=kept_safe, sent=MOVED),
    "resume-contact: kept safe": press(NOBODY, area=EDIT, given=kept_safe),
    "leave-group: kept safe": form(NOBODY, area=EDIT, given=membership("protected_member"), sent={"on": DAY}),
    "join-group": form(OWN_ORGANISERS, area=LEADERS, given=member, sent=JOINS),
    "join-group: whom the leader met": form(OWN_LEADERS, area=LEADERS, given=met_by_leader, sent=JOINS),
    "join-group: kept safe": form(those("leader"), area=LEADERS, given=kept_safe, sent=JOINS),
    "record-consent": form(OWN_ORGANISERS | DATA, area=MEET, given=member, sent=AGREED),
    "record-consent: kept safe": form(those("leader"), area=MEET, given=kept_safe, sent=AGREED),
    "lift-do-not-knock": press(OWN_ORGANISERS | DATA, area=MEET, given=at_a_marked_address),
    # The national organiser sees the member, and has no part in the notes of Cardiff.
    "write-note": form(OWN_ORGANISERS, area=LEADERS, writes=those("organiser"), given=member, sent=NOTE),
    "write-note: kept safe": form(those("leader"), area=LEADERS, given=kept_safe, sent=NOTE),
    "edit-note": form(those("organiser"), area=LEADERS, given=note_on_whom_the_leader_met, sent=NOTE),
    "edit-note: on one kept safe": form(NOBODY, area=LEADERS, given=note_on("protected_member"), sent=NOTE),
    "withdraw-note": press(those("organiser"), area=LEADERS, given=note_on_whom_the_leader_met),
    "withdraw-note: on one kept safe": press(NOBODY, area=LEADERS, given=note_on("protected_member")),
    "own-record": page(EVERYBODY),
    "narrow": form(EVERYBODY, writes=NOBODY, sent={"group": "cardiff"}),  # it is kept in the session
    "groups": page(EVERYBODY),
    "group": page(EVERYBODY, given={"slug": "cardiff"}),
    "make-group": form(
        ORGANISERS | ADMIN,
        writes=OWN_ORGANISERS | ADMIN,
        sent={"name": "Splott", "kind": "local", "parent": "cardiff"},
    ),
}
