"""A commitment told to everybody, as it was on a day: its terms, how it stands and why, and all that became of it.

Only what is dated on or before that day is told. Words of ours go out without the names of private people.
"""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import cached_property

from django.utils import timezone
from django.utils.translation import gettext as _

from m4c.commitments.faces.reading import NO_PICTURE
from m4c.commitments.faces.reasons import reason
from m4c.commitments.faces.terms import Terms
from m4c.commitments.models import Commitment, Judgement, Standing, Status
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
        far = how_far(self.as_it_was, self.done) if self.status not in NO_PICTURE else None
        return replace(far, words=self.say(far.words)) if far else None

    @property
    def detail(self) -> str:
        """What follows the word of its status."""
        return self.say(detail(self.as_it_was, self.status, self.done, self.on))

    @property
    def reason(self) -> str:
        """Why it stood so."""
        return self.say(reason(self))

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

    @property
    def verdict_link(self) -> str:
        """The address of that."""
        return self.link(self.verdict.evidence_url) if self.verdict else ""

    @property
    def said_back(self) -> list[tuple[str, str, date]]:
        """What their office replied: the words, who wrote them and as what, and when."""
        return [
            (
                self.say(row.words),
                self.say(_("{writer}, {role}").format(writer=row.writer, role=row.role)),
                timezone.localdate(row.received_at),
            )
            for row in self.replies
        ]

    @property
    def successor(self) -> Commitment | None:
        """What stands in its place, where everybody may read it too."""
        one, on = self.commitment.superseded_by, self.commitment.superseded_on
        return one if one and on and on <= self.on and one.is_public else None
