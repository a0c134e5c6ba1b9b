"""The forms of this movement's own fields: what a field is, and what stands in them for somebody."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from m4c.core.visibility import EVERYWHERE
from m4c.people.forms.shape import capitals
from m4c.people.models import Account, OwnField
from m4c.people.models.own_field import LONGEST
from m4c.people.operations.own_field import NewField
from m4c.people.own_fields.values import Filled
from m4c.people.permissions import ALLOW_SCORES

BETWEEN = "|"  # a choice in English, and in Welsh after this


class OwnFieldForm(forms.Form):
    """What is asked, in both languages, for whose eyes, and which kind of data it is."""

    kind = forms.ChoiceField(label=_("What stands in it"), choices=capitals(OwnField.Kind.choices))
    name = forms.CharField(label=_("What it is called"), max_length=60, help_text=_("“Can lend a van”, “Speaks”."))
    name_cy = forms.CharField(label=_("What it is called in Welsh"), max_length=60, required=False)
    help = forms.CharField(label=_("Help"), max_length=200, required=False)
    help_cy = forms.CharField(label=_("Help in Welsh"), max_length=200, required=False)
    choices = forms.CharField(
        label=_("What may be chosen"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text=_("For a choice alone: one on each line, with its Welsh after “|”."),
    )
    tier = forms.ChoiceField(label=_("Who sees and fills it in"), choices=capitals(OwnField.Tier.choices))
    holds = forms.ChoiceField(
        label=_("What it tells of somebody"),
        choices=[("", _("Choose one")), *capitals(OwnField.Holds.choices)],
        help_text=_("Everybody reads on their own page which kind it is. Ask for as little as the work needs."),
    )
    allowed_because = forms.CharField(
        label=_("If it reads like a score: why it is kept all the same"),
        required=False,
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Your decision stays on record with your name and the day, and everybody may read it."),
    )

    def __init__(self, *args: Any, by: Account, own: OwnField | None = None, **options: Any) -> None:
        options.setdefault("initial", typed_of(own) if own else {"tier": OwnField.Tier.GROUP})
        super().__init__(*args, **options)
        if own:
            self.fields["kind"].widget = forms.HiddenInput()
        if not by.may(ALLOW_SCORES, EVERYWHERE) or (own and own.allowed_at):
            del self.fields["allowed_because"]

    @property
    def new(self) -> NewField:
        """What was typed, as the operations take it."""
        typed = dict(self.cleaned_data)
        lines = [line.partition(BETWEEN) for line in typed.pop("choices").splitlines() if line.strip()]
        return NewField(**typed, choices=[(english, welsh) for english, _bar, welsh in lines])


def typed_of(own: OwnField) -> dict[str, Any]:
    """A field as somebody would type it."""
    names = ("kind", "name", "name_cy", "help", "help_cy", "tier", "holds")
    lines = [f"{english} {BETWEEN} {welsh}" if welsh else english for english, welsh in own.choices]
    return {name: getattr(own, name) for name in names} | {"choices": "\n".join(lines)}


class OwnValuesForm(forms.Form):
    """What stands in each field for somebody. Where two records said two things, nothing is chosen beforehand."""

    def __init__(self, *args: Any, filled: Sequence[Filled], **options: Any) -> None:
        super().__init__(*args, **options)
        self.own = {each.field.uid.hex: each.field for each in filled}
        for each in filled:
            name = each.field.uid.hex
            self.fields[name] = FIELDS[OwnField.Kind(each.field.kind)](each.field)
            if each.field.kind == OwnField.Kind.CHOICE:  # what stands is offered, so that saving does not take it out
                offered = dict(each.field.options)
                self.fields[name].choices += [(said, said) for said in each.said if said not in offered]  # type: ignore[attr-defined]
            self.fields[name].required = False
            self.fields[name].label = each.field.label
            self.fields[name].help_text = each.field.hint
            self.initial[name] = each.said[0] if len(each.said) == 1 else ""
            if len(each.said) > 1:
                self.fields[name].help_text = _(
                    "Two records said: {words}. Say which is right; until then both stay."
                ).format(words="; ".join(each.words))

    @property
    def values(self) -> dict[OwnField, str]:
        """What was changed, by field, as the operation takes it: what was left alone stays as it is."""
        return {self.own[name]: text_of(self.cleaned_data[name]) for name in self.changed_data}


def text_of(value: Any) -> str:
    """A cleaned value as plain text."""
    return "" if value is None else str(value)


def text_field(own: OwnField) -> forms.Field:
    """A few words."""
    return forms.CharField(max_length=LONGEST)


def choice_field(own: OwnField) -> forms.Field:
    """One of the choices."""
    return forms.ChoiceField(choices=[("", _("not known")), *own.options])


def yes_no_field(own: OwnField) -> forms.Field:
    """Yes, no, or not known."""
    said = [("", _("not known")), ("yes", capfirst(str(_("yes")))), ("no", capfirst(str(_("no"))))]
    return forms.ChoiceField(choices=said)


def date_field(own: OwnField) -> forms.Field:
    """A day, past or to come."""
    return forms.DateField(widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"))


def number_field(own: OwnField) -> forms.Field:
    """A number, whole or not."""
    return forms.DecimalField(max_digits=16, decimal_places=4)


FIELDS = {
    OwnField.Kind.TEXT: text_field,
    OwnField.Kind.CHOICE: choice_field,
    OwnField.Kind.YES_NO: yes_no_field,
    OwnField.Kind.DATE: date_field,
    OwnField.Kind.NUMBER: number_field,
}
