"""CSV and its relatives: which encoding, which delimiter, and the records as a spreadsheet would number them."""

import codecs
import csv
import io
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from itertools import chain, islice

from django.db.models import TextChoices
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from m4c.people.sheets.limits import Limits, SheetRefused, cell_too_long, too_many_columns, too_many_rows
from m4c.people.sheets.source import Source, not_a_sheet

Record = tuple[int, list[str]]

CHUNK = 1 << 18
SAMPLE = 50  # records
LONGEST_LINE = 100_000  # characters; what is longer comes as several
LAST_ROW = 1 << 20  # that a spreadsheet has
NO_LIMITS = Limits(columns=sys.maxsize, cell=sys.maxsize)
CONTROLS = re.compile("[\x01-\x08\x0e-\x1b\x7f]")
UTF_8_LETTER = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
NOT_ASCII = re.compile(rb"[\x80-\xff]+")
SEPARATOR_LINE = re.compile(r'"?sep=(.)"?\s*', re.IGNORECASE)


class Encoding(TextChoices):
    """The encodings that a person may choose where the guess is wrong; the values are Python's names."""

    UTF_8 = "utf-8-sig", gettext_lazy("UTF-8 (most programs today)")
    WINDOWS = "cp1252", gettext_lazy("Windows, Western Europe (older Excel)")
    UTF_16 = "utf-16", gettext_lazy("UTF-16 (Excel's Unicode text)")
    UTF_16_LE = "utf-16-le", gettext_lazy("UTF-16 without its mark, little end first")
    UTF_16_BE = "utf-16-be", gettext_lazy("UTF-16 without its mark, big end first")
    WINDOWS_CENTRAL = "cp1250", gettext_lazy("Windows, Central Europe (Polish, Czech, Romanian)")
    MAC = "mac-roman", gettext_lazy("Old Macintosh")


class Delimiter(TextChoices):
    """What stands between two cells."""

    COMMA = ",", gettext_lazy("comma")
    SEMICOLON = ";", gettext_lazy("semicolon")
    TAB = "\t", gettext_lazy("tab")
    BAR = "|", gettext_lazy("vertical bar")


def guess_encoding(source: Source) -> Encoding:
    """The encoding that fits the whole file: its mark, the zeros of UTF-16, UTF-8 to the letter, or Windows-1252.

    Raises SheetRefused where none fits, or where the file is UTF-8 with damaged letters.
    """
    with source.open() as file:
        head = file.read(CHUNK)
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return Encoding.UTF_16
    if b"\0" in head:
        return _utf_16_without_mark(head)
    if _fits(source, Encoding.UTF_8):
        return Encoding.UTF_8
    if _is_mostly_utf_8(source) or not _fits(source, Encoding.WINDOWS):
        raise _broken_letters(Encoding.UTF_8)
    return Encoding.WINDOWS


def check_text(source: Source, encoding: Encoding) -> None:
    """Raise SheetRefused unless the whole file is text in this encoding."""
    if not _fits(source, encoding):
        raise _broken_letters(encoding)
    for place, text in enumerate(_decoded(source, encoding)):
        if "\0" in text:
            raise _zero_bytes()
        if place == 0 and not _is_text(text):
            raise not_a_sheet(_("a file of another program"))


def guess_delimiter(source: Source, encoding: Encoding, known_headers: Callable[[Sequence[str]], int]) -> Delimiter:
    """What a first line `sep=;` says, or else what gives the most known headers, the most even rows, the most cells.

    `known_headers` counts the cells of a row that are known as headers.
    """
    with _open_text(source, encoding) as file:
        first = file.readline(CHUNK).lstrip("\ufeff")
    if (said := SEPARATOR_LINE.fullmatch(first)) and said[1] in Delimiter.values:
        return Delimiter(said[1])

    def worth(delimiter: Delimiter) -> tuple[int, float, int, int]:
        rows = _first_rows(source, encoding, delimiter)
        widths = Counter(map(len, rows))
        width, times = widths.most_common(1)[0] if widths else (0, 0)
        even = times / len(rows) if width > 1 else 0.0
        return max(map(known_headers, rows[:10]), default=0), even, width, first.count(delimiter)

    return max(Delimiter, key=worth)


