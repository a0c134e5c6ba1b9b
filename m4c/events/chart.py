"""What a group's chart may ask of events: who came to any since a day, who came to one, who signed up for one."""

from collections.abc import Iterable
from datetime import date, datetime, time

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from m4c.core.models.record import uid_of
from m4c.events.models import Attendance, Event
from m4c.events.models.attendance import AttendanceQuerySet
from m4c.people.chart.register import CHART_DONE, Done
from m4c.people.models import Account, Group
from m4c.people.sight import NOTHING, within

State = Attendance.State
SIGNED_UP = [State.YES, State.CONFIRMED, State.CAME, State.WALK_IN]
MOST = 12  # events to choose from, those nearest to today; the latest first


def came_options(account: Account, group: Group) -> Iterable[tuple[str, str]]:
    """That they came to anything, or to one of the group's latest events."""
    yield "", _("Came to an event")
    for event in events_of(account, group).filter(starts_at__lte=timezone.now())[:MOST]:
        yield str(event.uid), _("Came to {event}").format(event=told(event))


def signed_up_options(account: Account, group: Group) -> Iterable[tuple[str, str]]:
    """That they signed up for one of the group's events to come."""
    coming = events_of(account, group).filter(starts_at__gt=timezone.now()).order_by("starts_at", "pk")[:MOST]
    for event in reversed(coming):
        yield str(event.uid), _("Signed up for {event}").format(event=told(event))


def events_of(account: Account, group: Group) -> QuerySet[Event]:
    """The events of the group and those below it that one may see, the latest first."""
    seen = Event.objects.visible_to(account).filter(within("group__path", group), cancelled_at=None)
    return seen.order_by("-starts_at", "-pk")


def told(event: Event) -> str:
    """An event by its title and day."""
    return f"{event.title}, {date_format(timezone.localtime(event.starts_at), 'j F')}"


def came(account: Account, group: Group, key: str, since: date) -> Q:
    """Whoever came, as far as one may see."""
    present = Attendance.objects.visible_to(account).present()
    if key:
        return of_event(present, key)
    morning = timezone.make_aware(datetime.combine(since, time.min))
    return Q(Exists(present.filter(event__starts_at__gte=morning, event__cancelled_at=None, person=OuterRef("pk"))))


def signed_up(account: Account, group: Group, key: str, since: date) -> Q:
    """Whoever said yes, or came."""
    return of_event(Attendance.objects.visible_to(account).filter(state__in=SIGNED_UP), key)


def of_event(attendances: AttendanceQuerySet, key: str) -> Q:
    """Those of these at the event of this uid; nobody where it is none."""
    uid = uid_of(key)
    return Q(Exists(attendances.filter(event__uid=uid, person=OuterRef("pk")))) if uid else NOTHING


def register() -> None:
    """Offer both."""
    CHART_DONE.add("came", Done(came_options, came, asks_since=True))
    CHART_DONE.add("signed_up", Done(signed_up_options, signed_up))
