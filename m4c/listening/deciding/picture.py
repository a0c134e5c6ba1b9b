"""The rounds of a result as pictures: a bar for each option, as wide as its votes, beside the table of them all."""

from dataclasses import dataclass
from typing import Any

WIDEST = 100


@dataclass(frozen=True)
class Bar:
    """One option in one round: its votes, how wide its bar is in hundredths, and whether it went out or won."""

    option: str
    votes: int
    width: int
    is_out: bool
    is_winner: bool


@dataclass(frozen=True)
class Drawn:
    """One round as it is drawn."""

    number: int
    bars: list[Bar]
    exhausted: int


def rounds_of(result: dict[str, Any]) -> list[Drawn]:
    """The rounds, each with its options from the most votes to the fewest."""
    most = max((row["votes"] for each in result["rounds"] for row in each["votes"]), default=0) or 1
    drawn = []
    for each in result["rounds"]:
        is_last = each is result["rounds"][-1]
        rows = sorted(each["votes"], key=lambda row: -row["votes"])
        bars = [
            Bar(
                row["option"],
                row["votes"],
                round(WIDEST * row["votes"] / most),
                row["option"] in each["out"],
                is_last and row["option"] == result["winner"],
            )
            for row in rows
        ]
        drawn.append(Drawn(each["number"], bars, each["exhausted"]))
    return drawn
