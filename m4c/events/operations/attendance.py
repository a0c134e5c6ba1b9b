"""Record who came to an event and who brought them."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from m4c.core.errors import Refused
from m4c.core.operations import change, change_many, operation
from m4c.events.models import Attendance, Event
from m4c.events.operations.newcomer import meet
from m4c.events.permissions import RECORD_ATTENDANCE
from m4c.people import ledger
from m4c.people.models import Account, Person
from m4c.people.operations.membership import come_in
from m4c.people.operations.must_see import must_see
from m4c.people.operations.person import NewPerson


class AttendanceRefused(Refused):
    """The attendance would not make sense."""


@dataclass(frozen=True)
class Came:
    """Somebody at an event: who, in which state, brought by whom."""

    person: Person
    state: str = Attendance.State.CAME
    brought_by: Person | None = None


@operation(RECORD_ATTENDANCE, on="event")
def record_attendance(
    *,
    event: Event,
    person: Person | NewPerson,
    by: Account,
    state: str = Attendance.State.CAME,
    brought_by: Person | None = None,
) -> Attendance:
    """Record where somebody stands with an event, and that they belong to its group; again corrects it.

    Somebody new who came is a walk-in. Raises AttendanceRefused, Unseen, and PersonRefused for somebody new without a
    name.
    """
    check_takes_place(event)
    must_see([None if isinstance(person, NewPerson) else person, brought_by], by)
    if isinstance(person, NewPerson):
        day, source = timezone.localdate(event.starts_at), event.get_kind_display()
        person = meet(group=event.group, new=person, on=day, source=source, by=by)
        state = Attendance.State.WALK_IN if state == Attendance.State.CAME else state
    else:
        come_in([person], event.group)
    attendance = attend_many(event=event, rows=[Came(person, state, brought_by)])[0]
    if brought_by and change(attendance, brought_by_id=brought_by.pk):
        ledger.write([attendance])
    return attendance


@operation(RECORD_ATTENDANCE, on="event")
def record_attendances(*, event: Event, rows: Sequence[Came], by: Account) -> list[Attendance]:
    """Record many at one event, at most 500 at a time, in their order. Raises AttendanceRefused, Unseen."""
    check_takes_place(event)
    must_see([named for row in rows for named in (row.person, row.brought_by)], by)
    come_in([row.person for row in rows], event.group)
    return attend_many(event=event, rows=rows)


@operation(RECORD_ATTENDANCE, on="attendance")
def remove_attendance(*, attendance: Attendance, by: Account) -> Attendance:
    """Take back an attendance that was recorded by mistake."""
    ledger.withdraw([attendance])
    Attendance.objects.filter(pk=attendance.pk).delete()
    return attendance


def attend_many(*, event: Event, rows: Sequence[Came]) -> list[Attendance]:
    """Write attendances with their ledger rows, once for each person, in a constant number of statements.

    Somebody recorded before keeps their row: its state is brought up to date, and who brought them where that was
    not known. The first of two rows of one person counts.
    """
    first: dict[int, Came] = {}
    for row in rows:
        if row.brought_by and row.brought_by.pk == row.person.pk:
            raise AttendanceRefused(_("Nobody brings themselves."), field="brought_by")
        first.setdefault(row.person.pk, row)
    known = {found.person_id: found for found in Attendance.objects.filter(event=event, person__in=list(first))}
    new = [
        Attendance(event=event, person=row.person, state=row.state, brought_by=row.brought_by)
        for pk, row in first.items()
        if pk not in known
    ]
    change_many({attendance: values_of(attendance, first[pk]) for pk, attendance in known.items()})
    Attendance.objects.bulk_create(new, batch_size=500)
    by_person = known | {attendance.person_id: attendance for attendance in new}
    ledger.write(by_person.values())
    return [by_person[row.person.pk] for row in rows]


def values_of(attendance: Attendance, row: Came) -> dict[str, object]:
    """What a row says anew of somebody recorded before."""
    brought_by = attendance.brought_by_id or (row.brought_by.pk if row.brought_by else None)
    return {"state": row.state, "brought_by_id": brought_by}


def check_takes_place(event: Event) -> None:
    """Raise AttendanceRefused for an event that was called off."""
    if event.is_called_off:
        raise AttendanceRefused(_("This event was called off."), code="called_off")
