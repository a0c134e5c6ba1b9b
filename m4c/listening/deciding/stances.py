"""Who decided on an issue and where each stood, as far as one may see."""

from dataclasses import dataclass

from django.db.models import Case, Count, Q, When

from m4c.listening.models import Issue, IssueDecider
from m4c.people.models import Account

LISTED = 100


@dataclass(frozen=True)
class Stances:
    """Those against it, those for it, and those who abstained; `more` are not listed, `hidden` one may not see."""

    rows: list[IssueDecider]
    dissented: int
    more: int
    hidden: int


def stances_of(issue: Issue, account: Account) -> Stances:
    """The deciders of an issue, those who dissented first, by name. Two statements."""
    rows = IssueDecider.objects.filter(issue=issue)
    may_see = account.sight.unless_protected("person")
    against = Q(stood=IssueDecider.Stood.AGAINST)
    numbers = rows.order_by().aggregate(
        all=Count("pk"), seen=Count("pk", filter=may_see), against=Count("pk", filter=may_see & against)
    )
    dissent_first = Case(When(against, then=0), default=1)
    seen = rows.filter(may_see).select_related("person").order_by(dissent_first, "-stood", "person__sort_name", "pk")
    listed = list(seen[:LISTED])
    hidden = numbers["all"] - numbers["seen"]
    return Stances(listed, numbers["against"], numbers["seen"] - len(listed), hidden)
