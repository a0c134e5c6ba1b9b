"""Forms of the front desk: what became of a complaint, and what the whole site says in the movement's name."""

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from m4c.people.forms.shape import ShapeForm
from m4c.people.models import Account, ComplaintStep, Imprint, PrivacyNotice, SiteNotice, WhoPays

LONG = forms.Textarea(attrs={"rows": 18})
DAY = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
HOW = _("A line that begins with ## is a heading, and one that begins with - is an item of a list.")


class ComplaintStepForm(ShapeForm[ComplaintStep]):
    """What was done with a complaint, or the answer."""

    class Meta:
        model = ComplaintStep
        fields = ["state", "words"]
        widgets = {"state": forms.RadioSelect, "words": forms.Textarea(attrs={"rows": 6})}

    def __init__(self, *args: Any, after: str, **options: Any) -> None:
        super().__init__(*args, **options)
        states = ComplaintStep.State.choices
        past = [state for state, _label in states].index(after) + 1 if after else 0
        self.fields["state"].choices = states[past:]  # type: ignore[attr-defined]


class WelcomerForm(forms.Form):
    """Who is to welcome somebody."""

    to = forms.ModelChoiceField(
        label=_("Who welcomes them?"),
        queryset=Account.objects.none(),
        to_field_name="uid",
        empty_label=None,
        widget=forms.RadioSelect,
    )

    def __init__(self, *args: Any, among: QuerySet[Account], now: Account | None, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["to"].queryset = among.select_related("person")  # type: ignore[attr-defined]
        self.initial["to"] = now and now.uid


class NoticeForm(ShapeForm[PrivacyNotice]):
    """The next version of the privacy notice."""

    class Meta:
        model = PrivacyNotice
        fields = ["words_en", "words_cy", "valid_from"]
        widgets = {"words_en": LONG, "words_cy": LONG, "valid_from": DAY}
        help_texts = {"words_en": HOW, "words_cy": HOW}


class ImprintForm(ShapeForm[Imprint]):
    """Who publishes the site, and on whose behalf."""

    class Meta:
        model = Imprint
        fields = ["promoter_name", "promoter_address", "on_behalf_of", "valid_from"]
        widgets = {"promoter_address": forms.Textarea(attrs={"rows": 3}), "valid_from": DAY}
        help_texts = {"promoter_address": _("Everybody may read it. A post box is an address too.")}


class WhoPaysForm(ShapeForm[WhoPays]):
    """Where the money comes from."""

    class Meta:
        model = WhoPays
        fields = ["words_en", "words_cy", "valid_from"]
        widgets = {
            "words_en": forms.Textarea(attrs={"rows": 8}),
            "words_cy": forms.Textarea(attrs={"rows": 8}),
            "valid_from": DAY,
        }
        help_texts = {"words_en": HOW, "words_cy": HOW}


class SiteNoticeForm(ShapeForm[SiteNotice]):
    """A sentence above every public page."""

    class Meta:
        model = SiteNotice
        fields = ["kind", "words_en", "words_cy", "from_day", "until_day"]
        widgets = {"kind": forms.RadioSelect, "from_day": DAY, "until_day": DAY}


def from_today() -> dict[str, Any]:
    """The day that forms begin with."""
    today = timezone.localdate()
    return {"valid_from": today, "from_day": today, "until_day": today}
