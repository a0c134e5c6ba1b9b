"""What is typed and ticked on the coding board."""

from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from m4c.listening.models import Theme
from m4c.listening.operations.theme import Seen
from m4c.listening.themes.board import Board

MOVE, MAKE, TAKE_OUT = "move", "make", "out"
BETWEEN = ":"  # a concern is sent with the theme under which it was seen: "uid:uid", or "uid:" for none


class MovesForm(forms.Form):
    """Which concerns go where: under a theme that stands, under a new one, or out of the theme one looks at."""

    concern = forms.MultipleChoiceField(required=False)  # read by `seen`: a concern may be gone by now
    theme = forms.ModelChoiceField(queryset=Theme.objects.none(), to_field_name="uid", required=False, label=_("Theme"))
    name = forms.CharField(max_length=80, required=False, label=_("A new theme"))
    do = forms.ChoiceField(choices=[(each, each) for each in (MOVE, MAKE, TAKE_OUT)])
    first = forms.UUIDField(required=False)  # the ends of the list as the page shows it
    last = forms.UUIDField(required=False)

    def __init__(self, data: Any = None, *, board: Board) -> None:
        super().__init__(data)
        self.board = board
        themes: Any = self.fields["theme"]
        themes.queryset = board.themes()
        themes.empty_label = _("Choose a theme")
        self.seen: Seen = {}
        ticked: Any = self.fields["concern"]
        ticked.choices = [(value, value) for value in self.ticked]

    @property
    def ticked(self) -> list[str]:
        """What was ticked, as it was sent."""
        return self.data.getlist("concern") if hasattr(self.data, "getlist") else []

    def clean(self) -> dict[str, Any]:
        """At least one is ticked, but for a theme that is made empty; a move names its theme, a new one its name."""
        given = super().clean() or {}
        try:
            self.seen = dict(pair_of(value) for value in self.ticked)
        except ValueError:
            raise forms.ValidationError(_("The page was not sent whole. Try again.")) from None
        what = given.get("do")
        if what == MOVE and given.get("name") and not given.get("theme"):
            given["do"] = what = MAKE  # the enter key in the box of a new name presses the first button
        if what != MAKE and not self.seen:
            raise forms.ValidationError(_("Tick what is to move first."))
        if what == MOVE and not given.get("theme"):
            raise forms.ValidationError(_("Choose a theme that stands, or name a new one."))
        return given

    @property
    def sentences(self) -> str:
        """Why it was not done."""
        return " ".join(str(sentence) for errors in self.errors.values() for sentence in errors)


class ThemeForm(forms.Form):
    """A theme's name, and what it is about."""

    name = forms.CharField(max_length=80, label=_("Name"))
    about = forms.CharField(max_length=300, required=False, label=_("In a sentence"))
    seen = forms.CharField(max_length=80, widget=forms.HiddenInput)  # the name as it stood on the page


class MergeForm(forms.Form):
    """The theme that another is put into."""

    into = forms.ModelChoiceField(queryset=Theme.objects.none(), to_field_name="uid", label=_("Put all of it under"))

    def __init__(self, data: Any = None, *, theme: Theme) -> None:
        super().__init__(data)
        themes: Any = self.fields["into"]
        themes.queryset = Board.of(theme).themes().exclude(pk=theme.pk)
        themes.empty_label = _("Choose a theme")


def pair_of(value: str) -> tuple[UUID, UUID | None]:
    """A concern, and the theme under which it was seen. Raises ValueError for anything else."""
    concern, _between, theme = value.partition(BETWEEN)
    return UUID(concern), UUID(theme) if theme else None
