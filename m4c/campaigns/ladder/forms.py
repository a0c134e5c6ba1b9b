"""Forms of the ladder: a step with the test of its tactic, who authorised it, what sets it off, and how it ended."""

from datetime import time
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from m4c.campaigns.ladder.law_notes import LAW_NOTES, read, written
from m4c.campaigns.models import Campaign, LadderStep, Target
from m4c.campaigns.operations.ladder import NewStep
from m4c.core.form_ids import OwnIds
from m4c.events.forms.moments import at, check_hour
from m4c.events.forms.record import RecordForm
from m4c.events.models import Event
from m4c.events.operations.event import NewEvent
from m4c.people.forms.person_field import PersonField
from m4c.people.forms.shape import capitals
from m4c.people.models import Account
from m4c.people.naming import names_of

A_DAY = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
AN_HOUR = forms.TimeInput(attrs={"type": "time"}, format="%H:%M")
ANSWERS = [("", _("Not yet")), ("yes", _("Yes")), ("no", _("No"))]
TEST = ("inside_ours", "outside_theirs", "enjoyed", "stops_in_time")
YES = {"yes": True, "no": False}


def asked(question: Any) -> forms.ChoiceField:
    """A question of the tactic test: yes, no, or not yet."""
    return forms.ChoiceField(label=question, choices=ANSWERS, required=False, widget=forms.RadioSelect)


def lines(label: Any, rows: int = 2, **options: Any) -> forms.CharField:
    """Words of a few lines."""
    return forms.CharField(label=label, widget=forms.Textarea(attrs={"rows": rows}), **options)


class StepForm(RecordForm):
    """A step: the move, the target, what sets it off, who and what it needs, what may go wrong, and its test."""

    name = forms.CharField(label=_("The step, in a few words"), max_length=120)
    target = forms.ModelChoiceField[Target](
        label=_("Whom it is aimed at"), queryset=Target.objects.none(), to_field_name="uid", empty_label=None
    )
    trigger = forms.ChoiceField(
        label=_("What sets it off"), choices=capitals(LadderStep.Trigger.choices), widget=forms.RadioSelect
    )
    trigger_on = forms.DateField(
        label=_("Until which day, or on which"),
        required=False,
        widget=A_DAY,
        help_text=_("For silence and for a day. Of a refusal or a broken commitment you say later when it came."),
    )
    what = lines(_("What we do"), 3, max_length=1_000, required=False)
    who = PersonField(label=_("Who leads it"), required=False)
    who_words = forms.CharField(label=_("Who takes part"), max_length=160, required=False)
    needs = forms.CharField(label=_("What it needs"), max_length=300, required=False)
    risks = lines(_("What may go wrong, and what we do then"), max_length=300, required=False)
    notes = forms.MultipleChoiceField(
        label=_("Law to keep in mind"),
        choices=[(note.key, note.words) for note in LAW_NOTES],
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Notes to begin with, no legal advice: each stands in the step with where to read more."),
    )
    law = lines(_("What else of the law"), max_length=200, required=False)
    inside_ours = asked(_("Is it inside what our people know and do?"))
    outside_theirs = asked(_("Is it outside what they are used to?"))
    enjoyed = asked(_("Will our people enjoy it?"))
    stops_in_time = asked(_("Does it stop before it drags?"))
    alternative = forms.CharField(
        label=_("What we offer instead, ready to be taken"),
        max_length=200,
        required=False,
        help_text=_("If they said yes tonight: what exactly would they do?"),
    )

    def __init__(self, *args: Any, campaign: Campaign, **options: Any) -> None:
        super().__init__(*args, **options)
        targets: Any = self.fields["target"]
        rows = Target.objects.visible_to(self.by).filter(campaign=campaign, until=None)
        targets.queryset = rows.select_related("powerholder")
        targets.label_from_instance = lambda target: target.powerholder.name

    @classmethod
    def of(cls, step: LadderStep, sent: Any, by: Account) -> "StepForm":
        """The form to change a step; who leads it stays unsaid where they are kept safe from the account."""
        notes, rest = read(step.law)
        plain = ("name", "trigger", "trigger_on", "what", "who_words", "needs", "risks", "alternative")
        initial: dict[str, Any] = {name: getattr(step, name) for name in plain}
        initial |= {name: {True: "yes", False: "no"}.get(getattr(step, name), "") for name in TEST}
        initial |= {"target": step.target.uid, "notes": notes, "law": rest, "who": step.who}
        form = cls(sent, by=by, campaign=step.campaign, initial=initial)
        if step.who_id and not names_of(by, [step.who_id]):
            del form.fields["who"]
        return form

    def step(self, before: LadderStep | None = None) -> NewStep:
        """As operations take it."""
        given = dict(self.cleaned_data)
        given["law"] = written(given.pop("notes"), given["law"])
        given |= {name: YES.get(given[name]) for name in TEST}
        given.setdefault("who", before.who if before else None)
        return NewStep(**given)


