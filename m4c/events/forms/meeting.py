"""Forms of a meeting: an item of its agenda, a decision, a job, and the approval of earlier minutes."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from m4c.events.forms.find import FindForm
from m4c.events.models import AgendaItem, Event, Job
from m4c.events.permissions import SEE_EVENTS
from m4c.people.forms.person_field import PersonField
from m4c.people.models import Account
from m4c.people.naming import names_of


class ItemForm(forms.Form):
    """What a meeting talks about, and how long."""

    title = forms.CharField(label=_("What do you want to talk about?"), max_length=200)
    minutes = forms.IntegerField(label=_("Minutes"), required=False, min_value=1, max_value=600)


class ItemNotesForm(ItemForm):
    """The same, with what was said about it."""

    notes = forms.CharField(
        label=_("What was said"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 8}),
        help_text=_("Write as if everybody in the group will read it; they may."),
    )


class DecisionForm(forms.Form):
    """What a meeting decided, and about which item."""

    words = forms.CharField(label=_("What was decided?"), widget=forms.Textarea(attrs={"rows": 2}))
    item: Any = forms.ModelChoiceField(
        label=_("About"), queryset=None, required=False, to_field_name="uid", empty_label=_("Something else")
    )

    def __init__(self, *args: Any, by: Account, event: Event, **options: Any) -> None:
        super().__init__(*args, **options)
        items: Any = self.fields["item"]
        items.queryset = AgendaItem.objects.visible_to(by).filter(event=event)


class JobForm(forms.Form):
    """What is to be done, who took it, by when."""

    what = forms.CharField(label=_("What is to be done?"), max_length=300)
    taken_by = PersonField(
        label=_("Who takes it?"), required=False, help_text=_("Leave it empty, and it waits for somebody.")
    )
    due_on = forms.DateField(
        label=_("By when"), required=False, widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )

    def __init__(self, *args: Any, by: Account, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["taken_by"].account = by  # type: ignore[attr-defined]

    @classmethod
    def of(cls, job: Job, *args: Any, by: Account) -> "JobForm":
        """The form to change a job; whose it is stays, where that is somebody kept safe from the account."""
        initial = {"what": job.what, "taken_by": job.taken_by, "due_on": job.due_on}
        form = cls(*args, by=by, initial=initial)
        if job.taken_by_id and not names_of(by, [job.taken_by_id]):
            del form.fields["taken_by"]
        return form


class ApprovalForm(forms.Form):
    """That earlier minutes were approved, and what was put right before."""

    amendments = forms.CharField(
        label=_("What was put right first, if anything?"), required=False, widget=forms.Textarea(attrs={"rows": 2})
    )


class FindJobsForm(FindForm):
    """Whose jobs to list."""

    right = SEE_EVENTS
