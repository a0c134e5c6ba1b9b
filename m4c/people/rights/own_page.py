"""What the one-time link to one's own data opens: contact details, consents, groups to leave, and nothing else."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from m4c.people.models import Consent, Group, Membership, OwnDataLink, Person


@dataclass(frozen=True)
class OwnPage:
    """Somebody's contact details, what they said about being reached, the newest first, and the groups they are in."""

    link: OwnDataLink
    person: Person
    consents: Sequence[Consent]
    groups: Sequence[Group]


def page_of_link(link_id: int | None, at: datetime) -> OwnPage | None:
    """The page of a link that was used a short while ago; None for any other. A constant number of statements."""
    found = OwnDataLink.objects.in_use(at).select_related("person__address").filter(pk=link_id or 0).first()
    if found is None:
        return None
    belongs = Membership.objects.open().filter(person=found.person).values("group")
    groups = Group.objects.filter(pk__in=belongs).order_by("name", "pk")
    return OwnPage(found, found.person, list(Consent.objects.filter(person=found.person)), list(groups))
