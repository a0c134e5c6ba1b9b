"""Draws a line of a list of records: what it is, a word on it, and what may be done."""

from django.utils.safestring import SafeString

from m4c.core.components.markup import NOTHING, told


def draw(
    title: object,
    inside: SafeString = NOTHING,
    *,
    url: object = "",
    detail: object = "",
    badge: object = "",
    lead: object = "",
    action: object = "",
    level: object = "3",
    classes: object = "",
    attributes: object = "",
) -> SafeString:
    """The line of this title, leading to `url` where there is one; `attributes` are escaped already."""
    linked = f'<a href="{told(url)}">{told(title)}</a>' if url else told(title)
    parts = [
        told(badge),
        f'<h{level} class="line-title">{linked}</h{level}>' if title else "",
        f'<p class="line-detail">{told(detail)}</p>' if detail else "",
        inside,
    ]
    done = f'<div class="line-action">{told(action)}</div>' if action else ""
    return SafeString(
        f'<li class="line {told(classes)}" {attributes}>\n  {told(lead)}\n'
        f'  <div class="line-words">\n    {" ".join(parts)}\n  </div>\n  {done}\n</li>'
    )
