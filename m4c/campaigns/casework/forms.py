"""Forms of a campaign: beginning and changing it, who authorised it, who leads, how it stands, demands and targets."""

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from m4c.campaigns.models import Campaign, CampaignLead
from m4c.campaigns.operations.authorisation import NewAuthorisation
from m4c.campaigns.operations.campaign import NewCampaign
from m4c.campaigns.permissions import AUTHORISE_CAMPAIGNS, RUN_CAMPAIGNS, SEE_CAMPAIGNS
from m4c.core.form_ids import OwnIds
from m4c.events.forms import FindForm, RecordForm
from m4c.events.models import Event
from m4c.people.forms.people import GroupField, PastDateField
from m4c.people.forms.person_field import PersonField
from m4c.people.forms.shape import capitals
from m4c.people.models import Account

WHICH = [
    ("", _("Not over yet")),
    ("mine", _("Those I lead")),
    ("projects", _("Projects")),
    ("over", _("Over")),
    ("all", _("All")),
]
MOST_EVENTS = 40
ABOUT = ("kind", "name", "setting", "place", "workplace", "problem", "about", "starts_on")


def lines(label: Any, most: int, rows: int = 3, **more: Any) -> forms.CharField:
    """A field for a few lines."""
    return forms.CharField(label=label, max_length=most, widget=forms.Textarea(attrs={"rows": rows}), **more)


class FindCampaignsForm(FindForm):
    """Which campaigns: of which group, and which of them."""

    right = SEE_CAMPAIGNS

    which = forms.ChoiceField(label=_("Which"), choices=WHICH, required=False)


class CampaignForm(RecordForm):
    """What a campaign or community project is about."""

    right = RUN_CAMPAIGNS

    kind = forms.ChoiceField(
        label=_("What is it?"),
        choices=[
            (Campaign.Kind.CAMPAIGN, _("A campaign: it demands something of somebody who can grant it")),
            (Campaign.Kind.PROJECT, _("A community project: you do it yourselves, like a garden or a homework club")),
        ],
        initial=Campaign.Kind.CAMPAIGN,
        widget=forms.RadioSelect,
    )
    name = forms.CharField(label=_("What is it called?"), max_length=120)
    group = GroupField(label=_("Whose is it?"), empty_label=None)
    demand = forms.CharField(
        label=_("What do you want granted?"),
        max_length=300,
        required=False,
        help_text=_("As you would say it to the person who can grant it. You can reword it later."),
    )
    problem = lines(
        _("The problem, as people say it"), 1_000, required=False, help_text=_("In their words, without their names.")
    )
    about = lines(_("What it is about"), 2_000, required=False)
    setting = forms.ChoiceField(
        label=_("Where is it run?"),
        choices=capitals(Campaign.Setting.choices),
        initial=Campaign.Setting.PLACE,
        widget=forms.RadioSelect,
    )
    place = forms.CharField(label=_("Which place"), max_length=120, required=False)
    workplace = forms.CharField(label=_("Which workplace"), max_length=120, required=False)
    starts_on = forms.DateField(label=_("From"))

    @classmethod
    def of(cls, campaign: Campaign, by: Account, given: Any = None) -> "CampaignForm":
        """The form of one that stands; its kind, group and demands have their own ways to change."""
        form = cls(given, by=by, initial={name: getattr(campaign, name) for name in ABOUT})
        for name in ("kind", "group", "demand"):
            del form.fields[name]
        return form

    @property
    def new(self) -> NewCampaign:
        """As operations take it."""
        return NewCampaign(**{name: self.cleaned_data[name] for name in ABOUT if name in self.cleaned_data})


class AuthoriseForm(OwnIds, RecordForm):
    """Which group authorised it, when and how."""

    right = AUTHORISE_CAMPAIGNS

    group = GroupField(label=_("Which group authorised it?"), empty_label=None)
    how = forms.CharField(
        label=_("How was it decided?"), max_length=300, help_text=_("“By show of hands, 31 for and 2 against.”")
    )
    on = PastDateField(label=_("On which day"))
    event = forms.ModelChoiceField(
        queryset=Event.objects.none(),
        label=_("At which gathering"),
        required=False,
        to_field_name="uid",
        empty_label=_("None on record"),
    )

    def __init__(self, *args: Any, campaign: Campaign, **options: Any) -> None:
        super().__init__(*args, **options)
        field: Any = self.fields["event"]
        held = Event.objects.visible_to(self.by).filter(group=campaign.group_id, starts_at__lte=timezone.now())
        field.queryset = held.filter(pk__in=held.order_by("-starts_at").values("pk")[:MOST_EVENTS])
        field.label_from_instance = lambda event: f"{event.title}, {timezone.localdate(event.starts_at):%d/%m/%Y}"

    @property
    def new(self) -> NewAuthorisation:
        """As operations take it."""
        return NewAuthorisation(self.cleaned_data["how"], self.cleaned_data["on"], self.cleaned_data["event"])


class WhyForm(forms.Form):
    """A day and a reason."""

    on = PastDateField(label=_("On which day"))
    why = forms.CharField(label=_("Why"), max_length=200)


class MoveForm(OwnIds, forms.Form):
    """How it stands from a day on, and why."""

    status = forms.ChoiceField(label=_("How does it stand?"), widget=forms.RadioSelect)
    on = PastDateField(label=_("Since which day"))
    why = forms.CharField(
        label=_("Why"), max_length=300, required=False, help_text=_("In a sentence, for those who read it in a year.")
    )

    def __init__(self, *args: Any, campaign: Campaign, **options: Any) -> None:
        super().__init__(*args, **options)
        left = [choice for choice in Campaign.Status.choices if choice[0] != campaign.status]
        self.fields["status"].choices = capitals(left)  # type: ignore[attr-defined]


class LeadForm(OwnIds, RecordForm):
    """Who is its organiser, or leads it."""

    person = PersonField(label=_("Who?"))
    part = forms.ChoiceField(
        label=_("What are they?"),
        choices=capitals(CampaignLead.Part.choices),
        initial=CampaignLead.Part.LEAD,
        widget=forms.RadioSelect,
    )
    on = PastDateField(label=_("Since which day"))


class DayForm(forms.Form):
    """A day that has come."""

    on = PastDateField(label=_("On which day"))
