"""Answers typed back from paper: "3 y, 4 n, 7 ?" by the numbers of the lines."""

import re
from collections.abc import Collection

from django.utils.translation import gettext as _

from m4c.events.models import TurnoutCall
from m4c.people.sheets.cells import Parsed

Answer = TurnoutCall.Answer
LETTERS = {
    Answer.YES: {"y", "yes", "j", "ie", "✓", "ok", "+"},
    Answer.MAYBE: {"?", "m", "maybe", "perhaps", "efallai"},
    Answer.NO: {"n", "no", "na", "✗", "x"},
    Answer.NO_ANSWER: {"0", "-", "na.", "lm", "vm", "no answer", "out"},
}
MEANS = {letter: answer for answer, letters in LETTERS.items() for letter in letters}
ONE = re.compile(r"(\d+(?:\s*-\s*\d+)?(?:\s+\d+(?:\s*-\s*\d+)?)*)\s*[:=.)]?\s*([^\d\s,;][^\d,;]*|-|0)")


def typed_back(text: str, numbers: Collection[int]) -> Parsed[dict[int, Answer]]:
    """What was said by line: `3 y, 4 n, 7 ?`, `1-3 y`, `1 2 5 n`. Raises nothing; what is not understood is told, and
    left out.
    """
    found: dict[int, Answer] = {}
    problems: list[str] = []
    for part in filter(None, (part.strip() for part in re.split(r"[,;\n]", text.casefold()))):
        said = ONE.fullmatch(part)
        answer = MEANS.get(said[2].strip()) if said else None
        if said is None or answer is None:
            problems.append(_("“{part}” is not understood: write a number and y, n, ? or -.").format(part=part[:40]))
            continue
        for number in lines_named(said[1]):
            if number in numbers:
                found[number] = answer
            else:
                problems.append(_("There is no line {number}.").format(number=number))
    return Parsed(found, " ".join(dict.fromkeys(problems)))


def lines_named(text: str) -> list[int]:
    """The numbers that `1-3 5` names; of a range backwards its ends."""
    named: list[int] = []
    for part in re.findall(r"\d+(?:\s*-\s*\d+)?", text):
        first, _dash, last = (each.strip() for each in part.partition("-"))
        start, end = int(first[:5]), int((last or first)[:5])
        named += range(start, end + 1) if start <= end <= start + 300 else [start, end]
    return named
