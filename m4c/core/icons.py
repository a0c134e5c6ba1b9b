"""Draws the icons that phones put on a home screen, from the motif of `static/icons/favicon.svg`: before collectstatic.

They are pictures, and so made here rather than kept: the lamps on their string, on aubergine to the very edge, since
each phone cuts the corners as it likes.
"""

from pathlib import Path

APPLES = 180  # pixels
SIZES = (APPLES, 192, 512)  # and the two that a manifest names
FINER = 4  # drawn larger and shrunk, so that edges are smooth
VIEW = 64  # units of the drawing, as in the SVG
GROUND, STRING, LAMP = "#3a1537", "#f3e4cc", "#ffb83f"
CURVE = ((3.0, 17.0), (16.0, 42.0), (48.0, 42.0), (61.0, 17.0))
LAMPS = ((13, 33, 6), (31, 43, 8), (51, 33, 10))
WIDTH = 3  # of the string
INSET = 0.8  # how much of the square the drawing takes: a round mask cuts none of it


def build_icons(target: Path) -> list[Path]:
    """Write `icons/touch-<pixels>.png` below `target`, and answer their paths."""
    folder = target / "icons"
    folder.mkdir(parents=True, exist_ok=True)
    return [_draw(folder / f"touch-{size}.png", size) for size in SIZES]


def _draw(path: Path, size: int) -> Path:
    """One icon; the file appears whole or not at all."""
    from PIL import Image, ImageDraw  # most starts draw nothing

    whole = size * FINER
    sheet = Image.new("RGB", (whole, whole), GROUND)
    pen = ImageDraw.Draw(sheet)
    string = [_place(_along(step / 60), whole) for step in range(61)]
    width = WIDTH * INSET * whole / VIEW
    pen.line(string, fill=STRING, width=round(width), joint="curve")
    for end in (string[0], string[-1]):
        pen.ellipse(_round(end, width / 2), fill=STRING)
    for x, y, radius in LAMPS:
        pen.ellipse(_round(_place((x, y), whole), radius * INSET * whole / VIEW), fill=LAMP)
    unfinished = path.with_suffix(".part")
    sheet.resize((size, size), Image.Resampling.LANCZOS).save(unfinished, "PNG", optimize=True)
    unfinished.replace(path)
    return path


def _along(part: float) -> tuple[float, float]:
    """A point of the string, a cubic curve, at a part of its way."""
    left = 1 - part
    weights = (left**3, 3 * left**2 * part, 3 * left * part**2, part**3)
    x, y = (sum(weight * point[axis] for weight, point in zip(weights, CURVE, strict=True)) for axis in (0, 1))
    return x, y


def _place(point: tuple[float, float], whole: int) -> tuple[float, float]:
    """A point of the drawing on the sheet."""
    x, y = ((VIEW / 2 + (each - VIEW / 2) * INSET) * whole / VIEW for each in point)
    return x, y


def _round(middle: tuple[float, float], radius: float) -> tuple[float, float, float, float]:
    """The box of a circle."""
    x, y = middle
    return x - radius, y - radius, x + radius, y + radius
