"""What is written when somebody comes in at a door: the bodies that the door's operations share."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from m4c.core.errors import Refused
from m4c.core.inserting import insert_many
from m4c.core.operations import set_values
from m4c.core.updating import update_those
from m4c.events.door.places import places_of
from m4c.events.door.taps import AGAIN, BACK, IN, Sent, Steward, Taken, TakenBack, Tap
from m4c.events.models import Arrival, Attendance, Event
from m4c.events.operations.attendance import check_takes_place
from m4c.events.operations.walking_in import folded_as_typed, walk_in_many
from m4c.people import ledger
from m4c.people.models import Person
from m4c.people.models.use import out_of_use
from m4c.people.operations.membership import come_in

State = Attendance.State


class ArrivalRefused(Refused):
    """The tap cannot be taken."""


def take(event: Event, sent: Sequence[Sent], steward: Steward, at: datetime) -> Taken:
    """Write taps and what was taken back, in the order in which it happened, in a constant number of statements.

    Whoever is tapped first is in; later taps are noted beside it. Raises AttendanceRefused for an event called off.
    """
    check_takes_place(event)
    taken = Taken()
    take_taps(event, sorted((one for one in sent if isinstance(one, Tap)), key=when), steward, at, taken)
    for one in sorted((one for one in sent if isinstance(one, TakenBack)), key=when):
        take_back(event, one, at, taken)
    return taken


def take_taps(event: Event, taps: Sequence[Tap], steward: Steward, at: datetime, taken: Taken) -> None:
    """Write the taps; one whose uid is known says the same or is refused."""
    places = places_of(event, named_by(taps), {tap.uid for tap in taps})
    known = known_arrivals(tap.uid for tap in taps) if places.may_be_known else {}
    listed = places.by_uid
    fresh = [tap for tap in taps if tap.uid not in known]
    made = walk_in_many(
        event, [tap for tap in fresh if tap.is_new and tap.attendance not in listed], listed, steward, at
    )
    hidden = unnamed_on_lists(taps, listed, known)
    arrivals: dict[UUID, Arrival] = {}
    came: list[Attendance] = []
    for tap in taps:
        arrival, attendance = known.get(tap.uid) or arrivals.get(tap.uid), listed.get(tap.attendance)
        if arrival and says_the_same(arrival, tap, event):
            taken.note(tap, IN, None if arrival.attendance in hidden else arrival.attendance.uid)
        elif arrival or attendance is None or attendance.event_id != event.pk:
            taken.refuse(tap, refusal_of(tap))
        else:
            is_new = attendance in made
            is_first = is_new or not attendance.was_there
            arrivals[tap.uid] = arrival_of(tap, attendance, steward, at, "" if is_new else attendance.state)
            made.discard(attendance)
            if is_first:
                came.append(attendance)
            if not attendance.was_there:
                set_values(attendance, {"state": State.CAME.value})
            if tap.is_new and attendance in hidden:
                taken.note(tap, IN)
            else:
                taken.note(tap, IN if is_first else AGAIN, attendance.uid)
    let_in(event, came, places.strangers)
    insert_many(arrivals.values())
    taken.touched += [*arrivals.values(), *came]


def unnamed_on_lists(
    taps: Iterable[Tap], listed: Mapping[UUID, Attendance], known: Mapping[UUID, Arrival]
) -> set[Attendance]:
    """The places of those who walk in and stood there before, of whom no device is told: kept safe, or set aside.

    Whoever knows a name and a number would learn by the answer that they are expected, or in the room.
    """
    new = [tap for tap in taps if tap.is_new]
    places = [known[tap.uid].attendance if tap.uid in known else listed.get(tap.attendance) for tap in new]
    there = [place for tap, place in zip(new, places, strict=True) if place and place.uid != tap.attendance]
    out = out_of_use([place.person_id for place in there]) if there else {}
    return {place for place in there if place.person_id in out}


def let_in(event: Event, came: Sequence[Attendance], strangers: Collection[int]) -> None:
    """Write that these came, who were not there before: their state, that they belong, and what the ledger says.

    `strangers` are those of the list who do not belong to the group yet, by id.
    """
    expected = [attendance for attendance in came if attendance.state == State.CAME]
    update_those(Attendance, "id", [attendance.pk for attendance in expected], state=State.CAME)
    if new_here := [attendance.person_id for attendance in expected if attendance.person_id in strangers]:
        come_in(Person.objects.filter(pk__in=new_here), event.group)
    for attendance in came:
        attendance.event = event  # so that the ledger need not read it again
    ledger.add(came)


def take_back(event: Event, back: TakenBack, at: datetime, taken: Taken) -> None:
    """Undo the taps of somebody until then; where none stands any more, they are where they were before."""
    attendance = Attendance.objects.filter(event=event, uid=back.attendance).first()
    if attendance is None:
        taken.refuse(back, cannot_be_written())
        return
    taps = Arrival.objects.filter(attendance=attendance)
    undone = list(taps.standing().filter(arrived_at__lte=min(back.at, at)))
    for arrival in undone:
        set_values(arrival, {"undone_at": at})
    taps.filter(pk__in=[arrival.pk for arrival in undone]).update(undone_at=at)
    first = taps.exclude(state_before__in=State.present()).order_by("-pk").first()
    if undone and first and not taps.standing().exists():
        set_values(attendance, {"state": first.state_before or State.LISTED.value})
        attendance.save(update_fields=["state"])
        ledger.write([attendance])
        taken.touched.append(attendance)
    taken.touched += undone
    taken.note(back, BACK)


def arrival_of(tap: Tap, attendance: Attendance, steward: Steward, at: datetime, state_before: str) -> Arrival:
    """The row of a tap, unsaved. A device whose clock runs ahead tapped when it was heard."""
    return Arrival(
        uid=tap.uid,
        event_id=attendance.event_id,
        attendance=attendance,
        arrived_at=min(tap.at, at),
        heard_at=at,
        by_id=None if steward.link else steward.account.pk,
        host_link_id=steward.link.pk if steward.link else None,
        door=tap.door.strip()[:40],
        state_before=state_before,
    )


def known_arrivals(uids: Iterable[UUID]) -> dict[UUID, Arrival]:
    """The taps of these uids that were taken before, with whom they let in."""
    found = Arrival.objects.filter(uid__in=list(uids)).select_related("attendance__person")
    return {arrival.uid: arrival for arrival in found}


def named_by(taps: Iterable[Tap]) -> set[UUID]:
    """The places on lists that taps name."""
    return {uid for tap in taps for uid in (tap.attendance, tap.brought_by) if uid}


def says_the_same(arrival: Arrival, tap: Tap, event: Event) -> bool:
    """Whether a tap taken before says what this one of the same uid says: it was sent twice.

    Somebody new who turned out to be on record stands there by their own name.
    """
    there = arrival.attendance
    if arrival.event_id != event.pk:
        return False
    if tap.is_new and there.uid != tap.attendance:
        return True
    return there.uid == tap.attendance and (not tap.is_new or there.person.folded_name == folded_as_typed(tap))


def refusal_of(tap: Tap) -> Refused:
    """Why a tap is not taken."""
    if tap.name is not None and not tap.name.strip():
        return ArrivalRefused(_("Give a name."), field="name", code="no_name")
    return cannot_be_written()


def cannot_be_written() -> Refused:
    """One sentence for what is not on this list, and for a uid that says something else."""
    return ArrivalRefused(_("That record cannot be written."), code="uid_taken")


def when(sent: Sent) -> datetime:
    """When it happened, by the device's clock."""
    return sent.at
