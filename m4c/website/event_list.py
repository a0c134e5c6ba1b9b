"""The public list of events: filtered by place, kind and time, on a map, each series as its next date."""

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from functools import cached_property
from typing import Any

from django import forms
from django.conf import settings
from django.core.paginator import Paginator
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from m4c.events.models import Event
from m4c.events.models.event import EventQuerySet
from m4c.events.public import coming_events, next_of_series
from m4c.people.forms.shape import FilterForm, capitals
from m4c.people.groups.nearest import in_miles, kilometres
from m4c.places.lookup import Point
from m4c.places.points import country_points, points_for
from m4c.places.postcodes import normalise
from m4c.website.near import point_of, point_of_group

ON_A_PAGE = 12
ON_THE_MAP = 300
LOOKED_THROUGH = 1_000  # events of a search by distance
DATES_SHOWN = 4
NOT_PUBLIC = {Event.Kind.HOUSE_MEETING}


class FindEventsForm(FilterForm):
    """Where, what and when: nonsense counts as nothing."""

    where = forms.CharField(label=_("Postcode or place"), max_length=60, required=False)
    kind = forms.ChoiceField(
        label=_("Kind"),
        required=False,
        choices=[("", _("All kinds")), *capitals(each for each in Event.Kind.choices if each[0] not in NOT_PUBLIC)],
    )
    since = forms.DateField(label=_("From"), required=False)
    until = forms.DateField(label=_("Until"), required=False)


class EventList:
    """Events as one page of the list shows them; without a filter those ahead, the nearest first."""

    def __init__(self, now: datetime, page: str | None, form: FindEventsForm | None = None) -> None:
        self.now, self.number, self.form = now, page, form

    def chosen(self, name: str) -> Any:
        """What is filtered by, or None."""
        return self.form.chosen(name) if self.form else None

    @cached_property
    def point(self) -> Point | None:
        """Where the postcode or the place is that somebody typed; None where it is none that we know."""
        where = (self.chosen("where") or "").replace("\0", "").strip()
        return point_of(where) if where else None

    @property
    def is_unknown_place(self) -> bool:
        """Whether somebody typed a place that no event names and no table knows."""
        return bool(self.chosen("where")) and self.point is None and not self.rows

    @property
    def found(self) -> EventQuerySet:
        """Those that kind and time leave."""
        events, kind = next_of_series(self.now), self.chosen("kind")
        since, until = self.chosen("since"), self.chosen("until")
        if kind:
            events = events.filter(kind=kind)
        if since:
            events = events.filter(starts_at__gte=start_of(since))
        if until:
            events = events.filter(starts_at__lt=start_of(until + timedelta(days=1)))
        return events

    @cached_property
    def rows(self) -> "list[Event] | EventQuerySet":
        """All of the list, with `miles` where somebody asked what is near."""
        where = (self.chosen("where") or "").replace("\0", "").strip()
        if not where:
            return self.found
        if not normalise(where):
            hall = Q(at_home=False, place__icontains=where)
            named = self.found.filter(hall | Q(group__name__icontains=where) | Q(group__place__icontains=where))
            if named.exists():
                return named
        return near_by(list(self.found[:LOOKED_THROUGH]), self.point) if self.point else []

    @cached_property
    def page(self) -> Any:
        """One leaf, with the later dates of each series."""
        page = Paginator(self.rows, ON_A_PAGE).get_page(self.number)
        add_dates(page.object_list, self.now)
        return page

    @cached_property
    def points(self) -> list[tuple[float, float, int, str]]:
        """Where they are, for the map: a lamp for each place, larger where more is on."""
        events = list(self.rows[:ON_THE_MAP])
        by_place: dict[str, list[Point]] = {}
        for event, where in placed(events):
            by_place.setdefault(event.group.place or event.group.name, []).append(where)
        return [(*points[0], len(points), name) for name, points in by_place.items()]

    @property
    def ground(self) -> Any:
        """The country behind the points."""
        return country_points()


def placed(events: Iterable[Event]) -> list[tuple[Event, Point]]:
    """Events whose place is known, as strangers may know it: a home is where its group meets. Three statements."""
    listed = list(events)
    points = points_for({event.postcode_for_all for event in listed if event.postcode_for_all})
    both = [(event, points.get(event.postcode_for_all) or point_of_group(event)) for event in listed]
    return [(event, where) for event, where in both if where]


def near_by(events: list[Event], point: Point) -> list[Event]:
    """Those near a point with how far away they are in `miles`, the nearest first."""
    near = []
    for event, where in placed(events):
        away = kilometres(point, where)
        if away <= settings.NEAR_KILOMETRES:
            event.kilometres, event.miles = away, in_miles(away)  # type: ignore[attr-defined]
            near.append((round(away), event.starts_at, event.pk, event))
    return [event for *_order, event in sorted(near, key=lambda each: each[:3])]


def add_dates(events: Iterable[Event], now: datetime) -> None:
    """Give each event of a series the `later` dates of it. One statement, none where nothing comes back."""
    listed = list(events)
    series = {event.series_id for event in listed if event.series_id}
    later: dict[int | None, list[Event]] = {}
    if series:
        for event in coming_events(now).filter(series__in=series)[: DATES_SHOWN * 10 * len(series)]:
            later.setdefault(event.series_id, []).append(event)
    for event in listed:
        dates = [each for each in later.get(event.series_id, []) if each.pk != event.pk]
        event.later = dates[:DATES_SHOWN]  # type: ignore[attr-defined]


def start_of(day: date) -> datetime:
    """The first minute of a day."""
    return timezone.make_aware(datetime.combine(day, time()))
