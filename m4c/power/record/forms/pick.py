"""A form field that asks for a powerholder, a body, an office, a site or an area: typed, then picked."""

from collections.abc import Collection
from typing import Any

from django.core.exceptions import ValidationError
from django.forms.forms import BaseForm
from django.forms.widgets import Widget
from django.urls import reverse_lazy
from django.utils.translation import gettext_lazy as _

from m4c.people.forms.person_field import FEWEST_LETTERS, BoundPerson, Option, PersonField, PersonInput, Typed, as_typed
from m4c.power.record.finding import FINDERS, Found

MANY_TOGETHER = "+"  # "powerholder+institution": either


class PickInput(PersonInput):
    """The name, typed."""

    def format_value(self, value: Any) -> str:
        """What was typed, or what stands there from the beginning."""
        return as_given(value).text


class BoundPick(BoundPerson):
    """The field on a form, as its component draws it."""

    @property
    def typed(self) -> Typed:
        """What was typed, or stands there from the beginning."""
        return as_given(self.value())

    @property
    def options(self) -> list[Option]:
        """What one may pick: all of that name."""
        field: PickField = self.field  # type: ignore[assignment]
        chosen = self.typed.chosen
        return [Option(one.value, one.name, one.detail, one.value == chosen) for one in field.called(self.typed)]

    @property
    def finds_nobody(self) -> bool:
        """Said by the field itself, once it was sent."""
        return False


class PickField(PersonField):
    """A record of one of these kinds, by its name. The form gives it the `account`.

    Of several of one name the one whose pk is `likely` is meant, where the form says so.
    """

    likely: Collection[int] = ()

    widget = PickInput
    default_error_messages = {
        "required": _("Type a name."),
        "none": _("Nothing of that name is on record yet. Write it down first."),
        "which": _("Which of them? Pick one below."),
    }

    def __init__(self, what: str, **options: Any) -> None:
        self.what = what
        self.finders = [FINDERS[name] for name in what.split(MANY_TOGETHER)]
        super().__init__(**options)

    def widget_attrs(self, widget: Widget) -> dict[str, Any]:
        """What htmx needs to suggest names while one types."""
        told = {"hx-get": reverse_lazy("pick-power"), "hx-vals": f'{{"what": "{self.what}"}}'}
        return super().widget_attrs(widget) | told

    def get_bound_field(self, form: BaseForm, field_name: str) -> BoundPick:
        """The field as the component draws it."""
        return BoundPick(form, self, field_name)

    def clean(self, value: Any) -> Any:
        """The record that was meant. Raises ValidationError where that is not clear, with what to pick among."""
        typed = as_given(value)
        if not typed.text:
            self.validate(None)
            return None
        if typed.chosen and (one := self.of(typed.chosen)) and one.name == typed.text:
            return one.record
        found = self.called(typed)
        named = [one for one in found if one.name.casefold() == typed.text.casefold()]
        if typed.chosen and (one := self.of(typed.chosen)) and one.value in {each.value for each in found}:
            return one.record
        if len(named) == 1:
            return named[0].record
        if len(likely := self.likely_called(typed.text)) == 1:
            return likely[0]
        raise ValidationError(self.error_messages["which" if found else "none"], code="which" if found else "none")

    def called(self, typed: Typed) -> list[Found]:
        """All of that name."""
        if len(typed.text) < FEWEST_LETTERS:
            return []
        return [one for finder in self.finders for one in finder.called(self.account, typed.text)]

    def likely_called(self, name: str) -> list[Any]:
        """Those of this very name that are likely meant, however many others bear it: two are enough to be in doubt."""
        if not self.likely:
            return []
        same = {"pk__in": self.likely, "name__iexact": name}
        return [row for finder in self.finders for row in finder.rows(self.account).filter(**same)[:2]]

    def of(self, value: str) -> Found | None:
        """The one that was picked."""
        return next((one for finder in self.finders if (one := finder.of(self.account, value))), None)


def as_given(value: Any) -> Typed:
    """What a field holds, whether typed, a record picked beforehand, or nothing."""
    if isinstance(value, Found):
        return Typed(value.name, value.value)
    if value is not None and hasattr(value, "name"):
        kind = getattr(value, "kind", "")
        return Typed(value.name, str(getattr(value, "uid", f"{kind}:{getattr(value, 'code', '')}")))
    return as_typed(value)
