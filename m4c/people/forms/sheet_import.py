"""Forms about bringing sheets in: which files, how a file reads, what it does not say itself."""

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from m4c.people.forms.account import groups_where
from m4c.people.forms.people import GroupField
from m4c.people.forms.shape import FilterForm
from m4c.people.imports.files import layout_of
from m4c.people.imports.kinds import IMPORT_KINDS, kinds_on_offer
from m4c.people.imports.settling import Reading
from m4c.people.imports.sources import SOURCES
from m4c.people.models import Account, ImportRow
from m4c.people.models.sheet_import import ImportRowQuerySet
from m4c.people.permissions import IMPORT_PEOPLE
from m4c.people.sheets.columns import Columns
from m4c.people.sheets.kinds import KINDS, ColumnKind
from m4c.people.sheets.source import SheetFormat
from m4c.people.sheets.text import Delimiter, Encoding

MOST_FILES = 20
ANY = "any"  # kind: whichever the columns tell
SAMPLE = 4  # rows shown of each column
MOST_SHOWN = 40  # columns, before those that are not used are folded away


class SeveralFiles(forms.ClearableFileInput):
    """A choice of several files at once."""

    allow_multiple_selected = True


class FilesField(forms.FileField):
    """Several uploaded files; as a list."""

    widget = SeveralFiles(attrs={"accept": ".csv,.tsv,.txt,.xlsx,.ods,.vcf,.zip"})

    def clean(self, data: Any, initial: Any = None) -> list[UploadedFile[bytes]]:
        """Each of the files, checked. Raises ValidationError where there is none, an empty one, or too many."""
        given = data if isinstance(data, list | tuple) else [data]
        if len(given) > MOST_FILES:
            raise forms.ValidationError(_("Give up to %(most)s files at a time."), params={"most": MOST_FILES})
        return [super(FilesField, self).clean(each, initial) for each in given]


class GiveSheetsForm(forms.Form):
    """Files of one kind, for a group where the account may bring sheets in."""

    kind = forms.ChoiceField(label=_("What they hold"), widget=forms.RadioSelect, initial=ANY)
    sheets = FilesField(
        label=_("The files"),
        help_text=_("CSV, Excel (.xlsx), OpenDocument (.ods), vCard, or Mailchimp's ZIP; several at once."),
    )
    group = GroupField(
        label=_("Whose they are"),
        empty_label=_("Choose one"),
        help_text=_("Where the name of a file says another of your groups, that one is taken."),
    )

    def __init__(self, *args: Any, by: Account, **options: Any) -> None:
        super().__init__(*args, **options)
        self.groups = groups_where(by, IMPORT_PEOPLE).in_tree()  # type: ignore[attr-defined]
        self.fields["group"].queryset = self.groups  # type: ignore[attr-defined]
        kinds = [(kind.name, kind.title) for kind in kinds_on_offer()]
        self.fields["kind"].choices = [(ANY, _("Let their columns tell")), *kinds]  # type: ignore[attr-defined]
        if len(self.groups) == 1:
            self.initial["group"] = self.groups[0].slug


