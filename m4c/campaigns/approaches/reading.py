"""Approaches with what the clock says of each and what fits next, read in a constant number of statements."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from m4c.campaigns.approaches.clock import Silence, silence
from m4c.campaigns.approaches.next_step import Before, NextStep, next_step
from m4c.campaigns.approaches.pauses import Pauses, in_words, spans_along
from m4c.campaigns.models import Approach

Outcome = Approach.Outcome
KINDS = {
    Outcome.ACKNOWLEDGED: "part",
    Outcome.DIVERTED: "part",
    Outcome.PARTLY: "part",
    Outcome.ANSWERED: "kept",
    Outcome.REFUSED: "broken",
    Outcome.BANNED: "broken",
    Outcome.WITHDRAWN: "void",
}


@dataclass(frozen=True)
class Clocked:
    """An approach as it stands on a day; one that was answered, struck or taken back has no clock."""

    approach: Approach
    on: date
    clock: Silence | None
    step: NextStep | None
    before: Sequence[Before] = ()

    @property
    def badge(self) -> str:
        """Which badge shows how it stands."""
        if self.approach.struck_at:
            return "void"
        if self.clock and self.clock.is_silent:
            return "late"
        return KINDS.get(Outcome(self.approach.outcome), "wait")

    @property
    def standing(self) -> str:
        """How it stands, in a few words."""
        if self.approach.struck_at:
            return _("struck")
        if self.clock and self.clock.is_silent:
            return silent_for(self.clock)
        if self.clock and self.approach.outcome == Outcome.NONE and self.clock.due:
            return _("answer due by {day}").format(day=date_format(self.clock.due, "j F"))
        return self.approach.get_outcome_display()

    @property
    def not_counted(self) -> str:
        """Which days did not count, in a sentence; blank where all did."""
        return days_left_out(self.clock) if self.clock else ""


def silent_for(clock: Silence) -> str:
    """“no answer for 46 days”."""
    words = ngettext("no answer for {number} day", "no answer for {number} days", clock.days)
    return words.format(number=clock.days)


def days_left_out(clock: Silence) -> str:
    """Which days did not count, in a sentence; blank where all did."""
    if not clock.not_counted:
        return ""
    number = clock.days_not_counted
    words = ngettext("{number} day is not counted: {days}.", "{number} days are not counted: {days}.", number)
    return words.format(number=number, days="; ".join(map(in_words, clock.not_counted)))


def clocked(approaches: Iterable[Approach], on: date) -> list[Clocked]:
    """How each stands on a day. Two statements, however many, and one for each group that asked without a campaign;
    their powerholders are to be there already.
    """
    listed = list(approaches)
    running = [each for each in listed if is_open(each, on)]
    pauses = Pauses.of_campaigns({each.campaign_id for each in running}) if running else Pauses()
    of_groups = {pk: Pauses.of_group(pk) for pk in {each.group_id for each in running} if pk}
    earlier = befores(running)
    found = []
    for each in listed:
        if not is_open(each, on):
            found.append(Clocked(each, on, None, None))
            continue
        says = silence(each.on, each.answer_due, on, of_groups.get(each.group_id or 0, pauses).of_approach(each))
        before = earlier[each.pk]
        found.append(Clocked(each, on, says, step_of(each, says, before), before))
    return found


def step_of(approach: Approach, says: Silence, before: Sequence[Before]) -> NextStep:
    """What fits next: of somebody else's attempt, to ask them."""
    if not approach.is_ours:
        return NextStep.ASK_THEM
    return next_step(says, before, is_public=not approach.powerholder.is_private_owner)


def clock_alone(approaches: Iterable[Approach], on: date) -> list[Clocked]:
    """The same of open ones that come `with_pauses`, without what fits next. One statement at most."""
    return [Clocked(each, on, silence(each.on, each.answer_due, on, spans_along(each)), None) for each in approaches]


def is_open(approach: Approach, on: date) -> bool:
    """Whether an answer was still awaited on a day, as far as is known: what came later had not come."""
    if approach.struck_at or approach.on > on:
        return False
    came_later = approach.answered_on is not None and approach.answered_on > on
    return came_later or approach.outcome in Approach.STILL_OPEN


def open_on(approaches: "QuerySet[Approach]", on: date) -> "QuerySet[Approach]":
    """The same, asked of the database."""
    unanswered = Q(outcome__in=Approach.STILL_OPEN) | Q(answered_on__gt=on)
    return approaches.filter(unanswered, on__lte=on, struck_at=None)


def befores(approaches: Sequence[Approach]) -> dict[int, list[Before]]:
    """Of each approach those of ours to the same powerholder in its campaign, or of its group where there is none, up
    to it, itself the last. One query.
    """
    if not approaches:
        return {}
    campaigns, groups = ({getattr(each, of) for each in approaches} - {None} for of in ("campaign_id", "group_id"))
    to = {each.powerholder_id for each in approaches}
    rows = Approach.objects.filter(powerholder__in=to, is_ours=True, struck_at=None)
    rows = rows.filter(Q(campaign__in=campaigns) | Q(group__in=groups))
    ours: dict[tuple[int | None, int | None, int], list[tuple[date, int, Before]]] = defaultdict(list)
    fields = rows.exclude(outcome=Outcome.WITHDRAWN).order_by("on", "pk")
    for campaign, group, whom, day, pk, channel, outcome in fields.values_list(
        "campaign_id", "group_id", "powerholder_id", "on", "pk", "channel", "outcome"
    ):
        ours[campaign, group, whom].append((day, pk, Before(channel, outcome)))
    return {each.pk: up_to(each, ours[each.campaign_id, each.group_id, each.powerholder_id]) for each in approaches}


def up_to(approach: Approach, ours: Sequence[tuple[date, int, Before]]) -> list[Before]:
    """Those before an approach, and itself."""
    earlier = [before for day, pk, before in ours if (day, pk) < (approach.on, approach.pk)]
    return [*earlier, Before(approach.channel, approach.outcome)]
