"""Public forms of supporters' letters: where one lives, one's own words, and what came back."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from m4c.campaigns.letters.addressees import Addressee
from m4c.website.forms import PostcodeField
from m4c.website.public_forms import PublicForm


class WhereForm(forms.Form):
    """Where the supporter lives: it is looked up and kept nowhere."""

    postcode = PostcodeField(label=_("Your postcode"), help_text=_("We look up who decides for you, and keep nothing."))


class LetterForm(PublicForm):
    """Words of one's own to a decision-maker."""

    name = "supporter-letter"

    where = forms.CharField(max_length=20, required=False, widget=forms.HiddenInput)  # the postcode, from step to step
    to = forms.ChoiceField(label=_("To whom"), widget=forms.RadioSelect)
    words = forms.CharField(label=_("In your own words"), max_length=4_000, widget=forms.Textarea(attrs={"rows": 10}))
    may_read = forms.BooleanField(
        label=_("The campaign may read what I wrote."), required=False, help_text=_("Without this nobody keeps it.")
    )

    def offer(self, addressees: list[Addressee], postcode: str) -> "LetterForm":
        """Offer these to write to, who were found by this postcode; an only one is chosen."""
        self.fields["where"].initial = postcode
        field: Any = self.fields["to"]
        field.choices = [
            (str(each.powerholder.uid), ", ".join(filter(None, [each.powerholder.name, each.office, each.area])))
            for each in addressees
        ]
        if len(addressees) == 1:
            field.initial = field.choices[0][0]
            field.widget = forms.HiddenInput()
        return self


class AnswerForm(PublicForm):
    """What a supporter was answered."""

    name = "letter-answer"

    answer = forms.CharField(label=_("What they answered"), max_length=4_000, widget=forms.Textarea(attrs={"rows": 8}))
    may_show = forms.BooleanField(label=_("It may be shown to everybody, without my name."), required=False)
