"""The public forms behind the secret links of a commitment: evidence of those affected, and the office's own reply."""

from django import forms
from django.utils.translation import gettext_lazy as _

from m4c.commitments.watching.forms import EvidenceFileField
from m4c.people.forms.people import PastDateField
from m4c.website.forms import OwnEmailField
from m4c.website.public_forms import PublicForm


class EvidenceForm(PublicForm):
    """What somebody affected knows."""

    name = "commitment-evidence"

    words = forms.CharField(
        label=_("What happened?"),
        max_length=400,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("In a sentence or two: what was done, or what was not."),
    )
    on = PastDateField(label=_("When?"))
    evidence = forms.CharField(
        label=_("What shows it?"),
        max_length=300,
        required=False,
        help_text=_("“I was there.” “A letter of 3 May.” “The picture below.”"),
    )
    evidence_url = forms.URLField(
        label=_("An address where it can be seen"), max_length=300, required=False, assume_scheme="https"
    )
    file = EvidenceFileField()
    from_words = forms.CharField(
        label=_("Your name, if you want to give it"),
        max_length=120,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
        help_text=_("It is shown to those who watch this commitment, and on no page."),
    )
    from_email = OwnEmailField(
        label=_("Where we may ask back, if you want"), required=False, help_text=_("It is shown to nobody else.")
    )


class OfficeReplyForm(PublicForm):
    """What an office says of a verdict."""

    name = "office-reply"

    words = forms.CharField(label=_("Your reply"), max_length=4_000, widget=forms.Textarea(attrs={"rows": 8}))
    writer = forms.CharField(
        label=_("Who writes"), max_length=120, widget=forms.TextInput(attrs={"autocomplete": "name"})
    )
    role = forms.CharField(
        label=_("In which role"), max_length=120, help_text=_("“Head of the leader's office.” “Press officer.”")
    )
    email = OwnEmailField(
        label=_("An e-mail address of the office"),
        help_text=_("By it we make sure that it comes from you. It is not shown."),
    )
