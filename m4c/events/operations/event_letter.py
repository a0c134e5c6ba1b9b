"""Letters of events: put in one's own words, let go by the clock, told at one press, and sent once each."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.utils.translation import gettext_lazy as _

from m4c.core.errors import Refused
from m4c.core.operations import change, operation
from m4c.core.permissions import PUBLIC
from m4c.events.letter_permissions import SEND_EVENT_LETTERS
from m4c.events.letters import tasks  # as a module: it imports this one
from m4c.events.letters.when import goes_by_clock, is_too_late, usual_time
from m4c.events.letters.whom import people_for
from m4c.events.letters.words import gives_away
from m4c.events.models import Event, EventLetter, HostLink, LetterToSomebody
from m4c.events.permissions import PLAN_EVENTS
from m4c.people.models import Account
from m4c.people.models.protection import not_kept_safe
from m4c.people.operations.posting import claim, settle
from m4c.people.posting import Outcome, is_one_line

Kind = EventLetter.Kind
LATELY = timedelta(days=30)  # events before that send nothing any more
BY_HOSTS = [Kind.CHANGE, Kind.REMINDER, Kind.THANKS, Kind.MISSED]


class LetterRefused(Refused):
    """The letter would say what it must not, goes to nobody, or may not go now."""


@dataclass(frozen=True)
class Queued:
    """How many letters were put in the queue for an event."""

    event: Event
    number: int

    @property
    def touched(self) -> list[Event]:
        """For the audit entry."""
        return [self.event]


@operation(PLAN_EVENTS, on="event")
def word_letter(*, event: Event, kind: str, subject: str, words: str, at: datetime, by: Account) -> EventLetter:
    """Put a kind of letter in one's own words; empty ones are ours again. One that may go, may go in these words.

    Raises LetterRefused for a subject of several lines, or one that names what not everybody may know of.
    """
    subject, words = subject.strip(), words.strip()
    check_subject(event, subject)
    letter = letter_of(event, kind)
    values: dict[str, object] = {"subject": subject, "words": words}
    if letter.approved_at:
        values |= {"approved_by": by, "approved_at": at}
    change(letter, **values)
    return letter


@operation(PLAN_EVENTS, on="event")
def approve_letter(*, event: Event, kind: str, at: datetime, by: Account) -> EventLetter:
    """Let a letter go: by the clock where its kind does, and by a host's link. Raises LetterRefused."""
    if kind not in BY_HOSTS:
        raise LetterRefused(_("This letter goes by itself, or when you press for it."), code="by_itself")
    if is_too_late(event, kind, at):
        raise LetterRefused(_("It is too late for this letter."), code="too_late")
    letter = letter_of(event, kind)
    sends_at = max(usual_time(event, kind), at) if goes_by_clock(kind) else None
    change(letter, sends_at=sends_at, approved_by=by, approved_at=at)
    return letter


@operation(PLAN_EVENTS, on="event")
def hold_letter(*, event: Event, kind: str, by: Account) -> EventLetter:
    """Let a letter go no more; those that went, went."""
    letter = letter_of(event, kind)
    change(letter, sends_at=None, approved_by=None, approved_at=None)
    return letter


@operation(PLAN_EVENTS, on="event")
def tell_of_change(*, event: Event, at: datetime, by: Account) -> Queued:
    """Tell those coming that the time or place changed, or that it is off: each once for each change.

    Raises LetterRefused where there is nothing to tell, or nobody is helped by it any more.
    """
    return told(event, at)


@operation(PUBLIC, on=None)
def send_as_host(*, link: HostLink, kind: str, at: datetime, by: Account) -> Queued:
    """Send a letter that whoever plans the event approved beforehand, from the device a host's link was opened on.

    Raises LetterRefused for any other.
    """
    event = link.event
    if not EventLetter.objects.filter(event=event, kind=kind, approved_at__isnull=False).exists():
        raise LetterRefused(_("Nobody approved this letter."), code="not_approved")
    if kind == Kind.CHANGE:
        return told(event, at)
    if is_too_late(event, kind, at) or event.is_called_off:
        raise LetterRefused(_("It is too late for this letter."), code="too_late")
    return Queued(event, queue(event, kind, at))


@operation(SEND_EVENT_LETTERS, on="event")
def queue_letters(*, event: Event, kind: str, at: datetime, by: Account) -> Queued:
    """Queue a kind of letter that is due for everybody whom it is for; who has one already gets no other."""
    return Queued(event, queue(event, kind, at))


@dataclass(frozen=True)
class Claimed:
    """Letters that nobody else sends from now on."""

    letters: list[LetterToSomebody]

    @property
    def touched(self) -> list[LetterToSomebody]:
        """For the audit entry."""
        return self.letters


@operation(SEND_EVENT_LETTERS, on=None)
def claim_letters(*, at: datetime, by: Account) -> Claimed:
    """Take the next letters out of the queue before they are sent, so that each goes once at most."""
    letters = LetterToSomebody.objects.select_related("person", "event__group").order_by("queued_at", "pk")
    return Claimed(claim(letters, at))


@operation(SEND_EVENT_LETTERS, on=None)
def settle_letters(
    *, outcomes: Mapping[LetterToSomebody, Outcome], at: datetime, by: Account
) -> list[LetterToSomebody]:
    """Write what became of letters. What is queued again goes later."""
    return settle(outcomes, at)


def told(event: Event, at: datetime) -> Queued:
    """Queue word of what changed, once for each `sequence`. Raises LetterRefused."""
    if not event.is_untold:
        raise LetterRefused(_("Those coming know how it stands."), code="nothing_new")
    if at >= event.starts_at:
        raise LetterRefused(_("It has begun: a letter helps nobody any more."), code="too_late")
    kind = Kind.CALLED_OFF if event.is_called_off else Kind.CHANGE
    number = queue(event, kind, at, occasion=event.sequence)
    change(event, told_change_at=at)
    return Queued(event, number)


def queue(event: Event, kind: str, at: datetime, occasion: int = 0) -> int:
    """A row for each person whom a letter is for and who has none of that occasion; how many there are now.

    Nobody kept safe gets one: beside the names of those coming, a number would tell of them.
    """
    one = {"event": event, "kind": kind, "occasion": occasion}
    has_one = LetterToSomebody.objects.filter(**one).values("person")
    people = people_for(event, kind).filter(not_kept_safe("pk")).exclude(pk__in=has_one)
    rows: Sequence[LetterToSomebody] = [
        LetterToSomebody(person_id=pk, queued_at=at, **one) for pk in people.order_by("pk").values_list("pk", flat=True)
    ]
    LetterToSomebody.objects.bulk_create(rows, batch_size=500, ignore_conflicts=True)
    if rows:
        tasks.send_waiting.enqueue()
    return len(rows)


def letter_of(event: Event, kind: str) -> EventLetter:
    """The row of a kind of letter, made where there is none."""
    letter, _new = EventLetter.objects.get_or_create(event=event, kind=Kind(kind))
    return letter


def check_subject(event: Event, subject: str) -> None:
    """Raise LetterRefused for a subject of several lines, or one that names what not everybody may know of."""
    if not is_one_line(subject):
        raise LetterRefused(_("A subject is one line."), field="subject", code="lines")
    if gives_away(event, subject):
        raise LetterRefused(
            _("Others may see the screen: leave the name of the group and of what it is out of the subject."),
            field="subject",
            code="names_it",
        )
