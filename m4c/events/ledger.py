"""What events write into the engagement ledger: who came, brought by whom, and who brought them."""

from collections.abc import Iterable, Sequence

from m4c.events.models import Attendance, Event
from m4c.people.ledger import Source, follow
from m4c.people.models import Engagement


def rows(attendances: Sequence[Attendance]) -> Iterable[Engagement]:
    """`came` for whoever was there, and `brought` for whoever brought them, at the event's time."""
    read = [attendance.event_id for attendance in attendances if not Attendance.event.is_cached(attendance)]
    events = Event.objects.in_bulk(read) if read else {}
    for attendance in attendances:
        event = events.get(attendance.event_id) or attendance.event
        if not attendance.was_there or event.cancelled_at:
            continue
        common = {
            "at": event.starts_at,
            "group_id": event.group_id,
            "source_type": "events.attendance",
            "source_id": attendance.pk,
        }
        came = {"person_id": attendance.person_id, "leader_id": attendance.brought_by_id, "occasion": event.pk}
        yield Engagement(kind="came", **came, **common)
        if attendance.brought_by_id:
            yield Engagement(
                kind="brought", person_id=attendance.brought_by_id, other_id=attendance.person_id, **common
            )


def register() -> None:
    """Tell the ledger of attendances."""
    follow(Source(Attendance, rows))
