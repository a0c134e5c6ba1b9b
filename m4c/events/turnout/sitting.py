"""What is written of a chunk of a turnout sheet besides its people: the event, where each stands, their guests."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from m4c.events.merge_steps import strength
from m4c.events.models import Attendance, Event, Reply, TurnoutCall
from m4c.events.operations.announced_guests import Announced, announce_many
from m4c.events.operations.attendance import Came, attend_many
from m4c.events.operations.event import NewEvent, make_event
from m4c.events.operations.turnout_call import note_words
from m4c.events.turnout.answers import SETTLED
from m4c.people.imports.kinds import Line, Sitting, Written
from m4c.people.imports.traces import Trace, changed, made
from m4c.people.matching import Known
from m4c.people.models import ImportRow, SheetImport
from m4c.people.sheets.turnout import Guests

State, Answer = Attendance.State, TurnoutCall.Answer
STARTS = time(19)  # where a sheet does not say
EXPECTED = SETTLED - {State.WALK_IN}  # what became of those who may have said something beforehand
ANSWERS: Mapping[str, "TurnoutCall.Answer"] = {
    State.YES: Answer.YES,
    State.CONFIRMED: Answer.YES,
    State.MAYBE: Answer.MAYBE,
    State.NO: Answer.NO,
}  # what somebody said, by the state that a sheet gives them for it
COMING = {State.YES, State.CONFIRMED, State.CAME, State.WALK_IN}


@dataclass
class Expected:
    """What a row says besides who it is: a state, or none where it leaves that open, whom they bring along, and the
    state that they had by their own word, where another column says what became of it.
    """

    state: str = ""
    guests: Guests = field(default_factory=Guests)
    word: str = ""


class TurnoutSitting(Sitting):
    """A chunk of a turnout sheet."""

    def __init__(self, sheet_import: SheetImport) -> None:
        super().__init__(sheet_import)
        self.title = " ".join(sheet_import.details["title"].split())
        self.source = _("Turnout of “{event}”, {day}").format(
            event=self.title, day=date_format(date.fromisoformat(sheet_import.details["day"]))
        )[:200]
        self.event = event_of(sheet_import)
        self.listed: set[int] = set()

    def describe(self, lines: Sequence[Line]) -> None:
        """All come in by the sheet's group; those who were there were met on the day of the event."""
        super().describe(lines)
        day = date.fromisoformat(self.sheet_import.details["day"])
        for line in lines:
            line.met_on = day if line.said.state in State.present() else None

    def meet(self, people: Collection[Known]) -> None:
        """Who of these is on the event's list already, as far as whoever sends the sheet may know."""
        if self.event:
            ids = [known.person_id for known in people if known.person_id and not is_hidden(known)]
            listed = Attendance.objects.filter(event=self.event, person__in=ids)
            self.listed.update(listed.values_list("person_id", flat=True))

    def acquainted(self, line: Line, people: Collection[Known]) -> Collection[Known]:
        """Those who are on the event's list."""
        return [known for known in people if known.person_id in self.listed]

    def foretell(self, lines: Sequence[Line]) -> Mapping[str, int]:
        """How many would be put on the list, and how many guests they bring."""
        new = [line for line in lines if line.fate != ImportRow.Fate.REPEAT]
        new = [line for line in new if not (line.known and line.known.person_id in self.listed)]
        return {"attendances": len(new), "guests": sum(line.said.guests.number for line in new if brings(line))}

    def write(self, lines: Sequence[Line]) -> Written:
        """The event, where each person stands, and their guests; each person once, by whichever line says most."""
        once: list[Trace] = []
        if self.event is None:
            self.event = make_event(group=self.sheet_import.group, new=new_event(self.sheet_import))
            once = [made(self.event)]
        number = self.attend(self.event, lines)
        return Written({"attendances": number, "guests": self.bring_guests(self.event, lines)}, once)

    def attend(self, event: Event, lines: Sequence[Line]) -> int:
        """Put them on the list, or bring their state up to date. Returns how many are new there, as far as may be told:
        somebody kept safe counts like somebody new.
        """
        of_person: dict[int, list[Line]] = {}
        for line in lines:
            if line.person:
                of_person.setdefault(line.person.pk, []).append(line)
        known = Attendance.objects.filter(event=event, person__in=of_person)
        before = {pk: (state, who) for pk, state, who in known.values_list("person_id", "state", "brought_by_id")}
        rows = [
            Came(these[0].person, settled(before.get(pk, ("", None))[0], these))
            for pk, these in of_person.items()
            if these[0].person
        ]
        attendances = attend_many(event=event, rows=rows)
        self.keep_words(event, attendances, of_person)
        for attendance in attendances:
            line = of_person[attendance.person_id][0]
            if attendance.person_id in before:
                state, brought_by = before[attendance.person_id]
                line.traces += changed(attendance, {"state": state, "brought_by_id": brought_by})
            else:
                line.traces.append(made(attendance))
        return len(of_person.keys() - (before.keys() - hidden_in(lines)))

    def keep_words(
        self, event: Event, attendances: Sequence[Attendance], of_person: Mapping[int, Sequence[Line]]
    ) -> None:
        """What they said, where the sheet tells it apart from whether they came, and we know no word of theirs."""
        said = {one: word_of(of_person[one.person_id]) for one in attendances if one.state in EXPECTED}
        words = {one: ANSWERS[word] for one, word in said.items() if word}
        confirmed = {one for one, word in said.items() if word == State.CONFIRMED}
        by, at = self.sheet_import.by, min(event.starts_at, timezone.now())
        for call in note_words(words, confirmed, at, by):
            of_person[call.attendance.person_id][0].traces.append(made(call))  # type: ignore[union-attr]

    def bring_guests(self, event: Event, lines: Sequence[Line]) -> int:
        """Write down whom they bring along, where they have not said so themselves. Returns how many."""
        bringing = {line.person.pk: line for line in reversed(lines) if line.person and brings(line)}
        replied = Reply.objects.filter(event=event, person__in=bringing).values_list("person_id", flat=True)
        new = [line for pk, line in bringing.items() if pk not in set(replied)]
        rows = [Announced(line.person, line.said.guests.number, line.said.guests.names) for line in new if line.person]
        written = announce_many(event=event, rows=rows, at=timezone.now())
        for line, (reply, guests) in zip(new, written, strict=True):
            line.traces += [made(reply), *map(made, guests)]
        return sum(line.said.guests.number for pk, line in bringing.items() if line in new or pk in hidden_in([line]))


