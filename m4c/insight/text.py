"""The report in the terminal: figures with their sentences, funnels as bars of blocks, and tables."""

from io import StringIO

from django.utils.translation import gettext as _
from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from m4c.insight.paper import nothing
from m4c.insight.presentation import Funnel, Presentation, number
from m4c.insight.words import Stat

WIDTH = 100
BAR = 24  # blocks of the widest step


def text_of(report: Presentation, *, colour: bool = False) -> str:
    """The report as plain text, in at most WIDTH columns; with the terminal's colours where they are wanted."""
    written = StringIO()
    console = Console(file=written, width=WIDTH, force_terminal=colour, no_color=not colour, highlight=False)
    console.print(Text(report.title, style="bold"))
    console.print(Text(f"{report.group} · {report.period}"))
    if report.is_empty:
        console.print()
        console.print(Text(nothing(report)))
        return written.getvalue()
    console.print(Text(report.method, style="dim"))
    write_stats(console, _("Trained"), list(report.trained.values()))
    for funnel in report.funnels:
        write_funnel(console, funnel)
    gatherings = [*report.events.values(), report.house_meetings["people_attending"]]
    write_stats(console, _("Gatherings"), gatherings)
    for heading, table in tables(report):
        write_heading(console, heading)
        console.print(Padding(table, (0, 0, 0, 2)))
    return "\n".join(line.rstrip() for line in written.getvalue().splitlines()) + "\n"


def write_heading(console: Console, heading: str) -> None:
    """A heading with a line of air above it."""
    console.print()
    console.print(Text(heading, style="bold"))


def write_stats(console: Console, heading: str, stats: list[Stat]) -> None:
    """Figures below one another, each with its label and sentence."""
    write_heading(console, heading)
    grid = Table.grid(padding=(0, 2))
    grid.add_column(justify="right")
    grid.add_column()
    grid.add_column(style="dim")
    for stat in stats:
        grid.add_row(Text(number(stat.figure), style="bold"), Text(stat.label), Text(stat.sentence))
    console.print(Padding(grid, (0, 0, 0, 2)))


def write_funnel(console: Console, funnel: Funnel) -> None:
    """Four numbers, each with a bar as long as its share of the largest."""
    write_heading(console, funnel.heading)
    counts = [figure if isinstance(figure, int) else 0 for _label, figure, _sentence in funnel.steps]
    most = max([*counts, 1])
    grid = Table.grid(padding=(0, 2))
    grid.add_column(justify="right")
    grid.add_column()
    grid.add_column(width=BAR)
    grid.add_column(style="dim")
    for (label, figure, sentence), count in zip(funnel.steps, counts, strict=True):
        blocks = "█" * max(round(BAR * count / most), 1 if count else 0)
        grid.add_row(Text(number(figure), style="bold"), Text(label), Text(blocks, style="yellow"), Text(sentence))
    console.print(Padding(grid, (0, 0, 0, 2)))


def tables(report: Presentation) -> list[tuple[str, Table]]:
    """The lists by place, session and leader that have anything in them."""
    conversations = [_("1-2-1s: pledged, arranged, held, followed up"), _("House meetings: the same")]
    found: list[tuple[str, list[str], list[list[str]], int]] = [
        (
            _("By place"),
            [_("Group"), _("Trained"), _("in full"), *conversations],
            [[row.name, *figures(row.cells[:2]), *fours(row.cells[2:10])] for row in report.by_group],
            1,
        ),
        (
            _("By session"),
            [_("Session"), _("Day"), _("Group"), _("Kind"), _("Came")],
            [[row.name, *figures(row.cells[:4])] for row in report.by_session],
            4,
        ),
        (
            _("By leader, for each leader and their organiser alone"),
            [_("Leader"), *conversations],
            [[row.name, *fours(row.cells)] for row in report.by_leader],
            1,
        ),
    ]
    return [(heading, table(heads, rows, words)) for heading, heads, rows, words in found if rows]


def table(heads: list[str], rows: list[list[str]], words: int) -> Table:
    """A table whose first columns are words, and the others figures."""
    made = Table(box=None, header_style="dim", pad_edge=False)
    for index, head in enumerate(heads):
        made.add_column(Text(head), justify="left" if index < words else "right", overflow="fold")
    for row in rows:
        made.add_row(*(Text(cell) for cell in row))
    return made


def figures(cells: list[tuple[str, str]]) -> list[str]:
    """The texts of some cells."""
    return [text for _name, text in cells]


def fours(cells: list[tuple[str, str]]) -> list[str]:
    """Eight figures of conversations as two cells of four."""
    texts = [text.rjust(5) for text in figures(cells)]
    return ["".join(texts[:4]), "".join(texts[4:])]
