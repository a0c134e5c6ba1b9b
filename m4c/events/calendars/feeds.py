"""What stands in each feed: a group's public events, and where the owner of a private feed is going."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta

from django.urls import reverse
from django.utils import timezone

from m4c.events.calendars.entries import OWN_ENTRIES, Entry, entry_of
from m4c.events.models import Attendance, CalendarFeed, Event
from m4c.events.models.event import EventQuerySet
from m4c.events.public import public_events
from m4c.people.models import Account, Group, Protection

BACK = timedelta(days=60)  # what was lately stays in the calendar for a while
AT_MOST = 500
GOING = [Attendance.State.YES, Attendance.State.CONFIRMED, Attendance.State.CAME, Attendance.State.WALK_IN]


def public_entry(event: Event) -> Entry:
    """An event as strangers may put it into their calendar."""
    path = reverse("public-event", kwargs={"uid": event.uid})
    place = ", ".join(part for part in (event.place_for_all, event.postcode_for_all) if part)
    return entry_of(event, path, place=place)


def of_group(group: Group | None, now: datetime) -> list[Entry]:
    """The public events of a group and of those below it, or of all groups; those called off say so."""
    events: EventQuerySet = public_events()
    if group is not None:
        events = events.of_group(group)
    return [public_entry(event) for event in events.coming(now - BACK)[:AT_MOST]]


def feed_of(token: str) -> CalendarFeed | None:
    """The feed that a secret address opens; none once it was stopped, or its account closed."""
    return CalendarFeed.objects.of_token(token).filter(account__is_active=True).select_related("account").first()


def of_feed(feed: CalendarFeed, now: datetime) -> list[Entry]:
    """What a feed tells. One from before its owner was kept safe tells nothing more, as if they went nowhere.

    Whoever she is kept safe from may follow that address. One that she makes since is hers alone, and tells all.
    """
    since = Protection.objects.active().filter(person=feed.account.person_id, placed_at__gte=feed.made_at)
    return [] if feed.account.person_id and since.exists() else of_account(feed.account, now)


def of_account(account: Account, now: datetime) -> list[Entry]:
    """Where somebody is going, and what else apps know of their days, with the places that they may know."""
    since = now - BACK
    return [*events_of(account, since), *others_of(account, timezone.localdate(since))]


def events_of(account: Account, since: datetime) -> Iterator[Entry]:
    """The events that they said yes to, or were at."""
    if account.person_id is None:
        return
    going = Attendance.objects.filter(person=account.person_id, state__in=GOING).values("event")
    events = Event.objects.visible_to(account).with_place(account).filter(pk__in=going)
    for event in events.select_related("group").coming(since)[:AT_MOST]:
        place = ", ".join(part for part in (event.place_told, event.postcode_told) if part)
        path = reverse("event", kwargs={"uid": event.uid})
        yield entry_of(event, path, place=place, link=event.link, zone=account.time_zone)


def others_of(account: Account, since: date) -> Iterator[Entry]:
    """What apps to the right put there."""
    for entries in OWN_ENTRIES.all():
        yield from entries(account, since)
