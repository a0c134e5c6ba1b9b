"""How Today begins for somebody who has just arrived: whether they have begun, and whom to ring when stuck."""

from typing import NamedTuple

from django.db.models import QuerySet
from django.db.models.functions import Length

from m4c.core.permissions import Role
from m4c.core.prepared import prepared
from m4c.leaders.models import ConversationPledge
from m4c.leaders.today_lines import Line, Moment
from m4c.leaders.today_own_talks import own_talks
from m4c.listening.models import OneToOne
from m4c.people.models import Account, AccountRole, Group, Person, PersonPhone


class Helper(NamedTuple):
    """Whom to ring when stuck: the organiser of one's group or the nearest above, with a number one may see."""

    person: Person
    group: Group
    phone: PersonPhone | None = None


def has_begun(account: Account, at: Moment) -> bool:
    """Whether the person has held, arranged or pledged anything yet. What the page read already may tell; else both
    are asked in one query.
    """
    read = at.once(account, own_talks)
    if read.to_hold or read.due or read.soon or read.theirs:
        return True
    return bool(talks_and_pledges(account))


@prepared
def talks_and_pledges(account: Account) -> QuerySet[OneToOne, tuple[int]]:
    """One of one's own, held or not; nothing where there is none."""
    talks = OneToOne.objects.visible_to(account).filter(asker=account.person_id).order_by().values_list("pk")
    pledges = ConversationPledge.objects.visible_to(account).filter(person=account.person_id).order_by()
    return talks.union(pledges.values_list("pk"))[:1]


def whom_to_ring(account: Account) -> Helper | None:
    """The nearest organiser up the tree from one's own groups, not oneself and nobody kept safe; one query."""
    above = {path for _role, group in account.held if group.is_in_tree for path in group.ancestor_paths}
    found = next(iter(nearest_organiser(account, sorted(above))), None)
    person = found.account.person if found else None
    if found is None or person is None:
        return None
    return Helper(person, found.group)


@prepared
def nearest_organiser(account: Account, above: list[str]) -> QuerySet[AccountRole]:
    """Who organises one of the groups at these paths: of the lowest."""
    organisers = AccountRole.objects.open().filter(
        account.sight.unless_protected("account__person"),
        role=Role.ORGANISER,
        group__path__in=above,
        account__is_active=True,
        account__person__died_on=None,
        account__person__isnull=False,
    )
    nearest = organisers.exclude(account=account.pk).order_by(Length("group__path").desc(), "pk")
    return nearest.select_related("account__person", "group")[:1]


def line_of(helper: Helper | None) -> list[Line]:
    """Whoever is to be rung as a line, so that their number is looked up with all the others of the page."""
    return [Line(helper.person.name, person=helper.person.pk)] if helper else []
