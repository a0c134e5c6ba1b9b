"""The file of an uploaded picture, cleaned of whatever a camera wrote into it before it is first stored."""

from io import BytesIO
from typing import Any

from django.core.files.base import ContentFile, File
from PIL import Image, ImageOps, ImageSequence
from wagtail.images.models import WagtailImageField, WagtailImageFieldFile

QUALITY: dict[str, dict[str, Any]] = {
    "JPEG": {"quality": 90},
    "WEBP": {"quality": 90},
    "PNG": {"optimize": True},
    "GIF": {},
}
KINDS = {"MPO": "JPEG"}  # what some phones call a JPEG with a second view: the first is kept


class CleanPictureFile(WagtailImageFieldFile):
    """A stored picture that holds its pixels and nothing else."""

    def save(self, name: str, content: File[bytes], save: bool = True) -> None:
        """Store it without where and when it was taken, by which camera, and the small copy that cameras keep."""
        clean = without_traces(content)
        super().save(name, clean, save=False)
        with Image.open(clean) as picture:
            self.instance.width, self.instance.height = picture.size
        self.instance.file_size = clean.size
        if save:
            self.instance.save()


class CleanPictureField(WagtailImageField):
    """Wagtail's field of a picture, storing cleaned files alone, whichever way they came."""

    attr_class = CleanPictureFile


def without_traces(content: File[bytes]) -> ContentFile[bytes]:
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
