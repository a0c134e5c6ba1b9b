"""The terms of a commitment as they were on a day, in words as everybody may read them."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from django.utils import timezone

from m4c.campaigns.models import Campaign
from m4c.campaigns.press.naming import names_veiled
from m4c.commitments.faces.said import Said
from m4c.commitments.models import Commitment, Condition, ConditionState
from m4c.commitments.record.as_it_was import as_they_were
from m4c.commitments.record.words import amount, measured


@dataclass(frozen=True)
class HangsOn:
    """A condition, and where it stood that day."""

    words: str
    is_dependency: bool
    body: str
    state: str
    state_words: str
    since: date | None


class Terms(Said):
    """Words, number, day, milestones and conditions, as they were then; each part is read once."""

    @cached_property
    def as_it_was(self) -> Commitment:
        """The commitment with the words, number and day that it had then."""
        one = Commitment.objects.select_related("powerholder").get(pk=self.commitment.pk)
        if self.on < timezone.localdate():
            as_they_were([one], self.on)
        return one

    @property
    def words(self) -> str:
        """What was promised, as it read then."""
        return self.say(self.as_it_was.words)

    @property
    def measured(self) -> str:
        """How it is told whether it is kept."""
        return self.say(measured(self.as_it_was))

    @property
    def due_on(self) -> date | None:
        """When it was due, as known then."""
        return self.as_it_was.due_on

    @property
    def due_words(self) -> str:
        """The same in their words."""
        return self.say(self.as_it_was.due_words)

    @cached_property
    def milestones(self) -> list[tuple[date, str]]:
        """How far it is to be by which day, as it was known then."""
        return [
            (row.on, self.say(": ".join(filter(None, (amount(self.as_it_was, row.level), row.words)))))
            for row in self.steps
        ]

    @cached_property
    def hangs_on(self) -> list[HangsOn]:
        """What it hung on, and what it waited for."""
        latest = {state.condition_id: state for state in self.states}
        told = []
        for row in Condition.objects.filter(commitment=self.commitment).select_related("body"):
            state = latest.get(row.pk)
            value = state.state if state else ConditionState.State.OPEN
            told.append(
                HangsOn(
                    self.say(row.words),
                    row.kind == Condition.Kind.DEPENDENCY,
                    row.body.name if row.body else "",
                    value,
                    str(ConditionState.State(value).label),
                    state.on if state else None,
                )
            )
        return told

    @property
    def failed(self) -> tuple[str, date] | None:
        """The condition that failed, and when; None where none did."""
        failed = (row for row in self.hangs_on if row.state == ConditionState.State.FAILED and not row.is_dependency)
        return next(((row.words, row.since) for row in failed if row.since), None)

    @property
    def counts_as_kept(self) -> str:
        """What counts as kept."""
        return self.say(self.commitment.counts_as_kept)

    @property
    def evidence_needed(self) -> str:
        """What would show it."""
        return self.say(self.commitment.evidence_needed)

    @property
    def made_to(self) -> str:
        """To whom it was promised."""
        return self.say(self.commitment.made_to)

    @property
    def occasion(self) -> str:
        """On what occasion."""
        return self.say(self.commitment.occasion)

    @property
    def source(self) -> str:
        """Where it can be read."""
        return self.say(self.commitment.source)

    @property
    def source_url(self) -> str:
        """The address of that."""
        return self.link(self.commitment.source_url)

    @property
    def reference(self) -> str:
        """Its reference."""
        return self.say(self.commitment.reference)

    @property
    def campaign(self) -> Campaign | None:
        """The campaign that it came of, where everybody may read about that."""
        one = self.commitment.campaign
        return one if one and one.is_public else None

    @property
    def campaign_name(self) -> str:
        """Its name, as its own page says it."""
        one = self.campaign
        return names_veiled([one], self.on)[one.pk].veil(one.name) if one else ""
