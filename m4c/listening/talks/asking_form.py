"""Forms of asking for a 1-2-1: whom, when and how, and what they said."""

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from m4c.events.forms import RecordForm
from m4c.listening.forms import alongside_field
from m4c.listening.models import OneToOneAsk
from m4c.listening.operations.one_to_one_ask import NewAsking
from m4c.listening.permissions import RECORD_CONVERSATIONS, RECORD_FOR_OTHERS
from m4c.people.forms.people import GroupField, PastDateField
from m4c.people.forms.person_field import PersonField
from m4c.people.forms.shape import capitals

Means, Answer = OneToOneAsk.Means, OneToOneAsk.Answer


class AskingForm(RecordForm):
    """Whom one asked; an organiser may say who else did."""

    right = RECORD_CONVERSATIONS
    own_unless = "asker"

    other = PersonField(label=_("Whom did you ask?"), may_be_new=True)
    asked_on = PastDateField(label=_("On which day"), initial=timezone.localdate)
    means = forms.ChoiceField(label=_("How did you ask?"), required=False)
    asker = PersonField(label=_("Who asked for it?"), required=False, help_text=_("Leave it empty if it was you."))
    group = GroupField(label=_("In which group"), empty_label=None)

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        means: Any = self.fields["means"]
        means.choices = [("", _("Not said")), *capitals(Means.choices)]
        if not self.by.may_somewhere(RECORD_FOR_OTHERS):
            del self.fields["asker"]

    @property
    def given(self) -> dict[str, Any]:
        """What was asked, and in which group."""
        given = self.cleaned_data
        new = NewAsking(self.whose, given["other"], given["asked_on"], given["means"])
        return {"group": given["group"], "new": new}


class AnswerForm(forms.Form):
    """What they said, and the day, where one was found with a yes."""

    answer = forms.ChoiceField(label=_("What did they say?"), widget=forms.RadioSelect)
    day = forms.DateField(
        label=_("When you will talk"), required=False, help_text=_("Where they said yes and you found a day.")
    )
    alongside = alongside_field()
    on = PastDateField(label=_("They said it on"))

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        answer: Any = self.fields["answer"]
        answer.choices = capitals(Answer.choices)

    @classmethod
    def of(cls, asking: OneToOneAsk) -> "AnswerForm":
        """The form that starts with what was said before."""
        return cls(initial={"answer": asking.answer, "on": asking.answered_on or timezone.localdate()})
