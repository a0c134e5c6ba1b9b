"""Draws menus; the lines of those of the frame once: a page of the workspace has some forty, the same on the next."""

from functools import lru_cache

from django.utils.safestring import SafeString

from m4c.core.components import icons
from m4c.core.components.link import mini
from m4c.core.components.markup import told


def draw(
    label: object,
    inside: SafeString,
    *,
    icon: str = "",
    kind: object = "quiet",
    align: object = "start",
    classes: object = "",
    attributes: object = "",
) -> SafeString:
    """The menu of the lines inside, behind a button; `attributes` are escaped already."""
    arrow = icons.draw("chevron-down", "micro", 16, "menu-arrow")
    return SafeString(
        f'<m4c-menu class="menu menu-{told(align)} {told(classes)}" {attributes}>\n  <details>\n'
        f'    <summary class="button button-{told(kind)}">{mini(icon)}<span>{told(label)}</span>{arrow}</summary>\n'
        f'    <ul class="menu-items" role="list">{inside}</ul>\n  </details>\n</m4c-menu>'
    )


def drawn(label: str, url: str, icon: str, current: bool = False, classes: str = "") -> SafeString:
    """One line; all that it says is given, so that what was drawn for somebody else is the same."""
    here = ' aria-current="page"' if current else ""
    return SafeString(
        f'<li class="{told(classes)}"><a class="menu-item" href="{told(url)}"{here}>'
        f"{icons.draw(icon, 'outline', 20, '')}<span>{told(label)}</span></a></li>"
    )


line = lru_cache(maxsize=2048)(drawn)  # for lines that do not name anybody
