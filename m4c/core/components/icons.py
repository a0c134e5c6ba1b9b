"""Draws an icon, once: a page shows some fifty, and the package builds each from its XML anew."""

from functools import lru_cache

from django.utils.safestring import SafeString
from heroicons.templatetags import heroicons

KINDS = {
    "outline": heroicons.heroicon_outline,
    "solid": heroicons.heroicon_solid,
    "mini": heroicons.heroicon_mini,
    "micro": heroicons.heroicon_micro,
}


@lru_cache(maxsize=1024)
def draw(name: str, kind: str, size: int, classes: str) -> SafeString:
    """The SVG of the icon `name`, `size` pixels wide and hidden from screen readers, as its words stand beside it.

    Raises heroicons.IconDoesNotExist for a name that there is not, KeyError for such a kind.
    """
    return SafeString(KINDS[kind](name, size=size, **{"class": classes, "aria_hidden": "true"}))
