"""What themes count: breadth and depth, by place, group and time. One owner for page, report and command."""

from dataclasses import asdict, dataclass
from datetime import date
from functools import cached_property
from typing import Any

from django.db.models.functions import TruncMonth
from django.utils import timezone
from django.utils.translation import gettext as _

from m4c.listening.models import Concern, Theme
from m4c.listening.models.theme import FEWEST_PUBLISHED
from m4c.listening.stories.in_reports import StoryLeave
from m4c.listening.themes.board import Board
from m4c.listening.themes.heard import Heard, heard_on
from m4c.listening.themes.voices import Counted, Shown, concerns_on, counted, most_first
from m4c.people.models import Account
from m4c.people.young import not_under_18
from m4c.places.models import Area


@dataclass(frozen=True)
class ThemeFigures:
    """One theme.

    - `people`: distinct voices that raised it.
    - `breadth`: of all people heard, the share that raised it, from 0 to 1.
    - `depth`: the mean of the strengths that were given, from 1 to 3; None where none was.
    - `concerns`: how many concerns stand under it.
    """

    theme: str
    people: int
    breadth: float
    depth: float | None
    concerns: int

    @property
    def in_100(self) -> int:
        """The breadth, of a hundred."""
        return round(100 * self.breadth)

    @property
    def share(self) -> str:
        """The same as people read it: what somebody raised is not none of a hundred."""
        return str(self.in_100) if self.in_100 or not self.people else _("fewer than 1")

    @property
    def percent(self) -> str:
        """The same for a column of figures."""
        return f"{self.in_100}%" if self.in_100 or not self.people else "<1%"

    @property
    def is_publishable(self) -> bool:
        """Whether as many people raised it as may be told of in public."""
        return self.people >= FEWEST_PUBLISHED

    def as_json(self) -> dict[str, Any]:
        """As the report's JSON tells it."""
        return asdict(self)


MOST_LEFT_OUT = 50  # quotations that come from stories, looked past for others


class Figures:
    """The figures of one board for a reader; for everybody where none is named. Each part is read when asked for."""

    def __init__(self, board: Board, reader: Account | None = None) -> None:
        self.board, self.shown = board, Shown(reader)

    @cached_property
    def heard(self) -> Heard:
        """Who was heard."""
        return heard_on(self.board, self.shown)

    @cached_property
    def by_theme(self) -> dict[Theme, Counted]:
        """What each standing theme with a concern under it counts, most people first."""
        found = counted(concerns_on(self.board, self.shown).exclude(theme=None), "theme")
        themes = {theme.pk: theme for theme in self.board.themes() if theme.pk in found}
        ordered = sorted(themes.values(), key=lambda theme: (-found[theme.pk].people, theme.name.casefold()))
        return {theme: found[theme.pk] for theme in ordered}

    @cached_property
    def themes(self) -> list[ThemeFigures]:
        """The same as the report tells it."""
        return [self.told(theme, part) for theme, part in self.by_theme.items()]

    def told(self, theme: Theme, part: Counted) -> ThemeFigures:
        """A theme's figures beside all who were heard."""
        breadth = round(part.people / self.heard.people, 4) if self.heard.people else 0.0
        return ThemeFigures(theme.name, part.people, breadth, part.depth, part.concerns)


class OneTheme:
    """One theme by itself: its figures, by ward, by group and over time, and what of it may be quoted."""

    def __init__(self, theme: Theme, reader: Account) -> None:
        self.theme, self.whole = theme, Figures(Board.of(theme), reader)
        self.rows = concerns_on(self.whole.board, self.whole.shown).filter(theme=theme)

    @cached_property
    def figures(self) -> ThemeFigures:
        """Its breadth and depth."""
        return self.whole.told(self.theme, counted(self.rows, "theme").get(self.theme.pk, Counted()))

    @cached_property
    def by_ward(self) -> list[tuple[str, Counted]]:
        """Where it was raised: the ward where a postcode tells it, else the place as it was typed, or blank."""
        wards, places = counted(self.rows.exclude(ward=None), "ward"), counted(self.rows.filter(ward=None), "place")
        names = {area.pk: area.current_name for area in Area.objects.filter(pk__in=wards).named()} if wards else {}
        return most_first([*((names[pk], part) for pk, part in wards.items()), *places.items()])

    @cached_property
    def by_group(self) -> list[tuple[str, Counted]]:
        """The groups that heard it."""
        return most_first(counted(self.rows, "group__name").items())

    @cached_property
    def by_month(self) -> list[tuple[date, Counted]]:
        """When it was said, month by month."""
        rows = self.rows.annotate(month=TruncMonth("said_on"))
        return sorted(counted(rows, "month").items())

    def quotations(self, at_most: int) -> list[Concern]:
        """What of it may be quoted, the latest first: words alone, never whose they are. What comes from a story asks
        that story's consent for reports.
        """
        rows = quotable(self.rows)
        tellers = rows.exclude(speaker=None).values("speaker")
        leave = StoryLeave.of_tellers(tellers, timezone.localdate(), public=False)
        newest = rows.order_by("-said_on", "-pk")[: at_most + MOST_LEFT_OUT]
        return [concern for concern in newest if leave.lets(concern)][:at_most]


def quotable(rows: Any) -> Any:
    """Of concerns those that may be quoted without a name, and that nobody under 18 said."""
    return rows.filter(not_under_18("person"), not_under_18("questionnaire__person"), may_quote=True)
