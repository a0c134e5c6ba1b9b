"""Draws a field of a form: its label, what helps to fill it in, what is wrong with it, and its control."""

from typing import Any

from django.forms.boundfield import BoundField
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from m4c.core.components.fields import FieldView, present
from m4c.core.components.markup import told


def draw(
    field: BoundField, *, width: object = "", classes: object = "", attributes: object = "", **wishes: Any
) -> SafeString:
    """The field, by its shape; `wishes` are those of `present`, `attributes` are escaped already."""
    view = present(field, **wishes)
    invalid = " data-invalid" if view.error else ""
    hint = f'<p class="field-hint" id="{view.id}-hint">{told(view.hint)}</p>' if view.hint else ""
    error = f'<p class="field-error" id="{view.id}-error">{told(view.error)}</p>' if view.error else ""
    if view.shape == "group":
        described = f' aria-describedby="{view.described_by}"' if view.described_by else ""
        choices = "".join([choice_of(each.id_for_label, each.tag(), each.choice_label) for each in field])
        return SafeString(
            f'<fieldset class="field {told(classes)}" id="{view.id}" tabindex="-1"{described}{invalid} {attributes}>\n'
            f'  <legend class="field-label">{named(view)}</legend>\n  {hint}\n  {error}\n'
            f'  <div class="choices">{choices}</div>\n</fieldset>'
        )
    if view.shape == "tick":
        choice = choice_of(view.id, view.control, view.label)
        return SafeString(
            f'<div class="field {told(classes)}"{invalid} {attributes}>\n  {error}\n  {choice}\n  {hint}\n</div>'
        )
    wide = f"field-{told(width)} " if width else ""
    return SafeString(
        f'<div class="field {wide}{told(classes)}"{invalid} {attributes}>\n'
        f'  <label class="field-label" for="{view.id}">{named(view)}</label>\n'
        f"  {hint}\n  {error}\n  {view.control}\n</div>"
    )


def named(view: FieldView) -> str:
    """What a field is called, and that it may be left blank."""
    word = _("optional")
    optional = f' <span class="field-optional">{told(word)}</span>' if view.optional else ""
    return f"{told(view.label)}{optional}"


def choice_of(identity: str, control: object, label: object) -> str:
    """A tick box or a radio button with its words."""
    return f'<label class="choice" for="{identity}">{told(control)}<span>{told(label)}</span></label>'
