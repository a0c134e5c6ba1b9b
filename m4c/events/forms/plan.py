"""The fields of a plan, alike for one event and for what comes back: what, whose, where, for whom, and the rest."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from m4c.events.forms.record import RecordForm
from m4c.events.models import AccessNeed, Event, Series
from m4c.events.permissions import PLAN_EVENTS
from m4c.events.planning.hosts import hosts_not_offered
from m4c.people.forms.people import GroupField
from m4c.people.forms.person_field import PersonField
from m4c.people.forms.shape import capitals
from m4c.people.models import Account, Group
from m4c.people.naming import names_of

# Trainings and house meetings have forms of their own.
ELSEWHERE = (Event.Kind.TRAINING, Event.Kind.HOUSE_MEETING)  # planned by forms of their own
KINDS = capitals((kind.value, kind.label) for kind in Event.Kind if kind not in ELSEWHERE)
PLACED = ("title", "at_home", "visibility")
REST = ("details", "link", "capacity", "target", "access", "language", "contact", "co_hosts")  # what stands folded


class PlanForm(RecordForm):
    """What, whose, where, who may see it, and the rest of a plan."""

    right = PLAN_EVENTS

    title = forms.CharField(label=_("What is it called?"), max_length=200)
    kind = forms.ChoiceField(label=_("What kind"), choices=KINDS)
    group = GroupField(label=_("Whose"), empty_label=None)
    place = forms.CharField(label=_("Where"), max_length=200, required=False)
    postcode = forms.CharField(label=_("Postcode"), max_length=8, required=False)
    at_home = forms.BooleanField(
        label=_("It is at somebody's home"),
        help_text=_("Everybody may then read the town alone; those who see the event here are told the place."),
        required=False,
    )
    visibility = forms.ChoiceField(
        label=_("Who may see it"),
        choices=capitals(Event.Visibility.choices),
        initial=Event.Visibility.GROUP,
        widget=forms.RadioSelect,
    )
    details = forms.CharField(
        label=_("What people should know"), max_length=4000, required=False, widget=forms.Textarea(attrs={"rows": 4})
    )
    link = forms.URLField(label=_("Link, where it is held online"), required=False, assume_scheme="https")
    capacity = forms.IntegerField(label=_("How many there is room for"), min_value=1, max_value=100_000, required=False)
    target = forms.IntegerField(label=_("How many we want there"), min_value=1, max_value=100_000, required=False)
    access = forms.MultipleChoiceField(
        label=_("What the place offers"),
        choices=capitals(AccessNeed.choices),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    language = forms.ChoiceField(
        label=_("Language"), choices=capitals([("", _("not said")), *Event.Language.choices]), required=False
    )
    contact = PersonField(
        label=_("Whom to ask about it"),
        required=False,
        help_text=_("Their name alone stands on the page of the event, for those of the group."),
    )
    co_hosts: Any = forms.ModelMultipleChoiceField(
        label=_("Held together with"),
        queryset=Group.objects.none(),
        to_field_name="slug",
        required=False,
        help_text=_("Its people see the event too. Pick several with Ctrl or ⌘."),
    )

    def __init__(self, *args: Any, by: Account, **options: Any) -> None:
        super().__init__(*args, by=by, **options)
        hosts: Any = self.fields["co_hosts"]
        hosts.queryset = Group.objects.visible_to(by).filter(ended_on=None)
        hosts.widget.attrs["size"] = 5
        self.other_hosts: list[Group] = []

    def to_change(self, plan: Event | Series) -> None:
        """Kind and group of what is planned stay, and so do a contact kept safe from the account, and those of the
        groups that hold it together which the account is not offered.
        """
        del self.fields["kind"], self.fields["group"]
        offered: Any = self.fields["co_hosts"]
        self.other_hosts = hosts_not_offered(plan, offered.queryset)
        if plan.contact_id and not names_of(self.by, [plan.contact_id]):
            del self.fields["contact"]

    def clean_co_hosts(self) -> list[Group]:
        """All the groups that hold it together with its own."""
        return [*self.cleaned_data["co_hosts"], *self.other_hosts]

    @property
    def opens_rest(self) -> bool:
        """Whether what stands folded is to be seen at once: something in it was refused."""
        return any(name in self.errors for name in REST)
