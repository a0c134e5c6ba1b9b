"""Who came for the first time, and who welcomes each of them by when."""

from dataclasses import dataclass
from datetime import timedelta

from django.db.models import Exists, OuterRef, QuerySet

from m4c.core.permissions import Role
from m4c.events.models import Attendance, Event
from m4c.events.models.attendance import AttendanceQuerySet
from m4c.people.models import Account, AccountRole, Person, Welcome
from m4c.people.naming import names_of

MOST = 300
LATELY = timedelta(days=30)  # before it: a welcome of then is for the same newcomer


@dataclass(frozen=True)
class Newcomer:
    """Somebody who came for the first time, their latest welcome in the group, and by whom."""

    attendance: Attendance
    welcome: Welcome | None
    welcomer: str
    is_own: bool
    may_open: bool

    @property
    def waits(self) -> bool:
        """Whether nobody welcomes them."""
        return self.welcome is None or (self.welcome.welcomer_id is None and self.welcome.welcomed_by_id is None)


def newcomers_at(account: Account, event: Event) -> list[Newcomer]:
    """Those who came for the first time, as far as the account sees them, in the order of names; in four queries."""
    found = list(came_first(account, event).select_related("person").by_name()[:MOST])
    if not found:
        return []
    people = [row.person_id for row in found]
    welcomes = {one.person_id: one for one in welcomes_in(event).filter(person__in=people)}
    opened = set(Person.objects.visible_to(account).filter(pk__in=people).values_list("pk", flat=True))
    by = {pk: one.welcomed_by or one.welcomer for pk, one in welcomes.items()}
    names = names_of(account, [who.person_id for who in by.values() if who])
    return [
        Newcomer(
            attendance=row,
            welcome=welcomes.get(row.person_id),
            welcomer=names.get(who.person_id, "") if (who := by.get(row.person_id)) else "",
            is_own=who == account,
            may_open=row.person_id in opened,
        )
        for row in found
    ]


def came_first(account: Account, event: Event) -> AttendanceQuerySet:
    """Those who were there and had been at nothing of ours before, and hold no part of an account but a member's."""
    before = Attendance.objects.present().filter(
        person=OuterRef("person"), event__starts_at__lt=event.starts_at, event__cancelled_at=None
    )
    known = AccountRole.objects.open().exclude(role=Role.MEMBER).filter(account__person=OuterRef("person"))
    return Attendance.objects.visible_to(account).present().filter(~Exists(before), ~Exists(known), event=event)


def welcomes_in(event: Event) -> "QuerySet[Welcome]":
    """Welcomes of the event's group that are still to be given, or were since shortly before it; the latest last.

    Who welcomes somebody is no secret from whoever sees that they came.
    """
    found = Welcome.objects.filter(group=event.group_id, made_at__gte=event.starts_at - LATELY)
    return found.select_related("welcomer", "welcomed_by").order_by("pk")


def unwelcomed(account: Account, event: Event) -> AttendanceQuerySet:
    """Those who came for the first time and whom nobody welcomes: no welcome at all, or one that waits for somebody."""
    cared_for = welcomes_in(event).exclude(welcomer=None, welcomed_by=None).order_by().values("person")
    return came_first(account, event).exclude(person__in=cared_for)
