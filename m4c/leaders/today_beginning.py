"""How Today begins for somebody who has just arrived: whether they have begun, and whom to ring when stuck."""

from datetime import datetime
from typing import NamedTuple

from django.db.models.functions import Length

from m4c.core.permissions import Role
from m4c.leaders.models import ConversationPledge
from m4c.leaders.today_lines import phones_of
from m4c.listening.models import OneToOne
from m4c.people.models import Account, AccountRole, Group, Person, PersonPhone


class Helper(NamedTuple):
    """Whom to ring when stuck: the organiser of one's group or the nearest above, with a number one may see."""

    person: Person
    group: Group
    phone: PersonPhone | None


def has_begun(account: Account) -> bool:
    """Whether the person has held, arranged or pledged anything yet: asked of both in one query."""
    talks = OneToOne.objects.visible_to(account).filter(asker=account.person_id).order_by().values_list("pk")
    pledges = ConversationPledge.objects.visible_to(account).filter(person=account.person_id).order_by()
    return talks.union(pledges.values_list("pk")).exists()


def whom_to_ring(account: Account, now: datetime) -> Helper | None:
    """The nearest organiser up the tree from one's own groups, not oneself and nobody kept safe."""
    above = {path for _role, group in account.held if group.is_in_tree for path in group.ancestor_paths}
    organisers = AccountRole.objects.open().filter(
        account.sight.unless_protected("account__person"),
        role=Role.ORGANISER,
        group__path__in=above,
        account__is_active=True,
        account__person__died_on=None,
        account__person__isnull=False,
    )
    nearest = organisers.exclude(account=account.pk).order_by(Length("group__path").desc(), "pk")
    found = nearest.select_related("account__person", "group").first()
    person = found.account.person if found else None
    if found is None or person is None:
        return None
    return Helper(person, found.group, phones_of(account, [person.pk], now).get(person.pk))
