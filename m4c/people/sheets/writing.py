"""Writing rows back as CSV: those that were refused, with the reason, to be mended and given again."""

import csv
import io
import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Protocol

from django.conf import settings
from django.utils import translation
from django.utils.translation import gettext as _

from m4c.people.names import fold

BEGINS_A_FORMULA = re.compile(r"'*[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]")
ESCAPED = re.compile(r"'+[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]")


class Writable(Protocol):
    """An open binary file, or a response that is being written."""

    def write(self, content: bytes, /) -> object:
        """Take some bytes."""


def safe_cell(text: str) -> str:
    """The text, with an apostrophe before it where a spreadsheet would take it for a formula."""
    return f"'{text}" if BEGINS_A_FORMULA.match(text) and len(text) > 1 else text


def plain_cell(text: str) -> str:
    """The text without the apostrophe that `safe_cell` put before it. Any other text is given back as it is."""
    return text[1:] if text.startswith("'") and ESCAPED.match(text) else text


def write_refused(out: Writable, headers: Sequence[str], refused: Iterable[tuple[Sequence[str], str]]) -> None:
    """Write refused rows as CSV (UTF-8 with its mark): the columns as they came, and why each row was refused.

    `refused` are the cells of each row and the reason. A column of reasons from an earlier round is left out.
    """
    kept = [place for place, header in enumerate(headers) if not is_refusal_header(header)]
    out.write(b"\xef\xbb\xbf")
    out.write(_line([*(headers[place] for place in kept), refusal_header()]))
    for cells, reason in refused:
        out.write(_line([*(cells[place] if place < len(cells) else "" for place in kept), reason]))


def refusal_header() -> str:
    """The header of the column of reasons, in the language of the moment."""
    return _("Why it was refused")


def is_refusal_header(header: str) -> bool:
    """Whether a header is that of a column of reasons, in any of our languages."""
    return fold(header) in _refusal_headers()


@lru_cache(maxsize=1)
def _refusal_headers() -> frozenset[str]:
    headers = set()
    for code, _name in settings.LANGUAGES:
        with translation.override(code):
            headers.add(fold(refusal_header()))
    return frozenset(headers)


def _line(cells: Sequence[str]) -> bytes:
    line = io.StringIO()
    csv.writer(line).writerow([safe_cell(cell) for cell in cells])
    return line.getvalue().encode()
