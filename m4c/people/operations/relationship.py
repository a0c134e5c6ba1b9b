"""Write down how two people know each other, put right what was written wrongly, and say that it ended."""

from datetime import date, datetime

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from m4c.core.errors import Refused
from m4c.core.operations import change, operation
from m4c.people.models import Account, Group, Person, Relationship, RelationshipCorrection
from m4c.people.models.protection import is_kept_safe
from m4c.people.operations.must_see import must_gain_sight, must_see
from m4c.people.permissions import RECORD_RELATIONSHIPS

Kind = Relationship.Kind


class RelationshipRefused(Refused):
    """The relationship would not hold, or is not the account's to tell."""


@operation(RECORD_RELATIONSHIPS, on="group")
def record_relationship(
    *, group: Group, person: Person, other: Person, kind: str, evidence: str, by: Account, since: date | None = None
) -> Relationship:
    """Write down how two people know each other, both of whom the account may see, for those who see this group.

    Family is told by one of the two alone. Raises RelationshipRefused, Unseen.
    """
    must_gain_sight(RECORD_RELATIONSHIPS, by)
    must_see([person, other], by)
    must_be_told(person, other, kind, evidence, by)
    if is_told(person, other, kind, group):
        raise RelationshipRefused(_("That is written down already."), field="kind", code="known")
    return Relationship.objects.create(
        group=group, person=person, other=other, kind=kind, evidence=evidence.strip(), since=since, recorded_by=by
    )


@operation(RECORD_RELATIONSHIPS, on="relationship")
def correct_relationship(
    *,
    relationship: Relationship,
    person: Person,
    other: Person,
    kind: str,
    evidence: str,
    at: datetime,
    by: Account,
    since: date | None = None,
) -> Relationship:
    """Put right what was written wrongly of the same two people; what stood there stays to be read.

    Read from `person` to `other`, so that turning the two turns it. Raises RelationshipRefused, Unseen.
    """
    must_see([person, other], by)
    if {person.pk, other.pk} != {relationship.person_id, relationship.other_id}:
        raise RelationshipRefused(_("This is about two other people."), field="other", code="others")
    must_be_told(person, other, kind, evidence, by)
    if relationship.kind == Kind.FAMILY:
        must_be_theirs(person, other, by)
    if relationship.ended_on and since and relationship.ended_on < since:
        raise RelationshipRefused(_("It ends after it starts."), field="since", code="too_late")
    if not relationship.is_former and is_told(person, other, kind, relationship.group, but=relationship):
        raise RelationshipRefused(_("That is written down already."), field="kind", code="known")
    before = RelationshipCorrection(
        relationship=relationship,
        kind=relationship.kind,
        was_turned=relationship.person_id != person.pk,
        evidence=relationship.evidence,
        since=relationship.since,
        by=by,
        at=at,
    )
    if not change(relationship, person=person, other=other, kind=Kind(kind), evidence=evidence.strip(), since=since):
        raise RelationshipRefused(_("That is what is written already."), code="same")
    before.save(force_insert=True)
    return relationship


@operation(RECORD_RELATIONSHIPS, on="relationship")
def end_relationship(*, relationship: Relationship, on: date, by: Account) -> Relationship:
    """Say that it was so until a day. Nothing is taken away. Raises RelationshipRefused, Unseen."""
    must_see([relationship.person, relationship.other], by)
    if relationship.ended_on:
        raise RelationshipRefused(_("This has ended already."), code="ended")
    if relationship.since and on < relationship.since:
        raise RelationshipRefused(_("It ends after it starts."), field="on", code="too_early")
    change(relationship, ended_on=on)
    return relationship


def must_be_told(person: Person, other: Person, kind: str, evidence: str, by: Account) -> None:
    """Raise RelationshipRefused for what is not the account's to tell, or says nothing."""
    if person.pk == other.pk:
        raise RelationshipRefused(_("This is one and the same person. Name somebody else."), field="other")
    if is_kept_safe(person.pk, other.pk):
        raise RelationshipRefused(_("Whom somebody kept safe knows is not written down."), code="kept_safe")
    if kind == Kind.FAMILY:
        must_be_theirs(person, other, by)
    if not evidence.strip():
        raise RelationshipRefused(_("Say in a few words how we know."), field="evidence", code="blank")


def must_be_theirs(person: Person, other: Person, by: Account) -> None:
    """Raise RelationshipRefused unless the account is one of the two: who is family is told by nobody else."""
    if by.person_id not in (person.pk, other.pk):
        raise RelationshipRefused(_("Family is for themselves to write down."), field="kind", code="family")


def is_told(person: Person, other: Person, kind: str, group: Group, but: Relationship | None = None) -> bool:
    """Whether a group has it written down and it has not ended: from either side, where both sides say the same.

    What another group wrote is not told by a refusal.
    """
    same = Q(person=person, other=other)
    if kind not in Kind.directed():
        same |= Q(person=other, other=person)
    rows = Relationship.objects.open().filter(same, kind=kind, group=group)
    return (rows.exclude(pk=but.pk) if but else rows).exists()
