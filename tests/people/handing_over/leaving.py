"""A leader who leaves, and people of theirs: what tests of handing over stand on."""

from datetime import date, timedelta

from m4c.core.permissions import Role
from m4c.people.models import Account, HandedOver, HandingOver, Note, Person
from m4c.people.operations.handed_over import hand_over_person
from m4c.people.operations.handing_over import begin_handing_over
from m4c.people.operations.note import write_note
from tests.cast import Cast, make_account
from tests.factories import NOW, TODAY, somebody

IN_TWO_WEEKS = TODAY + timedelta(days=14)


def met(cast: Cast, name: str = "Amal Yusuf", **more: object) -> Person:
    """Somebody of Cardiff whom the leader met first."""
    return somebody(cast, name, met_by=cast.person("leader"), met_on=date(2026, 9, 1), **more)  # type: ignore[arg-type]


def next_leader(cast: Cast) -> Account:
    """Another leader of Cardiff, who stays."""
    return make_account(cast, "Ifan", "Pugh", cast.cardiff, Role.LEADER)


def begin(cast: Cast, **more: object) -> HandingOver:
    """Bethan, the leader of Cardiff, leaves; her organiser begins to hand over her people."""
    facts = {"group": cast.cardiff, "person": cast.person("leader"), "at": NOW, "by": cast.organiser}
    return begin_handing_over(**(facts | more))  # type: ignore[arg-type]


def hand(handing_over: HandingOver, person: Person, to: Account | None, by: Account, **more: object) -> HandedOver:
    """Hand one of her people to somebody, to be introduced in two weeks."""
    facts = {"next_contact": to and to.person, "introduce_by": IN_TWO_WEEKS, "at": NOW}
    hand_over_person(handing_over=handing_over, person=person, by=by, **(facts | more))  # type: ignore[arg-type]
    return HandedOver.objects.get(handing_over=handing_over, person=person)


def private_note(cast: Cast, person: Person, words: str = "Her landlord scares her", by: str = "leader") -> Note:
    """What a persona wrote about somebody for themselves alone."""
    tier = Note.Tier.PRIVATE.value
    return write_note(person=person, group=cast.cardiff, tier=tier, at=NOW, about_them=words, by=cast.fresh(by))
