"""Forms of tellings: what is said to whom, and who takes a share."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from m4c.events.models import Event
from m4c.outreach.models import Telling
from m4c.outreach.operations.telling import Words
from m4c.outreach.permissions import TELL_GROUP
from m4c.outreach.whom import who_may_take_a_share
from m4c.people.forms.account import groups_where
from m4c.people.forms.people import GroupField
from m4c.people.models import Account, Person, SavedFilter


class WordsForm(forms.Form):
    """What is said, by letter and in the chat."""

    subject = forms.CharField(
        label=_("Subject"),
        max_length=120,
        help_text=_("Others may see the screen: name no group and no trouble that somebody would rather keep quiet."),
    )
    words = forms.CharField(
        label=_("What we say"),
        widget=forms.Textarea(attrs={"rows": 9}),
        help_text=_("A greeting by name stands before it, and a way to get no more letters after it."),
    )
    chat_words = forms.CharField(
        label=_("The same for the group's chat"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Leave it empty to use the same words."),
    )

    @property
    def said(self) -> Words:
        """The words as operations take them."""
        given = self.cleaned_data
        return Words(given["subject"], given["words"], given["chat_words"])

    @classmethod
    def of(cls, telling: Telling, sent: Any = None) -> "WordsForm":
        """The form to say it in other words."""
        return cls(sent, initial={name: getattr(telling, name) for name in ("subject", "words", "chat_words")})


class TellingForm(WordsForm):
    """The same, with the group and, where not everybody, the filter that says whom."""

    group = GroupField(label=_("Which group"), empty_label=None)
    saved_filter = forms.ModelChoiceField[SavedFilter](
        label=_("Whom"),
        queryset=SavedFilter.objects.none(),
        required=False,
        to_field_name="uid",
        empty_label=_("Everybody in the group"),
    )
    field_order = ("group", "saved_filter", "subject", "words", "chat_words")

    def __init__(self, *args: Any, by: Account, event: Event | None = None, **options: Any) -> None:
        super().__init__(*args, **options)
        groups: Any = self.fields["group"]
        groups.queryset = groups_where(by, TELL_GROUP).in_tree()  # type: ignore[attr-defined]
        filters: Any = self.fields["saved_filter"]
        filters.queryset = SavedFilter.objects.visible_to(by).standing()
        filters.label_from_instance = lambda kept: kept.name
        if event is not None:
            groups.initial = event.group.slug

    @property
    def given(self) -> dict[str, Any]:
        """The telling to write."""
        return {
            "group": self.cleaned_data["group"],
            "saved_filter": self.cleaned_data["saved_filter"],
            "said": self.said,
        }


class ShareForm(forms.Form):
    """Who takes a share."""

    tellers = forms.ModelMultipleChoiceField[Person](
        label=_("Who takes a share?"),
        queryset=Person.objects.none(),
        to_field_name="uid",
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(self, *args: Any, by: Account, telling: Telling, **options: Any) -> None:
        super().__init__(*args, **options)
        field: Any = self.fields["tellers"]
        field.queryset = who_may_take_a_share(by, telling)
