"""Forms of what became of a commitment: an entry, settling what was brought, a link, the next contact."""

from datetime import timedelta
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from m4c.commitments.models import Commitment, Measure, Progress
from m4c.commitments.operations.progress import NewProgress
from m4c.commitments.watching.entries import kind_words
from m4c.core.form_ids import OwnIds
from m4c.people.documents.files import Type
from m4c.people.forms.people import PastDateField

LINK_DAYS = 90  # that a link is good, until somebody says otherwise
LOOK_THROUGH_IT = _(
    "Look through it first: who is in a picture, and whose names stand in a document or its properties."
)
NUMBERS = {
    Measure.COUNT: _("How many more times"),
    Measure.RECURRING: _("How many more times"),
    Measure.AMOUNT: _("How much by now"),
    Measure.PERCENTAGE: _("How many per cent by now"),
}


def day_input() -> forms.DateInput:
    """The browser's own picker."""
    return forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")


class EvidenceFileField(forms.FileField):
    """A picture, a PDF or a document. A phone that takes pictures in a format of its own sends a JPEG when asked."""

    def __init__(self, **options: Any) -> None:
        offered = ",".join(f".{kind}" for kind in Type.values) + ",.jpeg"
        given: dict[str, Any] = {
            "label": _("A picture or a document of it"),
            "required": False,
            "allow_empty_file": True,
            "widget": forms.FileInput(attrs={"accept": offered}),
            "help_text": _("A picture, PDF or office document up to 8 MB. Where a picture was taken is left out."),
        }
        super().__init__(**given | options)


class FileForm(forms.Form):
    """A file for an entry that has none."""

    file = EvidenceFileField(required=True)


class KindForm(forms.Form):
    """What it is, in the words of the commitment's measure, with a number where that has one."""

    kind = forms.ChoiceField(label=_("What it is"), widget=forms.RadioSelect, initial=Progress.Kind.STEP)
    amount = forms.DecimalField(label=_("How much"), max_digits=14, decimal_places=2, required=False)

    def __init__(self, *args: Any, commitment: Commitment, **options: Any) -> None:
        super().__init__(*args, **options)
        fields: dict[str, Any] = self.fields
        kinds = kind_words(commitment)
        fields["kind"].choices = list(kinds.items())
        if commitment.measure != Measure.ONGOING:  # most of what is written down is what counts
            fields["kind"].initial = list(kinds)[-1]
        measure = Measure(commitment.measure)
        if measure in NUMBERS:
            fields["amount"].label = NUMBERS[measure]
            fields["amount"].help_text = commitment.unit
        else:
            del fields["amount"]


class ProgressForm(KindForm):
    """An entry of one's own."""

    words = forms.CharField(
        label=_("What happened"), max_length=400, required=False, widget=forms.Textarea(attrs={"rows": 3})
    )
    on = PastDateField(label=_("When"))
    evidence = forms.CharField(
        label=_("What shows it"),
        max_length=300,
        required=False,
        help_text=_("Minutes, a letter with its date, a picture, a page of the council's."),
    )
    evidence_url = forms.URLField(label=_("Its address"), max_length=300, required=False, assume_scheme="https")
    file = EvidenceFileField()
    says_who = forms.CharField(
        label=_("Who says so"), max_length=160, help_text=_("“We were six in the room.” “The planning officer.”")
    )

    field_order = ["kind", "amount", "words", "on", "evidence", "evidence_url", "file", "says_who"]

    @property
    def new(self) -> NewProgress:
        """What is written down; its file is taken in apart."""
        said = {name: value for name, value in self.cleaned_data.items() if name != "file"}
        return NewProgress(**{"amount": None, **said})


class ConfirmForm(KindForm):
    """That what somebody brought is so."""

    says_who = forms.CharField(
        label=_("Who says so, as it is to be read"),
        max_length=160,
        required=False,
        help_text=_("Left empty, it reads: somebody whom it concerns."),
    )
    shows_file = forms.BooleanField(
        label=_("Everybody may open the file too"), required=False, help_text=LOOK_THROUGH_IT
    )

    def __init__(self, *args: Any, has_file: bool = False, **options: Any) -> None:
        super().__init__(*args, **options)
        if not has_file:
            del self.fields["shows_file"]


class WhyForm(forms.Form):
    """Why."""

    because = forms.CharField(label=_("Why"), max_length=200)


class SureForm(forms.Form):
    """How one made sure that a reply came from them."""

    how = forms.CharField(
        label=_("How you made sure"),
        max_length=200,
        required=False,
        help_text=_("“I rang the office at the number of the council's website.”"),
    )


class EvidenceLinkForm(forms.Form):
    """A link for those affected."""

    for_whom = forms.CharField(
        label=_("For whom"), max_length=120, help_text=_("“The tenants of Tower House.” It says where it was given.")
    )
    ends_on = forms.DateField(
        label=_("Good until"),
        widget=day_input(),
        initial=lambda: timezone.localdate() + timedelta(days=LINK_DAYS),
    )


class ContactForm(OwnIds, forms.Form):
    """When to get in touch next."""

    on = forms.DateField(
        label=_("Get in touch next on"),
        required=False,
        widget=day_input(),
        help_text=_("On that day it stands on Today. Empty where nobody need."),
    )
