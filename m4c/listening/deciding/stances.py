"""Who decided on an issue and where each stood, as far as one may see."""

from dataclasses import dataclass

from m4c.listening.models import Issue, IssueDecider
from m4c.people.models import Account


@dataclass(frozen=True)
class Stances:
    """Those for it, those against it, and those who abstained; `hidden` are those whom one may not see."""

    rows: list[IssueDecider]
    hidden: int

    @property
    def dissented(self) -> int:
        """How many of those shown were against it."""
        return sum(row.stood == IssueDecider.Stood.AGAINST for row in self.rows)


def stances_of(issue: Issue, account: Account) -> Stances:
    """The deciders of an issue by name. Two statements."""
    rows = IssueDecider.objects.filter(issue=issue).select_related("person")
    seen = list(rows.filter(account.sight.unless_protected("person")).order_by("-stood", "person__sort_name", "pk"))
    return Stances(seen, rows.count() - len(seen))
