"""Draws the head of a page: what it is, in one sentence, and what may be done."""

from django.utils.safestring import SafeString

from m4c.core.components.markup import told


def draw(
    title: object,
    inside: SafeString,
    *,
    eyebrow: object = "",
    lede: object = "",
    actions: object = "",
    classes: object = "",
    attributes: object = "",
) -> SafeString:
    """The head of this title; `attributes` are escaped already."""
    above = f'<p class="page-head-eyebrow">{told(eyebrow)}</p>' if eyebrow else ""
    below = f'<p class="lede">{told(lede)}</p>' if lede else ""
    done = f'<div class="page-head-actions">{told(actions)}</div>' if actions else ""
    return SafeString(
        f'<header class="page-head {told(classes)}" {attributes}>\n  <div class="page-head-words">\n    {above}\n'
        f"    <h1>{told(title)}</h1>\n    {below}\n    {inside}\n  </div>\n  {done}\n</header>"
    )
