"""Draws the picture that stands with an event's address where it is passed on: what, when, where, and our lights."""

import hashlib
from dataclasses import astuple, dataclass
from functools import cache
from importlib.resources import files
from io import BytesIO
from typing import TYPE_CHECKING

from django.core.cache import cache as files_cache
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import get_language

from m4c.core.fonts import FACES
from m4c.core.icons import GROUND, LAMP, STRING
from m4c.events.models import Event

if TYPE_CHECKING:
    from PIL.ImageDraw import ImageDraw
    from PIL.ImageFont import FreeTypeFont

SIZE = (1_200, 630)
MARGIN = 84
FINER = 2  # drawn larger and shrunk, so that lights and string are smooth
PAPER = "#fff8ec"
LINES = 3  # of a title
LARGEST, SMALLEST = 92, 56
LEADING = 1.08
BELOW_LIGHTS, SMALL_LINE = 196, 56  # where words begin, and how high a line of small ones is
KEPT_FOR = 30 * 24 * 3600  # seconds
RECIPE = "2"  # counts changes of the drawing
HANGING = ((0, 66), (200, 108), (400, 128), (600, 134), (800, 128), (1_000, 108), (1_200, 66))  # lights on their string


@dataclass(frozen=True)
class Words:
    """What is written on it."""

    title: str
    when: str
    where: str

    @property
    def version(self) -> str:
        """A name for just this picture: another word makes another."""
        told = "\n".join((*astuple(self), RECIPE))
        return hashlib.sha256(told.encode()).hexdigest()[:16]


def words_of(event: Event) -> Words:
    """What strangers may read of an event, in the language in use."""
    when = date_format(timezone.localtime(event.starts_at), "l j F Y, H:i")
    where = dict.fromkeys(part for part in (event.place_for_all, event.group.name) if part)
    return Words(event.title, when, " · ".join(where))


def picture_of(event: Event) -> bytes:
    """The PNG of an event."""
    return picture_of_words(words_of(event))


def picture_of_words(words: Words) -> bytes:
    """A PNG, drawn once for what it says."""
    key = f"share-picture {get_language()} {words.version}".replace(" ", "-")
    drawn: bytes | None = files_cache.get(key)
    if drawn is None:
        drawn = draw(words)
        files_cache.set(key, drawn, KEPT_FOR)
    return drawn


def draw(words: Words) -> bytes:
    """The picture itself."""
    from PIL import Image, ImageDraw  # most processes draw none

    sheet = Image.new("RGB", (SIZE[0] * FINER, SIZE[1] * FINER), GROUND)
    lights(ImageDraw.Draw(sheet))
    sheet = sheet.resize(SIZE, Image.Resampling.LANCZOS)
    pen = ImageDraw.Draw(sheet)
    face, lines = fitted(pen, words.title)
    height = round(face.size * LEADING)
    small = small_lines(pen, words)
    top = BELOW_LIGHTS + (SIZE[1] - BELOW_LIGHTS - height * len(lines) - len(small) * SMALL_LINE - MARGIN // 2) // 2
    for line in lines:
        pen.text((MARGIN, top), line, font=face, fill=PAPER)
        top += height
    for text, fill, font in small:
        pen.text((MARGIN, top + 22), text, font=font, fill=fill)
        top += SMALL_LINE
    buffer = BytesIO()
    sheet.quantize(64).save(buffer, "PNG", optimize=True)
    return buffer.getvalue()


def small_lines(pen: "ImageDraw", words: Words) -> "list[tuple[str, str, FreeTypeFont]]":
    """The lines below a title, each in two where one is too long; what is longer still is cut."""
    found = []
    for text, fill, weight in ((words.when, LAMP, 700), (words.where, STRING, 500)):
        font = typeface("figtree", 40, weight)
        lines = wrapped(pen, text, font)
        if len(lines) > 2:
            lines = [lines[0], f"{lines[1]} …"]
        found += [(shortened(pen, line, font), fill, font) for line in lines]
    return found


def lights(pen: "ImageDraw") -> None:
    """A string of lights across the top, the middle ones larger."""
    scaled = [(x * FINER, y * FINER) for x, y in HANGING]
    pen.line(scaled, fill=STRING, width=5 * FINER, joint="curve")
    for place, (x, y) in enumerate(scaled[1:-1], 1):
        radius = (20 + 4 * min(place, len(scaled) - 1 - place)) * FINER // 2 + 8 * FINER
        pen.ellipse((x - radius, y - radius // 4, x + radius, y + 2 * radius - radius // 4), fill=LAMP)


def fitted(pen: "ImageDraw", title: str) -> "tuple[FreeTypeFont, list[str]]":
    """The largest letters in which a title takes few enough lines, and those lines; what is too long is cut."""
    for size in range(LARGEST, SMALLEST - 1, -6):
        face = typeface("bricolage", size, 800)
        lines = wrapped(pen, title, face)
        if len(lines) <= LINES:
            break
    kept = lines[:LINES]
    if len(lines) > LINES:
        kept[-1] = shortened(pen, f"{kept[-1]} …", face)
    return face, [shortened(pen, line, face) for line in kept]


def wrapped(pen: "ImageDraw", text: str, face: "FreeTypeFont") -> list[str]:
    """A text in lines as wide as the picture."""
    lines: list[str] = []
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and pen.textlength(longer, face) <= SIZE[0] - 2 * MARGIN:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def shortened(pen: "ImageDraw", text: str, face: "FreeTypeFont") -> str:
    """A line as it is, or as much of it as fits."""
    whole = text
    while pen.textlength(text, face) > SIZE[0] - 2 * MARGIN:
        whole = whole[:-1]
        text = f"{whole.rstrip(' …')}…"
    return text


@cache
def typeface(name: str, size: int, weight: int) -> "FreeTypeFont":
    """One of our faces in a size and weight."""
    from PIL import ImageFont

    face = next(face for face in FACES if face.name == name)
    font = ImageFont.truetype(str(files(face.package).joinpath("files", face.file)), size)
    wanted = {"Optical size": min(96, size), "Width": 100, "Weight": weight}
    axes = [float(wanted.get(axis["name"].decode(), axis["default"] or 0)) for axis in font.get_variation_axes()]
    font.set_variation_by_axes(axes)
    return font
