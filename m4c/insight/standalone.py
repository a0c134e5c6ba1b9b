"""The report as one HTML file that needs nothing beside it: the page's own parts, with the style sheet inside."""

from pathlib import Path

from django.contrib.staticfiles import finders
from django.template.loader import render_to_string
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

from m4c.core.static_files import ENTRIES, bundle
from m4c.insight.presentation import Presentation
from m4c.insight.so_far import Reading


def html_of(reading: Reading) -> str:
    """The report as a whole page, in the language in force."""
    context = {
        "report": Presentation.of(reading),
        "reading": reading,
        "language": get_language(),
        "style": style_sheet(),
    }
    return render_to_string("insight/so_far_file.html", context)


def style_sheet() -> SafeString:
    """Our style sheets as an element of its own: the one place where a page may hold one, since no server sends it."""

    def text_of(name: str) -> str:
        found = finders.find(name)
        # Typefaces stay behind: a file on somebody's desk falls back to the faces that are there.
        return Path(found).read_text(encoding="utf-8") if found and not name.endswith("fonts.css") else ""

    rules = "".join(bundle(entry, text_of) for entry in ENTRIES)
    return mark_safe(f"<style>{rules}</style>")
