"""Lists of people from the tools that organisers used before: how their rows read, and what is left in the file."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from django import forms
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from m4c.people.imports import describing
from m4c.people.imports.kinds import IMPORT_KINDS, ImportKind, Line, NextStep
from m4c.people.imports.not_working import without_broken
from m4c.people.imports.people_says import OBJECTING, read_says
from m4c.people.imports.people_sitting import PeopleSitting
from m4c.people.imports.sources import AUTO, SOURCES, Source, recognise
from m4c.people.imports.sources.base import PEOPLE
from m4c.people.imports.sources.plain import PLAIN
from m4c.people.models import ImportRow, SheetImport
from m4c.people.names import fold, words
from m4c.people.own_fields.values import fields_named
from m4c.people.sheets.cells import quoted
from m4c.people.sheets.columns import Columns, Guess
from m4c.people.sheets.kinds import ColumnKind, SheetKind
from m4c.people.sheets.list_files import CLEANED, UNSUBSCRIBED
from m4c.people.sheets.reading import Row

Kind = ColumnKind

WHERE = describing.OF_THE_ROW
NAMES = (Kind.GIVEN_NAME, Kind.FAMILY_NAME, Kind.FULL_NAME, Kind.KNOWN_AS)
UNREAD = (Kind.NOTES,)
PERSON_TYPES = {"", "individual", "person", "0", "0.0", "unigolyn"}
GAP = " ::: "  # between two values in one cell, as Google writes them


class PeopleQuestions(forms.Form):
    """What a list of people does not say itself."""

    holds = forms.ChoiceField(
        label=gettext_lazy("Its rows are"),
        choices=[
            (PEOPLE, gettext_lazy("people who come in")),
            (UNSUBSCRIBED, gettext_lazy("people who left a mailing list")),
            (CLEANED, gettext_lazy("addresses that do not work")),
        ],
    )
    agreed = forms.CharField(
        label=gettext_lazy("What all agreed to by e-mail"),
        required=False,
        max_length=500,
        help_text=gettext_lazy("The words they ticked, if all of them did. Left blank, nobody has agreed to anything."),
    )
    welcome = forms.ChoiceField(
        label=gettext_lazy("Those who are new to us"),
        required=False,
        choices=[
            ("", gettext_lazy("need no welcome: they have been with us")),
            ("yes", gettext_lazy("are each welcomed by somebody of the group within a week")),
        ],
    )


class PeopleSheet(ImportKind):
    """A list of people."""

    name = "people"
    title = gettext_lazy("Lists of people")
    lede = gettext_lazy(
        "From Action Network, NationBuilder, CiviCRM, Mailchimp, Google Contacts, an address book or any sheet."
    )
    order = 30
    sheet = SheetKind.PEOPLE
    sitting = PeopleSitting
    questions = PeopleQuestions
    counted = {
        "suppressed": (
            gettext_lazy("not to be written to"),
            gettext_lazy("Rows that say so in some way. It is obeyed, whoever brings them in later."),
        )
    }
    unread = UNREAD
    chunks_at_once = 2
    several = (
        *WHERE.emails,
        *WHERE.phones,
        *WHERE.address,
        Kind.POSTCODE,
        Kind.DIED,
        Kind.DOES_NOT_WORK,
        *OBJECTING,
        *UNREAD,
        Kind.TAGS,
        Kind.OWN_FIELD,
    )
    sources = [(source.name, source.title) for source in SOURCES.values()]

    def read(self, row: Row, columns: Columns) -> Line:
        """Who a row is, and what it says of reaching them. Households and organisations are nobody."""
        cells = [cell.replace(GAP, "; ") if GAP in cell else cell for cell in row.cells]
        cells, left_out, closed = without_broken(cells, columns)
        told, says = describing.describe(cells, columns, WHERE), read_says(cells, columns)
        says.objections += closed
        reason = told.reason or no_person(cells, columns)
        line = Line(row.number, cells, described=told.described, reason=reason, said=says)
        for problem in (*left_out, *told.problems, *says.problems):
            line.tell(problem)
        says.emails = told.described.emails
        if not reason or says.on_list in (UNSUBSCRIBED, CLEANED):
            line.cells = kept(cells, columns)
        return line

    def headline(self, cells: Sequence[str], columns: Columns) -> str:
        """Who it is, by name, or by whatever there is."""
        return describing.headline(cells, columns, Kind.BODY_NAME, Kind.EMAIL, Kind.PHONE)

    def missing(self, columns: Columns) -> str:
        """Somebody can be known by an e-mail, a phone or a full name."""
        return describing.missing(columns)

    def in_words(self, details: Mapping[str, Any]) -> str:
        """ "people who come in"."""
        return str(dict(PeopleQuestions.base_fields["holds"].choices)[details["holds"]])  # type: ignore[attr-defined]

    def next_steps(self, sheet_import: SheetImport) -> list[NextStep]:
        """The people of the group."""
        page = f"{reverse('people')}?{urlencode({'group': sheet_import.group.slug})}"
        return [NextStep(_("The people of {group}").format(group=sheet_import.group), page)]

    def guess(self, file_name: str, headers: Sequence[str] = ()) -> dict[str, Any]:
        """What the rows are of, as far as the tool tells; that anybody agreed to anything is never guessed."""
        return {"holds": recognise(headers).holds(headers, file_name), "agreed": ""}

    def source(self, headers: Sequence[str]) -> str:
        """The name of the tool whose headers these are."""
        return recognise(headers).name

    def knows_tool(self, headers: Sequence[str]) -> bool:
        """Whether a tool wrote these headers."""
        return recognise(headers) is not PLAIN

    def guess_columns(self, headers: Sequence[str], rows: Sequence[Sequence[str]], source: str = "") -> Guess:
        """What the columns hold, by the tool that wrote them."""
        return with_own_fields(headers, of_tool(source, headers).guess(headers, rows))

    def left_out(self, headers: Sequence[str], columns: Columns) -> list[str]:
        """The columns that are not brought in, by name: none is lost unseen."""
        tool = of_tool("", headers)
        rest = [
            header
            for header, kind in zip(headers, columns.kinds, strict=True)
            if header and kind in (Kind.UNUSED, *UNREAD) and not tool.told(header)
        ]
        told = [*unknown_fields(headers, columns)]
        if Kind.OUTSIDE_ID in columns.kinds and not tool.numbers:
            told.append(
                _("Only the numbers of Action Network, NationBuilder and CiviCRM are kept: other tools count anew.")
            )
        if rest:
            names = ", ".join(map(quoted, rest))
            told.append(
                _("These columns stay in your file unless they are chosen on the page: {names}.").format(names=names)
            )
        return told

    def answers(self, counts: Mapping[str, int], source: str) -> dict[str, Any]:
        """How many rows say that somebody is not to be written to, and the tool."""
        return {"suppressed": counts.get("suppressed", 0), "source": source}

    def finish(self, sheet_import: SheetImport, rows: Sequence[ImportRow]) -> None:
        """Nothing is left open by a list of people."""


def with_own_fields(headers: Sequence[str], guess: Guess) -> Guess:
    """A guess in which columns that are used for nothing else go to the field of our own that is called like them."""
    named = fields_named(headers[place] for place, kind in enumerate(guess.columns.kinds) if kind is Kind.UNUSED)
    kinds = tuple(
        Kind.OWN_FIELD if kind is Kind.UNUSED and fold(header) in named else kind
        for header, kind in zip(headers, guess.columns.kinds, strict=True)
    )
    return replace(guess, columns=Columns(kinds))


def unknown_fields(headers: Sequence[str], columns: Columns) -> list[str]:
    """One sentence for each column chosen to go to a field of our own that there is not."""
    chosen = [header for header, kind in zip(headers, columns.kinds, strict=True) if kind is Kind.OWN_FIELD]
    named = fields_named(chosen)
    sentence = _("There is no field of our own called {column}: it stays in your file.")
    return [sentence.format(column=quoted(header)) for header in chosen if fold(header) not in named]


def of_tool(name: str, headers: Sequence[str]) -> Source:
    """The tool of this name, or the one whose headers these are."""
    return SOURCES[name] if name and name != AUTO else recognise(headers)


def no_person(cells: Sequence[str], columns: Columns) -> str:
    """Why a row is of no person: a household, an organisation. Empty where it is of one."""
    kind = columns.cell(cells, Kind.CONTACT_TYPE)
    if " ".join(words(kind)) not in PERSON_TYPES:
        return _("{kind} is not a person: only people are brought in.").format(kind=quoted(kind))
    body = columns.cell(cells, Kind.BODY_NAME)
    if body and not any(columns.cell(cells, name) for name in NAMES):
        return _("{name} is an organisation, and no person is named.").format(name=quoted(body))
    return ""


def kept(cells: Sequence[str], columns: Columns) -> list[str]:
    """The cells of what is brought in, without blanks at the end: all else stays in the file alone.

    Of what was kept before, it is the same.
    """
    used = [
        cell if kind is not Kind.UNUSED and kind not in UNREAD else ""
        for cell, kind in zip(cells, columns.kinds, strict=False)
    ]
    while used and not used[-1]:
        used.pop()
    return used


def register() -> None:
    """Offer lists of people wherever files are brought in."""
    IMPORT_KINDS.add(PeopleSheet.name, PeopleSheet())
