"""What was asked of decision-makers, what was answered, and how fast: of what everybody may read alone.

How fast somebody answers is told from five approaches up, by the same rule for friend and opponent.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from statistics import median
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet

from m4c.campaigns.approaches.clock import silence
from m4c.campaigns.approaches.pauses import Pauses
from m4c.campaigns.models import Approach, Campaign, NamingDecision
from m4c.campaigns.press.naming import PUBLIC_BODIES
from m4c.commitments.faces.naming import IN_PUBLIC
from m4c.commitments.models import Answer, Ask, AskGrid, Commitment
from m4c.power.models import Institution, Powerholder, Tenure

FEWEST = 5  # approaches, before anything is said of how fast they answer
ANSWERED = (Answer.Kind.YES, Answer.Kind.YES_IF, Answer.Kind.PARTLY, Answer.Kind.MORE, Answer.Kind.NO)
Heard = tuple[bool, bool]  # whether an ask has an answer, and whether it is on record that none came


@dataclass(frozen=True)
class Asked:
    """How often they were asked something that everybody may read of, and what came; it adds up."""

    asked: int = 0
    answered: int = 0
    silent: int = 0

    @classmethod
    def of(cls, heard: Iterable[Heard]) -> "Asked":
        """How often, by what was heard of each ask."""
        rows = list(heard)
        answered = sum(1 for has_answer, _none in rows if has_answer)
        return cls(len(rows), answered, sum(1 for has_answer, none in rows if none and not has_answer))

    @classmethod
    def sum(cls, several: "Iterable[Asked]") -> "Asked":
        """All of these together."""
        rows = list(several)
        return cls(*(sum(getattr(one, name) for one in rows) for name in ("asked", "answered", "silent")))

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


def public_asks(on: date, promised: "QuerySet[Commitment]") -> "QuerySet[Ask]":
    """Those that were put by that day before one of these commitments, or in a grid that everybody may read to
    somebody whom it names for their public office.
    """
    put = Ask.objects.filter(struck_at=None, asked_on__lte=on)
    holds = Tenure.objects.on(on).filter(powerholder=OuterRef("powerholder"))
    in_office = Q(office__institution__kind__in=IN_PUBLIC)
    in_office |= Q(Exists(holds.filter(office__institution__kind__in=PUBLIC_BODIES)))
    of_grids = in_office & Q(grid__in=AskGrid.objects.public().values("pk"), powerholder__is_private_owner=False)
    return put.filter(of_grids | Q(pk__in=promised.filter(ask__isnull=False).order_by().values("ask")))


def with_answers(asks: "QuerySet[Ask]", on: date) -> "QuerySet[Any]":
    """Each with `answered` and `silent`, as far as it was heard by that day."""
    heard = Answer.objects.standing().filter(ask=OuterRef("pk"), on__lte=on)
    none = Exists(heard.filter(kind=Answer.Kind.NONE))
    return asks.annotate(answered=Exists(heard.filter(kind__in=ANSWERED)), silent=none).order_by()


def asked_of(asks: "QuerySet[Ask]", on: date) -> Asked:
    """How often, of these asks. One statement."""
    return Asked.of(with_answers(asks, on).values_list("answered", "silent"))


def asked_of_each(asks: "QuerySet[Ask]", on: date) -> dict[tuple[int, str, int, str], Asked]:
    """The same of each holder of each office: by the ids and names of both. One statement."""
    whom = ("office", "office__name", "powerholder", "powerholder__name")
    heard: dict[tuple[int, str, int, str], list[Heard]] = defaultdict(list)
    for office, name, holder, called, *rest in with_answers(asks, on).values_list(*whom, "answered", "silent"):
        heard[office, name, holder, called].append((rest[0], rest[1]))
    return {key: Asked.of(rows) for key, rows in heard.items()}


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


def public_approaches(on: date) -> "QuerySet[Approach]":
    """What campaigns that everybody may read about asked of anybody, by that day."""
    found = Approach.objects.filter(campaign__in=Campaign.objects.public(), struck_at=None, on__lte=on)
    return found.exclude(outcome=Approach.Outcome.WITHDRAWN).select_related("powerholder")


def approaches_to(holder: Powerholder, on: date, *, in_office: bool) -> list[Approach]:
    """Those to somebody; of whom holds no public office, only where two people decided that they are named."""
    found = public_approaches(on).filter(powerholder=holder)
    if in_office and not holder.is_private_owner:
        return list(found)
    named = NamingDecision.objects.filter(powerholder=holder, agreed=True, ended_at=None)
    return list(found.filter(campaign__in=named.values("campaign")))


def approaches_to_body(body: Institution, on: date) -> list[Approach]:
    """Those to whoever held its offices then, in that office or without saying in which."""
    held = Tenure.objects.filter(office__institution=body, powerholder=OuterRef("powerholder"))
    began = Q(started_on=None) | Q(started_on__lte=OuterRef("on"))
    that_day = held.filter(began, Q(ended_on=None) | Q(ended_on__gt=OuterRef("on")))
    found = public_approaches(on).filter(powerholder__is_private_owner=False)
    return list(found.filter(Q(office__institution=body) | Q(Exists(that_day), office=None)))
