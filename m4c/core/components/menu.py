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


def item(
    words: object, url: object, icon: str, current: bool = False, classes: object = "", *, attributes: object = ""
) -> SafeString:
    """One line of a menu; `attributes` are escaped already."""
    here = ' aria-current="page"' if current else ""
    before = icons.draw(icon, "outline", 20, "") if icon else ""
    return SafeString(
        f'<li class="{told(classes)}"><a class="menu-item" href="{told(url)}"{here} {attributes}>'
        f"{before}<span>{told(words)}</span></a></li>"
    )


line = lru_cache(maxsize=2048)(item)  # for lines that do not name anybody; all that they say is given
