"""The form of what is written after a 1-2-1: one box, the rest folded, and nothing forced."""

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from m4c.core.models.record import new_uid
from m4c.listening.forms import alongside_field
from m4c.listening.models import OneToOne
from m4c.listening.operations.writing_up import WrittenUp
from m4c.people.forms.people import PastDateField
from m4c.people.forms.shape import capitals
from m4c.people.models import Note

LONGEST_NAME, LONGEST_CONCERN, MOST = 120, 500, 20


class LinesField(forms.CharField):
    """Several short things, one to a line."""

    def __init__(self, *, longest: int, **options: Any) -> None:
        super().__init__(required=False, widget=forms.Textarea(attrs={"rows": 3}), **options)
        self.longest = longest

    def clean(self, value: Any) -> Any:
        """The lines that say something. Raises ValidationError for too many, or for one that is too long."""
        lines = tuple(" ".join(line.split()) for line in super().clean(value).splitlines() if line.strip())
        if len(lines) > MOST:
            raise forms.ValidationError(_("At most {most} lines.").format(most=MOST))
        if any(len(line) > self.longest for line in lines):
            raise forms.ValidationError(_("One line is too long: at most {most} letters.").format(most=self.longest))
        return lines


def box(rows: int, **options: Any) -> forms.CharField:
    """A box for words of a note."""
    return forms.CharField(required=False, max_length=4_000, widget=forms.Textarea(attrs={"rows": rows}), **options)


class AfterForm(forms.Form):
    """What was said, what was promised, and what comes next."""

    uid = forms.UUIDField(widget=forms.HiddenInput)
    about_them = box(8, label=_("What you heard"))
    about_others = box(
        3,
        label=_("About other people"),
        help_text=_("Kept apart, so that a copy for one person does not tell about another."),
    )
    reflection = box(3, label=_("Your own thoughts"), help_text=_("What you make of it, kept apart too."))
    tier = forms.ChoiceField(
        label=_("Who may read it?"), choices=Note.Tier.choices, widget=forms.RadioSelect, required=False
    )
    commitment = forms.CharField(label=_("What they said they would do"), max_length=300, required=False)
    next_step = forms.CharField(label=_("Next step"), max_length=300, required=False)
    next_step_of = forms.ChoiceField(
        label=_("Whose is it?"), choices=OneToOne.Whose.choices, widget=forms.RadioSelect, required=False
    )
    next_step_by = forms.DateField(
        label=_("By when"), required=False, widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )
    names = LinesField(
        longest=LONGEST_NAME,
        label=_("Whom else to meet"),
        help_text=_("A name to a line. They come onto your own list, which nobody else sees."),
    )
    concerns = LinesField(
        longest=LONGEST_CONCERN,
        label=_("What hurts, in their words"),
        help_text=_("One thing to a line. Your group's organisers read these; they are what an issue grows from."),
    )
    may_quote = forms.BooleanField(label=_("We may quote it, without a name"), required=False)
    on = PastDateField(label=_("On which day"), required=False)
    alongside = alongside_field()

    def __init__(self, *args: Any, one_to_one: OneToOne, **options: Any) -> None:
        day = one_to_one.held_on or min(one_to_one.day, timezone.localdate())
        known = {name: getattr(one_to_one, name) for name in ("next_step", "next_step_by", "next_step_of", "alongside")}
        start = {"uid": new_uid(), "tier": Note.Tier.PRIVATE, "on": day}
        options["initial"] = start | known
        super().__init__(*args, **options)
        self.day = day
        for name in ("tier", "next_step_of"):
            choice: Any = self.fields[name]
            choice.choices = capitals(choice.choices)

    @property
    def written(self) -> WrittenUp:
        """What was written, as the operation takes it; what was left out is as it would have stood there."""
        given = self.cleaned_data
        return WrittenUp(
            **given
            | {
                "on": given["on"] or self.day,
                "tier": given["tier"] or Note.Tier.PRIVATE.value,
                "next_step_of": given["next_step_of"] or OneToOne.Whose.ASKER.value,
            }
        )