class AuthoriseForm(OwnIds, forms.Form):
    """When and how a step was authorised."""

    on = forms.DateField(label=_("On"), widget=A_DAY)
    how = forms.CharField(
        label=_("How, and by whom"), max_length=200, help_text=_("Members' meeting, 31 for and 2 against, say.")
    )


class TriggerForm(OwnIds, forms.Form):
    """When what a step waits for came about."""

    on = forms.DateField(label=_("When"), widget=A_DAY)


class CloseForm(OwnIds, forms.Form):
    """What they did: an action is in its reaction."""

    on = forms.DateField(label=_("Done on"), widget=A_DAY)
    what_they_did = lines(
        _("What they did"),
        3,
        max_length=2_000,
        help_text=_("The action is in the reaction. “Nothing yet” is an answer too."),
    )


class CallOutForm(OwnIds, RecordForm):
    """When and where people are called out for a step."""

    title = forms.CharField(label=_("What people are asked to"), max_length=200)
    day = forms.DateField(label=_("Day"), widget=A_DAY)
    starts = forms.TimeField(label=_("From"), initial=time(11), widget=AN_HOUR)
    ends = forms.TimeField(label=_("Until"), required=False, widget=AN_HOUR)
    place = forms.CharField(label=_("Where we meet"), max_length=200)
    postcode = forms.CharField(label=_("Postcode"), max_length=8, required=False)
    target = forms.IntegerField(label=_("How many we want there"), min_value=1, max_value=100_000, required=False)
    details = lines(_("What people should know"), max_length=4_000, required=False)
    visibility = forms.ChoiceField(
        label=_("Who may see it"),
        choices=capitals(Event.Visibility.choices),
        initial=Event.Visibility.GROUP,
        widget=forms.RadioSelect,
    )

    def clean(self) -> dict[str, Any]:
        """Hours are of the clock."""
        given = super().clean()
        for name in ("starts", "ends"):
            if given.get("day") and given.get(name):
                try:
                    check_hour(given["day"], given[name])
                except ValidationError as error:
                    self.add_error(name, error)
        return given

    def event(self, step: LadderStep) -> NewEvent:
        """The event to make; whoever leads the step is whom one asks about it, as far as the account may name them."""
        given = self.cleaned_data
        plain = {name: given[name] for name in ("title", "place", "postcode", "target", "details", "visibility")}
        return NewEvent(
            kind=Event.Kind.PUBLIC_ACTION,
            starts_at=at(given["day"], given["starts"]),
            ends_at=at(given["day"], given["ends"]) if given["ends"] else None,
            contact=step.who if step.who_id and names_of(self.by, [step.who_id]) else None,
            **plain,
        )


def today() -> dict[str, Any]:
    """A day that a form begins with."""
    return {"on": timezone.localdate()}
