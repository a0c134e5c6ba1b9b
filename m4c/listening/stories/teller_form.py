"""The form of a story's teller: how far each use may go, and a yes to the words."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from m4c.listening.models.story import Use
from m4c.listening.operations.story_teller import Said
from m4c.listening.stories.levels import LEVELS, QUESTIONS, Standing


class TellerForm(forms.Form):
    """What the teller is asked: for each use how far, and whether these are their words."""

    yes = forms.BooleanField(label=_("These are my words, as they stand here."), required=False)

    def __init__(self, *args: Any, standing: Standing, **options: Any) -> None:
        super().__init__(*args, **options)
        no = (0, _("No"))
        for use, levels in LEVELS.items():
            stands = standing.get(use)
            self.fields[use] = forms.TypedChoiceField(
                label=QUESTIONS[Use(use)],
                choices=[no, *((level.value, _("Yes: {whom}").format(whom=level.label)) for level in levels)],
                coerce=int,
                initial=stands.level if stands else 0,
            )

    @property
    def asked(self) -> list[Any]:
        """The questions, without the yes to the words."""
        return [self[use] for use in LEVELS]

    def said(self, read: str) -> Said:
        """What they say, of the words that they were shown."""
        given = dict(self.cleaned_data)
        return Said({use: given[use] for use in LEVELS}, read if given["yes"] else "")
