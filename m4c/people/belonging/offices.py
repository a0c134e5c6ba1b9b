"""The offices of a group: who holds each, and who held it before."""

from dataclasses import dataclass, field

from django.db.models import QuerySet
from django.utils.text import capfirst

from m4c.core.prepared import prepared
from m4c.people.models import Account, Group, Membership


@dataclass(frozen=True)
class Office:
    """An office of a group: who holds it now, and who held it before, the latest first."""

    name: str
    now: list[Membership] = field(default_factory=list)
    before: list[Membership] = field(default_factory=list)


def told_offices(account: Account, group: Group) -> list[Office]:
    """The offices of a group as the account may read them, in one query; those held now stand first."""
    offices: dict[str, Office] = {}
    for row in terms_of(account, group.pk):
        office = offices.setdefault(row.role_in_words, Office(capfirst(row.role_in_words)))
        if row.is_former:
            office.before.insert(0, row)
        else:
            office.now.append(row)
    return sorted(offices.values(), key=lambda office: (not office.now, office.name))


@prepared
def terms_of(account: Account, group: int) -> QuerySet[Membership]:
    """Who held an office of a group, and when: the first to end first."""
    rows = Membership.objects.offices_told_to(account).filter(group=group).select_related("person")
    return rows.order_by("ended_on", "started_on", "pk")
