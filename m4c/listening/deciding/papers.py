"""Papers typed in from a sheet: what each says, and why a spoilt one is refused.

Two shapes are usual: options as columns, with dots or ranks below; or ranks as columns, with options' names below.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from m4c.core.errors import Refused
from m4c.listening.deciding.counting import DOTS, Choices
from m4c.listening.deciding.paper_columns import NUMBERED, ORDINALS, PaperColumns, plain
from m4c.people.sheets.reading import Row

MARKS = re.compile(r"[xX✓✔☑✅•●∙·*oO]+")
FIGURE = re.compile(r"(\d+)(?:\.0+)?")
NOTHING = {"", "-", "\u2013", "\u2014", "n/a", "none", "blank"}
LONGEST_OPTION = 200


@dataclass(frozen=True)
class Paper:
    """One paper: its number, and its options by rank or with their dots."""

    number: int
    choices: Choices


@dataclass(frozen=True)
class Spoilt:
    """A paper that does not count: its number as it was typed, its row in the sheet, and why."""

    number: str
    row: int
    reason: str


@dataclass
class Read:
    """A sheet of papers: those that count, those that are spoilt, and how many stood there twice."""

    papers: list[Paper] = field(default_factory=list)
    spoilt: list[Spoilt] = field(default_factory=list)
    twice: int = 0


class PaperSpoilt(Refused):
    """A paper that cannot be counted, and why."""


def read_papers(
    rows: Iterable[Row], columns: PaperColumns, options: Sequence[str], method: str, dots: int | None
) -> Read:
    """What the papers say. `options` are all that may be voted for; `dots` is the most that each has, if known."""
    read, seen = Read(), set()
    named = {plain(option): option for option in options}
    for row in rows:
        typed = row.cells[columns.number] if columns.number is not None else str(row.number)
        try:
            number = number_of(typed)
            if number in seen:
                read.twice += 1
                continue
            choices = choices_of(row, columns, named, method)
            check(choices, method, dots)
        except PaperSpoilt as spoilt:
            read.spoilt.append(Spoilt(typed, row.number, str(spoilt)))
            continue
        seen.add(number)
        read.papers.append(Paper(number, choices))
    return read


def number_of(typed: str) -> int:
    """A paper's number: the digits of "12", "No. 12" or "P-012". Raises PaperSpoilt."""
    found = re.findall(r"\d+", FIGURE.sub(r"\1", typed))
    if len(found) != 1 or len(found[0]) > 9:
        raise PaperSpoilt(_("The paper has no number."), code="no_number")
    return int(found[0])


def choices_of(row: Row, columns: PaperColumns, named: Mapping[str, str], method: str) -> Choices:
    """What a paper says. Raises PaperSpoilt for what cannot be told."""
    if columns.ranks:
        said = [(place, row.cells[at]) for at, place in columns.ranks.items() if not is_nothing(row.cells[at])]
        ranked = [option_of(text, named) for _place, text in sorted(said)]
        return Counter(ranked) if method == DOTS else ranked
    cells = {option: row.cells[at] for at, option in columns.options.items() if not is_nothing(row.cells[at])}
    if method == DOTS:
        return {named[plain(option)]: dots for option, cell in cells.items() if (dots := dots_of(cell))}
    return by_rank({named[plain(option)]: cell for option, cell in cells.items()})


def option_of(text: str, named: Mapping[str, str]) -> str:
    """The option of a name. Raises PaperSpoilt for none of that name."""
    if plain(text) not in named:
        raise PaperSpoilt(_("“{option}” is not on the paper.").format(option=text), code="no_option")
    return named[plain(text)]


def dots_of(cell: str) -> int:
    """How many dots a cell holds: a figure, or marks. Raises PaperSpoilt."""
    if found := FIGURE.fullmatch(cell):
        return int(found[1])
    if MARKS.fullmatch(plain_marks := cell.replace(" ", "")):
        return len(plain_marks)
    raise PaperSpoilt(_("“{text}” is no number of dots.").format(text=cell), code="no_figure")


def by_rank(cells: Mapping[str, str]) -> list[str]:
    """Options in the order of what stands in their cells; a single mark alone is a first choice. Raises PaperSpoilt."""
    if len(cells) == 1 and MARKS.fullmatch(next(iter(cells.values()))):
        return list(cells)
    ranks = {option: rank_of(cell) for option, cell in cells.items()}
    for rank, times in Counter(ranks.values()).items():
        if times > 1:
            raise PaperSpoilt(_("Rank {rank} stands there twice.").format(rank=rank), code="rank_twice")
    return sorted(ranks, key=lambda option: ranks[option])


def rank_of(cell: str) -> int:
    """A rank: "1", "1st", "first", "1af". Raises PaperSpoilt."""
    found = NUMBERED.fullmatch(plain(FIGURE.sub(r"\1", cell)))
    rank = int(found[1]) if found else ORDINALS.get(plain(cell), 0)
    if not rank:
        raise PaperSpoilt(_("“{text}” is no rank.").format(text=cell), code="no_rank")
    return rank


def check(choices: Choices, method: str, dots: int | None) -> None:
    """Raise PaperSpoilt for a paper that says nothing, gives too many dots, or names an option twice."""
    if not choices:
        raise PaperSpoilt(_("The paper says nothing."), code="blank")
    if isinstance(choices, Mapping):
        given = sum(choices.values())
        if dots is not None and given > dots:
            text = ngettext("{given} dots, where each has {dots}.", "{given} dots, where each has {dots}.", dots)
            raise PaperSpoilt(text.format(given=given, dots=dots), code="too_many_dots")
    elif len(set(choices)) < len(choices):
        raise PaperSpoilt(_("One option stands there twice."), code="option_twice")
    elif method != "ranked" and len(choices) > 1:
        raise PaperSpoilt(_("Each has one vote."), code="one_vote")


def is_nothing(cell: str) -> bool:
    """Whether a cell is left blank."""
    return cell.strip().casefold() in NOTHING


def options_of(rows: Iterable[Row], columns: PaperColumns) -> list[str]:
    """The options that a sheet names: its columns, or whatever stands below its ranks, each once, as most write it."""
    if not columns.ranks:
        return list({plain(option): option for option in columns.options.values()}.values())
    written = Counter(" ".join(row.cells[at].split()) for row in rows for at in columns.ranks)
    named: dict[str, str] = {}
    for text, _times in written.most_common():
        if not is_nothing(text) and len(text) <= LONGEST_OPTION:
            named.setdefault(plain(text), text)
    return sorted(named.values(), key=plain)


def dots_each(rows: Iterable[Row], columns: PaperColumns, options: Sequence[str]) -> int:
    """How many dots each had, by what most papers give: three, as is usual, unless most give more."""
    read = read_papers(rows, columns, options, DOTS, None)
    given = Counter(sum(paper.choices.values()) for paper in read.papers if isinstance(paper.choices, Mapping))
    return max(3, given.most_common(1)[0][0]) if given else 3
