"""Who scored candidates and how: only of those who answered under their name, as far as one may see them.

What was scored in a secret ballot, or with a slip that bears no name, stands in no row that leads here.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from string import ascii_uppercase
from typing import TYPE_CHECKING

from m4c.listening.deciding.checklist import ANSWERS, CHECKLIST
from m4c.listening.models import CandidateIssue, IssueScore
from m4c.people.models import Account, Person

if TYPE_CHECKING:
    from django.utils.functional import Promise


@dataclass(frozen=True)
class Sheet:
    """What one person said: for each line that they answered, the answer of each candidate, by letter."""

    person: Person
    lines: "list[tuple[Promise, list[tuple[str, Promise | str]]]]"


@dataclass(frozen=True)
class Sheets:
    """Those whom one may see by name, and how many there are besides."""

    sheets: list[Sheet]
    hidden: int


def sheets_of(candidates: Sequence[CandidateIssue], account: Account) -> Sheets:
    """The named sheets of these candidates, by name. Two statements."""
    rows = IssueScore.objects.filter(candidate__in=candidates, scorer__isnull=False).select_related("scorer")
    seen = rows.filter(account.sight.unless_protected("scorer")).order_by("scorer__sort_name", "scorer")
    sheets = [sheet(person, list(said), candidates) for person, said in groupby(seen, key=lambda row: row.scorer)]
    everybody = rows.order_by().values("scorer").distinct().count()
    return Sheets(sheets, everybody - len(sheets))


def sheet(person: Person | None, said: list[IssueScore], candidates: Sequence[CandidateIssue]) -> Sheet:
    """One person's answers, line by line."""
    assert person is not None
    answers = {(row.candidate_id, row.criterion): row.score for row in said}
    words = dict(ANSWERS)
    lines: list[tuple[Promise, list[tuple[str, Promise | str]]]] = []
    for criterion in CHECKLIST:
        given: list[tuple[str, Promise | str]] = [
            (letter, words[answers[each.pk, criterion.name]] if (each.pk, criterion.name) in answers else "")
            for letter, each in zip(ascii_uppercase, candidates, strict=False)
        ]
        if any((each.pk, criterion.name) in answers for each in candidates):
            lines.append((criterion.question, given))
    return Sheet(person, lines)
