"""What the pages of a ladder say: its rungs as a picture, and one step with what may be done about it."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from m4c.campaigns.ladder.standing import Stand, Standing, one_standing, standings_of
from m4c.campaigns.ladder.step_links import links_of
from m4c.campaigns.models import Campaign, LadderStep, StandDown, Truce
from m4c.campaigns.permissions import AUTHORISE_CAMPAIGNS, CALL_OUT, RUN_CAMPAIGNS
from m4c.core.visibility import scopes_of
from m4c.events.afterwards.evaluations import may_evaluate
from m4c.events.models import Event
from m4c.events.turnout.figures import is_over
from m4c.people.models import Account
from m4c.people.naming import doers_named, names_of

OF_A_STEP = ("campaign__group", "target__powerholder", "event", "authorised_by__person")


@dataclass(frozen=True)
class Rung:
    """A step as the ladder draws it: its number, where it stands, and whether it is the next."""

    number: int
    standing: Standing
    who: str
    shows_event: bool  # whether the account may see the event that the step became
    is_next: bool
    is_first: bool
    is_last: bool

    @property
    def step(self) -> LadderStep:
        """The step itself."""
        return self.standing.step

    @property
    def look(self) -> str:
        """How the lamp of the rung is drawn."""
        if self.standing.stand == Stand.DONE:
            return "taken"
        return "next" if self.is_next else "ahead"


def rungs_of(account: Account, campaign: Campaign, now: datetime) -> tuple[list[Rung], list[Standing]]:
    """The rungs of a campaign's ladder, what is done first first, and the steps that were taken off it."""
    rows = LadderStep.objects.visible_to(account).filter(campaign=campaign).select_related(*OF_A_STEP)
    standings = standings_of(rows, now)
    off = [each for each in standings if each.step.cancelled_at is not None]
    on = [each for each in standings if each.step.cancelled_at is None]
    names = names_of(account, {each.step.who_id for each in on if each.step.who_id})
    events = {each.step.event_id for each in on if each.step.event_id}
    seen = (
        set(Event.objects.visible_to(account).filter(pk__in=events).values_list("pk", flat=True)) if events else set()
    )
    coming = next((each for each in on if each.is_open), None)
    return [
        Rung(
            number=place,
            standing=each,
            who=who_of(each.step, names),
            shows_event=each.step.event_id in seen,
            is_next=each is coming,
            is_first=place == 1,
            is_last=place == len(on),
        )
        for place, each in enumerate(on, 1)
    ], off


def who_of(step: LadderStep, names: Any) -> str:
    """Who leads a step and who takes part, in words; nobody who is kept safe."""
    lead = names.get(step.who_id, "") if step.who_id else ""
    return ", ".join(part for part in (str(lead), step.who_words) if part)


@dataclass(frozen=True)
class Question:
    """A question of the tactic test with its answer."""

    words: str
    answer: bool | None

    @property
    def badge(self) -> str:
        """The badge it is drawn with."""
        return {True: "kept", False: "broken"}.get(self.answer, "wait")  # type: ignore[arg-type]

    @property
    def said(self) -> str:
        """The answer in a word."""
        return {True: _("Yes"), False: _("No")}.get(self.answer, _("Not yet"))  # type: ignore[arg-type]


def tactic_test(step: LadderStep) -> list[Question]:
    """The four questions, and whether something is offered instead."""
    return [
        Question(_("Inside what our people know and do"), step.inside_ours),
        Question(_("Outside what they are used to"), step.outside_theirs),
        Question(_("Our people enjoy it"), step.enjoyed),
        Question(_("It stops before it drags"), step.stops_in_time),
    ]


def context_of(account: Account, step: LadderStep, now: datetime) -> dict[str, Any]:
    """All that the page of one step shows."""
    standing, scopes = one_standing(step, now), scopes_of(step)
    names = names_of(account, [step.who_id] if step.who_id else [])
    stand = standing.stand
    truces = Truce.objects.visible_to(account).filter(step=step)
    stand_downs = list(StandDown.objects.visible_to(account).filter(step=step))
    is_told = any(row.event_id == step.event_id for row in stand_downs)
    return {
        "step": step,
        "standing": standing,
        "campaign": step.campaign,
        "who": names.get(step.who_id, "") if step.who_id else "",
        "test": tactic_test(step),
        "law": step.law.splitlines(),
        "event": Event.objects.visible_to(account).filter(pk=step.event_id).first() if step.event_id else None,
        "truces": list(truces),
        "stand_downs": stand_downs,
        "links": links_of(account, step),
        "may_run": account.may(RUN_CAMPAIGNS, scopes),
        "may_authorise": account.may(AUTHORISE_CAMPAIGNS, scopes),
        "may_call_out": account.may(CALL_OUT, scopes),
        "is_called": is_called(step, stand) and not is_told,
        "may_be_held": stand in (Stand.WAITING, Stand.DUE, Stand.CALLED, Stand.HAPPENED),
        "may_evaluate": is_to_be_evaluated(account, step, now),
        "waits_for_word": step.trigger not in ("silence", "day") and stand == Stand.WAITING,
    }


def is_to_be_evaluated(account: Account, step: LadderStep, now: datetime) -> bool:
    """Whether the account may say how a step was: it is closed, and its event took place and is over."""
    if step.done_on is None or step.event is None or not is_over(step.event, now):
        return False
    return may_evaluate(account, step.event)


def is_called(step: LadderStep, stand: Stand) -> bool:
    """Whether people are called out for a step: while a truce holds it too, as long as its event stands."""
    if stand in (Stand.CALLED, Stand.HAPPENED):
        return True
    return stand in (Stand.HELD, Stand.LAPSED) and step.event is not None and not step.event.is_called_off


def named_authoriser(account: Account, step: LadderStep) -> str:
    """Who wrote down that a step is authorised, as far as the account may name them."""
    doer = step.authorised_by
    return str(doers_named(account, [doer])[doer.pk]) if doer else ""
