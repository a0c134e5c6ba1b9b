"""Draws what is shown once its line is pressed."""

from django.utils.safestring import SafeString

from m4c.core.components.link import mini
from m4c.core.components.markup import told


def draw(
    summary: object, inside: SafeString, *, is_open: object = False, classes: object = "", attributes: object = ""
) -> SafeString:
    """What opens below its summary, or is open; `attributes` are escaped already."""
    return SafeString(
        f'<details class="disclosure {told(classes)}"{" open" if is_open else ""} {attributes}>\n'
        f"  <summary>{mini('chevron-right')}{told(summary)}</summary>\n"
        f'  <div class="disclosure-body stack-tight">{inside}</div>\n</details>'
    )
