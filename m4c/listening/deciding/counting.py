"""What a ballot comes to: votes in, and out of them the result as it is kept and told, round by round.

Nothing here reads the database; the same votes give the same result, whatever order they come in.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from m4c.listening.deciding.run_off import Round, run_off

Choices = Mapping[str, int] | Sequence[str]  # dots by option, or options by rank; one alone by show of hands
Result = dict[str, Any]
HANDS, DOTS, RANKED = "hands", "dots", "ranked"


@dataclass(frozen=True)
class Question:
    """What is counted: the method, the options in their order, and how many must vote for it to hold."""

    method: str
    options: Sequence[str]
    quorum: int = 0


def counted(question: Question, votes: Sequence[Choices], hands: Mapping[str, int] | None = None) -> Result:
    """The result: `winner` or `tied`, whether the `quorum` was met, and the `rounds` with their votes by option.

    `hands` are counted in the room and come on top of the votes; of each round `reason` is a word for why its last went
    out.
    """
    hands = hands or {}
    voters = len(votes) + sum(hands.values())
    if question.method == RANKED:
        count = run_off(question.options, [list(vote) for vote in votes])
        winner, tied, rounds = count.winner, list(count.tied), count.rounds
    else:
        totals = added_up(question.options, votes, hands)
        best = [option for option in question.options if totals[option] and totals[option] == max(totals.values())]
        winner, tied = (best[0], []) if len(best) == 1 else ("", best)
        rounds = [Round(totals, 0)]
    return {
        "method": question.method,
        "voters": voters,
        "quorum": question.quorum,
        "is_quorate": voters >= question.quorum,
        "winner": winner or None,
        "tied": tied,
        "rounds": [as_json(number, each) for number, each in enumerate(rounds, 1)],
    }


def added_up(options: Sequence[str], votes: Sequence[Choices], hands: Mapping[str, int]) -> dict[str, int]:
    """Dots, or one for each option that was named, and the hands."""
    totals: Counter[str] = Counter(hands)
    for vote in votes:
        totals.update(dict(vote) if isinstance(vote, Mapping) else list(vote))
    return {option: totals[option] for option in options}


def as_json(number: int, each: Round) -> Result:
    """A round as it is kept."""
    votes = [{"option": option, "votes": votes} for option, votes in each.votes.items()]
    return {
        "number": number,
        "votes": votes,
        "exhausted": each.exhausted,
        "out": list(each.out),
        "reason": each.reason,
    }
