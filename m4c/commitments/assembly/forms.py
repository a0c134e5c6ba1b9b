"""Forms of assemblies: a new one, an item of its run of show, the roll call, and the meeting after it."""

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from m4c.commitments.assembly.cards import may_show
from m4c.commitments.models import Ask, Assembly, ShowItem
from m4c.commitments.operations.assembly import NewAssembly
from m4c.commitments.operations.show_item import NewItem
from m4c.commitments.permissions import NEGOTIATE
from m4c.commitments.table.fields import CampaignField, MeetingForm, lines
from m4c.core.form_ids import OwnIds
from m4c.events.forms.record import RecordForm
from m4c.events.models import Event
from m4c.listening.models import SpeakerCard
from m4c.listening.models.story import Use
from m4c.people.forms.people import GroupField
from m4c.people.forms.person_field import PersonField
from m4c.people.forms.shape import capitals
from m4c.people.models import Account, Group, Person
from m4c.people.naming import names_of

MOST_CARDS = 60


class AssemblyForm(OwnIds, MeetingForm, RecordForm):
    """An assembly, made with its event."""

    right = NEGOTIATE

    group = GroupField(label=_("Which group holds it"), empty_label=None)
    campaign = CampaignField()
    field_order = ["title", "group", "day", "starts", "place", "campaign"]

    def __init__(self, *args: Any, by: Account, **options: Any) -> None:
        super().__init__(*args, by=by, **options)
        self.fields["campaign"].offer(by)  # type: ignore[attr-defined]

    @property
    def new(self) -> NewAssembly:
        """The assembly, and its event."""
        given = self.cleaned_data
        return NewAssembly(self.meeting(Event.Kind.ASSEMBLY), given["title"], given["campaign"])


class OnEventForm(OwnIds, RecordForm):
    """The same on an event that is there already."""

    name = forms.CharField(label=_("What it is called on the sheets"), max_length=120)
    campaign = CampaignField()

    def __init__(self, *args: Any, by: Account, **options: Any) -> None:
        super().__init__(*args, by=by, **options)
        self.fields["campaign"].offer(by)  # type: ignore[attr-defined]


class ItemForm(OwnIds, RecordForm):
    """One timed item."""

    kind = forms.ChoiceField(label=_("Kind"), choices=capitals(ShowItem.Kind.choices))
    title = forms.CharField(label=_("What happens"), max_length=160)
    minutes = forms.IntegerField(label=_("Minutes"), min_value=1, max_value=240, initial=5)
    leader = PersonField(label=_("Who leads it"), required=False)
    card = forms.ModelChoiceField[SpeakerCard](
        queryset=SpeakerCard.objects.none(),
        label=_("The card of the story-teller"),
        required=False,
        to_field_name="uid",
        empty_label=_("No card"),
        help_text=_("Nothing else of a story shows. The card goes off the sheets the moment its teller says so."),
    )
    ask = forms.ModelChoiceField[Ask](
        queryset=Ask.objects.none(),
        label=_("Which ask"),
        required=False,
        to_field_name="uid",
        empty_label=_("No ask"),
    )
    interpreter = forms.CharField(label=_("Interpreted: into which language"), max_length=60, required=False)
    script = lines(_("Script"), 5, max_length=4_000, required=False)
    kept: Person | None = None

    def __init__(self, *args: Any, by: Account, assembly: Assembly, item: ShowItem | None = None, **options: Any):
        if item:
            names = ("kind", "title", "minutes", "leader", "interpreter", "script")
            options["initial"] = {name: getattr(item, name) for name in names}
            options["initial"] |= {name: one.uid for name in ("card", "ask") if (one := getattr(item, name))}
        super().__init__(*args, by=by, **options)
        self.item = item
        fields: dict[str, Any] = self.fields
        cards = SpeakerCard.objects.visible_to(by).filter(ended_at=None, use=Use.MEETING)
        shown = may_show(cards[:MOST_CARDS], timezone.localdate())
        fields["card"].queryset = SpeakerCard.objects.visible_to(by).filter(pk__in=list(shown))
        fields["card"].label_from_instance = lambda card: card.name or card.line or card.quotation[:60]
        asks = Ask.objects.visible_to(by).filter(event=assembly.event_id, struck_at=None)
        fields["ask"].queryset = asks.select_related("powerholder")
        fields["ask"].label_from_instance = lambda ask: f"{ask.powerholder}: {ask.words}"
        if item and item.leader_id and not names_of(by, [item.leader_id]):
            self.kept = item.leader
            del self.fields["leader"]

    @property
    def new(self) -> NewItem:
        """The item; whom it was put to stays, where no ask says it."""
        given = {"leader": self.kept} | self.cleaned_data
        return NewItem(**given, powerholder=self.item.powerholder if self.item and not given["ask"] else None)


class RollForm(OwnIds, forms.Form):
    """A body that answers, and how many of it are there."""

    body = GroupField(label=_("Body"), required=False, empty_label=_("One in words"))
    words = forms.CharField(label=_("Or in words"), max_length=120, required=False)
    number = forms.IntegerField(label=_("How many came"), min_value=0, max_value=30_000, required=False)
    says_who = forms.CharField(label=_("Who called it out"), max_length=120, required=False)

    def __init__(self, *args: Any, by: Account, **options: Any) -> None:
        super().__init__(*args, **options)
        field: Any = self.fields["body"]
        field.queryset = Group.objects.visible_to(by).filter(ended_on=None).order_by("name")


class MeetingAfterForm(OwnIds, MeetingForm):
    """The meeting that follows, fixed in the room."""
