"""Forms of asking after a commitment: that we did, and days that do not count as silence."""

from django import forms
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from m4c.campaigns.approaches.forms import USUAL, a_day
from m4c.campaigns.models import Approach, ClockPause
from m4c.commitments.models import Commitment
from m4c.core.form_ids import OwnIds
from m4c.people.forms.people import PastDateField
from m4c.people.forms.shape import capitals


class AskedForm(OwnIds, forms.Form):
    """That somebody asked how it stands."""

    channel = forms.ChoiceField(label=_("How"), choices=capitals(Approach.Channel.choices))
    on = PastDateField(label=_("When"))
    asked = forms.CharField(label=_("What was asked"), max_length=400, widget=forms.Textarea(attrs={"rows": 3}))
    answer_due = forms.DateField(
        label=_("By when an answer is expected"),
        required=False,
        widget=a_day(),
        help_text=_("From the day after, it counts as silence."),
    )

    @classmethod
    def about(cls, commitment: Commitment) -> "AskedForm":
        """An empty one, of a commitment."""
        today = timezone.localdate()
        asked = gettext("How it stands with what was promised on {day}").format(
            day=date_format(commitment.made_on, "j F Y")
        )
        begins = {"on": today, "asked": asked, "answer_due": today + USUAL, "channel": Approach.Channel.EMAIL}
        return cls(initial=begins)


class AskingPauseForm(OwnIds, forms.Form):
    """Days that do not count."""

    kind = forms.ChoiceField(label=_("Why"), choices=capitals(ClockPause.Kind.choices))
    since = forms.DateField(label=_("From"), widget=a_day())
    until = forms.DateField(
        label=_("Until and including"), required=False, widget=a_day(), help_text=_("Leave it empty while it runs.")
    )
    words = forms.CharField(
        label=_("In words"),
        max_length=200,
        required=False,
        help_text=_("As the page is to say it: “the council's summer recess”."),
    )
