"""Labels and letters on paper: laid out some hundreds at a time, so that memory stays flat however many there are."""

import zipfile
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice
from pathlib import Path
from typing import IO

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from m4c.core.pdf import laid_out_apart
from m4c.people.exports.whom import Exported

TEMPLATES = Path(__file__).with_name("typst")


LABELS_AT_ONCE = 21 * 24  # whole sheets
LETTERS_AT_ONCE = 500
ZIP_MARK = b"PK\x03\x04"


def parted(people: Iterable[Exported], size: int) -> Iterator[Sequence[Exported]]:
    """People in parts of so many, the last one being what is left; one part of nobody where there is nobody."""
    people, is_first = iter(people), True
    while (part := list(islice(people, size))) or is_first:
        yield part
        is_first = False


def bind(out: IO[bytes], parts: Iterator[bytes], name: str) -> None:
    """Write PDFs as they are laid out: the one there is, or several in a ZIP, numbered in the order of names."""
    first, second = next(parts), next(parts, None)
    if second is None:
        out.write(first)
        return
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as bound:
        for number, part in enumerate(chain([first, second], parts), start=1):
            bound.writestr(f"{name}-{number:03}.pdf", part)


def labels(people: Sequence[Exported]) -> bytes:
    """Sheets of 21 labels, 63.5 by 38.1 mm, as sold everywhere."""
    return laid_out_apart(
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
    return laid_out_apart(TEMPLATES / "letters.typ", told)


def lines_of(each: Exported) -> list[str]:
    """An address as it stands on an envelope."""
    address = each.person.address
    assert address is not None
    home = [part.strip() for part in address.lines.replace("\n", ",").split(",")]
    return [line for line in (each.person.name, *home, address.postcode) if line]
