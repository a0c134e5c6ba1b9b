"""Pictures without what a camera wrote into them: drawn anew, so that pixels are kept and nothing else."""

from io import BytesIO
from typing import IO, Any

from django.core.files.base import ContentFile
from django.utils.translation import gettext as _
from PIL import Image, ImageOps, ImageSequence, UnidentifiedImageError

from m4c.people.documents.sniffing import DocumentRefused

MOST_PIXELS = 50_000_000  # more than phones take; a small file may unpack to more than a machine holds
QUALITY: dict[str, dict[str, Any]] = {
    "JPEG": {"quality": 90},
    "WEBP": {"quality": 90},
    "PNG": {"optimize": True},
    "GIF": {},
}
KINDS = {"MPO": "JPEG"}  # what some phones call a JPEG with a second view: the first is kept


def clean_picture(given: IO[bytes], kind: str) -> ContentFile[bytes]:
    """A given picture without its traces. Raises DocumentRefused for one that is broken, too large, or another kind."""
    try:
        given.seek(0)
        with Image.open(given) as picture:
            if picture.width * picture.height > MOST_PIXELS:
                raise too_many_pixels()
            if KINDS.get(picture.format or "", picture.format) != {"jpg": "JPEG", "png": "PNG"}[kind]:
                raise broken_picture()
        return without_traces(given)
    except Image.DecompressionBombError as problem:
        raise too_many_pixels() from problem
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError) as problem:
        raise broken_picture() from problem


def too_many_pixels() -> DocumentRefused:
    """The refusal of what would unpack to more than we hold."""
    return DocumentRefused(_("The picture has too many points: make it smaller."), field="file", code="too_many_pixels")


def broken_picture() -> DocumentRefused:
    """The refusal of what begins like a picture and is none."""
    return DocumentRefused(_("The picture is broken: take or save it anew."), field="file", code="broken_picture")


def without_traces(content: IO[bytes]) -> ContentFile[bytes]:
    """The same picture drawn anew, upright: no place, no time, no camera, no comment, no small copy inside."""
    content.seek(0)
    with Image.open(content) as picture:
        kind = KINDS.get(picture.format or "", picture.format or "PNG")
        options: dict[str, Any] = dict(QUALITY[kind])
        if kind in ("GIF", "WEBP") and getattr(picture, "n_frames", 1) > 1:
            frames = [bare(frame) for frame in ImageSequence.Iterator(picture)]
            options |= {"save_all": True, "append_images": frames[1:], "duration": picture.info.get("duration", 100)}
            options["loop"] = 0
            clean = frames[0]
        else:
            clean = bare(ImageOps.exif_transpose(picture))
        drawn = BytesIO()
        clean.save(drawn, kind, **options)
    return ContentFile(drawn.getvalue())


def bare(picture: Image.Image) -> Image.Image:
    """The pixels in the colours of a screen, without anything said about them but the palette."""
    if picture.mode in ("CMYK", "YCbCr", "LAB", "HSV", "I;16", "I", "F"):
        picture = picture.convert("RGB")
    copy = picture.copy()
    copy.info = {name: value for name, value in copy.info.items() if name == "transparency"}
    return copy
