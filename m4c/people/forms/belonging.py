"""Forms of coming into a group, holding an office there, leaving, and sitting for a body."""

from typing import Any

from django import forms
from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from m4c.people.forms.people import PastDateField
from m4c.people.forms.person_field import PersonField
from m4c.people.forms.shape import capitals
from m4c.people.models import Account, Group, MemberBody, Membership
from m4c.people.models.coalition import MOST_SEATS
from m4c.people.models.membership import OFFICES
from m4c.people.operations.open_invitation import MOST_PLACES, end_of_day

DAY = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
A_FEW = forms.Textarea(attrs={"rows": 3})
Role = Membership.Role
IN_ORDER = [Role.CHAIR, Role.SECRETARY, Role.TREASURER, Role.WELCOMER, Role.COACH, Role.COMMITTEE]


class AskForm(forms.Form):
    """What somebody says who asks for a group."""

    words = forms.CharField(
        label=_("Would you like to say something?"),
        help_text=_("Nothing is needed: your name is enough."),
        max_length=500,
        required=False,
        widget=A_FEW,
    )


class AnswerForm(forms.Form):
    """A sentence with the answer."""

    words = forms.CharField(
        label=_("A sentence of your own"),
        help_text=_("It stands in the letter beside ours. Leave it empty, and ours is kind on its own."),
        max_length=500,
        required=False,
        widget=A_FEW,
    )


class OpenInvitationForm(forms.Form):
    """What it is for, until when, and how many may come in by it."""

    purpose = forms.CharField(
        label=_("What is it for?"), help_text=_("Everybody reads it: “The tenants of Tower Street”."), max_length=120
    )
    until = forms.DateField(
        label=_("Good until the end of"),
        widget=DAY,
        initial=timezone.localdate,
        help_text=_("A day within three months."),
    )
    places = forms.IntegerField(label=_("How many may come in by it?"), min_value=1, max_value=MOST_PLACES, initial=50)

    @property
    def given(self) -> dict[str, Any]:
        """What was typed, as the operation takes it."""
        cleaned = self.cleaned_data
        until = end_of_day(cleaned["until"])
        return {"purpose": cleaned["purpose"], "expires_at": until, "places": cleaned["places"]}

    @property
    def most_days(self) -> int:
        """For how many days it may be good."""
        return int(settings.OPEN_INVITATION_DAYS)


class OfficeForm(forms.Form):
    """Who holds which office, since when, and until when where it is over."""

    person = PersonField(label=_("Who?"))
    role = forms.ChoiceField(label=_("As what?"), choices=capitals((role.value, role.label) for role in IN_ORDER))
    words = forms.CharField(
        label=_("What does the group call it?"),
        help_text=_("Only for an office of its own name: “Keeper of the keys”."),
        max_length=60,
        required=False,
    )
    since = PastDateField(label=_("Since"))
    until = PastDateField(
        label=_("Until"), required=False, initial=None, help_text=_("Leave it empty where they hold it now.")
    )

    def __init__(self, *args: Any, by: Account, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["person"].account = by  # type: ignore[attr-defined]
        offices = [*IN_ORDER, *(role for role in OFFICES if role not in (*IN_ORDER, Role.OTHER)), Role.OTHER]
        self.fields["role"].choices = capitals((role.value, role.label) for role in offices)  # type: ignore[attr-defined]


class DayForm(forms.Form):
    """A day on which something ended."""

    on = PastDateField(label=_("Until"))


class WhyForm(forms.Form):
    """Why somebody left, if they like to say."""

    reason = forms.CharField(
        label=_("Would you tell us why?"),
        help_text=_("You need not. It helps whoever stays."),
        max_length=500,
        widget=A_FEW,
    )


class BodyForm(forms.Form):
    """A body that belongs to a coalition."""

    body = forms.ModelChoiceField(
        label=_("A group or body we know"),
        queryset=Group.objects.none(),
        to_field_name="slug",
        required=False,
        empty_label=_("None of these"),
    )
    name = forms.CharField(label=_("Or another, by its name"), max_length=120, required=False)
    seats = forms.IntegerField(label=_("Seats"), min_value=1, max_value=MOST_SEATS, initial=1)
    since = PastDateField(label=_("Since"), required=False, initial=None)

    def __init__(self, *args: Any, by: Account, coalition: Group, **options: Any) -> None:
        super().__init__(*args, **options)
        belong = MemberBody.objects.visible_to(by).standing().filter(coalition=coalition, body__isnull=False)
        standing = Group.objects.visible_to(by).filter(ended_on=None).exclude(pk=coalition.pk)
        bodies = standing.exclude(kind=Group.Kind.MOVEMENT).exclude(pk__in=belong.values("body"))
        self.fields["body"].queryset = bodies  # type: ignore[attr-defined]


class SeatsForm(forms.Form):
    """How many seats a body has."""

    seats = forms.IntegerField(label=_("Seats"), min_value=1, max_value=MOST_SEATS)


class DelegateForm(forms.Form):
    """Who sits for a body, over which term."""

    person = PersonField(label=_("Who sits there?"))
    words = forms.CharField(
        label=_("As what?"), help_text=_("If it has a name: “chair of the coalition”."), max_length=60, required=False
    )
    since = PastDateField(label=_("Since"))
    due_to_end_on = forms.DateField(label=_("The term ends on"), required=False, widget=DAY)
    agreed = forms.BooleanField(
        label=_("They agree that the other bodies read their name"),
        required=False,
        help_text=_("Ask them. Without it the others see that the seat is taken, and not by whom."),
    )

    def __init__(self, *args: Any, by: Account, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["person"].account = by  # type: ignore[attr-defined]

    @property
    def given(self) -> dict[str, Any]:
        """What was typed, as the operation takes it."""
        given = dict(self.cleaned_data)
        agreed_on = timezone.localdate() if given.pop("agreed") else None
        return given | {"agreed_on": agreed_on}
