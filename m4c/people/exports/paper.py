"""Labels and letters on paper: PDF, laid out by typst from data. Called by the worker and the command line only."""

import json
from collections.abc import Sequence
from importlib.resources import files
from pathlib import Path
from typing import Any

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from m4c.people.exports.whom import Exported

TEMPLATES = Path(__file__).with_name("typst")
FONTS = ("fontpkg_bricolage_grotesque", "fontpkg_figtree")


def labels(people: Sequence[Exported]) -> bytes:
    """Sheets of 21 labels, 63.5 by 38.1 mm, as sold everywhere."""
    return laid_out("labels.typ", {"title": _("Address labels"), "people": [lines_of(each) for each in people]})


def letters(people: Sequence[Exported], words: str) -> bytes:
    """A page for each person, its address where a window envelope shows it."""
    paragraphs = [part.strip() for part in words.replace("\r", "").split("\n\n") if part.strip()]
    told = {
        "title": _("Letters"),
        "day": date_format(timezone.localdate()),
        "people": [lines_of(each) for each in people],
        "greetings": [_("Dear {name},").format(name=each.person.known_as or each.person.name) for each in people],
        "paragraphs": paragraphs,
    }
    return laid_out("letters.typ", told)


def lines_of(each: Exported) -> list[str]:
    """An address as it stands on an envelope."""
    address = each.person.address
    assert address is not None
    home = [part.strip() for part in address.lines.replace("\n", ",").split(",")]
    return [line for line in (each.person.name, *home, address.postcode) if line]


def laid_out(template: str, told: dict[str, Any]) -> bytes:
    """A PDF. What people wrote reaches the template as data and is never read as markup."""
    import typst  # 80 MB that no web process needs

    pdf: bytes = typst.compile(
        str(TEMPLATES / template),
        format="pdf",
        font_paths=[str(files(package).joinpath("files")) for package in FONTS],
        ignore_system_fonts=True,
        pdf_standards="ua-1",
        sys_inputs={"told": json.dumps({"language": (get_language() or "en")[:2], **told})},
    )
    return pdf
