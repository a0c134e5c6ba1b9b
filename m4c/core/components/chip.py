"""Draws the chip of a person: in one go, since a list has one in each of its rows."""

from django.utils.html import conditional_escape
from django.utils.safestring import SafeString


def draw(name: str, url: str, detail: str, classes: str, attributes: str) -> SafeString:
    """The round with their initials and their name, leading to `url` where there is one.

    `attributes` are those of a component, escaped by it already.
    """
    named, marks, url, detail, classes = map(conditional_escape, (name, initials(name), url, detail, classes))
    return drawn(named, marks, url, detail, classes, attributes)


def drawn(named: str, marks: str, url: str, detail: str = "", classes: str = "", attributes: str = "") -> SafeString:
    """The same of what is escaped already: `marks` are the initials."""
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
    words = [word for word in str(name).replace("-", " ").split() if word[0].isalpha()]
    return "".join(word[0] for word in (words[:1] + words[1:][-1:])).upper()
