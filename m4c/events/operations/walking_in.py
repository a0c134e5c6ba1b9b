"""Somebody comes in whom nobody has on the list: a record of them, and that they walked in, brought by whom."""

from collections.abc import Mapping, MutableMapping, Sequence
from datetime import datetime
from uuid import UUID

from django.utils import timezone
from django.utils.translation import gettext as _

from m4c.events.door.taps import Steward, Tap
from m4c.events.models import Attendance, Event
from m4c.events.operations.newcomer import known_person
from m4c.people.models import Person
from m4c.people.names import fold, split_full_name
from m4c.people.operations.double import suggest
from m4c.people.operations.membership import come_in
from m4c.people.operations.person import NewPerson, add_many


def walk_in_many(
    event: Event,
    taps: Sequence[Tap],
    listed: MutableMapping[UUID, Attendance],
    steward: Steward,
    at: datetime,
) -> set[Attendance]:
    """Write those who walk in, and put them into `listed` by the uid of their tap. Returns who is new on the list.

    Whoever is known without doubt is not written twice; where they are on the list already, that is their place.
    """
    named = {tap.attendance: tap for tap in reversed(taps) if tap.name and tap.name.strip()}
    if not named:
        return set()
    people = people_of(event, list(named.values()), steward, at)
    there = Attendance.objects.filter(event=event, person__in=people.values())
    places = {attendance.person_id: attendance for attendance in there}
    made = []
    for uid, person in people.items():
        if person.pk not in places:
            places[person.pk] = Attendance(uid=uid, event=event, person=person, state=Attendance.State.WALK_IN)
            made.append(places[person.pk])
        listed[uid] = places[person.pk]
    for attendance in made:
        attendance.brought_by_id = bringer(named[attendance.uid], attendance, listed)
    return set(Attendance.objects.bulk_create(made, batch_size=500))


def bringer(tap: Tap, attendance: Attendance, listed: Mapping[UUID, Attendance]) -> int | None:
    """Who brought somebody: a person of the same list, and never themselves."""
    by = listed.get(tap.brought_by) if tap.brought_by else None
    if by is None or by.event_id != attendance.event_id or by.person_id == attendance.person_id:
        return None
    return by.person_id


def folded_as_typed(tap: Tap) -> str:
    """The name that was typed, folded as a record of it is."""
    name = split_full_name(tap.name or "")
    return fold(f"{name.given} {name.family}")


def people_of(event: Event, taps: Sequence[Tap], steward: Steward, at: datetime) -> dict[UUID, Person]:
    """Who they are, by the uid of their place: on record where their phone leaves no doubt, else kept now."""
    day, source = (
        timezone.localdate(event.starts_at),
        _("at the door of {event}").format(event=event.get_kind_display()),
    )
    found: dict[UUID, Person] = {}
    new: dict[UUID, NewPerson] = {}
    for tap in taps:
        name = split_full_name(tap.name or "")
        described = NewPerson(
            title=name.title,
            given_name=name.given,
            family_name=name.family,
            known_as=name.known_as,
            phones=[tap.phone] if tap.phone else [],
            met_on=day,
            met_by=steward.account.person,
            source=source,
        )
        known = known_person(described, steward.account) if tap.phone else None
        if known:
            found[tap.attendance] = known
        else:
            new[tap.attendance] = described
    come_in(found.values(), event.group)
    people = add_many(group=event.group, rows=list(new.values())) if new else []
    suggest([person.pk for person in people], at)
    return found | dict(zip(new, people, strict=True))
