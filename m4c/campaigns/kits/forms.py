"""Forms of kits: the kit itself, and a run of it in somebody's place."""

from typing import Any, cast

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from m4c.campaigns.models import Campaign, Kit, KitRun
from m4c.campaigns.operations.kit import NewKit, NewRun
from m4c.campaigns.permissions import RUN_CAMPAIGNS
from m4c.events.forms import RecordForm
from m4c.events.models import Event
from m4c.people.forms.people import GroupField
from m4c.people.models import Account
from m4c.places.postcodes import normalise

MOST_OFFERED = 60
TEXTS = ("name", "what_for", "steps", "materials", "texts", "lessons")
MADE_OF = ("campaign", "event", "grew_out_of")


def long_text(label: Any, most: int, rows: int = 4, **options: Any) -> forms.CharField:
    """A field for several lines."""
    return forms.CharField(label=label, max_length=most, widget=forms.Textarea(attrs={"rows": rows}), **options)


class KitForm(RecordForm):
    """What somebody else needs to do the same in their place."""

    right = RUN_CAMPAIGNS

    name = forms.CharField(label=_("What is it called?"), max_length=120)
    group = GroupField(label=_("Whose"), empty_label=None)
    what_for = long_text(_("What it is for"), 1_000, 3, help_text=_("Whom it brings together, and to what end."))
    steps = long_text(_("Steps"), 6_000, 8, help_text=_("A line for each step, in the order in which you do them."))
    materials = long_text(_("Materials"), 2_000, required=False, help_text=_("What to bring, print or borrow."))
    texts = long_text(_("Texts to use"), 6_000, 6, required=False, help_text=_("Invitations, posts, what to say."))
    lessons = long_text(_("What we learnt"), 2_000, required=False)
    campaign = forms.ModelChoiceField(
        queryset=Campaign.objects.none(), label=_("Made from this campaign"), required=False, to_field_name="uid"
    )
    event = forms.ModelChoiceField(
        queryset=Event.objects.none(), label=_("Made from this event"), required=False, to_field_name="uid"
    )
    grew_out_of = forms.ModelChoiceField(
        queryset=Kit.objects.none(), label=_("Grew out of this kit"), required=False, to_field_name="uid"
    )

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.kept: dict[str, Any] = {}
        seen: dict[str, Any] = {
            "campaign": Campaign.objects.visible_to(self.by),
            "event": Event.objects.visible_to(self.by).filter(starts_at__lte=timezone.now()),
            "grew_out_of": Kit.objects.visible_to(self.by),
        }
        for name, found in seen.items():
            field: Any = self.fields[name]
            newest = list(found.order_by("-pk").values_list("pk", flat=True)[:MOST_OFFERED])
            standing = self.initial.get(name)
            field.queryset = found.filter(pk__in=newest) | (found.filter(uid=standing) if standing else found.none())

    @classmethod
    def of(cls, kit: Kit, by: Account, given: Any = None) -> "KitForm":
        """The form of a kit that stands; whose it is stays."""
        initial = {name: getattr(kit, name) for name in TEXTS}
        initial |= {name: of.uid for name in MADE_OF if (of := getattr(kit, name))}
        form = cls(given, by=by, initial=initial)
        del form.fields["group"]
        for name in MADE_OF:
            standing, field = getattr(kit, name), cast(Any, form.fields[name])
            if standing and not field.queryset.filter(pk=standing.pk).exists():
                form.kept[name] = standing
                del form.fields[name]
        return form

    @property
    def new(self) -> NewKit:
        """The kit that was written; what it was made of and is not seen here is neither shown nor lost."""
        return NewKit(
            **({name: self.cleaned_data[name] for name in (*TEXTS, *MADE_OF) if name in self.fields} | self.kept)
        )


class RunForm(RecordForm):
    """A run in somebody's place, planned or told of afterwards."""

    right = RUN_CAMPAIGNS
    event: Event | None = None  # of one that stands

    group = GroupField(label=_("Which group runs it?"), empty_label=None)
    place = forms.CharField(label=_("Where?"), max_length=120)
    postcode = forms.CharField(
        label=_("Postcode"), max_length=10, required=False, help_text=_("Puts it on the map; it is not kept.")
    )
    on = forms.DateField(label=_("When?"), required=False)
    came = forms.IntegerField(label=_("How many came?"), min_value=0, max_value=1_000_000, required=False)
    words = long_text(_("What came of it"), 400, 3, required=False)
    taken_from = forms.ModelChoiceField(
        queryset=KitRun.objects.none(), label=_("Taken over from"), required=False, to_field_name="uid"
    )
    is_public = forms.BooleanField(label=_("It may stand on the kit's public page."), required=False)

    def __init__(self, *args: Any, kit: Kit, **options: Any) -> None:
        super().__init__(*args, **options)
        field: Any = self.fields["taken_from"]
        field.queryset = KitRun.objects.visible_to(self.by).filter(kit=kit)

    @classmethod
    def of(cls, run: KitRun, by: Account, given: Any = None) -> "RunForm":
        """The form of a run that stands; whose it is stays."""
        initial = {name: getattr(run, name) for name in ("place", "on", "came", "words", "is_public")}
        initial["taken_from"] = run.taken_from.uid if run.taken_from else None
        form = cls(given, by=by, kit=run.kit, initial=initial)
        form.event = run.event
        del form.fields["group"]
        return form

    def clean_postcode(self) -> str:
        """The postcode in its usual form. Raises ValidationError for what is none."""
        typed = self.cleaned_data["postcode"].strip()
        found = normalise(typed) if typed else None
        if typed and not found:
            raise forms.ValidationError(_("That is no postcode."))
        return str(found) if found else ""

    @property
    def new(self) -> NewRun:
        """The run that was written."""
        names = ("place", "postcode", "on", "came", "words", "taken_from", "is_public")
        return NewRun(**{name: self.cleaned_data[name] for name in names}, event=self.event)
