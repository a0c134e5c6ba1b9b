"""The form of a note about somebody."""

from functools import lru_cache
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from m4c.core.prepared import prepared
from m4c.people.forms.people import GroupField
from m4c.people.forms.shape import ShapeForm
from m4c.people.forms.widgets import LongSelect
from m4c.people.models import Account, Group, Note
from m4c.people.permissions import WRITE_NOTES


class NoteForm(ShapeForm[Note]):
    """Words about a person in three parts, and who may read them."""

    class Meta:
        model = Note
        fields = ["about_them", "about_others", "reflection", "tier"]
        widgets = {
            "about_them": forms.Textarea(attrs={"rows": 4}),
            "about_others": forms.Textarea(attrs={"rows": 2}),
            "reflection": forms.Textarea(attrs={"rows": 2}),
            "tier": forms.RadioSelect,
        }
        help_texts = {
            "about_them": _("What they told you. They may ask for a copy of this."),
            "about_others": _("Kept apart, so that a copy for one person does not tell about another."),
            "reflection": _("What you make of it, kept apart too."),
        }


class NewNoteForm(NoteForm):
    """A note and the group it is written in: one in which the author has a role of their own."""

    group = GroupField(label=_("In which group"), empty_label=None)

    def __init__(self, *args: Any, by: Account, **options: Any) -> None:
        super().__init__(*args, **options)
        group: Any = self.fields["group"]
        group.offer(groups_of_notes(by))
        group.initial = next((slug for slug, _name in group.choices), None)


class BlankNoteForm(NoteForm):
    """The same, to be drawn and not read: all that it says of the groups is given."""

    group = forms.ChoiceField(label=_("In which group"), widget=LongSelect)

    def __init__(self, groups: tuple[tuple[str, str], ...]) -> None:
        super().__init__()
        group: Any = self.fields["group"]
        group.choices, group.initial = groups, groups[0][0] if groups else None


def groups_of_notes(by: Account) -> QuerySet[Group]:
    """The groups in which somebody writes notes: those where they have a role of their own."""
    return Group.objects.visible_to(by).filter(by.sight.of_exact_group("pk", WRITE_NOTES))


@prepared
def groups_offered(by: Account) -> QuerySet[Group, tuple[str, str]]:
    """The same as they are chosen: slug and name."""
    return groups_of_notes(by).values_list("slug", "name")


def blank_fields(by: Account) -> SafeString:
    """The fields of a note that is yet to be written, where they stand on another page."""
    return _drawn(get_language(), tuple(groups_offered(by)))


@lru_cache(maxsize=512)
def _drawn(language: str | None, groups: tuple[tuple[str, str], ...]) -> SafeString:
    """These fields in the language of now, which is this one: the same for everybody with the same groups."""
    return render_to_string("people/note_fields.html", {"form": BlankNoteForm(groups)})
