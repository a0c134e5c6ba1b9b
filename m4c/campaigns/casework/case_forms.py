"""Forms of a campaign's case: evidence, documents with their editions and clauses, gifts; and of its family."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from m4c.campaigns.casework.campaign_field import CampaignField
from m4c.campaigns.casework.forms import lines
from m4c.campaigns.models import Campaign, Clause, Edition, Evidence, SourceDocument
from m4c.campaigns.operations.evidence import NewEvidence
from m4c.campaigns.operations.gift import NewGift
from m4c.campaigns.operations.source_document import NewClause, NewDocument
from m4c.core.form_ids import OwnIds
from m4c.events.forms import RecordForm
from m4c.people.forms.group_life import ACCEPTED
from m4c.people.forms.people import PastDateField
from m4c.people.forms.person_field import PersonField
from m4c.people.forms.shape import capitals
from m4c.power.record.forms.pick import PickField


class EvidenceForm(OwnIds, RecordForm):
    """What was found, and where it comes from."""

    kind = forms.ChoiceField(label=_("What is it?"), choices=capitals(Evidence.Kind.choices))
    title = forms.CharField(
        label=_("What it shows"), max_length=160, help_text=_("“Bread costs 38 pence more here than in Rumney.”")
    )
    words = lines(_("In words or figures"), 4_000, required=False)
    on = PastDateField(label=_("From which day"))
    source = forms.CharField(
        label=_("Source"), max_length=200, help_text=_("Who counted, who answered, who published.")
    )
    source_url = forms.URLField(label=_("Where it stands"), max_length=300, required=False, assume_scheme="https")
    gathered_by = PersonField(label=_("Who gathered it"), required=False)
    file = forms.FileField(
        label=_("The file"),
        required=False,
        help_text=_("PDF, Word, Excel, PowerPoint, OpenDocument, text, CSV or a picture, up to 10 MB."),
        widget=forms.ClearableFileInput(attrs={"accept": ACCEPTED}),
        allow_empty_file=True,
    )

    @property
    def new(self) -> NewEvidence:
        """As operations take it."""
        return NewEvidence(**{name: value for name, value in self.cleaned_data.items() if name != "file"})


class DocumentForm(OwnIds, RecordForm):
    """A published document that is to be cited."""

    title = forms.CharField(label=_("What is it called?"), max_length=200)
    publisher = PickField("institution", label=_("Which body published it"), required=False)
    publisher_words = forms.CharField(label=_("Or who published it, in words"), max_length=160, required=False)

    @property
    def new(self) -> NewDocument:
        """As operations take it."""
        return NewDocument(**self.cleaned_data)


class EditionForm(OwnIds, forms.Form):
    """An edition of a document."""

    year = forms.IntegerField(label=_("Year"))
    name = forms.CharField(label=_("What this edition is called"), max_length=120, required=False)
    url = forms.URLField(label=_("Where it stands"), max_length=300, required=False, assume_scheme="https")


class EditionField(forms.ModelChoiceField[Edition]):
    """An edition of a document, by its year."""

    def __init__(self, **options: Any) -> None:
        super().__init__(queryset=Edition.objects.none(), to_field_name="uid", empty_label=None, **options)


class ClauseForm(OwnIds, forms.Form):
    """A numbered clause as it first stood."""

    edition = EditionField(label=_("In which edition it first stood"))
    kind = forms.ChoiceField(label=_("What it is called there"), choices=capitals(Clause.Kind.choices))
    number = forms.CharField(label=_("Its number"), max_length=20)
    words = lines(_("Its words"), 2_000)

    def __init__(self, *args: Any, document: SourceDocument, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["edition"].queryset = Edition.objects.filter(document=document)  # type: ignore[attr-defined]

    @property
    def new(self) -> NewClause:
        """As operations take it."""
        return NewClause(**self.cleaned_data)


class RepeatForm(forms.Form):
    """Which edition repeats a clause."""

    edition = EditionField(label=_("Which edition repeats it"))
    number_there = forms.CharField(
        label=_("Its number there"), max_length=20, required=False, help_text=_("Left empty: the same.")
    )

    def __init__(self, *args: Any, document: SourceDocument, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["edition"].queryset = Edition.objects.filter(document=document)  # type: ignore[attr-defined]


class FulfilForm(forms.Form):
    """That what a clause promised was done."""

    on = PastDateField(label=_("Since which day"))
    source = forms.CharField(label=_("Who says so"), max_length=200)


class CiteForm(forms.Form):
    """For what a clause is cited."""

    words = forms.CharField(label=_("For what you cite it"), max_length=300, required=False)


class GiftForm(OwnIds, forms.Form):
    """A gift in kind."""

    what = forms.CharField(label=_("What was given"), max_length=120, help_text=_("“Toys”, “Seed potatoes”."))
    how_many = forms.IntegerField(label=_("How many"), min_value=1, max_value=1_000_000, initial=1)
    giver = forms.CharField(label=_("From whom"), max_length=120, required=False)
    went_to = forms.CharField(label=_("Where it went"), max_length=160, required=False)
    on = PastDateField(label=_("On which day"))

    @property
    def new(self) -> NewGift:
        """As operations take it."""
        return NewGift(**self.cleaned_data)


class GrewForm(OwnIds, RecordForm):
    """What it grew out of, and how."""

    out_of = CampaignField(label=_("Out of which?"), empty_label=None)
    how = forms.CharField(label=_("How it grew out of it"), max_length=300, required=False)

    def __init__(self, *args: Any, campaign: Campaign, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["out_of"].offer(self.by, but=campaign)  # type: ignore[attr-defined]


class RollUpForm(OwnIds, RecordForm):
    """Which larger campaign it is part of."""

    into = CampaignField(label=_("Part of which?"), required=False, empty_label=_("None"))

    def __init__(self, *args: Any, campaign: Campaign, **options: Any) -> None:
        standing = campaign.rolls_up_to.uid if campaign.rolls_up_to else None
        super().__init__(*args, **{"initial": {"into": standing}} | options)
        self.fields["into"].offer(self.by, but=campaign, standing=standing)  # type: ignore[attr-defined]
