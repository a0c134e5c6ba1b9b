"""Draws a link that stands by itself, and the buttons that are links or send a form."""

from django.utils.safestring import SafeString

from m4c.core.components import icons
from m4c.core.components.markup import told


def draw(
    words: object, url: object, *, icon: str = "", kind: str = "", classes: object = "", attributes: object = ""
) -> SafeString:
    """The link of these words: back to where one came from, on to more, or as it is. `attributes` are escaped."""
    looks = f"link-{told(kind)} " if kind else ""
    before = mini("arrow-left" if kind == "back" else icon)
    after = mini("arrow-right" if kind == "more" else "")
    return SafeString(
        f'<a class="link {looks}{told(classes)}" href="{told(url)}" {attributes}>'
        f"{before}<span>{told(words)}</span>{after}</a>"
    )


def mini(icon: str) -> str:
    """A small icon, where one is named."""
    return icons.draw(icon, "mini", 20, "") if icon else ""
