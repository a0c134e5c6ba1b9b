"""Draws what is said to somebody once: that something was done, or why it was not."""

from collections.abc import Iterable
from typing import Any

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from m4c.core.components import icons
from m4c.core.components.markup import told

ICONS = {"success": "check-circle", "warning": "exclamation-triangle", "error": "exclamation-triangle"}


def messages(said: Iterable[Any], *, oob: object = False, classes: object = "", attributes: object = "") -> SafeString:
    """Where they stand on a page, with those that are said now; `attributes` are escaped already."""
    swapped = ' hx-swap-oob="true"' if oob else ""
    toasts = "".join([draw(each, kind=each.level_tag) for each in said])
    return SafeString(f'<div class="messages {told(classes)}" id="messages" role="status"{swapped}>{toasts}</div>')


def draw(inside: object, *, kind: str = "info", classes: object = "", attributes: object = "") -> SafeString:
    """One of them, to be put away; `attributes` are escaped already."""
    icon, close = ICONS.get(kind, "information-circle"), _("Put this message away")
    return SafeString(
        f'<m4c-toast class="toast toast-{told(kind)} {told(classes)}" {attributes}>\n'
        f"  {icons.draw(icon, 'outline', 24, '')}\n  <p>{told(inside)}</p>\n"
        f'  <button class="toast-close" type="button" hidden aria-label="{told(close)}">'
        f"{icons.draw('x-mark', 'outline', 20, '')}</button>\n</m4c-toast>"
    )
