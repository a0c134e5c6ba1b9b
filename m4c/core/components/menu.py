"""Draws the lines of a menu, each once: a page of the workspace has some forty, and they say the same on the next."""

from functools import lru_cache

from django.template.loader import render_to_string
from django.utils.safestring import SafeString


@lru_cache(maxsize=2048)
def line(label: str, url: str, icon: str, current: bool, classes: str) -> SafeString:
    """One line; all that it says is given, so that what was drawn for somebody else is the same."""
    given = {"label": label, "url": url, "icon": icon, "current": current, "classes": classes}
    return render_to_string("core/menu_line.html", given)
