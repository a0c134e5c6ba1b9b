"""Candidates of a theme side by side: how those present answered each line of the checklist."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from string import ascii_uppercase
from typing import TYPE_CHECKING, Any, NamedTuple, Self

from django.db.models import Count, Q, Sum

from m4c.listening.deciding.checklist import CHECKLIST, PARTLY, YES
from m4c.listening.models import BallotOption, CandidateIssue, Issue, IssueScore

if TYPE_CHECKING:
    from django.utils.functional import Promise


@dataclass(frozen=True)
class Cell:
    """How one line was answered for one candidate: by how many, and from no (0) to yes (2) on the average."""

    letter: str  # of the candidate
    answered: int
    mean: float | None

    @property
    def kind(self) -> str:
        """The badge that says it at a glance: blank where nobody answered."""
        if self.mean is None:
            return ""
        if self.mean >= (PARTLY + YES) / 2:
            return "kept"
        return "part" if self.mean >= PARTLY / 2 else "broken"


@dataclass(frozen=True)
class Line:
    """One line of the checklist over all candidates."""

    question: "Promise"
    cells: list[Cell]


@dataclass(frozen=True)
class Column:
    """One candidate under its letter, by how many it was scored, and the issue that it became."""

    letter: str
    candidate: CandidateIssue
    scored: int
    issue: Issue | None


def columns_of(candidates: Sequence[CandidateIssue], issues: Iterable[Issue]) -> list[Column]:
    """The candidates in their order, each with a letter to be spoken of by. Two statements, and that of the issues."""
    scored, chosen = scored_by(candidates), {issue.candidate_id: issue for issue in issues}
    return [
        Column(letter, each, scored.get(each.pk, 0), chosen.get(each.pk))
        for letter, each in zip(ascii_uppercase, candidates, strict=False)
    ]


def side_by_side(candidates: Collection[CandidateIssue]) -> list[Line]:
    """Each line of the checklist with the candidates' answers, in their order. Two statements.

    The lines are never added up: which of them weighs most is for those present to say.
    """
    rows = IssueScore.objects.filter(candidate__in=candidates).order_by().values_list("candidate", "criterion")
    said = {(pk, line): Answers(total, number) for pk, line, total, number in rows.annotate(Sum("score"), Count("pk"))}
    for pk, _sheets, lines in counted_of(candidates):
        for line, counts in lines.items():
            said[pk, line] = said.get((pk, line), Answers()) + Answers.of(counts)
    return [
        Line(
            criterion.question,
            [
                Cell(letter, *said.get((each.pk, criterion.name), Answers()).told)
                for letter, each in zip(ascii_uppercase, candidates, strict=False)
            ],
        )
        for criterion in CHECKLIST
    ]


def scored_by(candidates: Collection[CandidateIssue]) -> dict[int, int]:
    """How many people or papers scored each candidate, by id. Two statements."""
    rows = IssueScore.objects.filter(candidate__in=candidates).order_by().values("candidate")
    counted = rows.annotate(people=Count("scorer", distinct=True), papers=Count("slip", distinct=True))
    scored = {row["candidate"]: row["people"] + row["papers"] for row in counted}
    for pk, sheets, _lines in counted_of(candidates):
        scored[pk] = scored.get(pk, 0) + sheets
    return scored


class Answers(NamedTuple):
    """What the answers to one line come to, and how many there are."""

    total: int = 0
    number: int = 0

    @classmethod
    def of(cls, counts: Sequence[int]) -> Self:
        """Those of so many who said no, partly and yes."""
        return cls(sum(score * number for score, number in enumerate(counts)), sum(counts))

    def __add__(self, other: tuple[Any, ...]) -> "Answers":
        return Answers(self.total + other[0], self.number + other[1])

    @property
    def told(self) -> tuple[int, float | None]:
        """How many there are, and their average."""
        return self.number, self.total / self.number if self.number else None


def counted_of(candidates: Collection[CandidateIssue]) -> Iterator[tuple[int, int, dict[str, list[int]]]]:
    """The scores that bear no name: of a candidate by its id how many sheets, and the counts of each line.

    Those of ballots that still take scores are left out: whoever looked before and after a sheet would know what it
    said. One statement.
    """
    is_shown = Q(ballot__scores_shown_at__isnull=False) | Q(ballot__closed_at__isnull=False)
    rows = BallotOption.objects.filter(is_shown, candidate__in=candidates).order_by()
    for pk, scores in rows.values_list("candidate", "scores"):
        if scores:
            yield pk, scores["sheets"], scores["lines"]
