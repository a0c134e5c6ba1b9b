"""Where those who are tapped stand on the list: read in one statement written by hand, for a tap must cost little."""

from collections.abc import Collection
from dataclasses import dataclass
from uuid import UUID

from django.db import connection

from m4c.events.models import Arrival, Attendance, Event
from m4c.people.models import Group, Membership

PLACES = f"""
    SELECT a.id, a.uid, a.event_id, a.person_id, a.state, a.brought_by_id,
        EXISTS (
            SELECT 1 FROM {Membership._meta.db_table} m JOIN {Group._meta.db_table} g ON g.id = m.group_id
            WHERE m.person_id = a.person_id AND m.ended_on IS NULL AND g.path >= %s AND g.path < %s
        ) AS belongs,
        EXISTS (SELECT 1 FROM {Arrival._meta.db_table} t WHERE t.uid IN ({{taps}})) AS is_known
    FROM {Attendance._meta.db_table} a WHERE a.uid IN ({{places}})
"""


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
    field = Attendance._meta.get_field("uid")
    uids = [[field.get_db_prep_value(uid, connection) for uid in some] for some in (taps, places)]
    marks = [", ".join(["%s"] * len(some)) for some in uids]
    sql = PLACES.format(taps=marks[0], places=marks[1])
    found = list(Attendance.objects.raw(sql, [event.group.path, event.group.path_end, *uids[0], *uids[1]]))
    strangers = {row.person_id for row in found if not row.belongs}  # type: ignore[attr-defined]
    is_known = not found or bool(found[0].is_known)  # type: ignore[attr-defined]
    return Places({row.uid: row for row in found}, strangers, is_known)
