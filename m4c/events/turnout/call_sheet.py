"""A leader's call sheet for an event: whom they ask, by number, how to reach each, and what each has said so far."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from m4c.events.models import Attendance, Event, NameAtEvent, TurnoutCall
from m4c.events.turnout.answers import SETTLED
from m4c.events.turnout.counting import CALLS, told_to
from m4c.people.consent_rules import standings_of
from m4c.people.models import Account, Channel, Person, Protection, Purpose

State, Round = Attendance.State, TurnoutCall.Round
MOST = 300  # lines: nobody calls more than that for one event
CALLED = {State.YES, State.CONFIRMED, State.MAYBE}  # whom the rounds after the first ask are for


@dataclass(frozen=True)
class Line:
    """One whom a leader asks. `numbers` may be rung; `barred` says why none may; `safe_note` stands above all of it.

    `said` is what they said in the round that is shown; `is_last` whether that is the last word, to be taken back.
    """

    number: int
    asked: Attendance | NameAtEvent
    person: Person | None
    name: str
    numbers: Sequence[str]
    barred: str
    safe_note: str
    words: str
    said: TurnoutCall | None
    is_last: bool

    @property
    def key(self) -> str:
        """What a form calls this line: by which list, and by which uid."""
        return f"{'p' if self.person else 'n'}-{self.asked.uid}"

    @property
    def is_reached(self) -> bool:
        """Whether they gave an answer in the round that is shown."""
        return self.said is not None and self.said.answer != TurnoutCall.Answer.NO_ANSWER

    @property
    def is_for_the_owner_alone(self) -> bool:
        """Whether it is a name on one's own list."""
        return self.person is None

    def is_for(self, call: str) -> bool:
        """Whether a round is about them: the first ask about all, those after it about whoever has not said no."""
        if self.asked.state in SETTLED:
            return False
        return call == Round.ASK or self.said is not None or self.asked.state in CALLED


@dataclass(frozen=True)
class CallSheet:
    """The lines of one leader for one event in one round; `left` are those of them who have said nothing in it yet."""

    event: Event
    call: str
    lines: Sequence[Line]

    @property
    def of_round(self) -> list[Line]:
        """Those whom the round is about."""
        return [line for line in self.lines if line.is_for(self.call)]

    @property
    def left(self) -> int:
        """How many are still to be reached in it."""
        return sum(not line.is_reached for line in self.of_round)


def call_sheet_of(event: Event, account: Account, asker: Person | None, call: str, at: datetime) -> CallSheet:
    """The sheet of whom `asker` asks, or of whom nobody does, as far as the account sees; in a constant number of
    queries. Names of an own list are on their owner's sheet alone.
    """
    attendances = list(attendances_of(event, account, asker)[:MOST])
    names = NameAtEvent.objects.visible_to(account).filter(event=event, name__owner=asker) if asker else None
    own = list(names.select_related("name", "event")[:MOST]) if names is not None else []
    listed: list[Attendance | NameAtEvent] = sorted([*attendances, *own], key=lambda one: (one.made_at, one.pk))
    people = [one.person for one in attendances]
    reach = Reach.of(people, account, at)
    calls = calls_of(attendances, own)
    lines = []
    for number, asked in enumerate(listed, start=1):
        said = calls[type(asked), asked.pk]
        of_round = next((each for each in reversed(said) if each.round == call), None)
        is_last = of_round is not None and of_round is said[-1]
        lines.append(line_of(number, asked, reach, of_round, is_last))
    return CallSheet(event, call, lines)


def attendances_of(event: Event, account: Account, asker: Person | None) -> "QuerySet[Attendance]":
    """Those whom somebody asks to an event, or brings; those whom nobody does where none is named, as far as the
    account may know.
    """
    seen = Attendance.objects.visible_to(account).filter(event=event).select_related("person", "event")
    seen = seen.annotate(asks=told_to(account, "asked_by"), brings=told_to(account, "brought_by"))
    whose = Q(asks=asker.pk) | Q(asks=None, brings=asker.pk) if asker else Q(asks=None, brings=None)
    return seen.filter(whose).prefetch_related("person__phones").order_by("made_at", "pk")


def calls_of(
    attendances: Iterable[Attendance], names: Iterable[NameAtEvent]
) -> Mapping[tuple[type, int], list[TurnoutCall]]:
    """All that these said, by whom, the earliest first; one query."""
    found: dict[tuple[type, int], list[TurnoutCall]] = defaultdict(list)
    of_these = Q(attendance__in=[one.pk for one in attendances]) | Q(name__in=[one.pk for one in names])
    for call in TurnoutCall.objects.filter(of_these).order_by("at", "pk"):
        key = (Attendance, call.attendance_id) if call.attendance_id else (NameAtEvent, call.name_id or 0)
        found[key].append(call)
    return found


@dataclass(frozen=True)
class Reach:
    """How each of some people may be rung: their numbers, why not, and the notes of those kept safe."""

    numbers: Mapping[int, Sequence[str]]
    barred: Mapping[int, str]
    safe: Mapping[int, str]

    @classmethod
    def of(cls, people: Sequence[Person], account: Account, at: datetime, purpose: Purpose = Purpose.NEWS) -> "Reach":
        """For people whose phones were read; three queries."""
        ids = [person.pk for person in people]
        own = Protection.objects.visible_to(account).active().filter(contact=account.person_id, person__in=ids)
        safe = {one.person_id: one.safe_contact_note for one in own} if account.person_id else {}
        numbers: dict[int, Sequence[str]] = {}
        barred: dict[int, str] = {}
        for pk, standing in standings_of(people).items():
            phones = list(standing.person.phones.all())
            answer = standing.answer(Channel.PHONE, purpose, at)
            if standing.is_out_of_use:
                barred[pk] = _("Open their own page first.")
            elif not answer:
                barred[pk] = _("Do not ring: {why}").format(why=answer.why)
            elif not phones:
                barred[pk] = _("We have no number of theirs.")
            else:
                numbers[pk] = [phone.written for phone in phones]
        return cls(numbers, barred, safe)


def line_of(
    number: int, asked: Attendance | NameAtEvent, reach: Reach, said: TurnoutCall | None, is_last: bool
) -> Line:
    """One line of the sheet."""
    if isinstance(asked, NameAtEvent):
        own = asked.name
        ways = [own.reach] if own.reach else []
        return Line(number, asked, None, own.name, ways, "", "", own.words, said, is_last)
    pk, person = asked.person_id, asked.person
    return Line(
        number,
        asked,
        person,
        person.name,
        reach.numbers.get(pk, ()),
        reach.barred.get(pk, ""),
        reach.safe.get(pk, ""),
        "",
        said,
        is_last,
    )


def usual_round(event: Event, at: datetime) -> str:
    """The round that is due: the first ask until ten days before, then the calls, the last on the day before."""
    days = (timezone.localdate(event.starts_at) - timezone.localdate(at)).days
    if days <= 1:
        return Round.DAY_BEFORE
    return Round.CALL_2 if days <= 4 else Round.CALL_1 if days <= 10 else Round.ASK


ROUNDS = [Round.ASK, *CALLS]
