"""Forms of safety: a referral, what became of it, and somebody kept safe."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from m4c.people.forms.shape import FilterForm, ShapeForm
from m4c.people.models import Account, Person, Protection, Referral, ReferralStep
from m4c.people.naming import names_of
from m4c.people.operations.protection import possible_contacts


class ReferralForm(ShapeForm[Referral]):
    """That someone may be at risk; `about` is the person whose page it was begun on."""

    about = forms.ModelChoiceField(
        queryset=Person.objects.none(), to_field_name="uid", required=False, widget=forms.HiddenInput
    )

    class Meta:
        model = Referral
        fields = ["about_words", "seen", "urgency"]
        widgets = {"seen": forms.Textarea(attrs={"rows": 5}), "urgency": forms.RadioSelect}
        help_texts = {
            "about_words": _("A name, or whatever tells the safeguarding lead whom you mean."),
            "seen": _("What you saw or were told, in the words used. Do not ask them for more."),
        }

    def __init__(self, *args: Any, by: Account, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["about"].queryset = Person.objects.visible_to(by)  # type: ignore[attr-defined]
        self.fields["about_words"].required = self.person is None

    @property
    def person(self) -> Person | None:
        """Whom it is about, where that was said by a record."""
        try:
            found: Person | None = self.fields["about"].clean(self["about"].value())
        except ValidationError:
            return None
        return found


class ReferralStepForm(ShapeForm[ReferralStep]):
    """What was done with a referral."""

    class Meta:
        model = ReferralStep
        fields = ["state", "words"]
        widgets = {"state": forms.RadioSelect, "words": forms.Textarea(attrs={"rows": 3})}

    def __init__(self, *args: Any, after: str, **options: Any) -> None:
        super().__init__(*args, **options)
        states = ReferralStep.State.choices
        past = [state for state, _label in states].index(after) + 1 if after else 0
        self.fields["state"].choices = states[past:]  # type: ignore[attr-defined]


class FindRecordForm(FilterForm):
    """The exact address of a record: nobody kept safe is found by anything less."""

    uid = forms.UUIDField(label=_("Number of the record"), required=False)


class SafeNoteForm(ShapeForm[Protection]):
    """How somebody kept safe is reached safely."""

    class Meta:
        model = Protection
        fields = ["safe_contact_note"]
        widgets = {"safe_contact_note": forms.Textarea(attrs={"rows": 2})}


class ColleagueField(forms.ModelChoiceField[Person]):
    """One of those who lead; somebody kept safe is offered only where they are chosen already, as one of us."""

    by: Account

    def offer(self, those: QuerySet[Person], chosen: int | None, by: Account) -> None:
        """Whom the field offers, to whom, and who is chosen now, by id."""
        self.by, self.queryset = by, those.filter(by.sight.unless_protected("pk") | Q(pk=chosen))
        self.names = names_of(by, self.queryset.values_list("pk", flat=True))

    def label_from_instance(self, obj: Person) -> str:
        """Their name, as far as whoever chooses may know it."""
        return self.names.get(obj.pk) or str(_("one of us"))


class SafeContactForm(SafeNoteForm):
    """Who keeps in touch with somebody kept safe, and how."""

    contact = ColleagueField(
        label=_("Who keeps in touch with them"),
        queryset=Person.objects.none(),
        to_field_name="uid",
        required=False,
        empty_label=_("Nobody for now"),
    )
    field_order = ["contact", "safe_contact_note", "safe_email"]

    class Meta(SafeNoteForm.Meta):
        fields = ["safe_contact_note", "safe_email"]
        help_texts = {
            "safe_email": _("A link to their own data goes there and nowhere else. Empty: they are answered in person.")
        }

    def __init__(self, *args: Any, by: Account, **options: Any) -> None:
        super().__init__(*args, **options)
        offered: ColleagueField = self.fields["contact"]  # type: ignore[assignment]
        offered.offer(possible_contacts(self.instance), self.instance.contact_id, by)
        self.fields["contact"].initial = self.instance.contact and self.instance.contact.uid
