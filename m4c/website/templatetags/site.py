"""Tags of the public site: pictures cut for their place, and data about a page for machines."""

import json
from dataclasses import dataclass
from typing import Any

from django import template
from django.utils.safestring import SafeString, mark_safe

from m4c.website.frame import whole
from m4c.website.models import Picture

register = template.Library()

# For each place on a page: how a picture is cut for it, at two or three widths.
CUTS = {
    "card": ["fill-480x300", "fill-800x500", "fill-1200x750"],
    "wide": ["fill-640x360", "fill-1280x720", "fill-1920x1080"],
    "face": ["fill-240x240", "fill-480x480"],
    "whole": ["width-480", "width-960", "width-1440"],
    "share": ["fill-1200x630"],
}
QUALITY = {"share": "format-jpeg|jpegquality-80"}  # those who show previews do not all know WebP


@dataclass(frozen=True)
class Cut:
    """A picture as a place needs it: addresses for several widths, and the size that keeps its room on the page."""

    src: str
    srcset: str
    width: int
    height: int
    alt: str

    @property
    def address(self) -> str:
        """The whole address, for those who come from elsewhere."""
        return whole(self.src)


@register.simple_tag
def cut(picture: Picture, place: str) -> Cut:
    """The picture cut round its focal point; made once, then found in the cache."""
    specs = [f"{spec}|{QUALITY.get(place, 'format-webp|webpquality-78')}" for spec in CUTS[place]]
    made = picture.get_renditions(*specs)
    sizes = sorted({made[spec].width: made[spec] for spec in specs}.values(), key=lambda one: one.width)
    middle = sizes[len(sizes) // 2]
    srcset = ", ".join(f"{one.url} {one.width}w" for one in sizes) if len(sizes) > 1 else ""
    words = "" if picture.is_kept_back else picture.description or picture.title
    return Cut(middle.url, srcset, middle.width, middle.height, words)


@register.filter
def as_data(facts: dict[str, Any]) -> SafeString:
    """Facts as JSON that may stand inside a script element of data: nothing in it can end the element."""
    text = json.dumps(facts, ensure_ascii=False)
    for sign in "<>&":
        text = text.replace(sign, f"\\u{ord(sign):04x}")
    return mark_safe(text)
