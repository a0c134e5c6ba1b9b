"""Draws the movement's name with its lights, which leads home."""

from django.utils.safestring import SafeString

from m4c.core.components.markup import told

LAMPS = '<circle cx="9" cy="11" r="3.5" /><circle cx="22" cy="15" r="4.5" /><circle cx="37" cy="11" r="5.5" />'
LIGHTS = f"""<svg width="46" height="24" viewBox="0 0 46 24" fill="none" aria-hidden="true" focusable="false">
    <path class="lights-string" d="M1 3c9 14 35 14 44 0" />
    <g class="lights-lamps">{LAMPS}</g>
  </svg>"""


def draw(name: object, url: object, *, classes: object = "", attributes: object = "") -> SafeString:
    """The name of the movement, or of the software before one starts; `attributes` are escaped already."""
    return SafeString(
        f'<a class="wordmark {told(classes)}" href="{told(url)}" {attributes}>\n  {LIGHTS}\n'
        f"  <span>{told(name or 'Movement for Change')}</span>\n</a>"
    )
