"""Local campaigns that are part of a larger one: which, how they stand, and what they come to together."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, IntegerField, Q, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from m4c.campaigns.models import Approach, Backer, Campaign, CampaignLead, Evidence, LetterSignatory
from m4c.core.register import Register
from m4c.people.models import Account

MOST_SHOWN = 100
Rows = Callable[[], "QuerySet[Any]"]


@dataclass(frozen=True)
class Total:
    """A number that is added up over campaigns: what it counts, and the rows, each with a `campaign`.

    `distinct` names the field of which each value counts once; `one` is the label of a single one.
    """

    label: "str | Promise"
    rows: Rows
    order: int
    distinct: str = "pk"
    one: "str | Promise" = ""

    def called(self, number: int) -> "str | Promise":
        """What so many of them are called."""
        return self.one if number == 1 and self.one else self.label


TOTALS: Register[Total] = Register("What is added up over the campaigns that are part of a larger one.")


@dataclass(frozen=True)
class RollUp:
    """The campaigns that are part of one, those the account sees, and the totals over all, it itself included."""

    local: list[Campaign]
    unseen: int
    groups: int
    totals: list[tuple["str | Promise", int]]


def roll_up_of(campaign: Campaign, account: Account) -> RollUp | None:
    """What a campaign comes to with all that are part of it, however deep; None where nothing is. A constant number of
    statements: one for the parts of each depth, and two.
    """
    parts, ahead = {campaign.pk}, {campaign.pk}
    while ahead:
        ahead = set(Campaign.objects.filter(rolls_up_to__in=ahead).values_list("pk", flat=True)) - parts
        parts |= ahead
    if len(parts) < 2:
        return None
    below = Campaign.objects.filter(pk__in=parts - {campaign.pk})
    seen = below.filter(pk__in=Campaign.objects.visible_to(account).order_by().values("pk"))
    local = list(seen.select_related("group").order_by("group__name", "name", "pk")[:MOST_SHOWN])
    groups, *counted = totals_of(parts)
    told = [(total.called(number), number) for total, number in zip(in_order(), counted, strict=True)]
    return RollUp(local, len(parts) - 1 - len(local), groups, told)


def in_order() -> list[Total]:
    """The totals in order."""
    return sorted(TOTALS.all(), key=lambda total: total.order)


def totals_of(parts: set[int]) -> list[int]:
    """How many groups, and then each total, over these campaigns. One statement."""
    first = Campaign.objects.filter(pk__in=parts).order_by("pk")[:1]
    groups = number_of(Campaign.objects.filter(pk__in=parts), "group")
    numbers = [number_of(total.rows().filter(campaign__in=parts), total.distinct) for total in in_order()]
    return list(first.values_list(groups, *numbers)[0])


def number_of(rows: "QuerySet[Any]", distinct: str) -> Coalesce:
    """How many different values of a field rows have, as a column of another statement."""
    together = rows.order_by().annotate(alike=Value(1)).values("alike")
    counted = together.annotate(number=Count(distinct, distinct=True)).values("number")
    return Coalesce(Subquery(counted, output_field=IntegerField()), 0)


def register() -> None:
    """What of campaigns is added up; commitments adds the wins."""
    TOTALS.add("leads", Total(_("lead"), lambda: CampaignLead.objects.filter(until_on=None), 10, "person"))
    TOTALS.add(
        "approaches",
        Total(_("approaches"), lambda: Approach.objects.filter(is_ours=True, struck_at=None), 20, one=_("approach")),
    )
    answers = Q(outcome__in=[Approach.Outcome.ANSWERED, Approach.Outcome.PARTLY], struck_at=None)
    TOTALS.add(
        "answers", Total(_("answers"), lambda: Approach.objects.filter(answers, is_ours=True), 30, one=_("answer"))
    )
    TOTALS.add(
        "evidence",
        Total(
            _("pieces of evidence"), lambda: Evidence.objects.filter(withdrawn_at=None), 40, one=_("piece of evidence")
        ),
    )
    TOTALS.add("backers", Total(_("backers"), lambda: Backer.objects.filter(until=None), 50, "name", _("backer")))
    signed = Q(withdrawn_at=None)
    TOTALS.add("signatures", Total(_("signed a letter"), lambda: LetterSignatory.objects.filter(signed), 60))
