"""Forms of stories: the words, what the teller agreed to, the card, where it was used, and finding one in the list."""

from datetime import date
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from m4c.events.forms import FindForm, RecordForm
from m4c.listening.models import HouseMeeting, OneToOne, SpeakerCard, Story
from m4c.listening.models.story import Level, Use
from m4c.listening.operations.story import NewStory, Wording
from m4c.listening.operations.story_card import NewCard, NewUse
from m4c.listening.permissions import KEEP_STORIES
from m4c.listening.stories.levels import LEVELS
from m4c.people.forms.people import GroupField, PastDateField
from m4c.people.forms.person_field import PersonField
from m4c.people.forms.shape import capitals

KEPT_AT = [(level.value, level.label) for level in LEVELS[Use.KEPT]]
RUNS_OUT = [("", _("Any")), ("30", _("Ends within 30 days")), ("90", _("Ends within 90 days"))]
LEVELS_FROM = [("", _("Any")), *[(level.value, level.label) for level in Level if level]]


def words_field() -> forms.CharField:
    """Their words, as they said them."""
    return forms.CharField(
        label=_("The story, in their words"),
        max_length=20_000,
        widget=forms.Textarea(attrs={"rows": 12}),
        help_text=_("Write as if they will read it: they will."),
    )


def parent_field() -> forms.CharField:
    """Who said yes besides somebody under 18."""
    return forms.CharField(
        label=_("How a parent or guardian agreed"),
        max_length=200,
        required=False,
        help_text=_("Of somebody under 18 alone: who, when and how."),
    )


class StoryForm(RecordForm):
    """A story as it was told, and how its teller said that it may be kept."""

    right = KEEP_STORIES

    teller = PersonField(label=_("Who told it?"))
    title = forms.CharField(label=_("What is it about?"), max_length=120)
    words = words_field()
    told_on = PastDateField(label=_("On which day"))
    told_at = forms.ChoiceField(label=_("At which of your conversations?"), required=False)
    level = forms.TypedChoiceField(
        label=_("Who may read it?"), choices=capitals(KEPT_AT), coerce=int, widget=forms.RadioSelect, initial=1
    )
    how = forms.CharField(
        label=_("How did they say that you may keep it?"),
        max_length=120,
        help_text=_("Without their yes nothing is kept. “She nodded, and asked me to write it down.”"),
    )
    parent_agreed = parent_field()
    group = GroupField(label=_("In which group"), empty_label=None)

    def __init__(self, *args: Any, talks: list[OneToOne], meetings: list[HouseMeeting], **options: Any) -> None:
        super().__init__(*args, **options)
        self.told_where: dict[str, Any] = {str(one.uid): one for one in [*talks, *meetings]}
        talked = [
            (str(one.uid), _("1-2-1 with {who}, {day}").format(who=one.other, day=f"{one.day:%d.%m.%Y}"))
            for one in talks
        ]
        met = [(str(one.uid), _("House meeting, {day}").format(day=f"{one.day:%d.%m.%Y}")) for one in meetings]
        field: Any = self.fields["told_at"]
        field.choices = [("", _("None of these")), *talked, *met]

    @property
    def given(self) -> dict[str, Any]:
        """The story to write down, and its group."""
        said = dict(self.cleaned_data)
        group, told_at = said.pop("group"), self.told_where.get(said.pop("told_at"))
        at = {"one_to_one": told_at} if isinstance(told_at, OneToOne) else {"house_meeting": told_at}
        return {"group": group, "new": NewStory(**said, **at)}


class WordingForm(forms.Form):
    """The words of a story, put right."""

    title = forms.CharField(label=_("What is it about?"), max_length=120)
    words = words_field()
    told_on = PastDateField(label=_("On which day"))
    parent_agreed = parent_field()

    @classmethod
    def of(cls, story: Story, data: Any = None) -> "WordingForm":
        """The form that starts with what stands."""
        return cls(data, initial={name: getattr(story, name) for name in cls.base_fields})

    @property
    def wording(self) -> Wording:
        """The words as they are to be."""
        return Wording(**self.cleaned_data)


class ConsentForm(forms.Form):
    """What the teller said of one use, written down by whoever listened."""

    use = forms.ChoiceField(label=_("For what"), choices=capitals(Use.choices))
    level = forms.TypedChoiceField(
        label=_("How far"), choices=capitals([(one.value, one.label) for one in Level if one]), coerce=int
    )
    how = forms.CharField(
        label=_("How they said it"),
        max_length=120,
        required=False,
        help_text=_("Needed to go further or for longer. To go less far needs nobody."),
    )
    on = PastDateField(label=_("On which day"))


class LowerForm(forms.Form):
    """A use, and how far it goes from now on: 0 for no further."""

    use = forms.ChoiceField(choices=Use.choices)
    level = forms.IntegerField(min_value=0, max_value=7)


class CardForm(forms.Form):
    """What is printed and shown of a story."""

    use = forms.ChoiceField(label=_("For what"), choices=capitals(Use.choices[1:]))
    name = forms.CharField(
        label=_("The name they choose"),
        max_length=80,
        required=False,
        help_text=_("Leave it empty where they agreed without a name."),
    )
    line = forms.CharField(label=_("Who they are, in a line"), max_length=160, required=False)
    quotation = forms.CharField(
        label=_("Quotation"),
        max_length=600,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("A sentence or two, word for word from their story."),
    )

    @property
    def new(self) -> NewCard:
        """The card to make."""
        return NewCard(**self.cleaned_data)


class UsedForm(forms.Form):
    """Where a story was used."""

    use = forms.ChoiceField(label=_("For what"), choices=capitals(Use.choices[1:]))
    where = forms.CharField(label=_("Where"), max_length=200)
    used_on = PastDateField(label=_("On which day"))
    can_be_recalled = forms.BooleanField(label=_("It can still be taken back there"), required=False)
    card = forms.ModelChoiceField(
        queryset=SpeakerCard.objects.none(),
        label=_("By which card"),
        required=False,
        to_field_name="uid",
        empty_label=_("By none"),
    )

    def __init__(self, *args: Any, cards: "QuerySet[SpeakerCard]", **options: Any) -> None:
        super().__init__(*args, **options)
        field: Any = self.fields["card"]
        field.queryset = cards
        field.label_from_instance = lambda card: card.quotation[:60]

    @property
    def new(self) -> NewUse:
        """The use to note."""
        return NewUse(**self.cleaned_data)


class FindStoriesForm(FindForm):
    """Which stories: of which group, how far they go, and how soon what stands ends."""

    right = KEEP_STORIES

    level = forms.ChoiceField(label=_("How far"), choices=LEVELS_FROM, required=False)
    ends = forms.ChoiceField(label=_("Until when"), choices=RUNS_OUT, required=False)


def day_in(days: str, today: date) -> date | None:
    """The day so many days from today, as the list is asked for; None where it is not."""
    return date.fromordinal(today.toordinal() + int(days)) if days in {"30", "90"} else None
