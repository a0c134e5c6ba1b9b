"""Forms of what people ask of their own data: taking a request in, and each step until it is closed."""

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from m4c.core.permissions import Role
from m4c.people.forms.people import EmailsField, PastDateField, PhonesField
from m4c.people.forms.person_field import PersonField
from m4c.people.forms.shape import capitals
from m4c.people.groups.nearest import holders
from m4c.people.models import Account, Channel, Correction, Purpose, RequestPause, RightsRequest
from m4c.people.operations.correction import said
from m4c.people.operations.rights_request import Asked

LONG = forms.Textarea(attrs={"rows": 6})
SHORT = forms.Textarea(attrs={"rows": 2})


class TakeInForm(forms.Form):
    """What somebody asked for, as it came."""

    kind = forms.ChoiceField(
        label=_("What do they ask for?"), choices=capitals(RightsRequest.Kind.choices), widget=forms.RadioSelect
    )
    name = forms.CharField(label=_("Who asks?"), max_length=200)
    person = PersonField(label=_("Whose record is it about?"), required=False)
    reference = forms.UUIDField(
        label=_("Or the reference that the contact of somebody kept safe gave you"),
        required=False,
        help_text=_("Then leave the name empty: you need not know it to begin."),
    )
    way = forms.ChoiceField(label=_("How did it come?"), choices=capitals(RightsRequest.Way.choices[1:]))
    received_on = PastDateField(label=_("On which day?"))
    reached_by = forms.CharField(label=_("How do we answer them?"), max_length=254, required=False)
    words = forms.CharField(label=_("In their words"), max_length=8_000, required=False, widget=LONG)

    def __init__(self, *args: Any, by: Account, after: RightsRequest | None = None, **options: Any) -> None:
        super().__init__(*args, **options)
        self.after = after
        self.fields["person"].account = by  # type: ignore[attr-defined]
        self.fields["person"].help_text = _("Empty where you do not know yet.")
        self.fields["name"].required = not self["reference"].value()
        if after:
            del self.fields["person"], self.fields["reference"]
            self.initial.update({"name": after.name, "reached_by": after.reached_by})

    @property
    def given(self) -> dict[str, Any]:
        """What was typed, as the operation takes it."""
        given = dict(self.cleaned_data)
        whose = {"person": given.pop("person", None), "reference": given.pop("reference", None), "after": self.after}
        return {**whose, "asked": Asked(**given)}


class StepForm(forms.Form):
    """One step of a request. `request` is the request that it is a step of."""

    def __init__(self, *args: Any, by: Account, request: RightsRequest, **options: Any) -> None:
        super().__init__(*args, **options)
        self.by, self.request = by, request

    @property
    def given(self) -> dict[str, Any]:
        """What was typed, as the operation takes it."""
        return dict(self.cleaned_data)


class LookForm(forms.Form):
    """Why somebody must know who asks, though they are kept safe."""

    reason = forms.CharField(label=_("Why must you know who they are?"), max_length=300, widget=SHORT)


class PersonForm(StepForm):
    """Whose record a request is about."""

    person = PersonField(label=_("Whose record is it about?"))

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["person"].account = self.by  # type: ignore[attr-defined]


class IdentityForm(StepForm):
    """How we know that it is them."""

    how = forms.CharField(
        label=_("How do you know that it is them?"),
        max_length=500,
        widget=SHORT,
        help_text=_("Such as: “Rang the number on record; she told me where we met.” Keep no copy of a passport."),
    )
    on = PastDateField(label=_("Checked on"))


class QuestionForm(StepForm):
    """What they must tell us before we can answer."""

    kind = forms.ChoiceField(label=_("What must we know?"), choices=capitals(RequestPause.Kind.choices))
    words = forms.CharField(label=_("What did you ask them?"), max_length=500, widget=SHORT)
    on = PastDateField(label=_("Asked on"))


class ReplyForm(StepForm):
    """They said what we had asked."""

    kind = forms.ChoiceField(label=_("What did they tell us?"))
    on = PastDateField(label=_("On which day?"))

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        # Who they are is answered by checking it, not by their saying so.
        self.fields["kind"].choices = capitals([RequestPause.Kind.choices[1]])  # type: ignore[attr-defined]


