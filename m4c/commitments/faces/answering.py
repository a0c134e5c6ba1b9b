"""What was asked of a decision-maker, what was answered, and how fast: of what everybody may read alone.

How fast somebody answers is told from five approaches up, by the same rule for friend and opponent.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from statistics import median

from django.db.models import Exists, OuterRef, Q, QuerySet

from m4c.campaigns.approaches.clock import silence
from m4c.campaigns.approaches.pauses import Pauses
from m4c.campaigns.models import Approach, Campaign
from m4c.commitments.models import Answer, Ask, AskGrid, Commitment

FEWEST = 5  # approaches, before anything is said of how fast they answer
ANSWERED = (Answer.Kind.YES, Answer.Kind.YES_IF, Answer.Kind.PARTLY, Answer.Kind.MORE, Answer.Kind.NO)


@dataclass(frozen=True)
class Asked:
    """How often they were asked something that everybody may read of, and what came; it adds up."""

    asked: int
    answered: int
    silent: int

    @property
    def unrecorded(self) -> int:
        """How often nobody wrote down what was answered."""
        return self.asked - self.answered - self.silent


@dataclass(frozen=True)
class Speed:
    """Of so many approaches so many were answered, half of them within so many days."""

    approaches: int
    answered: int
    days: int | None


def public_asks(on: date) -> "QuerySet[Ask]":
    """Those that were put by that day, in a grid that everybody may read or before a commitment that they may."""
    put = Ask.objects.filter(struck_at=None, asked_on__lte=on)
    grids, promised = AskGrid.objects.public().values("pk"), Commitment.objects.public().values("ask")
    return put.filter(Q(grid__in=grids) | Q(pk__in=promised.filter(ask__isnull=False)))


def asked_of(asks: "QuerySet[Ask]", on: date) -> Asked:
    """How often, of these asks. One statement."""
    heard = Answer.objects.standing().filter(ask=OuterRef("pk"), on__lte=on)
    told = asks.annotate(
        answered=Exists(heard.filter(kind__in=ANSWERED)), silent=Exists(heard.filter(kind=Answer.Kind.NONE))
    )
    rows = list(told.order_by().values_list("answered", "silent"))
    answered = sum(1 for has_answer, _none in rows if has_answer)
    return Asked(len(rows), answered, sum(1 for has_answer, none in rows if none and not has_answer))


def speed_of(approaches: Sequence[Approach]) -> Speed | None:
    """How fast these were answered, days that do not count left out; None of fewer than five. One statement."""
    if len(approaches) < FEWEST:
        return None
    pauses = Pauses.of_campaigns({one.campaign_id for one in approaches})
    days = [
        silence(one.on, None, one.answered_on, pauses.of_approach(one)).days
        for one in approaches
        if one.answered_on and one.outcome not in Approach.STILL_OPEN
    ]
    return Speed(len(approaches), len(days), round(median(days)) if days else None)


def public_approaches(powerholder: int, on: date) -> list[Approach]:
    """What campaigns that everybody may read about asked of them."""
    found = Approach.objects.filter(campaign__in=Campaign.objects.public(), struck_at=None, on__lte=on)
    found = found.exclude(outcome=Approach.Outcome.WITHDRAWN).filter(powerholder=powerholder)
    return list(found.select_related("powerholder"))
