"""What the page of an event's letters shows: each kind, its words, when it goes, and how many went or did not."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime

from django.conf import settings
from django.db.models import Count
from django.utils.translation import gettext as _

from m4c.events.letters.when import goes_by_clock, is_too_late
from m4c.events.letters.words import own_subject
from m4c.events.letters.writing import Letter, Reader, write_letter
from m4c.events.models import Event, EventLetter, LetterToSomebody
from m4c.events.operations.event_letter import BY_HOSTS
from m4c.people.models import Account

Kind, State = EventLetter.Kind, LetterToSomebody.State
SOMEBODY = "Angharad"  # an invented name, to see a letter as its reader does


@dataclass
class Line:
    """One kind of letter of an event: its row where there is one, and how many stand where."""

    event: Event
    kind: EventLetter.Kind
    letter: EventLetter | None
    now: datetime
    numbers: dict[str, int] = field(default_factory=dict)
    held: list[tuple[str, int]] = field(default_factory=list)

    @property
    def subject(self) -> str:
        """What its subject says."""
        return (self.letter and self.letter.subject) or own_subject(self.event, self.kind)

    @property
    def is_edited(self) -> bool:
        """Whether it is in the planner's own words."""
        return bool(self.letter and (self.letter.subject or self.letter.words))

    @property
    def is_on(self) -> bool:
        """Whether somebody who plans the event lets it go."""
        return bool(self.letter and self.letter.approved_at)

    @property
    def goes_by_clock(self) -> bool:
        """Whether it goes at a time of its own."""
        return goes_by_clock(self.kind)

    @property
    def may_be_let_go(self) -> bool:
        """Whether there is something to let go, or to hold."""
        return self.kind in BY_HOSTS and not self.event.is_called_off and not self.is_late

    @property
    def is_late(self) -> bool:
        """Whether it is of no use any more."""
        return is_too_late(self.event, self.kind, self.now)

    @property
    def goes(self) -> str:
        """When it goes, in a sentence."""
        sentences = {
            Kind.CONFIRMATION: _("By itself, to whoever replies on the public page."),
            Kind.PLACE: _("By itself, to whoever gets a place from the waiting list."),
            Kind.CHANGE: _("When you press for it, after its time or place changed."),
            Kind.CALLED_OFF: _("When you press for it, after it was called off."),
            Kind.REMINDER: _("The day before at ten, where you let it."),
            Kind.THANKS: _("The day after at ten, to those who came, where you let it."),
            Kind.MISSED: _("Two days after at ten, to those who did not come, where you let it."),
        }
        return sentences[self.kind]


def letters_of(account: Account, event: Event, now: datetime) -> list[Line]:
    """All kinds of letters of an event, as far as the account sees whom they went to. Two statements."""
    rows = {letter.kind: letter for letter in EventLetter.objects.visible_to(account).filter(event=event)}
    lines = [Line(event, kind, rows.get(kind.value), now) for kind in Kind]
    by_kind = {line.kind.value: line for line in lines}
    counted = LetterToSomebody.objects.visible_to(account).filter(event=event).order_by()
    for kind, state, why, number in counted.values_list("kind", "state", "why").annotate(number=Count("pk")):
        line = by_kind[kind]
        line.numbers[state] = line.numbers.get(state, 0) + number
        if why:
            line.held.append((why, number))
    return lines


def approved(event: Event, now: datetime) -> list[Line]:
    """Those that whoever plans the event lets a host send, and that are of use still."""
    rows = EventLetter.objects.filter(event=event, approved_at__isnull=False)
    lines = [Line(event, Kind(letter.kind), letter, now) for letter in rows]
    return [line for line in lines if not line.is_late]


def previews(event: Event, kind: str, edited: EventLetter | None) -> Iterable[tuple[str, Letter]]:
    """The letter as somebody invented gets it, in each language."""
    for code, name in settings.LANGUAGES:
        yield str(name), write_letter(event, kind, edited, Reader(SOMEBODY, code))
