"""Codes to be scanned from a screen or a sheet of paper."""

import segno
from django.utils.safestring import SafeString, mark_safe


def qr_svg(text: str) -> SafeString:
    """The text as a QR code: an SVG picture without a size of its own, so that the page decides."""
    return mark_safe(segno.make(text, error="m", micro=False).svg_inline(border=2, omitsize=True))
