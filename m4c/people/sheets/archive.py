"""The zipped files inside an XLSX or ODS sheet, opened so that no file can make us unpack more than it should."""

import itertools
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import IO
from xml.parsers import expat

from django.utils.translation import gettext as _

from m4c.people.sheets.limits import Limits, SheetRefused, damaged, swollen

CHUNK = 1 << 16
LONGEST_MARK = 1 << 20  # bytes; a tag or comment longer than this is there to keep a parser busy
MOST_NAMES = 1000  # that a file of our formats uses
ENTRY = b"PK\x01\x02"  # what each entry of a zip file's table of contents begins with
ENCRYPTED = 0x1


class Handler:
    """What `walk` tells of a stretch of XML; a reader overrides what it cares for. Names keep their prefix."""

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """An element begins."""

    def end(self, name: str) -> None:
        """An element ends."""

    def text(self, text: str) -> None:
        """Some of the words within an element."""


class Archive:
    """A zip file whose table of contents has been found harmless. Make it by `open_archive`."""

    def __init__(self, zipped: zipfile.ZipFile) -> None:
        self.zipped = zipped
        self.names = {_plain_name(info): info for info in zipped.infolist()}

    def __contains__(self, name: str) -> bool:
        return name.casefold() in self.names

    def chunks(self, name: str) -> Iterator[bytes]:
        """The content of a part, bit by bit, never more than the table of contents declared.

        Raises SheetRefused where the part is missing or its content is not what was declared.
        """
        if name not in self:
            raise damaged()
        with self._broken_means_damaged(), self.zipped.open(self.names[name.casefold()]) as part:
            while chunk := part.read(CHUNK):
                yield chunk

    @contextmanager
    def part(self, name: str) -> Iterator[IO[bytes]]:
        """A part as an open file. Raises SheetRefused where it is missing or broken."""
        if name not in self:
            raise damaged()
        try:
            with self.zipped.open(self.names[name.casefold()]) as part:
                yield part
        except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError) as err:
            raise damaged() from err

    def beginning(self, name: str) -> bytes:
        """The first stretch of a part, long enough to see what it is; empty where there is no such part."""
        return b"".join(itertools.islice(self.chunks(name), 16)) if name in self else b""

    @contextmanager
    def _broken_means_damaged(self) -> Iterator[None]:
        try:
            yield
        except (
            zipfile.BadZipFile,
            zlib.error,
            EOFError,
            NotImplementedError,
            RuntimeError,
            ValueError,
            OSError,
        ) as err:
            raise damaged() from err


@contextmanager
def open_archive(file: IO[bytes], limits: Limits) -> Iterator[Archive]:
    """Open a zip file after looking through its table of contents.

    Raises SheetRefused where it holds too many parts, parts that swell beyond measure, or a password.
    """
    if _entries(file) > limits.parts:
        raise swollen()
    try:
        file.seek(0)
        zipped = zipfile.ZipFile(file)
    except (zipfile.BadZipFile, NotImplementedError, ValueError, OSError) as err:
        raise damaged() from err
    with zipped:
        _look_through(zipped.infolist(), limits)
        yield Archive(zipped)


def walk(chunks: Iterable[bytes], handler: Handler) -> Iterator[None]:
    """Parse XML as it comes and tell `handler`; pauses after each chunk, so that what was found can be taken away.

    Raises SheetRefused where the XML is broken or declares entities.
    """
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler = handler.start
    parser.EndElementHandler = handler.end
    parser.CharacterDataHandler = handler.text
    parser.StartDoctypeDeclHandler = _no_declarations
    fed = 0
    try:
        for chunk in chunks:
            parser.Parse(chunk, False)
            fed += len(chunk)
            if fed - parser.CurrentByteIndex > LONGEST_MARK:
                raise damaged()
            yield
        parser.Parse(b"", True)
    except (expat.ExpatError, LookupError, ValueError) as err:
        raise damaged() from err
    yield


class LocalNames(dict[str, str]):
    """The names of elements without their prefixes, each taken apart once."""

    def __missing__(self, name: str) -> str:
        plain = local(name)
        if len(self) < MOST_NAMES:
            self[name] = plain
        return plain


def local(name: str) -> str:
    """The name of an element or attribute without its prefix."""
    return name.rpartition(":")[2]


def _no_declarations(*_declaration: object) -> None:
    raise damaged()


def _entries(file: IO[bytes]) -> int:
    """How many entries the table of contents can have at most, found without trusting what it says of itself."""
    file.seek(0)
    count, tail = 0, b""
    while chunk := file.read(1 << 20):
        count += (tail + chunk).count(ENTRY)
        tail = chunk[1 - len(ENTRY) :]
    return count


def _look_through(parts: list[zipfile.ZipInfo], limits: Limits) -> None:
    if any(part.flag_bits & ENCRYPTED for part in parts):
        raise password_protected()
    if sum(part.file_size for part in parts) > limits.unpacked:
        raise swollen()
    for part in parts:
        if part.file_size > max(limits.trifling, part.compress_size * limits.ratio):
            raise swollen()
        if part.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            raise damaged()
    if len(set(map(_plain_name, parts))) < len(parts):
        raise damaged()


def _plain_name(part: zipfile.ZipInfo) -> str:
    """Some programs write capitals where others do not, or part folders by a backslash."""
    return part.filename.replace("\\", "/").casefold()


def password_protected() -> SheetRefused:
    """The refusal of a spreadsheet that only opens with a password."""
    return SheetRefused(
        _("This spreadsheet is protected by a password: save it without one and give it again."),
        code="password_protected",
    )
