"""Draws a button: one that sends the form round it, or a link that looks like one."""

from typing import Any

from django.template import Context
from django.template.defaulttags import CsrfTokenNode
from django.utils.safestring import SafeString

from m4c.core.components.link import mini
from m4c.core.components.markup import told

GUARD = CsrfTokenNode()


def draw(
    words: object,
    *,
    url: object = "",
    kind: object = "ink",
    type: object = "submit",  # noqa: A002 - as HTML and the component call it
    icon: str = "",
    size: object = "",
    name: object = "",
    value: object = "",
    form: object = "",
    disabled: bool = False,
    classes: object = "",
    attributes: object = "",
) -> SafeString:
    """The button of these words; `attributes` are escaped already."""
    sized = f"button-{told(size)} " if size else ""
    looks, inside = f"button button-{told(kind)} {sized}{told(classes)}", f"{mini(icon)}<span>{told(words)}</span>"
    if url:
        return SafeString(f'<a class="{looks}" href="{told(url)}" {attributes}>{inside}</a>')
    named = f' name="{told(name)}" value="{told(value)}"' if name else ""
    belongs = f' form="{told(form)}"' if form else ""
    off = " disabled" if disabled else ""
    return SafeString(
        f'<button class="{looks}" type="{told(type)}"{named}{belongs}{off} {attributes}>{inside}</button>'
    )


def posting(
    context: Context,
    words: object,
    *,
    url: object,
    fields: object = "",
    classes: object = "",
    attributes: object = "",
    **looks: Any,
) -> SafeString:
    """A form that is a button: pressed, it sends its fields and the guard of this page to `url`."""
    return SafeString(
        f'<form class="post-button {told(classes)}" method="post" action="{told(url)}" {attributes}>'
        f"{GUARD.render(context)}{told(fields)}{draw(words, **looks)}</form>"
    )
