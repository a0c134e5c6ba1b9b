"""Forms of listening campaigns: the plan, visitors, questions in their languages, the review, and answers typed in."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from m4c.events.forms import RecordForm
from m4c.events.models import Event
from m4c.listening.campaigns.asking import ENGLISH, WELSH, Asked
from m4c.listening.models import Concern, ListeningCampaign, Question, Questionnaire
from m4c.listening.models.campaign import NAMES_EACH, VISITS_EACH
from m4c.listening.operations.campaign import MOST_VISITS, NewCampaign
from m4c.listening.operations.question import LONGEST, LONGEST_LANGUAGE
from m4c.listening.operations.questionnaire import LONGEST_ANSWER, Answers
from m4c.listening.permissions import RUN_LISTENING
from m4c.people.forms.people import GroupField
from m4c.people.forms.person_field import PersonField
from m4c.people.forms.shape import capitals
from m4c.people.models import Account
from m4c.places.postcodes import normalise

MOST_EVENTS = 40
BY_HAND = [choice for choice in Questionnaire.Means.choices if choice[0] != Questionnaire.Means.PAGE]
INSIDE = _("The movement may use what they said, without a name.")
QUOTE = _("Their words may be quoted, without a name.")
WRITE = _("We may tell them what comes of it.")


class CampaignForm(RecordForm):
    """What a group plans: when, of whom, how many visits, and when it looks back and reports back."""

    right = RUN_LISTENING

    name = forms.CharField(label=_("What is it called?"), max_length=120)
    group = GroupField(label=_("Whose"), empty_label=None)
    place = forms.CharField(
        label=_("Place or body"), max_length=120, required=False, help_text=_("A ward, an estate, a school, a mosque.")
    )
    starts_on = forms.DateField(label=_("From"))
    ends_on = forms.DateField(label=_("Until"), help_text=_("Four to eight weeks is usual."))
    about = forms.CharField(
        label=_("What it is for"), max_length=2_000, required=False, widget=forms.Textarea(attrs={"rows": 3})
    )
    visits_each = forms.IntegerField(
        label=_("Visits of each visitor"), min_value=1, max_value=MOST_VISITS, initial=VISITS_EACH
    )
    names_each = forms.IntegerField(
        label=_("Names that each needs for that"), min_value=1, max_value=500, initial=NAMES_EACH
    )
    review_on = forms.DateField(
        label=_("Day of the mid-point review"), required=False, help_text=_("Left empty, it stands half way.")
    )
    report_back = forms.ModelChoiceField(
        queryset=Event.objects.none(),
        label=_("Where it reports back"),
        required=False,
        to_field_name="uid",
        empty_label=_("Not yet"),
    )

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        field: Any = self.fields["report_back"]
        coming = Event.objects.visible_to(self.by).coming(timezone.now()).filter(cancelled_at=None)
        standing = self.initial.get("report_back")
        field.queryset = Event.objects.visible_to(self.by).filter(pk__in=coming.values("pk")[:MOST_EVENTS])
        if standing:
            field.queryset = field.queryset | Event.objects.visible_to(self.by).filter(uid=standing)
        field.label_from_instance = lambda event: f"{event.title}, {timezone.localdate(event.starts_at):%d/%m/%Y}"

    @classmethod
    def of(cls, campaign: ListeningCampaign, by: Account, given: Any = None) -> "CampaignForm":
        """The form of a plan that stands; whose it is stays."""
        names = ["name", "place", "about", "starts_on", "ends_on", "visits_each", "names_each", "review_on"]
        initial = {name: getattr(campaign, name) for name in names}
        initial["report_back"] = campaign.report_back.uid if campaign.report_back else None
        form = cls(given, by=by, initial=initial)
        del form.fields["group"]
        return form

    @property
    def new(self) -> NewCampaign:
        """The plan."""
        return NewCampaign(**{name: value for name, value in self.cleaned_data.items() if name != "group"})


class VisitorForm(RecordForm):
    """Who visits, and how often."""

    person = PersonField(label=_("Who visits?"))
    visits = forms.IntegerField(label=_("Visits"), min_value=1, max_value=MOST_VISITS, initial=VISITS_EACH)


class ReviewForm(forms.Form):
    """What the mid-point review said."""

    words = forms.CharField(
        label=_("What did the review say?"),
        help_text=_("Who is behind, what comes up, what to ask otherwise."),
        max_length=4_000,
        widget=forms.Textarea(attrs={"rows": 4}),
    )


class QuestionForm(forms.Form):
    """A question in English, in Welsh, and in one more language by its own name."""

    english = forms.CharField(label=_("In English"), max_length=LONGEST, required=False)
    welsh = forms.CharField(label=_("In Welsh"), max_length=LONGEST, required=False)
    language = forms.CharField(
        label=_("Another language"),
        max_length=LONGEST_LANGUAGE,
        required=False,
        help_text=_("By its own name: Soomaali, Polski."),
    )
    other = forms.CharField(label=_("The question in it"), max_length=LONGEST, required=False)
    is_concern = forms.BooleanField(
        label=_("It asks what hurts"), required=False, help_text=_("What is answered then becomes a concern.")
    )

    @classmethod
    def of(cls, question: Asked, given: Any = None) -> "QuestionForm":
        """The form of a question that stands."""
        others = [language for language in question.wordings if language not in (ENGLISH, WELSH)]
        language = others[0] if others else ""
        initial = {
            "english": question.wordings.get(ENGLISH, ""),
            "welsh": question.wordings.get(WELSH, ""),
            "language": language,
            "other": question.wordings.get(language, ""),
            "is_concern": question.question.is_concern,
        }
        return cls(given, initial=initial)

    def clean(self) -> dict[str, Any]:
        """Words in another language need its name, and its name words."""
        given: dict[str, Any] = super().clean() or self.cleaned_data
        if bool(given.get("language")) != bool(given.get("other")):
            missing = "other" if given.get("language") else "language"
            self.add_error(missing, _("The language and the question in it belong together."))
        return given

    def words(self, standing: dict[str, str] | None = None) -> dict[str, str]:
        """The question by language; further languages that stand stay."""
        given = self.cleaned_data
        first = self.initial.get("language")
        rest = {name: text for name, text in (standing or {}).items() if name not in (ENGLISH, WELSH, first)}
        return {ENGLISH: given["english"], WELSH: given["welsh"], given["language"]: given["other"], **rest}


class AnswersForm(forms.Form):
    """Answers to a campaign's questions, where they were given, and what may be done with them."""

    place = forms.CharField(label=_("Place"), max_length=120, required=False)
    postcode = forms.CharField(label=_("Postcode"), max_length=8, required=False)
    strength = forms.TypedChoiceField(
        label=_("How strongly does it hurt?"),
        choices=capitals(Concern.Strength.choices),
        coerce=int,
        empty_value=None,
        required=False,
        widget=forms.RadioSelect,
    )
    may_use_inside = forms.BooleanField(label=INSIDE, required=False)
    may_quote = forms.BooleanField(label=QUOTE, required=False)
    may_write = forms.BooleanField(label=WRITE, required=False)

    def ask(self, questions: Sequence[Asked], language: str) -> None:
        """Put the questions first, in the language where they have words in it."""
        self.questions = [asked.question for asked in questions]
        fields: dict[str, forms.Field] = {}
        for asked in questions:
            widget = forms.Textarea(attrs={"rows": 3})
            label = asked.in_language(language)
            fields[name_of(asked.question)] = forms.CharField(
                label=label, max_length=LONGEST_ANSWER, required=False, widget=widget
            )
        self.fields = fields | self.fields

    def clean_postcode(self) -> str:
        """The postcode in its one form. Raises ValidationError for what is none."""
        typed = self.cleaned_data["postcode"]
        found = normalise(typed) if typed else None
        if typed and found is None:
            raise forms.ValidationError(_("This is not the shape of a UK postcode."))
        return str(found or "")

    def answers(self, *, on: Any, language: str) -> Answers:
        """What was answered, with each use that was agreed to and the words that stood there."""
        given = self.cleaned_data
        uses = ("may_use_inside", "may_quote", "may_write")
        return Answers(
            words={question: given[name_of(question)] for question in self.questions},
            on=on,
            place=given["place"],
            postcode=given["postcode"],
            language=language,
            strength=given["strength"],
            wording="\n".join(str(self.fields[use].label) for use in uses if use in self.fields and given[use]),
            **{use: given.get(use, False) for use in uses},
        )


class TypeInForm(AnswersForm, RecordForm):
    """What somebody answered in the street, at a door or on paper."""

    means = forms.ChoiceField(
        label=_("How"), choices=capitals(BY_HAND), initial=Questionnaire.Means.STREET, widget=forms.RadioSelect
    )
    on = forms.DateField(label=_("On which day"), initial=timezone.localdate)
    person = PersonField(
        label=_("Who answered?"), required=False, help_text=_("Leave it empty where they gave no name.")
    )

    def ask(self, questions: Sequence[Asked], language: str) -> None:
        """Put the questions between how they were asked, and where and by whom they were answered."""
        super().ask(questions, language)
        asked = [name_of(each.question) for each in questions]
        self.order_fields(["means", "on", *asked, "strength", "place", "postcode", "person"])

    def clean_on(self) -> Any:
        """Nothing is answered on a day to come."""
        if self.cleaned_data["on"] > timezone.localdate():
            raise forms.ValidationError(_("That day is still to come."))
        return self.cleaned_data["on"]


def name_of(question: Question) -> str:
    """The name of the field of a question."""
    return f"question_{question.uid.hex}"
