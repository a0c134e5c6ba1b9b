"""Forms of approaches: write one down, what became of it, put it right, strike it; pauses; silence said in public."""

from datetime import timedelta
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from m4c.campaigns.models import Approach, Campaign, ClockPause, Target
from m4c.campaigns.operations.approach import Answer, NewApproach
from m4c.events.forms.record import RecordForm
from m4c.people.documents.files import MOST_BYTES
from m4c.people.forms.person_field import PersonField
from m4c.people.forms.shape import capitals
from m4c.people.models import Account, Person
from m4c.people.naming import names_of
from m4c.power.models import Powerholder

Outcome = Approach.Outcome
USUAL = timedelta(days=14)  # that an answer is given, until somebody says otherwise
OURS, THEIRS = "ours", "others"


def a_day() -> forms.DateInput:
    """The browser's own picker."""
    return forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")


def lines(rows: int) -> forms.Textarea:
    """Room for so many lines."""
    return forms.Textarea(attrs={"rows": rows})


class ApproachForm(RecordForm):
    """An attempt to reach a powerholder."""

    kept: Person | None = None  # by whom, where that is not shown here
    whose = forms.ChoiceField(  # type: ignore[assignment]
        label=_("Whose attempt it was"),
        choices=[(OURS, _("Ours")), (THEIRS, _("Somebody else's, who tried before us or beside us"))],
        initial=OURS,
        widget=forms.RadioSelect,
    )
    on = forms.DateField(label=_("When"), widget=a_day())
    channel = forms.ChoiceField(label=_("How"), choices=capitals(Approach.Channel.choices))
    asked = forms.CharField(label=_("What was asked"), max_length=400, widget=lines(3))
    answer_due = forms.DateField(
        label=_("By when an answer is expected"),
        required=False,
        widget=a_day(),
        help_text=_("From the day after, it counts as silence."),
    )
    by_person = PersonField(label=_("By whom, if one of our people"), required=False)
    by_words = forms.CharField(
        label=_("By whom, if not"),
        max_length=160,
        required=False,
        help_text=_("An office or a body: “the MP for Cardiff South”, “the residents' association”."),
    )
    source = forms.CharField(
        label=_("How we know of it"),
        max_length=200,
        required=False,
        help_text=_("Of somebody else's attempt: a letter we have seen, a newspaper with its date."),
    )

    def new_to(self, powerholder: Powerholder) -> NewApproach:
        """The approach to a powerholder."""
        given = dict(self.cleaned_data)
        return NewApproach(
            powerholder=powerholder,
            on=given["on"],
            channel=given["channel"],
            asked=given["asked"],
            answer_due=given["answer_due"],
            is_ours=given["whose"] == OURS,
            by_person=(person := given.get("by_person", self.kept)),
            by_words="" if person else given["by_words"],
            source=given["source"],
        )

    @classmethod
    def beginning(cls, by: Any) -> dict[str, Any]:
        """What an empty form starts with."""
        today = timezone.localdate()
        return {"on": today, "answer_due": today + USUAL, "by_person": by.person, "channel": Approach.Channel.LETTER}


class CorrectForm(ApproachForm):
    """The same, put right."""

    why = forms.CharField(label=_("What was wrong"), max_length=200)

    @classmethod
    def of(cls, approach: Approach, by: Account, sent: Any = None) -> "CorrectForm":
        """The form of one that stands; by whom stays unsaid where they are kept safe from the account."""
        form = cls(sent, by=by, initial=cls.as_it_is(approach))
        if approach.by_person_id and not names_of(by, [approach.by_person_id]):
            form.kept = approach.by_person
            del form.fields["by_person"]
        return form

    @classmethod
    def as_it_is(cls, approach: Approach) -> dict[str, Any]:
        """What was written down."""
        names = ("on", "channel", "asked", "answer_due", "by_person", "by_words", "source")
        return {name: getattr(approach, name) for name in names} | {"whose": OURS if approach.is_ours else THEIRS}


class AnswerForm(forms.Form):
    """What became of an approach."""

    outcome = forms.ChoiceField(
        label=_("What became of it"),
        choices=capitals(choice for choice in Outcome.choices if choice[0]),
        widget=forms.RadioSelect,
    )
    on = forms.DateField(label=_("When"), widget=a_day())
    words = forms.CharField(label=_("In their words"), max_length=4_000, required=False, widget=lines(4))
    diverted_to = forms.CharField(
        label=_("Sent on to"), max_length=160, required=False, help_text=_("Where it was sent on: which department.")
    )
    earlier = forms.BooleanField(label=_("It answers our earlier approaches to them too"), required=False)

    def __init__(self, *args: Any, has_earlier: bool = False, **more: Any) -> None:
        super().__init__(*args, **more)
        if not has_earlier:
            del self.fields["earlier"]

    @property
    def answer(self) -> Answer:
        """What was said."""
        given = self.cleaned_data
        return Answer(given["outcome"], given["on"], given["words"], given["diverted_to"])


class WhyForm(forms.Form):
    """Why it is struck."""

    why = forms.CharField(label=_("Why it is struck"), max_length=200)


class PaperForm(forms.Form):
    """A file that belongs to an approach."""

    file = forms.FileField(
        label=_("The letter, or the answer"),
        help_text=_("PDF, Word, OpenDocument, text or a picture, up to 10 MB."),
        allow_empty_file=True,
    )

    most = MOST_BYTES


class PauseForm(forms.Form):
    """Days that do not count."""

    kind = forms.ChoiceField(label=_("Why"), choices=capitals(ClockPause.Kind.choices))
    since = forms.DateField(label=_("From"), widget=a_day())
    until = forms.DateField(
        label=_("Until and including"), required=False, widget=a_day(), help_text=_("Leave it empty while it runs.")
    )
    powerholder = forms.ModelChoiceField(
        label=_("Of whom"), queryset=Powerholder.objects.none(), required=False, empty_label=_("Everybody here")
    )
    words = forms.CharField(
        label=_("In words"),
        max_length=200,
        required=False,
        help_text=_("As the page is to say it: “the council's summer recess”."),
    )

    def __init__(self, *args: Any, by: Any, campaign: Campaign, **more: Any) -> None:
        super().__init__(*args, **more)
        targets = Target.objects.visible_to(by).filter(campaign=campaign, until=None).values("powerholder")
        offered = Powerholder.objects.visible_to(by).filter(pk__in=targets)
        self.fields["powerholder"].queryset = offered  # type: ignore[attr-defined]


class DayForm(forms.Form):
    """The last day of a pause."""

    until = forms.DateField(label=_("The last day that does not count"), widget=a_day())


class DecideForm(forms.Form):
    """That the group decided to say it in public."""

    on = forms.DateField(label=_("The group decided on"), widget=a_day())
    how = forms.CharField(
        label=_("How it decided"), max_length=200, help_text=_("“At the committee meeting, seven for, one against.”")
    )
    page_words = forms.CharField(label=_("As the page would read"), max_length=2_000, widget=lines(6))


class ToldForm(forms.Form):
    """That the powerholder was told."""

    on = forms.DateField(label=_("Told on"), widget=a_day())
    how = forms.CharField(label=_("How"), max_length=160, help_text=_("“By letter to the office, with the page.”"))


class ReplyForm(forms.Form):
    """What the powerholder replied."""

    on = forms.DateField(label=_("Replied on"), widget=a_day())
    words = forms.CharField(label=_("In their words"), max_length=2_000, widget=lines(4))
