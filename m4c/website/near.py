"""What is on near a place within a week, and which groups meet there. The place is read, and kept nowhere."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.conf import settings

from m4c.events.models import Event
from m4c.events.public import public_events
from m4c.people.groups.nearest import Near, groups_near, in_miles, kilometres
from m4c.people.models import Account
from m4c.people.models.account import website
from m4c.places.lookup import Point
from m4c.places.models import AreaName, Kind
from m4c.places.points import points_for
from m4c.places.postcodes import normalise

AHEAD = timedelta(days=7)
MOST = 12
NAMED = [Kind.COUNCIL, Kind.CONSTITUENCY, Kind.WARD]  # areas that people call their place, the surest first


@dataclass(frozen=True)
class NearEvent:
    """An event and how far away it is, in kilometres."""

    event: Event
    kilometres: float

    @property
    def miles(self) -> int:
        """In whole miles, as people say it."""
        return in_miles(self.kilometres)


@dataclass(frozen=True)
class NearMe:
    """What there is near a point."""

    events: list[NearEvent]
    groups: list[Near]

    def __bool__(self) -> bool:
        return bool(self.events or self.groups)


def near(point: Point, now: datetime) -> NearMe:
    """The public events of the next seven days and the groups near a point, the nearest first."""
    return NearMe(events_near(point, now)[:MOST], groups_near(point)[:MOST])


def events_near(point: Point, now: datetime) -> list[NearEvent]:
    """Public events of the next seven days, where they are; of those at somebody's home where their group meets."""
    events = list(public_events().filter(cancelled_at=None, starts_at__lt=now + AHEAD).coming(now))
    points = points_for({event.postcode_for_all for event in events if event.postcode_for_all})
    placed = [(event, points.get(event.postcode_for_all) or point_of_group(event)) for event in events]
    near_by = [NearEvent(event, kilometres(point, where)) for event, where in placed if where]
    within = [each for each in near_by if each.kilometres <= settings.NEAR_KILOMETRES]
    return sorted(within, key=lambda each: (round(each.kilometres), each.event.starts_at, each.event.pk))


def point_of_group(event: Event) -> Point | None:
    """Where the group of an event meets, where that is known."""
    group = event.group
    return None if group.latitude is None or group.longitude is None else Point(group.latitude, group.longitude)


def point_of(where: str) -> Point | None:
    """The point of a postcode, or of a place by the name of its council, constituency or ward; None where unknown."""
    if normalise(where):
        return points_for([where]).get(where)
    return point_of_name(where, website())


def point_of_name(name: str, by: Account) -> Point | None:
    """The middle of the area of this name: of several the council, then the constituency, then a ward."""
    rows = AreaName.objects.visible_to(by).filter(
        name__iexact=name.strip(), area__kind__in=NAMED, area__ended=None, area__latitude__isnull=False
    )
    found = {
        kind: Point(*point) for kind, *point in rows.values_list("area__kind", "area__latitude", "area__longitude")
    }
    return next((found[kind] for kind in NAMED if kind in found), None)
