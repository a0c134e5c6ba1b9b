"""Draws the chip of a person or a group: in one go, since a list has one in each of its rows."""

from django.utils.html import conditional_escape
from django.utils.safestring import SafeString

from m4c.core.components import icons
from m4c.core.components.markup import told


def draw(name: str, url: str, detail: str, classes: str, attributes: str) -> SafeString:
    """The round with their initials and their name, leading to `url` where there is one.

    `attributes` are those of a component, escaped by it already.
    """
    named, url, detail, classes = map(conditional_escape, (name, url, detail, classes))
    return drawn(named, initials(name), url, detail, classes, attributes)


def drawn(named: str, marks: str, url: str, detail: str = "", classes: str = "", attributes: str = "") -> SafeString:
    """The same of what is escaped already: `marks` are the initials, and letters."""
    words = f'<a href="{url}">{named}</a>' if url else named
    if detail:
        words += f'\n    <span class="chip-detail">{detail}</span>'
    return SafeString(
        f'<span class="chip {classes}" {attributes}>\n'
        f'  <span class="chip-mark" aria-hidden="true">{marks}</span>\n'
        f'  <span class="chip-words">{words}</span>\n</span>'
    )


def initials(name: str) -> str:
    """First letters of the first and the last word of a name, for its round."""
    first = [word[0] for word in str(name).replace("-", " ").split() if word[0].isalpha()]
    return "".join(first[:1] + first[1:][-1:]).upper()


def group(
    name: object, *, url: object = "", detail: object = "", classes: object = "", attributes: object = ""
) -> SafeString:
    """The name of a group with its mark, leading to `url` where there is one; `attributes` are escaped already."""
    words = f'<a href="{told(url)}">{told(name)}</a>' if url else told(name)
    more = f'<span class="chip-detail">{told(detail)}</span>' if detail else ""
    return SafeString(
        f'<span class="chip chip-group {told(classes)}" {attributes}>\n'
        f'  <span class="chip-mark" aria-hidden="true">{icons.draw("user-group", "outline", 20, "")}</span>\n'
        f'  <span class="chip-words">{words}\n    {more}</span>\n</span>'
    )
