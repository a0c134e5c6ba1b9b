"""The escalation ladder: put steps on it, order them, say who authorised them, and close them with what came of it."""

from dataclasses import dataclass, fields
from datetime import date, datetime
from typing import Any

from django.db.models import Max
from django.utils.translation import gettext_lazy as _

from m4c.campaigns.models import Campaign, LadderStep, Target
from m4c.campaigns.permissions import AUTHORISE_CAMPAIGNS, RUN_CAMPAIGNS
from m4c.core.errors import Refused
from m4c.core.operations import change, change_many, operation
from m4c.people.models import Account, Person
from m4c.people.operations.must_see import must_see

Trigger = LadderStep.Trigger
BY_A_DAY = (Trigger.SILENCE, Trigger.DAY)
LONGEST_LAW = 1_000
WHAT_IS_AUTHORISED = ("target", "name", "what")


class StepRefused(Refused):
    """The step says too little, is not authorised, or is over."""


@dataclass(frozen=True)
class NewStep:
    """What is known of a step: a move against a target, what sets it off, and the test of whether it fits our people.

    Each question of the test is answered yes, no, or not yet.
    """

    target: Target
    name: str
    what: str = ""
    who: Person | None = None
    who_words: str = ""
    needs: str = ""
    risks: str = ""
    law: str = ""
    inside_ours: bool | None = None
    outside_theirs: bool | None = None
    enjoyed: bool | None = None
    stops_in_time: bool | None = None
    alternative: str = ""
    trigger: str = Trigger.SILENCE
    trigger_on: date | None = None

    @property
    def values(self) -> dict[str, Any]:
        """As they are kept. Raises StepRefused for a step without a name, and for a day that nobody said."""
        given = {each.name: getattr(self, each.name) for each in fields(self)}
        given = {name: value.strip() if isinstance(value, str) else value for name, value in given.items()}
        if not given["name"]:
            raise StepRefused(_("Say what the step is, in a few words."), field="name", code="no_name")
        if self.trigger in BY_A_DAY and self.trigger_on is None:
            raise StepRefused(_("Say until which day, or on which."), field="trigger_on", code="no_day")
        if len(given["law"]) > LONGEST_LAW:
            raise StepRefused(_("These are more notes than there is room for."), field="law", code="long")
        return given


@operation(RUN_CAMPAIGNS, on="campaign")
def add_step(*, campaign: Campaign, new: NewStep, by: Account) -> LadderStep:
    """Put a step on top of a campaign's ladder. Raises StepRefused, Unseen."""
    must_be_of(campaign, new.target)
    must_see([new.who], by)
    last = LadderStep.objects.filter(campaign=campaign).aggregate(last=Max("order"))["last"] or 0
    return LadderStep.objects.create(campaign=campaign, order=last + 1, made_by=by, **new.values)


@operation(RUN_CAMPAIGNS, on="step")
def change_step(*, step: LadderStep, new: NewStep, by: Account) -> LadderStep:
    """Say a step otherwise. Another target, name or deed is another step: whoever authorised it is asked again.

    Raises StepRefused, Unseen.
    """
    must_stand(step)
    must_be_of(step.campaign, new.target)
    if new.who != step.who:
        must_see([new.who], by)
    changed = change(step, **new.values)
    if set(WHAT_IS_AUTHORISED) & set(changed):
        change(step, authorised_by=None, authorised_on=None, authorised_how="")
    return step


@operation(RUN_CAMPAIGNS, on="step")
def move_step(*, step: LadderStep, up: bool, by: Account) -> list[LadderStep]:
    """Move a step one rung up the ladder, towards what is done last, or one down; at either end it stays."""
    rungs = list(LadderStep.objects.filter(campaign=step.campaign_id).standing().order_by("order", "pk"))
    places = [rung.pk for rung in rungs]
    if step.pk not in places:
        return []
    at = places.index(step.pk)
    to = at + 1 if up else at - 1
    if not 0 <= to < len(rungs):
        return []
    rungs[at], rungs[to] = rungs[to], rungs[at]
    return change_many({rung: {"order": place} for place, rung in enumerate(rungs, 1)})


@operation(AUTHORISE_CAMPAIGNS, on="step")
def authorise_step(*, step: LadderStep, on: date, how: str, by: Account) -> LadderStep:
    """Say that a step is authorised, on which day and how; nobody is called out before. Raises StepRefused."""
    must_stand(step)
    if not how.strip():
        raise StepRefused(_("Say how it was decided, and by whom."), field="how", code="no_how")
    change(step, authorised_by=by, authorised_on=on, authorised_how=how.strip())
    return step


@operation(AUTHORISE_CAMPAIGNS, on="step")
def withdraw_authorisation(*, step: LadderStep, by: Account) -> LadderStep:
    """Take back that a step is authorised."""
    change(step, authorised_by=None, authorised_on=None, authorised_how="")
    return step


@operation(RUN_CAMPAIGNS, on="step")
def say_triggered(*, step: LadderStep, on: date, by: Account) -> LadderStep:
    """Say on which day what a step waits for came about: they refused, or broke what they had promised.

    Raises StepRefused for a step that waits for a day.
    """
    must_stand(step)
    if step.trigger in BY_A_DAY:
        raise StepRefused(_("This step waits for a day. Change the day."), code="by_a_day")
    change(step, trigger_on=on)
    return step


@operation(RUN_CAMPAIGNS, on="step")
def take_step_off(*, step: LadderStep, at: datetime, by: Account) -> LadderStep:
    """Take a step off the ladder; it stays in the record."""
    if step.done_on is not None:
        raise StepRefused(_("This step was done: it stays on the ladder."), code="done")
    change(step, cancelled_at=step.cancelled_at or at)
    return step


@operation(RUN_CAMPAIGNS, on="step")
def put_step_back(*, step: LadderStep, by: Account) -> LadderStep:
    """Put a step back on the ladder."""
    change(step, cancelled_at=None)
    return step


@operation(RUN_CAMPAIGNS, on="step")
def close_step(*, step: LadderStep, on: date, what_they_did: str, at: datetime, by: Account) -> LadderStep:
    """Close a step that was done, with what they did: an action is in its reaction. Raises StepRefused."""
    if step.cancelled_at is not None:
        raise StepRefused(_("This step was taken off the ladder."), code="off")
    if not what_they_did.strip():
        raise StepRefused(
            _("Say what they did: that is what an action is for. “Nothing yet” is an answer too."),
            field="what_they_did",
            code="no_reaction",
        )
    change(step, done_on=on, what_they_did=what_they_did.strip(), told_what_at=at)
    return step


@operation(RUN_CAMPAIGNS, on="step")
def reopen_step(*, step: LadderStep, by: Account) -> LadderStep:
    """Take back that a step was done; what they did stays written down."""
    change(step, done_on=None)
    return step


def must_be_of(campaign: Campaign, target: Target) -> None:
    """Raise StepRefused for a target of another campaign, or one that is aimed at no more."""
    if target.campaign_id != campaign.pk or target.until is not None:
        raise StepRefused(_("Choose one of the campaign's own targets."), field="target", code="target")


def must_stand(step: LadderStep) -> None:
    """Raise StepRefused for a step that is over."""
    if step.cancelled_at is not None:
        raise StepRefused(_("This step was taken off the ladder."), code="off")
    if step.done_on is not None:
        raise StepRefused(_("This step was done."), code="done")


def as_new(step: LadderStep) -> NewStep:
    """What is known of a step, to say some of it otherwise."""
    return NewStep(**{each.name: getattr(step, each.name) for each in fields(NewStep)})
