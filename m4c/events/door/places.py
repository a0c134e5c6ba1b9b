"""Where those who are tapped stand on the list: read in one statement, for a tap must cost little."""

from collections.abc import Collection
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Exists, OuterRef, QuerySet

from m4c.core.prepared import prepared
from m4c.events.models import Arrival, Attendance, Event
from m4c.people.models import Membership


@dataclass(frozen=True)
class Places:
    """Places on lists by uid, ids of people who do not belong to the group yet, and whether a tap was taken before."""

    by_uid: dict[UUID, Attendance]
    strangers: set[int]
    may_be_known: bool


def places_of(event: Event, places: Collection[UUID], taps: Collection[UUID]) -> Places:
    """The places of these uids, on any list; where none is found it is not known whether a tap was taken before."""
    if not places or not taps:
        return Places({}, set(), bool(taps))
    found = placed(list(places), list(taps), event.group.path, event.group.path_end)
    strangers = {row.person_id for row in found if not row.belongs}  # type: ignore[attr-defined]
    is_known = not found or bool(found[0].is_known)  # type: ignore[attr-defined]
    return Places({row.uid: row for row in found}, strangers, is_known)


@prepared
def placed(places: list[UUID], taps: list[UUID], path: str, path_end: str) -> QuerySet[Attendance]:
    """These places, each with whether its person belongs to a group between these paths, and whether a tap is known."""
    belongs = Membership.objects.open().filter(
        person=OuterRef("person"), group__path__gte=path, group__path__lt=path_end
    )
    known = Arrival.objects.filter(uid__in=taps)
    rows = Attendance.objects.filter(uid__in=places).only("uid", "event", "person", "state", "brought_by")
    return rows.annotate(belongs=Exists(belongs), is_known=Exists(known)).order_by()