class LongerForm(StepForm):
    """That it takes two months more, and why."""

    reason = forms.CharField(label=_("Why does it take longer?"), max_length=500, widget=SHORT)
    on = PastDateField(label=_("When were they told?"))


class HolderForm(StepForm):
    """Who does it."""

    holder = forms.ModelChoiceField(
        label=_("Who does it?"), queryset=Account.objects.none(), to_field_name="uid", empty_label=None
    )

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        those = holders([Role.DATA_PROTECTION], self.request.group.ancestor_paths).select_related("person")
        those = those.filter(self.by.sight.unless_protected("person"))
        self.fields["holder"].queryset = those  # type: ignore[attr-defined]
        self.initial["holder"] = self.by.uid


class CorrectionForm(StepForm):
    """The record as it should read: what differs is put right."""

    title = forms.CharField(label=_("Title"), max_length=40, required=False)
    given_name = forms.CharField(label=_("First name"), max_length=100, required=False)
    family_name = forms.CharField(label=_("Last name"), max_length=100, required=False)
    known_as = forms.CharField(label=_("Known as"), max_length=100, required=False)
    phones = PhonesField(label=_("Phones"), required=False, max_length=300, widget=SHORT)
    emails = EmailsField(label=_("E-mails"), required=False, max_length=2_000, widget=SHORT)
    lines = forms.CharField(label=_("House and street"), max_length=300, required=False)
    postcode = forms.CharField(label=_("Postcode"), max_length=10, required=False)
    met_on = PastDateField(label=_("First met on"), required=False, initial=None)
    source = forms.CharField(label=_("How we met"), max_length=200, required=False)

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        if self.request.person:
            now = said(self.request.person)
            lines, postcode = now.pop(Correction.Field.ADDRESS)
            phones = "\n".join(phone.written for phone in self.request.person.phones.all())
            self.initial.update({**now, "lines": lines, "postcode": postcode, "phones": phones})
            self.initial["emails"] = "\n".join(now[Correction.Field.EMAILS])

    @property
    def given(self) -> dict[str, Any]:
        """Only what was changed, so that nothing is rewritten by the way."""
        values = {name: self.cleaned_data[name] for name in Correction.Field.values if name in self.changed_data}
        if {"lines", "postcode"} & set(self.changed_data):
            values["address"] = (self.cleaned_data["lines"], self.cleaned_data["postcode"])
        return {"values": values, "at": timezone.now()}


class ObjectionForm(StepForm):
    """By which ways they will not be reached, and what for."""

    channels = forms.MultipleChoiceField(
        label=_("By which ways?"), choices=capitals(Channel.choices), widget=forms.CheckboxSelectMultiple
    )
    purpose = forms.ChoiceField(
        label=_("For what?"), choices=capitals(Purpose.choices), initial=Purpose.ALL, widget=forms.RadioSelect
    )

    @property
    def given(self) -> dict[str, Any]:
        """What was typed, from now on."""
        return {**self.cleaned_data, "at": timezone.now()}


class RestrictionForm(StepForm):
    """Nothing but the press."""

    @property
    def given(self) -> dict[str, Any]:
        """From now on."""
        return {"at": timezone.now()}


class UseAgainForm(StepForm):
    """When they were told that it ends."""

    told_on = PastDateField(label=_("When were they told that it ends?"))

    @property
    def given(self) -> dict[str, Any]:
        """What was typed, as of now."""
        return {**self.cleaned_data, "at": timezone.now()}


class AnswerForm(StepForm):
    """What came of it."""

    outcome = forms.ChoiceField(
        label=_("What came of it?"), choices=capitals(RightsRequest.Outcome.choices), widget=forms.RadioSelect
    )
    answer = forms.CharField(label=_("What were they told?"), max_length=8_000, widget=LONG)
    on = PastDateField(label=_("Answered on"))


class ClosingForm(StepForm):
    """Nothing more is to be done."""

    on = PastDateField(label=_("Closed on"))


class OwnRequestForm(forms.Form):
    """What somebody with an account asks of their own record."""

    kind = forms.ChoiceField(
        label=_("What would you like?"), choices=capitals(RightsRequest.Kind.choices), widget=forms.RadioSelect
    )
    words = forms.CharField(label=_("What should we know?"), max_length=8_000, required=False, widget=SHORT)
