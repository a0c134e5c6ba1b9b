"""Forms of what is told of a powerholder: facts, presence, lines of influence, who knows them."""

from typing import Any

from django import forms
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from m4c.events.forms import RecordForm
from m4c.events.models import Event
from m4c.people.documents.files import GivenFile
from m4c.people.forms.people import GroupField, PastDateField
from m4c.people.forms.person_field import PersonField
from m4c.people.forms.shape import capitals
from m4c.power.models import Influence, PowerFact
from m4c.power.operations.fact import NewFact
from m4c.power.permissions import RECORD_POWER
from m4c.power.record.forms.pick import PickField

MOST_EVENTS = 60
MEETS = _("{title}, {day}")
KINDS = [choice for choice in PowerFact.Kind.choices if choice[0] != PowerFact.Kind.ATTEMPT]


def events_offered(account: Any, only: Q | None = None) -> Any:
    """The latest events that an account may see, to say at which somebody was."""
    seen = Event.objects.visible_to(account).filter(only or Q(), cancelled_at=None)
    latest = seen.past(timezone.now()).values("pk")[:MOST_EVENTS]
    return Event.objects.visible_to(account).filter(pk__in=list(latest.values_list("pk", flat=True)))


class EventField(forms.ModelChoiceField[Event]):
    """An event of ours that is past."""

    def __init__(self, **options: Any) -> None:
        super().__init__(queryset=Event.objects.none(), to_field_name="uid", required=False, **options)

    def label_from_instance(self, event: Event) -> str:
        """Its title and day."""
        return str(MEETS).format(title=event.title, day=f"{timezone.localdate(event.starts_at):%d/%m/%Y}")


class FactForm(RecordForm):
    """A sourced fact of a public role."""

    right = RECORD_POWER

    kind = forms.ChoiceField(label=_("What kind of fact"), choices=capitals(KINDS))
    words = forms.CharField(label=_("The fact"), max_length=2_000, widget=forms.Textarea(attrs={"rows": 4}))
    on = PastDateField(label=_("When was that?"), required=False, initial=None)
    source = forms.CharField(
        label=_("Source"), max_length=200, help_text=_("The register, the minutes, the newspaper and its day.")
    )
    source_url = forms.URLField(label=_("Where it stands"), max_length=300, required=False, assume_scheme="https")
    source_on = PastDateField(label=_("Seen on"))
    document = forms.FileField(label=_("A document of it"), required=False, allow_empty_file=True)
    group = GroupField(label=_("Gathered by"), empty_label=None)
    is_public_role = forms.BooleanField(
        label=_("It is about their public role: nothing of a private life, of health or of family"), required=False
    )

    def new(self, about: Any, document: GivenFile | None = None) -> NewFact:
        """The fact of this powerholder or body, with the document that was taken in."""
        given = {name: value for name, value in self.cleaned_data.items() if name not in ("group", "document")}
        return NewFact(about=about, **given, document=document)


class AttemptForm(FactForm):
    """Others who tried before us: who, when, and what came of it."""

    kind = None  # type: ignore[assignment]
    words = forms.CharField(
        label=_("Who tried, and what came of it"), max_length=2_000, widget=forms.Textarea(attrs={"rows": 4})
    )
    site = PickField("site", label=_("About which site?"), required=False)

    field_order = ["words", "on", "site", "source", "source_url", "source_on", "document"]

    def new(self, about: Any, document: GivenFile | None = None) -> NewFact:
        """The attempt as a fact."""
        self.cleaned_data["kind"] = PowerFact.Kind.ATTEMPT
        return super().new(about, document)


class WithdrawForm(forms.Form):
    """Why a fact is withdrawn."""

    because = forms.CharField(label=_("Why is it wrong, or why should it not stand here?"), max_length=300)


class PresenceForm(RecordForm):
    """Where they came, invited by whom, and what they were then."""

    right = RECORD_POWER

    event = EventField(label=_("At which event of ours?"), empty_label=_("At none of these"))
    place = forms.CharField(label=_("Or at which place?"), max_length=160, required=False)
    on = PastDateField(label=_("When"))
    inviter = PersonField(label=_("Invited by"), required=False)
    office_then = forms.CharField(
        label=_("In which office then"),
        max_length=160,
        required=False,
        help_text=_("Left empty, it is what they held on that day."),
    )
    party = forms.CharField(label=_("Of which party then"), max_length=80, required=False)
    camp = forms.CharField(label=_("Whom they backed then, in public"), max_length=120, required=False)
    said = forms.CharField(label=_("What they said or did there"), max_length=400, required=False)
    source = forms.CharField(label=_("Source"), max_length=200, required=False)
    group = GroupField(label=_("Whose guest"), empty_label=None)

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["event"].queryset = events_offered(self.by).order_by("-starts_at")  # type: ignore[attr-defined]

    @property
    def given(self) -> dict[str, Any]:
        """What is told of it."""
        return {name: value for name, value in self.cleaned_data.items() if name != "group"}


class LineForm(RecordForm):
    """A line of influence to or from a powerholder."""

    TO, FROM = "to", "from"

    way = forms.ChoiceField(
        label=_("Which way"),
        choices=[(FROM, _("Somebody moves them")), (TO, _("They move somebody"))],
        initial=FROM,
        widget=forms.RadioSelect,
    )
    other = PickField("powerholder+institution", label=_("Who is at the other end?"))
    kind = forms.ChoiceField(label=_("How"), choices=capitals(Influence.Kind.choices))
    strength = forms.CharField(
        label=_("How strong, in words"),
        max_length=200,
        required=False,
        help_text=_("“Holds a third of its shares”, “met twice a year”. Never a number."),
    )
    since = forms.DateField(label=_("From"), required=False)
    until = forms.DateField(label=_("Until"), required=False)
    source = forms.CharField(label=_("Source"), max_length=200)
    source_url = forms.URLField(label=_("Where it stands"), max_length=300, required=False, assume_scheme="https")
    source_on = PastDateField(label=_("Seen on"))


class AcquaintanceForm(RecordForm):
    """Who of our people knows them, and how."""

    right = RECORD_POWER

    person = PersonField(label=_("Who of our people knows them?"))
    how = forms.CharField(label=_("How, in words"), max_length=200, help_text=_("“Their children's school governor”."))
    group = GroupField(label=_("Who keeps this"), empty_label=None)
