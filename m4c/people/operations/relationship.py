"""Write down how two people know each other, and that it ended."""

from datetime import date

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from m4c.core.errors import Refused
from m4c.core.operations import change, operation
from m4c.people.models import Account, Group, Person, Relationship
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
    if person.pk == other.pk:
        raise RelationshipRefused(_("This is one and the same person. Name somebody else."), field="other")
    if is_kept_safe(person.pk, other.pk):
        raise RelationshipRefused(_("Whom somebody kept safe knows is not written down."), code="kept_safe")
    if kind == Kind.FAMILY and by.person_id not in (person.pk, other.pk):
        raise RelationshipRefused(_("Family is for themselves to write down."), field="kind", code="family")
    if not evidence.strip():
        raise RelationshipRefused(_("Say in a few words how we know."), field="evidence", code="blank")
    if is_told(person, other, kind, group):
        raise RelationshipRefused(_("That is written down already."), field="kind", code="known")
    return Relationship.objects.create(
        group=group, person=person, other=other, kind=kind, evidence=evidence.strip(), since=since, recorded_by=by
    )


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


def is_told(person: Person, other: Person, kind: str, group: Group) -> bool:
    """Whether a group has it written down and it has not ended: from either side, where both sides say the same.

    What another group wrote is not told by a refusal.
    """
    same = Q(person=person, other=other)
    if kind not in Kind.directed():
        same |= Q(person=other, other=person)
    return Relationship.objects.open().filter(same, kind=kind, group=group).exists()
