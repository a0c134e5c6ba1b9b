"""Put many people on lists of whom to ask to an event at once: those who may be asked, and why the others not."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

from django.db.models import prefetch_related_objects

from m4c.core.operations import operation
from m4c.events.models import Attendance, Event
from m4c.events.operations.attendance import check_takes_place
from m4c.events.operations.turnout_pledge import check_own
from m4c.events.turnout_permissions import ASK_TO_EVENTS
from m4c.people.consent_rules import standings_of
from m4c.people.models import Account, Channel, Person, Purpose
from m4c.people.operations.must_see import must_see

State = Attendance.State
BY_A_PERSON = (Channel.PHONE, Channel.DOOR, Channel.POST)  # what needs a yes beforehand is left to letters


@dataclass(frozen=True)
class ToAsk:
    """Somebody to be asked, and on whose list; on nobody's where no asker is named."""

    person: Person
    asker: Person | None = None


@dataclass(frozen=True)
class Listing:
    """What became of all of them.

    `touched` are the places newly made, `known` how many stood on the event's list before. `aside` are those who are
    not asked, each with why; `silent` how many are not asked and are named nowhere, as they are kept safe.
    """

    touched: list[Attendance] = field(default_factory=list)
    known: int = 0
    aside: list[tuple[Person, str]] = field(default_factory=list)
    silent: int = 0


@operation(ASK_TO_EVENTS, on="event")
def list_people(*, event: Event, rows: Sequence[ToAsk], at: datetime, by: Account) -> Listing:
    """Put people on lists of whom to ask, at most 500 at a time; whoever is on the event's list keeps where they stand.

    Nobody is listed who died, moved away, is kept safe, set aside or under 18, or who objects to every way in which a
    person asks. Written twice it is written once. Raises TurnoutRefused for others' lists that are not one's to keep,
    Unseen, and AttendanceRefused.
    """
    check_takes_place(event)
    askers = {row.asker.pk: row.asker for row in rows if row.asker}
    for asker in [one for pk, one in askers.items() if pk != by.person_id][:1]:
        check_own(event, asker, by)
    must_see([*(row.person for row in rows), *askers.values()], by)
    first = {row.person.pk: row for row in reversed(rows)}
    listed = set(Attendance.objects.filter(event=event, person__in=list(first)).values_list("person", flat=True))
    others = [row.person for pk, row in first.items() if pk not in listed]
    prefetch_related_objects(others, "phones", "address")
    aside, silent, places = [], 0, []
    for pk, standing in sorted(standings_of(others).items(), key=lambda pair: first[pair[0]].person.sort_name):
        answers = [standing.answer(channel, Purpose.NEWS, at) for channel in BY_A_PERSON]
        if standing.is_protected:
            silent += 1
        elif not any(answers):
            aside.append((standing.person, answers[0].why))
        else:
            owner = first[pk].asker
            by_whom = owner if owner and owner.pk != pk else None  # nobody asks themselves
            places.append(Attendance(event=event, person=standing.person, state=State.LISTED, asked_by=by_whom))
    return Listing(Attendance.objects.bulk_create(places, batch_size=500), len(listed), aside, silent)
