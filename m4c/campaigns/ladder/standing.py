"""How each step of a ladder stands on a day: computed from its trigger, its truce, its event and what was answered."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from m4c.campaigns.ladder.broken import with_broken
from m4c.campaigns.models import Approach, LadderStep, Truce
from m4c.campaigns.models.ladder import LadderStepQuerySet

Trigger, Answer = LadderStep.Trigger, Approach.Outcome
NO = (Answer.REFUSED, Answer.BANNED)


class Stand(StrEnum):
    """Where a step stands."""

    WAITING = "waiting"
    DUE = "due"
    CALLED = "called"
    HELD = "held"
    LAPSED = "lapsed"
    HAPPENED = "happened"
    DONE = "done"
    OFF = "off"


BADGES = {
    Stand.WAITING: "wait",
    Stand.DUE: "late",
    Stand.CALLED: "made",
    Stand.HELD: "part",
    Stand.LAPSED: "late",
    Stand.HAPPENED: "made",
    Stand.DONE: "kept",
    Stand.OFF: "void",
}


@dataclass(frozen=True)
class Standing:
    """Where a step stands, why in a sentence, and since which day it is due where it is."""

    step: LadderStep
    stand: Stand
    sentence: str
    since: date | None = None

    @property
    def badge(self) -> str:
        """The badge it is drawn with."""
        return BADGES[self.stand]

    @property
    def name(self) -> str:
        """Where it stands, in a word or two."""
        return {
            Stand.WAITING: _("Waiting"),
            Stand.DUE: _("Due"),
            Stand.CALLED: _("Called out"),
            Stand.HELD: _("Held by a truce"),
            Stand.LAPSED: _("The truce ran out"),
            Stand.HAPPENED: _("What did they do?"),
            Stand.DONE: _("Done"),
            Stand.OFF: _("Off"),
        }[self.stand]

    @property
    def is_open(self) -> bool:
        """Whether it is still ahead or under way."""
        return self.stand not in (Stand.DONE, Stand.OFF)

    @property
    def is_offered(self) -> bool:
        """Whether the people may be called out for it, once it is authorised."""
        return self.stand in (Stand.WAITING, Stand.DUE)


def standings_of(steps: LadderStepQuerySet, now: datetime) -> list[Standing]:
    """Where each of these steps stands at a time, in one statement."""
    read = with_broken(steps.with_truce().with_answer(), timezone.localdate(now))
    return [standing_of(step, now) for step in read.select_related("event")]


def one_standing(step: LadderStep, now: datetime) -> Standing:
    """The same of one step, read afresh."""
    return standings_of(LadderStep.objects.filter(pk=step.pk), now)[0]


def standing_of(step: LadderStep, now: datetime) -> Standing:
    """Where one step stands, read with its truce, its answer, and whether a promise was broken."""
    if step.cancelled_at is not None:
        return Standing(step, Stand.OFF, _("Taken off the ladder."))
    if step.done_on is not None:
        return Standing(step, Stand.DONE, _("Done on {day}.").format(day=told(step.done_on)))
    if step.truce_until and step.truce_settled_at is None:
        return under_truce(step, step.truce_until, now)
    lapsed_at = step.truce_settled_at if step.truce_outcome == Truce.Outcome.LAPSED else None
    if event_stands(step, lapsed_at):
        return by_event(step, now)
    if lapsed_at:
        since = timezone.localdate(lapsed_at)
        words = _("Due since {day}: the truce ran out, so the step is offered again.").format(day=told(since))
        return Standing(step, Stand.DUE, words, since)
    if kept_since(step):
        return Standing(step, Stand.OFF, _("Not needed: they kept what they had offered."))
    return by_trigger(step, timezone.localdate(now))


def under_truce(step: LadderStep, until: datetime, now: datetime) -> Standing:
    """While a truce holds a step, and when its time is past."""
    when = date_format(timezone.localtime(until), "l j F, H:i")
    if until <= now:
        words = _("The time of the truce ran out on {when}. Was it kept?").format(when=when)
        return Standing(step, Stand.LAPSED, words, timezone.localdate(until))
    words = _("Held until {when}: {condition}").format(when=when, condition=step.truce_condition)
    return Standing(step, Stand.HELD, words)


def event_stands(step: LadderStep, lapsed_at: datetime | None) -> bool:
    """Whether the people are called out, or were: not for an event that was called off, nor for one before a truce
    that ran out since.
    """
    if step.event is None or step.event.is_called_off:
        return False
    return lapsed_at is None or step.event.starts_at > lapsed_at


def by_event(step: LadderStep, now: datetime) -> Standing:
    """A step whose people are called out."""
    assert step.event is not None
    starts = timezone.localtime(step.event.starts_at)
    when = date_format(starts, "l j F, H:i")
    if step.event.starts_at > now:
        return Standing(step, Stand.CALLED, _("Called out for {when}.").format(when=when))
    words = _("It began on {when}. Say what they did, and close the step.").format(when=when)
    return Standing(step, Stand.HAPPENED, words)


def kept_since(step: LadderStep) -> bool:
    """Whether its truce was kept, and the step waits for nothing that comes after it."""
    if step.truce_outcome != Truce.Outcome.KEPT or step.truce_settled_at is None:
        return False
    return step.trigger_on is None or step.trigger_on <= timezone.localdate(step.truce_settled_at)


def by_trigger(step: LadderStep, today: date) -> Standing:
    """A step that waits for what sets it off, or is due because of it: of silence and refusals a no at once."""
    if step.answered_on and step.answer in NO:
        words = _("Due since {day}: they refused.").format(day=told(step.answered_on))
        return Standing(step, Stand.DUE, words, step.answered_on)
    if step.trigger == Trigger.SILENCE:
        return by_silence(step, today)
    if step.trigger == Trigger.BROKEN and step.broken_on and step.trigger_on is None:
        return Standing(step, Stand.DUE, because(step).format(day=told(step.broken_on)), step.broken_on)
    if step.trigger_on and step.trigger_on <= today:
        return Standing(step, Stand.DUE, because(step).format(day=told(step.trigger_on)), step.trigger_on)
    return Standing(step, Stand.WAITING, waiting_for(step))


def by_silence(step: LadderStep, today: date) -> Standing:
    """A step that waits for an answer until a day: due on the day after."""
    assert step.trigger_on is not None
    if step.answered_on and step.answer == Answer.ANSWERED:
        words = _("They answered on {day}, so it waits. Change what sets it off if the answer will not do.")
        return Standing(step, Stand.WAITING, words.format(day=told(step.answered_on)))
    due = step.trigger_on + timedelta(days=1)
    if today < due:
        return Standing(step, Stand.WAITING, waiting_for(step))
    words = _("Due since {day}: no answer.").format(day=told(due))
    return Standing(step, Stand.DUE, words, due)


def because(step: LadderStep) -> str:
    """Why a step is due, with a place for the day."""
    return {
        Trigger.REFUSAL: _("Due since {day}: they refused."),
        Trigger.BROKEN: _("Due since {day}: they broke what they had promised."),
    }.get(Trigger(step.trigger), _("Due since {day}."))


def waiting_for(step: LadderStep) -> str:
    """What a step waits for."""
    day = told(step.trigger_on) if step.trigger_on else ""
    return {
        Trigger.SILENCE: _("If there is no answer by {day}."),
        Trigger.REFUSAL: _("If they refuse."),
        Trigger.BROKEN: _("If they break what they promised."),
        Trigger.DAY: _("On {day}."),
    }[Trigger(step.trigger)].format(day=day)


def told(day: date) -> str:
    """A day in words."""
    return date_format(day, "j F Y")
