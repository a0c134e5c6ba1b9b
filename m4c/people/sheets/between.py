"""Lines of a sheet that are of nobody: totals below the rows, and headings between them."""

import re
from collections.abc import Sequence

from m4c.people.names import words
from m4c.people.sheets.headers import looks_like_data

TOTALS = re.compile(r"(?:grand |sub ?|overall )?totals?(?: .*)?|sum|cyfanswm(?: .*)?")  # as `names.words` folds them
COUNTED = re.compile(r"[\s(\[:\u2013\u2014-]*\d+\s*[)\]]?$")  # `Confirmed (12)`, `Coming - 7`


def is_total(name: str) -> bool:
    """Whether what stands where a name should be begins a line of totals: `Total`, `Grand total`, `Total coming`."""
    return bool(TOTALS.fullmatch(" ".join(words(name))))


def alone(cells: Sequence[str]) -> str:
    """The one cell of a line that holds anything, as far as it may be a heading; empty where several do."""
    filled = [cell for cell in cells if cell]
    return filled[0] if len(filled) == 1 and not looks_like_data(filled[0]) else ""


def bare(heading: str) -> str:
    """The words of a heading without its colon and its count."""
    return COUNTED.sub("", heading.strip().rstrip(":").rstrip()).rstrip(": ")
