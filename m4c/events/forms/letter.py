"""The form of an event's letter: its subject and words, empty for ours."""

from django import forms
from django.utils.translation import gettext_lazy as _


class LetterForm(forms.Form):
    """What a kind of letter says."""

    subject = forms.CharField(
        label=_("Subject"),
        max_length=120,
        required=False,
        help_text=_(
            "Leave it empty for ours. Others may see the screen: name nothing somebody would rather keep quiet."
        ),
    )
    words = forms.CharField(
        label=_("What we say"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 8}),
        help_text=_("Leave it empty for ours. A greeting stands before it, and when and where after it."),
    )
