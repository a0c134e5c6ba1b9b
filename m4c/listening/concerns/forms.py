"""Forms of concerns that were left out: what was said, and which of those heard elsewhere belong to a campaign."""

from typing import Any, Self

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from m4c.listening.models import Concern
from m4c.listening.operations.concern import LONGEST
from m4c.people.forms.people import PastDateField
from m4c.people.forms.person_field import PersonField
from m4c.people.forms.shape import capitals
from m4c.people.models import Account


class ConcernForm(forms.Form):
    """What somebody said hurts, how strongly, and whether it may be quoted."""

    prefix = "concern"

    words = forms.CharField(
        label=_("What hurts, in their words"), max_length=LONGEST, widget=forms.Textarea(attrs={"rows": 2})
    )
    strength = forms.TypedChoiceField(
        label=_("How strongly?"), coerce=int, empty_value=None, required=False, widget=forms.RadioSelect
    )
    may_quote = forms.BooleanField(label=_("We may quote it, without a name"), required=False)

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        strength: Any = self.fields["strength"]
        strength.choices = capitals(Concern.Strength.choices)


class MendForm(ConcernForm):
    """What was written down, put right: the words, how strongly, where, and whether it may still be quoted."""

    place = forms.CharField(label=_("Place"), max_length=120, required=False)

    field_order = ["words", "strength", "place", "may_quote"]

    @classmethod
    def of(cls, concern: Concern, data: Any = None) -> Self:
        """The form as the concern stands."""
        return cls(data, initial={name: getattr(concern, name) for name in cls.field_order})


class CampaignConcernForm(ConcernForm):
    """And who said it, where they gave their name, when and where."""

    person = PersonField(label=_("Who said it?"), required=False, help_text=_("Leave it empty where nobody is named."))
    said_on = PastDateField(label=_("On which day"), initial=timezone.localdate)
    place = forms.CharField(label=_("Place"), max_length=120, required=False)

    field_order = ["words", "strength", "person", "said_on", "place", "may_quote"]

    def __init__(self, *args: Any, by: Account, **options: Any) -> None:
        super().__init__(*args, **options)
        person: Any = self.fields["person"]
        person.account = by


class PutInForm(forms.Form):
    """Which concerns of no campaign belong to this one."""

    prefix = "put-in"

    concerns: Any = forms.MultipleChoiceField(label=_("Which belong to it?"), widget=forms.CheckboxSelectMultiple)

    def __init__(self, *args: Any, offered: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.offered = {str(concern.uid): concern for concern in offered}
        self.fields["concerns"].choices = [(uid, concern.words) for uid, concern in self.offered.items()]  # type: ignore[attr-defined]

    @property
    def is_any(self) -> bool:
        """Whether there is anything to put in."""
        return bool(self.offered)

    @property
    def chosen(self) -> list[Concern]:
        """Those that were ticked."""
        return [self.offered[uid] for uid in self.cleaned_data["concerns"]]
