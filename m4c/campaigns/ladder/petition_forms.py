"""Forms of paper petitions: what people sign, sheets printed and counted, lines typed, and where it was handed in."""

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from m4c.campaigns.ladder.forms import A_DAY, lines
from m4c.campaigns.models import Campaign, PaperPetition, PaperSignature, PetitionSheet, Target
from m4c.campaigns.operations.paper_petition import MOST_ON_A_SHEET, MOST_SHEETS, Counted, NewHandIn, NewPetition
from m4c.campaigns.operations.paper_signature import Signed
from m4c.core.form_ids import OwnIds
from m4c.events.forms.record import RecordForm
from m4c.people.forms.person_field import PersonField
from m4c.people.models import Account
from m4c.places.postcodes import normalise

LINES = 12  # on a sheet of A4 that one can write on standing


class PetitionForm(forms.Form):
    """What people sign, and to whom it goes."""

    title = forms.CharField(label=_("Title"), max_length=160)
    wording = lines(_("What people sign"), 5, max_length=2_000, help_text=_("“We, who live here, ask …”"))
    target = forms.ModelChoiceField[Target](
        label=_("To whom"),
        queryset=Target.objects.none(),
        to_field_name="uid",
        required=False,
        empty_label=_("Somebody else"),
    )
    to_whom = forms.CharField(label=_("Somebody else, in words"), max_length=160, required=False)
    opened_on = forms.DateField(label=_("From"), widget=A_DAY)

    def __init__(self, *args: Any, by: Account, campaign: Campaign, **options: Any) -> None:
        super().__init__(*args, **options)
        targets: Any = self.fields["target"]
        rows = Target.objects.visible_to(by).filter(campaign=campaign, until=None)
        targets.queryset = rows.select_related("powerholder")
        targets.label_from_instance = lambda target: target.powerholder.name

    @classmethod
    def of(cls, petition: PaperPetition, sent: Any, by: Account) -> "PetitionForm":
        """The form to change one."""
        aimed_at = Target.objects.visible_to(by).filter(campaign=petition.campaign, until=None)
        target = aimed_at.filter(powerholder=petition.powerholder_id).first() if petition.powerholder_id else None
        initial = {name: getattr(petition, name) for name in ("title", "wording", "to_whom", "opened_on")}
        initial["target"] = target.uid if target else None
        return cls(sent, by=by, campaign=petition.campaign, initial=initial)

    @property
    def petition(self) -> NewPetition:
        """As operations take it."""
        given = dict(self.cleaned_data)
        target = given.pop("target")
        return NewPetition(**given, powerholder=target.powerholder if target else None)


class PrintForm(OwnIds, forms.Form):
    """How many sheets to print."""

    number = forms.IntegerField(label=_("How many sheets"), min_value=1, max_value=MOST_SHEETS, initial=10)


class CountForm(OwnIds, forms.Form):
    """A sheet that came back."""

    number = forms.IntegerField(label=_("Number of the sheet"), min_value=1, max_value=1_000_000)
    signatures = forms.IntegerField(label=_("Signatures on it"), min_value=0, max_value=MOST_ON_A_SHEET)
    struck = forms.IntegerField(label=_("Of them not valid"), min_value=0, required=False)
    collected_by = forms.CharField(label=_("Who collected it"), max_length=120, required=False)

    @property
    def counted(self) -> Counted:
        """As operations take it."""
        return Counted(**(self.cleaned_data | {"struck": self.cleaned_data["struck"] or 0}))


class SignedForm(forms.Form):
    """One line of a sheet, as short as it can be typed; an empty one is left out."""

    name = forms.CharField(label=_("Name"), max_length=120, required=False)
    postcode = forms.CharField(label=_("Postcode"), max_length=10, required=False)
    email = forms.EmailField(label=_("E-mail"), required=False)
    agreed_email = forms.BooleanField(label=_("may e-mail"), required=False)
    phone = forms.CharField(label=_("Phone"), max_length=30, required=False)
    agreed_phone = forms.BooleanField(label=_("may ring"), required=False)

    def clean_postcode(self) -> str:
        """In its one form; one that cannot be read is left as it is, as far as it fits."""
        typed = self.cleaned_data["postcode"].strip()
        return str(normalise(typed) or typed)[:8]

    def clean(self) -> dict[str, Any]:
        """Whatever stands in a line is somebody's."""
        given: dict[str, Any] = super().clean() or self.cleaned_data
        if not given.get("name") and any(given.values()):
            self.add_error("name", _("Whose line is it?"))
        return given


class SheetForm:
    """The lines of a sheet: those typed before, and empty ones below them."""

    def __init__(self, sheet: PetitionSheet, typed: list[PaperSignature], sent: Any = None) -> None:
        self.sheet = sheet
        known = {row.line: row for row in typed}
        last = max([sheet.signatures, LINES, *known])
        self.rows = [(line, line_form(line, known.get(line), sent)) for line in range(1, min(last, 60) + 1)]

    def is_valid(self) -> bool:
        """Whether each line can be kept."""
        wrong = [line for line, form in self.rows if not form.is_valid()]  # each is asked, so that each says why
        return not wrong

    def lines(self, on: Any = None) -> dict[int, Signed]:
        """Those that say something, by their numbers."""
        given = [(line, form.cleaned_data) for line, form in self.rows]
        return {line: Signed(**cells, signed_on=on) for line, cells in given if cells.get("name")}


def line_form(line: int, row: PaperSignature | None, sent: Any) -> SignedForm:
    """The form of one line."""
    names = ("name", "postcode", "email", "agreed_email", "phone", "agreed_phone")
    initial = {name: getattr(row, name) for name in names} if row else None
    return SignedForm(sent, prefix=f"line{line}", initial=initial)


class SignedOnForm(OwnIds, forms.Form):
    """The day of the whole sheet."""

    signed_on = forms.DateField(label=_("Signed on"), required=False, widget=A_DAY)


class FileForm(OwnIds, forms.Form):
    """A file of signatures."""

    file = forms.FileField(
        label=_("CSV, Excel or OpenDocument"),
        help_text=_("Name, postcode, e-mail, phone, sheet, line, and a column for each box that was ticked."),
    )


class WhoseLineForm(OwnIds, RecordForm):
    """Who on record signed a line."""

    person = PersonField(label=_("Who is it?"))


class HandInForm(OwnIds, forms.Form):
    """Where and when it was handed in."""

    on = forms.DateField(label=_("Handed in on"), widget=A_DAY)
    to_whom = forms.CharField(label=_("To whom"), max_length=160)
    received_by = forms.CharField(label=_("Who took it"), max_length=160, required=False)
    number = forms.IntegerField(label=_("Number of signatures"), min_value=0)
    answer_due = forms.DateField(label=_("Answer expected by"), required=False, widget=A_DAY)

    @property
    def hand_in(self) -> NewHandIn:
        """As operations take it."""
        return NewHandIn(**self.cleaned_data)


class HandInAnswerForm(OwnIds, forms.Form):
    """What they answered."""

    on = forms.DateField(label=_("Answered on"), widget=A_DAY)
    answer = lines(_("Their answer, in their words"), 3, max_length=2_000)


class CloseForm(OwnIds, forms.Form):
    """The last day on which names are collected."""

    on = forms.DateField(label=_("Closed on"), widget=A_DAY, initial=timezone.localdate)
