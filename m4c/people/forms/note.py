"""The form of a note about somebody."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from m4c.people.forms.people import GroupField
from m4c.people.forms.shape import ShapeForm
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
        groups = Group.objects.visible_to(by).filter(by.sight.of_exact_group("pk", WRITE_NOTES))
        group.offer(groups)
        group.initial = next((slug for slug, _name in group.choices), None)
