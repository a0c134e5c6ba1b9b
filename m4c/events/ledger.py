"""What events write into the engagement ledger: who came, brought by whom, who brought them, and who did which part."""

from collections.abc import Iterable, Sequence

from django.utils import timezone

from m4c.events.models import Attendance, Event, EventRole
from m4c.people import ledger
from m4c.people.ledger import Source, follow
from m4c.people.models import Engagement

DONE = {
    EventRole.Part.CHAIR: "chaired",
    EventRole.Part.WELCOME: "welcomed",
    EventRole.Part.NOTES: "took_notes",
    EventRole.Part.TIME: "kept_time",
    EventRole.Part.FOOD: "saw_to_food",
    EventRole.Part.DOOR: "kept_door",
    EventRole.Part.SPEAKER: "spoke",
    EventRole.Part.INTERPRETER: "interpreted",
    EventRole.Part.OTHER: "helped",
}
"""What somebody who had a part did, as the ledger calls it, once the event was held."""


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


def rows_of_parts(roles: Sequence[EventRole]) -> Iterable[Engagement]:
    """What each did whose part it was, at the event's time; nothing before the event has begun."""
    given = [role for role in roles if role.person_id]
    events = Event.objects.held(timezone.now()).in_bulk({role.event_id for role in given}) if given else {}
    for role in given:
        event = events.get(role.event_id)
        if event and role.person_id:
            yield Engagement(
                kind=DONE[EventRole.Part(role.part)],
                person_id=role.person_id,
                at=event.starts_at,
                group_id=event.group_id,
                source_type="events.eventrole",
                source_id=role.pk,
            )


def write_all_of(event: Event) -> None:
    """Bring the ledger up to date with an event that was moved, called off or put back."""
    ledger.write(Attendance.objects.filter(event=event))
    ledger.write(EventRole.objects.filter(event=event))


def register() -> None:
    """Tell the ledger of attendances, and of parts."""
    follow(Source(Attendance, rows))
    follow(Source(EventRole, rows_of_parts))
