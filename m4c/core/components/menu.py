"""Draws the lines of a menu, those of the frame once: a page of the workspace has some forty, the same on the next."""

from functools import lru_cache

from django.utils.safestring import SafeString

from m4c.core.components import icons
from m4c.core.components.markup import told


def drawn(label: str, url: str, icon: str, current: bool = False, classes: str = "") -> SafeString:
    """One line; all that it says is given, so that what was drawn for somebody else is the same."""
    here = ' aria-current="page"' if current else ""
    return SafeString(
        f'<li class="{told(classes)}"><a class="menu-item" href="{told(url)}"{here}>'
        f"{icons.draw(icon, 'outline', 20, '')}<span>{told(label)}</span></a></li>"
    )


line = lru_cache(maxsize=2048)(drawn)  # for lines that do not name anybody
