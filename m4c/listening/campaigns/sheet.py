"""Sheets of concerns: street questionnaires, outreach sheets, notes of visits, as they are brought in."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from m4c.listening.campaigns.rows import read_concern
from m4c.listening.campaigns.sitting import ConcernSitting, campaign_of
from m4c.people.imports import describing
from m4c.people.imports.kinds import IMPORT_KINDS, ImportKind, Line, NextStep
from m4c.people.models import ImportRow, SheetImport
from m4c.people.names import words
from m4c.people.sheets.columns import Columns, Guess, guess_columns
from m4c.people.sheets.kinds import ColumnKind, SheetKind
from m4c.people.sheets.reading import Row

# A yes below these is none to quoting, using or telling: "No quoting", "May we publish your name?"
SPEAKS_AGAINST = re.compile(
    r"\b(?:no|not|never|don t) (?:\w+ )?(?:quot|publish|us(?:e|ing)\b|tell|contact|inform|updat)"
)
USES = {ColumnKind.MAY_QUOTE, ColumnKind.MAY_USE, ColumnKind.MAY_TELL}
THEIR_NAME = re.compile(r"\bnames?\b")
NO_NAME = re.compile(r"\b(?:without|no|anonymous(?:ly)?)\b")
TELLING = {ColumnKind.STRENGTH, ColumnKind.THEME} | USES


class ConcernQuestions(forms.Form):
    """What a sheet of concerns seldom says of itself."""

    campaign = forms.CharField(
        label=gettext_lazy("Which listening campaign"),
        help_text=gettext_lazy("By its name; where the group has none of that name, it is begun."),
        max_length=120,
    )
    day = forms.DateField(
        label=gettext_lazy("The day, for rows that give none"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )


class ConcernSheet(ImportKind):
    """What people said hurts, a row each."""

    name = "concerns"
    title = gettext_lazy("Sheets of concerns")
    lede = gettext_lazy("What people said hurts: in their words, when, where, how strongly, and who if they said.")
    order = 25
    sheet = SheetKind.CONCERNS
    sitting = ConcernSitting
    questions = ConcernQuestions
    several = (ColumnKind.WORDS,)
    counted = {
        "concerns": (gettext_lazy("new concerns"), gettext_lazy("Each in the words that stand in the sheet.")),
        "anonymous": (gettext_lazy("of them without a name"), gettext_lazy("Each of these is one voice by itself.")),
        "themes": (gettext_lazy("new themes"), gettext_lazy("As the sheet names them.")),
    }
    unread = (ColumnKind.NOTES,)

    def read(self, row: Row, columns: Columns) -> Line:
        """A concern; refused without words or a day."""
        return read_concern(row, columns)

    def headline(self, cells: Sequence[str], columns: Columns) -> str:
        """Who said it, and what."""
        who = describing.headline(cells, columns, ColumnKind.EMAIL, ColumnKind.PHONE)
        return ": ".join(filter(None, (who, columns.cell(cells, ColumnKind.WORDS))))

    def missing(self, columns: Columns) -> str:
        """A concern is somebody's words."""
        if ColumnKind.WORDS not in columns.kinds:
            return _("No column holds what people said.")
        return ""

    def guess_columns(self, headers: Sequence[str], rows: Sequence[Sequence[str]], source: str = "") -> Guess:
        """As headers and cells say; a column of comments holds what was said where no other does."""
        guess = guess_columns(headers, rows, self.sheet)
        kinds = tuple(
            ColumnKind.UNUSED if kind in USES and asks_other(header) else kind
            for kind, header in zip(guess.columns.kinds, headers, strict=True)
        )
        guess = Guess(Columns(kinds), guess.remarks)
        if ColumnKind.WORDS in kinds or ColumnKind.NOTES not in kinds or not TELLING & set(kinds):
            return guess
        comments = tuple(ColumnKind.WORDS if kind is ColumnKind.NOTES else kind for kind in kinds)
        return Guess(Columns(comments), guess.remarks)

    def in_words(self, details: Mapping[str, Any]) -> str:
        """The campaign."""
        return " ".join(str(details.get("campaign", "")).split())

    def next_steps(self, sheet_import: SheetImport) -> list[NextStep]:
        """The campaign's own page."""
        campaign = campaign_of(sheet_import)
        if campaign is None:
            return []
        page = reverse("listening-campaign", kwargs={"uid": campaign.uid})
        return [NextStep(_("The listening campaign"), page, _("How many were heard, and where."))]

    def finish(self, sheet_import: SheetImport, rows: Sequence[ImportRow]) -> None:
        """What nobody named said was kept to count the same lines of the sheet, and is needed no more."""
        for row in rows:
            row.left_open = ""


def asks_other(header: str) -> bool:
    """Whether a header asks for something else than leave to quote without a name, to use, or to tell."""
    said = " ".join(words(header))
    is_of_name = THEIR_NAME.search(said) is not None and NO_NAME.search(said) is None
    return is_of_name or SPEAKS_AGAINST.search(said) is not None


def register() -> None:
    """Offer sheets of concerns wherever files are brought in."""
    IMPORT_KINDS.add(ConcernSheet.name, ConcernSheet())
