"""Labels and letters on paper."""

from collections.abc import Sequence
from pathlib import Path

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from m4c.core.pdf import laid_out
from m4c.people.exports.whom import Exported

TEMPLATES = Path(__file__).with_name("typst")


def labels(people: Sequence[Exported]) -> bytes:
    """Sheets of 21 labels, 63.5 by 38.1 mm, as sold everywhere."""
    return laid_out(
        TEMPLATES / "labels.typ", {"title": _("Address labels"), "people": [lines_of(each) for each in people]}
    )


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
    return laid_out(TEMPLATES / "letters.typ", told)


def lines_of(each: Exported) -> list[str]:
    """An address as it stands on an envelope."""
    address = each.person.address
    assert address is not None
    home = [part.strip() for part in address.lines.replace("\n", ",").split(",")]
    return [line for line in (each.person.name, *home, address.postcode) if line]