def hidden_in(lines: Sequence[Line]) -> set[int]:
    """Ids of those whom these lines mean and of whom whoever sends the sheet is told nothing."""
    return {line.person.pk for line in lines if line.person and line.known and is_hidden(line.known)}


def is_hidden(known: Known) -> bool:
    """Whether somebody is kept safe or set aside, and was brought in by no sheet of whoever sends this one."""
    return known.is_protected and not known.is_seen


def settled(before: str, lines: Sequence[Line]) -> str:
    """Where somebody stands after these lines: what the sheet says is newer than what was known, but nobody who was
    there is said by it not to have been, and of two lines about one person the one that says more counts.
    """
    said = max((line.said.state for line in lines if line.said.state), key=strength, default="")
    repeated = any(line.fate == ImportRow.Fate.REPEAT for line in lines[:1])
    if before and (not said or (before in State.present() and said not in State.present())):
        return before
    if before and repeated:
        return max(before, said, key=strength)
    return said or State.LISTED


def word_of(lines: Sequence[Line]) -> str:
    """The state that somebody has by their own word on these lines; empty where none of them tells it apart."""
    return max((line.said.word for line in lines if line.said.word in ANSWERS), key=strength, default="")


def brings(line: Line) -> bool:
    """Whether somebody who means to come brings guests."""
    return bool(line.said.guests.number and line.said.state in COMING)


def event_of(sheet_import: SheetImport) -> Event | None:
    """The event that a sheet is of, where it is there already: the group's of that kind and title on that day."""
    if not sheet_import.group_id or not sheet_import.details.get("day"):
        return None
    day, details = date.fromisoformat(sheet_import.details["day"]), sheet_import.details
    bounds = [timezone.make_aware(datetime.combine(day, hour)) for hour in (time.min, time.max)]
    events = Event.objects.filter(group=sheet_import.group_id, kind=details["event_kind"], cancelled_at=None)
    title = " ".join(details["title"].split())
    return events.filter(title__iexact=title, starts_at__range=bounds).order_by("pk").first()


def new_event(sheet_import: SheetImport) -> NewEvent:
    """What a sheet's answers say of its event."""
    details = sheet_import.details
    hour = details.get("hour") or ""
    starts = time.fromisoformat(hour) if hour not in ("", "None") else STARTS
    day = date.fromisoformat(details["day"])
    return NewEvent(
        kind=details["event_kind"],
        title=" ".join(details["title"].split()),
        starts_at=timezone.make_aware(datetime.combine(day, starts)),
        place=sheet_import.group.place,
    )
