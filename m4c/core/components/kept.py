"""Draws a part of a page once for all that it says: what stands round one page of the workspace is the next one's too.

A part is told nothing but what it is given, no request and no account, so that what was drawn for somebody else says
the same, and nothing of it goes stale.
"""

from collections.abc import Hashable
from functools import lru_cache

from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.utils.translation import get_language


def draw(template: str, given: dict[str, Hashable]) -> SafeString:
    """The template, of what it is given in the language of now."""
    return _drawn(template, get_language(), tuple(given.items()))


@lru_cache(maxsize=1024)
def _drawn(template: str, language: str | None, given: tuple[tuple[str, Hashable], ...]) -> SafeString:
    return render_to_string(template, dict(given))