class SettleForm(forms.Form):
    """How a file reads, and what it does not say itself: guessed, and shown for correction.

    A field `column_3` for each column of the sheet, counted from 0, after the questions of its kind.
    """

    group = GroupField(label=_("Whose it is"), empty_label=None)
    encoding = forms.ChoiceField(label=_("Letters are written in"), choices=Encoding.choices)
    delimiter = forms.ChoiceField(label=_("Between two cells stands a"), choices=Delimiter.choices)

    way = forms.CharField(widget=forms.HiddenInput)  # by which reading the columns were shown

    def __init__(self, *args: Any, reading: Reading, by: Account, **options: Any) -> None:
        sheet_import, sheet = reading.shown, reading.sheet
        self.kind = IMPORT_KINDS[sheet_import.kind]
        self.sheet = sheet
        guessed: Sequence[str] = sheet_import.layout["columns"]
        super().__init__(*args, **options)
        self.initial = {
            "way": reading.way,
            "group": sheet_import.group.slug,
            "encoding": sheet.origin.encoding.value,
            "delimiter": sheet.origin.delimiter.value,
            **sheet_import.details,
            **{f"column_{place}": kind for place, kind in enumerate(guessed)},
        }
        self.fields["group"].queryset = groups_where(by, IMPORT_PEOPLE).in_tree()  # type: ignore[attr-defined]
        if self.kind.sources:
            choices = [(name, str(title)) for name, title in self.kind.sources]
            self.fields["source"] = forms.ChoiceField(label=_("Comes from"), choices=choices)
            self.initial["source"] = sheet_import.layout.get("source", "")
        if sheet.origin.format is not SheetFormat.CSV:
            del self.fields["encoding"], self.fields["delimiter"]
        if len(sheet.origin.tabs) > 1:
            choices = [(tab, tab) for tab in sheet.origin.tabs]
            self.fields["tab"] = forms.ChoiceField(label=_("Sheet of the workbook"), choices=choices)
            self.initial["tab"] = sheet.origin.tab
        self.fields.update(self.kind.questions().fields)
        choices = [(kind.value, str(kind.label)) for kind in KINDS[self.kind.sheet]]
        for place, header in enumerate(sheet.headers):
            label = header or _("Column %(number)s") % {"number": place + 1}
            self.fields[f"column_{place}"] = forms.ChoiceField(label=label, choices=choices)

    def keep(self, data: Mapping[str, Any]) -> None:
        """Start with what was typed besides the columns, which are guessed anew."""
        for name in ("group", *self.kind.questions.base_fields):
            self.initial[name] = data.get(name, self.initial.get(name))

    @property
    def columns_shown(self) -> list[tuple[forms.BoundField, list[str]]]:
        """Each column's field, with what stands in its first rows; of very many only those that are used."""
        folded = set(self.places_folded)
        return self.with_first_rows([place for place in range(len(self.sheet.headers)) if place not in folded])

    @property
    def columns_folded(self) -> list[tuple[forms.BoundField, list[str]]]:
        """The columns that are not used, where there are too many to show."""
        return self.with_first_rows(self.places_folded)

    @property
    def places_folded(self) -> list[int]:
        """Which columns are folded away."""
        places = range(len(self.sheet.headers))
        if len(places) <= MOST_SHOWN:
            return []
        unused = ColumnKind.UNUSED.value
        return [at for at in places if self[f"column_{at}"].value() == unused and not self[f"column_{at}"].errors]

    def with_first_rows(self, places: Sequence[int]) -> list[tuple[forms.BoundField, list[str]]]:
        """The fields of these columns, with what stands in their first rows."""
        rows = self.sheet.sample(SAMPLE)
        return [(self[f"column_{place}"], [row.cells[place] for row in rows]) for place in places]

    @property
    def questions_shown(self) -> list[forms.BoundField]:
        """The fields of what the sheet does not say itself."""
        return [self[name] for name in self.kind.questions.base_fields]

    @property
    def reading_shown(self) -> list[forms.BoundField]:
        """The fields of how the file reads."""
        return [self[name] for name in ("source", "encoding", "delimiter", "tab") if name in self.fields]

    def clean(self) -> dict[str, Any]:
        """Each kind of column once, and those that the rows cannot do without."""
        cleaned = super().clean() or {}
        if self.errors:
            return cleaned
        columns = self.columns(cleaned)
        for kind in set(columns.doubled) - set(self.kind.several):
            second = [place for place, each in enumerate(columns.kinds) if each is kind][1]
            self.add_error(f"column_{second}", _("Another column is “%(kind)s” already.") % {"kind": kind.label})
        if missing := self.kind.missing(columns):
            self.add_error(None, missing)
        return cleaned

    def columns(self, cleaned: Mapping[str, Any]) -> Columns:
        """What the columns were chosen to hold."""
        return Columns(tuple(ColumnKind(cleaned[f"column_{place}"]) for place in range(len(self.sheet.headers))))

    def layout(self) -> dict[str, object]:
        """How the file reads, to be remembered."""
        source = {"source": self.cleaned_data["source"]} if "source" in self.fields else {}
        return layout_of(self.sheet, self.columns(self.cleaned_data)) | source

    def details(self) -> dict[str, str]:
        """The answers to the questions of the kind, as JSON holds them."""
        return {name: str(self.cleaned_data[name]) for name in self.kind.questions.base_fields}


class ReadingForm(FilterForm):
    """How a file is to be read, as chosen on the form before: blank or nonsense where it is to be guessed."""

    encoding = forms.ChoiceField(choices=Encoding.choices, required=False)
    delimiter = forms.ChoiceField(choices=Delimiter.choices, required=False)
    tab = forms.CharField(required=False)
    source = forms.ChoiceField(choices=[(name, name) for name in SOURCES], required=False)

    def way(self) -> dict[str, str]:
        """What was chosen, without what was not."""
        return {name: value for name in self.fields if (value := self.chosen(name))}


class RowsForm(FilterForm):
    """Which rows of an import to list, and after which number."""

    rows = forms.ChoiceField(
        required=False,
        choices=[
            ("", _("All")),
            (ImportRow.Fate.CREATED, _("New people")),
            (ImportRow.Fate.MATCHED, _("Known already")),
            (ImportRow.Fate.SUPPRESSED, _("Not to be written to")),
            ("doubt", _("To look at")),
            (ImportRow.Fate.REPEAT, _("Further up")),
            (ImportRow.Fate.REFUSED, _("Not taken")),
            ("told", _("With a remark")),
        ],
    )
    after = forms.IntegerField(required=False, min_value=0)

    @property
    def asked(self) -> str:
        """Which rows were asked for; blank for all."""
        return self.chosen("rows") or ""

    def narrow(self, rows: ImportRowQuerySet) -> ImportRowQuerySet:
        """The rows that were asked for."""
        rows = rows.filter(number__gt=self.chosen("after") or 0)
        if self.asked == "doubt":
            return rows.to_review()
        if self.asked == "told":
            return rows.exclude(remark="", left_open="").exclude(fate=ImportRow.Fate.REFUSED)
        return rows.filter(fate=self.asked) if self.asked else rows

    def tabs(self) -> list[dict[str, Any]]:
        """The choices as tabs."""
        return [
            {"label": label, "url": f"?rows={value}" if value else "?", "current": value == self.asked}
            for value, label in self.fields["rows"].choices  # type: ignore[attr-defined]
        ]


class AnswerForm(forms.Form):
    """Whether two are one."""

    answer = forms.ChoiceField(choices=ImportRow.Answer.choices)
