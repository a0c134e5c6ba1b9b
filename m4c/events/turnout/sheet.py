"""Turnout sheets: how their rows read, and what the sheet itself does not say."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from django import forms
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from m4c.events.brought_by import find_who_brought, tell
from m4c.events.models import Event
from m4c.events.turnout.sitting import Expected, TurnoutSitting, event_of
from m4c.people.imports import describing
from m4c.people.imports.kinds import IMPORT_KINDS, ImportKind, Line, NextStep
from m4c.people.models import ImportRow, SheetImport
from m4c.people.sheets.between import alone, bare
from m4c.people.sheets.cells import Answer, Parsed, parse_yes_no, quoted
from m4c.people.sheets.columns import Columns
from m4c.people.sheets.kinds import ColumnKind, SheetKind
from m4c.people.sheets.reading import Row
from m4c.people.sheets.turnout import TurnoutState, parse_guests, parse_turnout_state, whole_state

MEANT_TO_COME = {None, TurnoutState.YES, TurnoutState.CONFIRMED, TurnoutState.DID_NOT_COME}


class TurnoutQuestions(forms.Form):
    """What a turnout sheet seldom says of itself."""

    title = forms.CharField(label=gettext_lazy("What the event is called"), max_length=200)
    event_kind = forms.ChoiceField(label=gettext_lazy("What kind"), choices=Event.Kind.choices)
    day = forms.DateField(
        label=gettext_lazy("On which day"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )
    hour = forms.TimeField(
        label=gettext_lazy("At what time"),
        required=False,
        widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"),
    )


class TurnoutSheet(ImportKind):
    """An organiser's sheet of who is asked to an event and where they stand."""

    name = "turnout"
    title = gettext_lazy("Turnout sheets")
    lede = gettext_lazy("Who is asked to an event, what they said, who came, and who brought them.")
    order = 15
    sheet = SheetKind.TURNOUT
    sitting = TurnoutSitting
    questions = TurnoutQuestions
    reviews_left_open = True
    counted = {
        "attendances": (gettext_lazy("people on the event's list"), gettext_lazy("Newly put there by this sheet.")),
        "guests": (gettext_lazy("guests"), gettext_lazy("Whom they said they would bring; none of them is met yet.")),
    }
    unread = tuple(
        kind for kind in ColumnKind if kind.value.startswith("consent_") or kind is ColumnKind.NOTES
    )  # what somebody agreed to is told where they signed for it

    def read(self, row: Row, columns: Columns) -> Line:
        """Who it is, and where they stand. Only a row by which nobody can be known is refused."""
        cells = row.cells
        told = describing.describe(cells, columns, describing.OF_THE_ROW)
        line = Line(row.number, cells, described=told.described, reason=told.reason)
        for problem in told.problems:
            line.tell(problem)
        state = read_state(cells, columns)
        line.tell(state.problem)
        guests = parse_guests(columns.cell(cells, ColumnKind.GUESTS))
        line.tell(guests.problem)
        said = parse_turnout_state(columns.cell(cells, ColumnKind.TURNOUT_STATE)).value
        line.said = Expected(state.value.value if state.value else "", guests.value, said.value if said else "")
        line.reason = why_nobody(cells) or line.reason
        line.left_open = "" if line.reason else columns.cell(cells, ColumnKind.BROUGHT_BY)
        return line

    def heading(self, row: Row) -> str:
        """ "Confirmed:" between the rows says where those below it stand; "Team A:" ends what was said above."""
        return heading_of(row.cells)

    def under(self, heading: str, line: Line) -> Line:
        """Where somebody stands whose own row leaves it open."""
        if heading and not line.reason and not line.said.state:
            state = parse_turnout_state(heading).value
            line.said.state = state.value if state else ""
        return line

    def headline(self, cells: Sequence[str], columns: Columns) -> str:
        """Who it is, by name, or by whatever there is."""
        return describing.headline(cells, columns, ColumnKind.EMAIL, ColumnKind.PHONE)

    def missing(self, columns: Columns) -> str:
        """Somebody can be known by an e-mail, a phone or a full name."""
        return describing.missing(columns)

    def in_words(self, details: Mapping[str, Any]) -> str:
        """ "Annual meeting, 21 June 2010"."""
        if not details.get("day"):
            return ""
        day = date_format(date.fromisoformat(details["day"]))
        return _("{event}, {day}").format(event=details["title"], day=day)

    def next_steps(self, sheet_import: SheetImport) -> list[NextStep]:
        """The event's own page."""
        event = event_of(sheet_import)
        if event is None:
            return []
        page = reverse("event", kwargs={"uid": event.uid})
        return [NextStep(_("The event"), page, _("Who is asked, who said yes, who came, and because of whom."))]

    def finish(self, sheet_import: SheetImport, rows: Sequence[ImportRow]) -> None:
        """Who brought them, where exactly one person fits; the other rows say that they are to be looked at."""
        event = event_of(sheet_import)
        if event is None or not rows:
            return
        rings = find_who_brought(event, sheet_import, rows, by_first_name=True)
        open_words = _("“{words}” brought them, and it is not certain who that is: say so on the event's page.")
        ring = _("“{words}” brought them, and came because of them: nobody is down as having brought them.")
        for row in rows:
            if row.left_open:
                tell(row, ring if row.number in rings else open_words, words=row.left_open)


def heading_of(cells: Sequence[str]) -> str:
    """The words of a row that says something of those below it; empty for any other: a name has no colon behind it."""
    said = alone(cells)
    return bare(said) if said and (said.endswith(":") or whole_state(bare(said))) else ""


def why_nobody(cells: Sequence[str]) -> str:
    """Why a row that is a heading brings nobody in; empty for any other."""
    heading = heading_of(cells)
    if not heading:
        return ""
    if parse_turnout_state(heading).value:
        return _("{text} is a heading: it says where those below it stand.").format(text=quoted(heading))
    return _("{text} is a heading, and nobody.").format(text=quoted(heading))


def read_state(cells: Sequence[str], columns: Columns) -> Parsed[TurnoutState | None]:
    """Where somebody stands: by what they said, and by whether they came where a column tells that apart."""
    said = parse_turnout_state(columns.cell(cells, ColumnKind.TURNOUT_STATE))
    written = columns.cell(cells, ColumnKind.CAME)
    came = parse_yes_no(written)
    if came.value is Answer.YES:
        return Parsed(said.value if said.value is TurnoutState.WALK_IN else TurnoutState.CAME)
    if came.value is Answer.NO:
        return Parsed(TurnoutState.DID_NOT_COME) if said.value in MEANT_TO_COME else said
    if came.problem:
        otherwise = parse_turnout_state(written)
        return otherwise if otherwise.value else Parsed(said.value, f"{said.problem} {otherwise.problem}".strip())
    return said


def register() -> None:
    """Offer turnout sheets wherever files are brought in."""
    IMPORT_KINDS.add(TurnoutSheet.name, TurnoutSheet())