def records(source: Source, encoding: Encoding, delimiter: Delimiter, limits: Limits) -> Iterator[Record]:
    """Each record with its number, as a spreadsheet numbers rows: a cell of several lines is in one row, blank rows
    count, and a first line `sep=;` does not.

    Raises SheetRefused for a row or cell beyond the limits, and for a quotation mark that swallows rows.
    """
    with _open_text(source, encoding) as file:
        first = file.readline().lstrip("\ufeff")
        lines = file if SEPARATOR_LINE.fullmatch(first) else chain([first], file)
        taken: list[str] = []

        def noted() -> Iterator[str]:
            for line in lines:
                taken.append(line)
                yield line

        reader = csv.reader(noted(), delimiter=delimiter.value)
        number = 0
        while True:
            number += 1
            try:
                cells = next(reader)
            except StopIteration:
                return
            except csv.Error as err:
                raise cell_too_long(number, limits) from err
            if number > LAST_ROW and number > 2 * limits.rows:
                raise too_many_rows(limits)  # blank ones, or it would have been refused before
            if len(taken) > 1:
                _check_quotes(taken, delimiter, number)
            if len(cells) > limits.columns or sum(map(len, taken)) > limits.cell:
                _check_size(cells, number, limits)
            taken.clear()
            yield number, cells


def lines_of(source: Source, encoding: Encoding) -> Iterator[str]:
    """The lines of a text that is no CSV, as they come."""
    with _open_text(source, encoding) as file:
        while line := file.readline(LONGEST_LINE):
            yield line


@contextmanager
def _open_text(source: Source, encoding: Encoding) -> Iterator[io.TextIOWrapper]:
    with source.open() as file:
        text = io.TextIOWrapper(file, encoding=encoding.value, newline="")
        try:
            yield text
        finally:
            text.detach()


def _decoded(source: Source, encoding: Encoding) -> Iterator[str]:
    decoder = codecs.getincrementaldecoder(encoding.value)()
    with source.open() as file:
        while chunk := file.read(CHUNK):
            yield decoder.decode(chunk)
    yield decoder.decode(b"", final=True)


def _fits(source: Source, encoding: Encoding) -> bool:
    try:
        for _text in _decoded(source, encoding):
            pass
    except UnicodeError:
        return False
    return True


def _is_text(text: str) -> bool:
    return len(CONTROLS.findall(text)) * 100 <= len(text)


def _utf_16_without_mark(head: bytes) -> Encoding:
    """Which end comes first, by where the zeros of plain letters are. Raises SheetRefused where they are anywhere."""
    even, odd = head[0::2].count(0), head[1::2].count(0)
    if odd * 4 >= len(head) // 2 and even * 20 <= odd:
        return Encoding.UTF_16_LE
    if even * 4 >= len(head) // 2 and odd * 20 <= even:
        return Encoding.UTF_16_BE
    if _is_text(head.replace(b"\0", b"").decode("latin-1")):
        raise _zero_bytes()
    raise not_a_sheet(_("a file of another program"))


def _is_mostly_utf_8(source: Source) -> bool:
    """Whether more letters beyond ASCII are right in UTF-8 than wrong: a damaged file, not another encoding."""
    right = wrong = 0
    with source.open() as file:
        while chunk := file.read(CHUNK):
            for stretch in NOT_ASCII.findall(chunk):
                letters = UTF_8_LETTER.findall(stretch)
                right += len(letters)
                wrong += len(stretch) - sum(map(len, letters))
    return right > wrong


def _first_rows(source: Source, encoding: Encoding, delimiter: Delimiter) -> list[list[str]]:
    """The first rows, up to one that is refused: what is too much is told when the delimiter is known."""
    rows: list[list[str]] = []
    with suppress(SheetRefused):
        for _number, cells in islice(records(source, encoding, delimiter, NO_LIMITS), SAMPLE):
            rows.append(cells)
    return [cells for cells in rows if cells]


def _check_quotes(lines: list[str], delimiter: Delimiter, number: int) -> None:
    try:
        list(csv.reader(lines, delimiter=delimiter.value, strict=True))
    except csv.Error as err:
        sentence = _("A quotation mark is opened in row %(row)s and not closed, so the rows after it run into one.")
        raise SheetRefused(sentence % {"row": number}, code="open_quote") from err


def _check_size(cells: list[str], number: int, limits: Limits) -> None:
    if len(cells) > limits.columns and any(map(str.strip, cells[limits.columns :])):
        raise too_many_columns(number, limits)
    if cells and len(max(cells, key=len)) > limits.cell:
        raise cell_too_long(number, limits)


def _zero_bytes() -> SheetRefused:
    return SheetRefused(
        _("This file has zero bytes in it, as text never has: save it again as CSV."), code="zero_bytes"
    )


def _broken_letters(encoding: Encoding) -> SheetRefused:
    sentence = _("This file is not in %(encoding)s, or some of its letters are damaged: save it again as CSV in UTF-8.")
    return SheetRefused(sentence % {"encoding": encoding.label}, code="broken_letters")
