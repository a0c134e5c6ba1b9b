"""Forms of press: what was published, whose words, a note, and what the public page says in the group's own words."""

from datetime import datetime
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from m4c.campaigns.models import Campaign, PressItem, PressNote
from m4c.campaigns.operations.press_item import NewItem, NewQuote
from m4c.campaigns.operations.press_note import NewNote
from m4c.campaigns.operations.public_page import PageWords
from m4c.campaigns.press.quoting import stories_for_press
from m4c.events.forms import RecordForm, at
from m4c.listening.models import Story
from m4c.people.forms.people import PastDateField
from m4c.people.forms.person_field import PersonField
from m4c.people.forms.shape import capitals
from m4c.people.models import Person


class ItemForm(forms.Form):
    """Something that was published."""

    kind = forms.ChoiceField(label=_("What is it?"), choices=capitals(PressItem.Kind.choices))
    title = forms.CharField(label=_("What is it called?"), max_length=200)
    outlet = forms.CharField(label=_("Where was it published?"), max_length=120)
    on = PastDateField(label=_("On which day"))
    author = forms.CharField(label=_("Who wrote or made it?"), max_length=120, required=False)
    author_roles = forms.CharField(
        label=_("In which roles"),
        max_length=200,
        required=False,
        help_text=_("“Vicar of St Edeyrn's and a member of our group.” Readers should know."),
    )
    is_ours = forms.BooleanField(label=_("It was written by one of us"), required=False)
    url = forms.URLField(label=_("Its address"), max_length=300, required=False, assume_scheme="https")

    @classmethod
    def of(cls, item: PressItem, data: Any = None) -> "ItemForm":
        """The form that starts with what stands."""
        return cls(data, initial={name: getattr(item, name) for name in cls.base_fields})

    @property
    def new(self) -> NewItem:
        """What is written down."""
        return NewItem(**self.cleaned_data)


class QuoteForm(RecordForm):
    """Somebody's words, and what they agreed to."""

    words = forms.CharField(label=_("Their words"), max_length=600, widget=forms.Textarea(attrs={"rows": 3}))
    named_as = forms.CharField(label=_("Named as"), max_length=120)
    story = forms.ModelChoiceField(
        queryset=Story.objects.none(),
        label=_("From a story that its teller let the press have"),
        required=False,
        to_field_name="uid",
        empty_label=_("From no story"),
    )
    person = PersonField(
        label=_("Or whose words are they?"), required=False, help_text=_("Empty where they are not on our records.")
    )
    agreed_on = PastDateField(label=_("They agreed on"))
    agreed_how = forms.CharField(
        label=_("How they agreed"),
        max_length=200,
        required=False,
        help_text=_("Not asked of a story: its consent says."),
    )

    def __init__(self, *args: Any, by: Any, campaign: Campaign, **options: Any) -> None:
        super().__init__(*args, by=by, **options)
        field: Any = self.fields["story"]
        field.queryset = stories_for_press(by)
        field.label_from_instance = lambda story: story.title

    @property
    def new(self) -> NewQuote:
        """The quotation."""
        return NewQuote(**self.cleaned_data)


class ContactForm(RecordForm):
    """A form that names a contact; `kept` is whoever stands and is not shown here: nobody is lost unseen."""

    def __init__(self, *args: Any, kept: Person | None = None, **options: Any) -> None:
        super().__init__(*args, **options)
        self.kept = kept

    def clean_contact(self) -> Person | None:
        """Who was picked, else who stands unseen."""
        return self.cleaned_data["contact"] or self.kept


class NoteForm(ContactForm):
    """A note to the press."""

    headline = forms.CharField(label=_("Headline"), max_length=160)
    words = forms.CharField(
        label=_("The note"),
        max_length=6_000,
        widget=forms.Textarea(attrs={"rows": 18}),
        help_text=_("The facts are filled in from your records. Put them into your own words."),
    )
    contact = PersonField(label=_("Whom may the press ring?"), required=False)
    embargo_day = forms.DateField(
        label=_("Not before: day"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        help_text=_("Empty where it may be printed at once."),
    )
    embargo_hour = forms.TimeField(
        label=_("Not before: hour"), required=False, widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M")
    )

    def clean(self) -> dict[str, Any]:
        """A day without an hour is no embargo that anybody could keep to, nor is the reverse."""
        given = super().clean()
        day, hour = given.get("embargo_day"), given.get("embargo_hour")
        if (day is None) != (hour is None) and not {"embargo_day", "embargo_hour"} & set(self.errors):
            self.add_error("embargo_hour" if day else "embargo_day", _("Give the day and the hour."))
        return given

    @property
    def embargo(self) -> datetime | None:
        """Until when it is held."""
        day, hour = (self.cleaned_data[name] for name in ("embargo_day", "embargo_hour"))
        return at(day, hour) if day and hour else None

    def new(self, step: Any = None, event: Any = None) -> NewNote:
        """The note, of a step or an event where it is of one."""
        given = self.cleaned_data
        return NewNote(given["headline"], given["words"], given["contact"], self.embargo, step, event)


class PageForm(ContactForm):
    """What the public page says in the group's own words."""

    public_problem = forms.CharField(
        label=_("The problem, as people say it"), max_length=1_000, widget=forms.Textarea(attrs={"rows": 5})
    )
    this_week = forms.CharField(
        label=_("What everybody can do this week"),
        max_length=400,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    contact = PersonField(
        label=_("Whom may people ask?"), required=False, help_text=_("The page says their first name, if they agree.")
    )

    @property
    def page_words(self) -> PageWords:
        """What is written."""
        return PageWords(**self.cleaned_data)


class AskToNameForm(forms.Form):
    """Why somebody who holds no public office should be named."""

    why = forms.CharField(label=_("Why should everybody know who it is?"), max_length=400)


class DecideForm(forms.Form):
    """A second person's decision, and their reason."""

    agreed = forms.ChoiceField(
        label=_("What do you decide?"),
        choices=[("yes", _("Name them")), ("no", _("Do not name them"))],
        widget=forms.RadioSelect,
    )
    answer = forms.CharField(label=_("Your reason"), max_length=400)


def start_of(note: PressNote, moment: datetime | None) -> dict[str, Any]:
    """What the form of a note begins with; `moment` is its embargo on the movement's clock."""
    start: dict[str, Any] = {"headline": note.headline, "words": note.words, "contact": note.contact}
    return start | ({"embargo_day": moment.date(), "embargo_hour": moment.time()} if moment else {})
