"""Which group is near a place, and who answers for it: groups and their organisers are no secret of anybody."""

from collections.abc import Collection
from dataclasses import dataclass
from math import asin, cos, radians, sin, sqrt

from django.conf import settings
from django.db.models import Exists, OuterRef, QuerySet
from django.utils.translation import gettext_lazy as _

from m4c.core.errors import Refused
from m4c.core.permissions import Role
from m4c.people.models import Account, AccountRole, Group
from m4c.people.models.use import may_be_used
from m4c.places.lookup import Point
from m4c.places.points import points_for

EARTH = 6_371.0  # kilometres from its middle
MILE = 1.609344  # kilometres
MEETING = [Group.Kind.LOCAL, Group.Kind.TEAM]  # groups that meet somewhere


class NoMovement(Refused):
    """There is no movement here yet whom anybody could join or write to."""


@dataclass(frozen=True)
class Near:
    """A group and how far away it is, in kilometres."""

    group: Group
    kilometres: float

    @property
    def miles(self) -> int:
        """In whole miles, as people say it."""
        return in_miles(self.kilometres)


def in_miles(kilometres: float) -> int:
    """Kilometres in whole miles, one at least."""
    return max(1, round(kilometres / MILE))


def kilometres(one: Point, other: Point) -> float:
    """How far it is between two points, as the crow flies."""
    north, east = radians(other.latitude - one.latitude), radians(other.longitude - one.longitude)
    part = sin(north / 2) ** 2 + cos(radians(one.latitude)) * cos(radians(other.latitude)) * sin(east / 2) ** 2
    return 2 * EARTH * asin(sqrt(part))


def groups_near(point: Point, kinds: Collection[str] = tuple(MEETING)) -> list[Near]:
    """Groups of the movement's tree that meet near a point, the nearest first."""
    groups = Group.objects.filter(kind__in=kinds, ended_on=None, latitude__isnull=False)
    found = [Near(group, kilometres(point, Point(group.latitude or 0, group.longitude or 0))) for group in groups]
    near = [each for each in found if each.kilometres <= settings.NEAR_KILOMETRES]
    return sorted(near, key=lambda each: (each.kilometres, each.group.pk))


def group_for(postcode: str) -> Group:
    """The local group nearest to a postcode, else the movement's own. Raises NoMovement."""
    point = points_for([postcode]).get(postcode) if postcode else None
    near = groups_near(point, [Group.Kind.LOCAL]) if point else []
    return near[0].group if near else movements_own()


def movements_own() -> Group:
    """The movement's own group. Raises NoMovement where none has been started."""
    group = Group.objects.filter(kind=Group.Kind.MOVEMENT).first()
    if group is None:
        raise NoMovement(_("There is no movement here yet."), code="no_movement")
    return group


def who_holds(roles: Collection[Role], group: Group) -> QuerySet[Account]:
    """Open accounts with one of these roles in a group, or in the nearest group above that has any; none kept safe."""
    for path in reversed(group.ancestor_paths):
        found = holders(roles, [path]).order_by("pk")
        if found.exists():
            return found
    return Account.objects.none()


def holders(roles: Collection[Role], paths: Collection[str]) -> QuerySet[Account]:
    """Open accounts with one of these roles in one of the groups at these paths; none kept safe."""
    held = AccountRole.objects.open().filter(account=OuterRef("pk"), group__path__in=paths, role__in=roles)
    return Account.objects.filter(Exists(held), may_be_used("person"), is_active=True, system="")
