"""How each step of a ladder stands on a day: computed from its trigger, its truce, its event and what was answered."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from m4c.campaigns.models import Approach, LadderStep, Truce

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
    truce: Truce | None = None

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


def standings_of(steps: Sequence[LadderStep], now: datetime) -> list[Standing]:
    """Where each of these steps stands at a time; they come with their target and event. Two statements for all."""
    truces = latest_truces(steps)
    answers = approaches_to(steps)
    return [
        standing_of(step, now, truces.get(step.pk), answers[step.campaign_id, step.target.powerholder_id])
        for step in steps
    ]


def one_standing(step: LadderStep, now: datetime) -> Standing:
    """The same of one step."""
    return standings_of([step], now)[0]


def latest_truces(steps: Collection[LadderStep]) -> dict[int, Truce]:
    """The latest truce of each step, by its id."""
    rows = Truce.objects.filter(step__in=[step.pk for step in steps]).order_by("offered_at", "pk")
    return {truce.step_id: truce for truce in rows}


def approaches_to(steps: Collection[LadderStep]) -> dict[tuple[int, int], list[Approach]]:
    """Our approaches to the steps' targets, the latest first, by campaign and powerholder."""
    found: dict[tuple[int, int], list[Approach]] = defaultdict(list)
    campaigns = {step.campaign_id for step in steps}
    aimed_at = {step.target.powerholder_id for step in steps}
    rows = Approach.objects.filter(campaign__in=campaigns, powerholder__in=aimed_at, is_ours=True, struck_at=None)
    for row in rows.exclude(outcome=Answer.WITHDRAWN).order_by("-on", "-pk"):
        found[row.campaign_id, row.powerholder_id].append(row)
    return found


def standing_of(step: LadderStep, now: datetime, truce: Truce | None, answers: Sequence[Approach]) -> Standing:
    """Where one step stands, given its latest truce and our approaches to its target."""
    if step.cancelled_at is not None:
        return Standing(step, Stand.OFF, _("Taken off the ladder."))
    if step.done_on is not None:
        return Standing(step, Stand.DONE, _("Done on {day}.").format(day=told(step.done_on)))
    if truce and truce.settled_at is None:
        return under_truce(step, truce, now)
    if event_stands(step, truce):
        return by_event(step, now)
    if truce and truce.outcome == Truce.Outcome.LAPSED:
        assert truce.settled_at is not None
        since = timezone.localdate(truce.settled_at)
        words = _("Due since {day}: the truce ran out, so the step is offered again.").format(day=told(since))
        return Standing(step, Stand.DUE, words, since, truce)
    if truce and kept_since(truce, step):
        return Standing(step, Stand.OFF, _("Not needed: they kept what they had offered."), truce=truce)
    return by_trigger(step, timezone.localdate(now), answers)


def under_truce(step: LadderStep, truce: Truce, now: datetime) -> Standing:
    """While a truce holds a step, and when its time is past."""
    when = date_format(timezone.localtime(truce.until), "l j F, H:i")
    if truce.is_past(now):
        words = _("The time of the truce ran out on {when}. Was it kept?").format(when=when)
        return Standing(step, Stand.LAPSED, words, timezone.localdate(truce.until), truce)
    words = _("Held until {when}: {condition}").format(when=when, condition=truce.condition)
    return Standing(step, Stand.HELD, words, truce=truce)


def event_stands(step: LadderStep, truce: Truce | None) -> bool:
    """Whether the people are called out, or were: not for an event that was called off, nor for one before a truce
    that ran out since.
    """
    if step.event is None or step.event.is_called_off:
        return False
    lapsed_at = truce.settled_at if truce and truce.outcome == Truce.Outcome.LAPSED else None
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


def kept_since(truce: Truce, step: LadderStep) -> bool:
    """Whether a truce was kept, and the step waits for nothing that comes after it."""
    if truce.outcome != Truce.Outcome.KEPT or truce.settled_at is None:
        return False
    return step.trigger_on is None or step.trigger_on <= timezone.localdate(truce.settled_at)


def by_trigger(step: LadderStep, today: date, answers: Sequence[Approach]) -> Standing:
    """A step that waits for what sets it off, or is due because of it."""
    if step.trigger == Trigger.SILENCE:
        return by_silence(step, today, answers)
    if step.trigger == Trigger.REFUSAL and (refused := refusal_in(answers)):
        words = _("Due since {day}: they refused.").format(day=told(refused))
        return Standing(step, Stand.DUE, words, refused)
    if step.trigger_on and step.trigger_on <= today:
        return Standing(step, Stand.DUE, because(step).format(day=told(step.trigger_on)), step.trigger_on)
    return Standing(step, Stand.WAITING, waiting_for(step))


def by_silence(step: LadderStep, today: date, answers: Sequence[Approach]) -> Standing:
    """A step that waits for an answer until a day: due on the day after, and at once where the answer is no."""
    assert step.trigger_on is not None
    asked = next((each for each in answers if each.on <= step.trigger_on), None)
    if asked and asked.answered_on and asked.outcome in NO:
        words = _("Due since {day}: they refused.").format(day=told(asked.answered_on))
        return Standing(step, Stand.DUE, words, asked.answered_on)
    if asked and asked.answered_on and asked.outcome == Answer.ANSWERED:
        words = _("They answered on {day}, so it waits. Change what sets it off if the answer will not do.")
        return Standing(step, Stand.WAITING, words.format(day=told(asked.answered_on)))
    due = step.trigger_on + timedelta(days=1)
    if today < due:
        return Standing(step, Stand.WAITING, waiting_for(step))
    words = _("Due since {day}: no answer.").format(day=told(due))
    return Standing(step, Stand.DUE, words, due)


def refusal_in(answers: Sequence[Approach]) -> date | None:
    """When they refused, where that is the last that we heard of them."""
    heard = next((each for each in answers if each.answered_on), None)
    return heard.answered_on if heard and heard.outcome in NO else None


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
