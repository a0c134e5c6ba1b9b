"""Which gatherings everybody may know of: the only way by which public pages read events."""

from datetime import datetime
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet

from m4c.core.prepared import prepared
from m4c.events.models import Event
from m4c.events.models.event import EventQuerySet


def public_events() -> EventQuerySet:
    """Those open to everybody, with their group. A house meeting never is: it is held in somebody's home.

    Of where they are, public pages print `place_for_all` and `postcode_for_all` alone.
    """
    everybody = Event.objects.filter(visibility=Event.Visibility.PUBLIC)
    return everybody.exclude(kind=Event.Kind.HOUSE_MEETING).select_related("group")


def coming_events(now: datetime) -> EventQuerySet:
    """Those ahead that were not called off, the nearest first."""
    return public_events().filter(cancelled_at=None).coming(now)


def open_to_replies(now: datetime) -> EventQuerySet:
    """Those to which somebody may say by the public page that they come: they have not begun, and take place."""
    return public_events().filter(cancelled_at=None, starts_at__gt=now)


@prepared
def open_by_uid(uid: UUID, now: datetime) -> QuerySet[Event]:
    """The one of this uid, if it is open to replies."""
    return open_to_replies(now).filter(uid=uid).order_by()


@prepared
def open_and_locked(pk: int, now: datetime) -> QuerySet[Event]:
    """The one of this id, if it is open to replies: locked until the transaction ends."""
    return open_to_replies(now).filter(pk=pk).order_by().select_for_update(of=("self",), no_key=True)


def next_of_series(now: datetime) -> EventQuerySet:
    """Those ahead, of each series the next one alone: its later dates stand beside it."""
    earlier = coming_events(now).order_by().filter(series=OuterRef("series"), starts_at__lt=OuterRef("starts_at"))
    return coming_events(now).filter(Q(series=None) | ~Exists(earlier))
