"""How a form field is shown: which shape its control has, and what a keyboard and a screen reader are told about it."""

from copy import copy
from dataclasses import dataclass

from django import forms
from django.forms.boundfield import BoundField
from django.utils.safestring import SafeString

# Django's plain text inputs for these become the browser's own pickers, which speak ISO whatever the locale.
PICKERS: dict[type[forms.Field], tuple[str, str]] = {
    forms.DateField: ("date", "%Y-%m-%d"),
    forms.DateTimeField: ("datetime-local", "%Y-%m-%dT%H:%M"),
    forms.TimeField: ("time", "%H:%M"),
}
# The last word of a field's name tells what a phone's keyboard should offer.
KEYBOARDS: dict[str, dict[str, str]] = {
    "phone": {"inputmode": "tel"},
    "postcode": {"autocapitalize": "characters", "spellcheck": "false"},
    "email": {"autocapitalize": "none", "spellcheck": "false"},
    "name": {"spellcheck": "false"},
}


@dataclass(frozen=True)
class FieldView:
    """What the field component draws: `shape` is line, group (radios and ticks to choose among) or tick."""

    shape: str
    id: str
    label: str
    hint: str
    error: str
    optional: bool
    described_by: str
    control: SafeString


def present(
    field: BoundField, *, label: str = "", hint: str = "", autocomplete: str = "off", inputmode: str = ""
) -> FieldView:
    """Describe a bound field; `label` and `hint` replace its own, `autocomplete` is off as we record other people."""
    shape = _shape(field.field.widget)
    identity = field.auto_id or field.html_name
    error = " ".join(str(error) for error in field.errors)
    words = (hint or str(field.help_text)).strip()
    described_by = " ".join(f"{identity}-{part}" for part, text in (("hint", words), ("error", error)) if text)
    attributes: dict[str, str | bool] = {"id": identity}
    if described_by:
        attributes["aria-describedby"] = described_by
    if error:
        attributes["aria-invalid"] = "true"
    if shape == "line":
        attributes |= _typing(field, autocomplete, inputmode)
    control = field.as_widget(widget=_widget(field.field), attrs=attributes) if shape != "group" else SafeString()
    # A tick box is never "optional", nor are choices of which one is none: leaving them alone is an answer.
    has_none = shape == "group" and any(value == "" for value, _label in getattr(field.field, "choices", ()))
    optional = not field.field.required and shape != "tick" and not has_none
    return FieldView(shape, identity, label or str(field.label), words, error, optional, described_by, control)


def _shape(widget: forms.Widget) -> str:
    if isinstance(widget, forms.RadioSelect | forms.CheckboxSelectMultiple):
        return "group"
    return "tick" if isinstance(widget, forms.CheckboxInput) else "line"


def _widget(field: forms.Field) -> forms.Widget:
    """The field's widget, as a picker where the browser has one; a widget given a type of its own keeps it."""
    picker = next((picker for kind, picker in PICKERS.items() if isinstance(field, kind)), None)
    if picker is None or getattr(field.widget, "input_type", "") != "text":
        return field.widget
    widget = copy(field.widget)
    widget.input_type, widget.format = picker
    return widget


def _typing(field: BoundField, autocomplete: str, inputmode: str) -> dict[str, str]:
    """Attributes for controls that are typed into; those the form's author set on the widget stand."""
    own = field.field.widget.attrs
    if isinstance(field.field.widget, forms.Select | forms.FileInput):
        return {}
    wanted = {"autocomplete": autocomplete} | KEYBOARDS.get(field.name.rpartition("_")[2], {})
    if isinstance(field.field, forms.IntegerField):
        wanted["inputmode"] = "numeric"
    if inputmode:
        wanted["inputmode"] = inputmode
    return {name: value for name, value in wanted.items() if name not in own}
