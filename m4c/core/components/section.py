"""Draws a part of a page: its heading, the way to all of it, and what stands in it."""

from django.utils.safestring import SafeString

from m4c.core.components import link
from m4c.core.components.markup import told


def draw(
    title: object,
    inside: SafeString,
    *,
    url: object = "",
    more: object = "",
    classes: object = "",
    attributes: object = "",
) -> SafeString:
    """The part of this title; `more` leads to `url`, where there is one. `attributes` are escaped already."""
    way = link.draw(more, url) if url else ""
    head = f'<div class="section-head">\n    <h2>{told(title)}</h2>\n    {way}\n  </div>' if title else ""
    return SafeString(f'<section class="section {told(classes)}" {attributes}>\n  {head}\n  {inside}\n</section>')
