"""Instant run-off: who goes out in each round, and what happens where two have the same.

Papers are counted and carried over by pyrankvote. Who wins and who goes out is decided here, since the library draws
lots between those who have the same and lets half of the papers win, and a recount has to say what the count said
(docs/decisions/0039-ballots.md).
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from pyrankvote.helpers import CompareMethodIfEqual, ElectionManager
from pyrankvote.models import Ballot as RankedPaper
from pyrankvote.models import Candidate

MOST_TRIED = 400  # ways in which ties could have gone, before the count says that it is one
Paper = Sequence[str]  # options as somebody ranked them, the best first


@dataclass(frozen=True)
class Round:
    """One round: the papers of each option that was left, those that rank none of them, and who went out after it.

    `reason` says why those went out: `fewest`, `together`, `earlier` or `no_matter`; blank in the last round.
    """

    votes: dict[str, int]
    exhausted: int
    out: tuple[str, ...] = ()
    reason: str = ""


@dataclass(frozen=True)
class Count:
    """All rounds, who won, or between whom it is a tie; neither where no paper ranks anything."""

    rounds: list[Round] = field(default_factory=list)
    winner: str = ""
    tied: tuple[str, ...] = ()


def run_off(options: Sequence[str], papers: Sequence[Paper]) -> Count:
    """Count ranked papers. An option wins with more than half of the papers that still rank one that is left.

    Where none has, the one with the fewest papers goes out; several that together have fewer than the next go out
    together. Of those who have the same, the one goes out that had fewer in the latest earlier round in which they
    differed; else it does not matter where the same option wins whichever goes; else it is a tie.
    """
    return _counted(list(options), papers, [], [MOST_TRIED])


def _counted(options: list[str], papers: Sequence[Paper], before: list[Round], left: list[int]) -> Count:
    """The count from here on, after the rounds `before`; `left` is how many ways may still be tried."""
    rounds = list(before)
    standing = _left_of(options, rounds)
    table = _table(options, papers, [option for option in options if option not in standing])
    while True:
        votes = {option: round(table.get_number_of_votes(Candidate(option))) for option in standing}
        counting = sum(votes.values())
        here = Round(votes, len(papers) - counting)
        best = [option for option in standing if votes[option] == max(votes.values(), default=0)]
        if not counting:
            return Count([*rounds, here])
        if votes[best[0]] * 2 > counting or len(standing) == 1:
            return Count([*rounds, here], winner=best[0])
        if len(standing) == 2:
            return Count([*rounds, here], tied=tuple(best))
        out, reason = _who_goes_out(votes, rounds)
        if not reason:
            return _tied(options, papers, [*rounds, here], out, left)
        rounds.append(Round(votes, here.exhausted, tuple(out), reason))
        standing = [option for option in standing if option not in out]
        _carry_over(table, out)


def _who_goes_out(votes: dict[str, int], rounds: list[Round]) -> tuple[list[str], str]:
    """Who goes out and why; the ones that have the same, and no reason, where nothing tells them apart."""
    fewest = min(votes.values())
    last = [option for option in votes if votes[option] == fewest]
    if len(last) == 1:
        return last, "fewest"
    above = [number for number in votes.values() if number > fewest]
    if above and fewest * len(last) < min(above):
        return last, "together"
    for earlier in reversed(rounds):
        fewest = min(earlier.votes[option] for option in last)
        fewer = [option for option in last if earlier.votes[option] == fewest]
        if len(fewer) == 1:
            return fewer, "earlier"
        last = fewer
    return last, ""


def _tied(options: list[str], papers: Sequence[Paper], rounds: list[Round], last: list[str], left: list[int]) -> Count:
    """The count where nothing tells the last apart: the same winner whichever goes, or a tie."""
    here, could_win, first = rounds[-1], set(), None
    for option in last:
        left[0] -= 1
        if left[0] < 0:
            return Count(rounds, tied=tuple(last))
        gone = Round(here.votes, here.exhausted, (option,), "no_matter")
        went = _counted(options, papers, [*rounds[:-1], gone], left)
        first = first or went
        could_win |= {went.winner} if went.winner else set(went.tied)
    if first and len(could_win) == 1 and first.winner:
        return first
    return Count(rounds, tied=tuple(option for option in options if option in could_win))


def _left_of(options: list[str], rounds: list[Round]) -> list[str]:
    """The options that no round sent out."""
    out = {option for each in rounds for option in each.out}
    return [option for option in options if option not in out]


def _table(options: list[str], papers: Sequence[Paper], gone: list[str]) -> ElectionManager:
    """The library's table, each paper on its first choice, and those of whoever is gone carried over."""
    candidates = {option: Candidate(option) for option in options}
    ranked = [RankedPaper([candidates[option] for option in paper]) for paper in papers]
    table = ElectionManager(list(candidates.values()), ranked, compare_method_if_equal=CompareMethodIfEqual.Random)
    _carry_over(table, gone)
    return table


def _carry_over(table: ElectionManager, out: Sequence[str]) -> None:
    """Take options out, and carry each of their papers to the next choice that is left."""
    for option in out:
        table.reject_candidate(Candidate(option))
    for option in out:
        table.transfer_votes(Candidate(option), table.get_number_of_votes(Candidate(option)))
