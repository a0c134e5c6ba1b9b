"""A commitment told to everybody, as it was on a day: its terms, how it stands and why, and all that became of it.

Only what is dated on or before that day is told. Words of ours go out without the names of private people.
"""

from datetime import date
from decimal import Decimal
from functools import cached_property

from m4c.commitments.faces.reasons import reason
from m4c.commitments.faces.terms import Terms
from m4c.commitments.models import Answer, Commitment, Judgement, OfficeReply, Standing, Status
from m4c.commitments.record.words import HowFar, detail, how_far


class CommitmentTold(Terms):
    """One reading of a commitment as it was on a day; each part is read once."""

    @cached_property
    def standing(self) -> Standing:
        """How it stood that day."""
        found = Standing.objects.on(self.on).filter(commitment=self.commitment).first()
        return found or Standing(commitment=self.commitment, since=self.commitment.made_on, status=Status.MADE)

    @property
    def status(self) -> str:
        """Its status."""
        return self.standing.status

    @property
    def since(self) -> date:
        """Since when it was so."""
        return self.standing.since

    @property
    def done(self) -> Decimal:
        """How much was reached."""
        return self.standing.done

    @property
    def far(self) -> HowFar | None:
        """How far it was, of what has a number to reach."""
        return how_far(self.as_it_was, self.done) if self.status != Status.VOID else None

    @property
    def detail(self) -> str:
        """What follows the word of its status."""
        return detail(self.as_it_was, self.status, self.done, self.on)

    @property
    def reason(self) -> str:
        """Why it stood so."""
        return reason(self)

    @property
    def verdict(self) -> Judgement | None:
        """The verdict that made its status so."""
        found = (row for row in self.judgements if row.verdict == self.status)
        return next((row for row in found if row.withdrawn_on is None or row.withdrawn_on > self.on), None)

    @property
    def verdict_reasons(self) -> str:
        """Why it was judged so."""
        return self.say(self.verdict.reasons) if self.verdict else ""

    @property
    def verdict_evidence(self) -> str:
        """On which evidence."""
        return self.say(self.verdict.evidence) if self.verdict else ""

    @cached_property
    def replies(self) -> list[OfficeReply]:
        """What the office replied itself, of which a keeper knows that it came from there."""
        rows = OfficeReply.objects.filter(commitment=self.commitment, confirmed_at__isnull=False)
        return list(rows.filter(confirmed_at__date__lte=self.on))

    @cached_property
    def answers(self) -> list[Answer]:
        """What was answered when it was asked, by each account of it."""
        if self.commitment.ask_id is None:
            return []
        return list(Answer.objects.standing().filter(ask=self.commitment.ask_id, on__lte=self.on))

    @property
    def successor(self) -> Commitment | None:
        """What stands in its place, where everybody may read it too."""
        one, on = self.commitment.superseded_by, self.commitment.superseded_on
        return one if one and on and on <= self.on and one.is_public else None
