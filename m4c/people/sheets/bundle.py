"""A ZIP of the files of one mailing list (Mailchimp's: subscribed, unsubscribed, cleaned), read as one sheet.

A column of its own says of each row which of the files it came from.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO

from m4c.people.sheets import text
from m4c.people.sheets.archive import Archive, open_archive
from m4c.people.sheets.limits import Limits, too_many_rows
from m4c.people.sheets.list_files import LIST_HEADER, files_in, list_of
from m4c.people.sheets.source import Source

Record = tuple[int, list[str]]


class Member(Source):
    """One file inside a ZIP that was found harmless."""

    def __init__(self, archive: Archive, name: str) -> None:
        self.archive = archive
        self.name = name

    @contextmanager
    def open(self) -> Iterator[IO[bytes]]:
        """The file, at its beginning."""
        with self.archive.part(self.name) as part:
            yield part


def records(source: Source, limits: Limits) -> Iterator[Record]:
    """The headers of all the files together, and then their rows, numbered through."""
    with source.open() as file, open_archive(file, limits) as archive:
        tops = {name: top(Member(archive, name), limits) for name in files_in(archive)}
        headers = list(dict.fromkeys(header for cells in tops.values() for header in cells))
        yield 1, [LIST_HEADER, *headers]
        number = 1
        for name, own in tops.items():
            places = [headers.index(header) for header in own]
            for place, cells in read(Member(archive, name), limits):
                if place == 1 or not any(cells):
                    continue
                number += 1
                if number > limits.rows + 1:
                    raise too_many_rows(limits)
                row = [""] * len(headers)
                for at, cell in zip(places, cells, strict=False):
                    row[at] = cell
                yield number, [list_of(name), *row]


def top(member: Member, limits: Limits) -> list[str]:
    """The headers of one file."""
    return next((cells for _number, cells in read(member, limits)), [])


def read(member: Member, limits: Limits) -> Iterator[Record]:
    """The records of one file. Raises SheetRefused where it is no text."""
    encoding = text.guess_encoding(member)
    text.check_text(member, encoding)
    yield from text.records(member, encoding, text.Delimiter.COMMA, limits)
