"""Draws what stands round the rows of a table, and round those of a list: what filters it, and its other pages."""

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from m4c.core.components import button, link
from m4c.core.components.link import mini
from m4c.core.components.markup import told


def draw(
    rows: SafeString,
    *,
    caption: object = "",
    show_caption: object = False,
    groups: object = "",
    head: object = "",
    foot: object = "",
    classes: object = "",
    attributes: object = "",
) -> SafeString:
    """The table of these rows, which scrolls by itself where it is too wide; `attributes` are escaped already."""
    labelled = f' aria-label="{told(caption)}"' if caption else ""
    hidden = "" if show_caption else ' class="visually-hidden"'
    above = f"<caption{hidden}>{told(caption)}</caption>" if caption else ""
    grouped = f"<tr>{told(groups)}</tr>" if groups else ""
    heads = f"<thead>{grouped}<tr>{told(head)}</tr></thead>" if head else ""
    feet = f"<tfoot>{told(foot)}</tfoot>" if foot else ""
    return SafeString(
        f'<div class="table-frame" role="group" tabindex="0"{labelled}>\n  <table class="table {told(classes)}" '
        f"{attributes}>\n    {above}\n    {heads}\n    <tbody>{rows}</tbody>\n    {feet}\n  </table>\n</div>"
    )


def filter_bar(
    fields: SafeString,
    *,
    action: object = "",
    label: object = "",
    submit: object = "",
    clear: object = "",
    more: object = "",
    classes: object = "",
    attributes: object = "",
) -> SafeString:
    """The form that filters a list, with the way back to all of it; `attributes` are escaped already."""
    to = f' action="{told(action)}"' if action else ""
    unfiltered = link.draw(_("Clear"), clear, kind="quiet") if clear else ""
    called, show = label or _("Filter this list"), submit or _("Show")
    return SafeString(
        f'<form class="filter-bar {told(classes)}" method="get"{to} role="search" '
        f'aria-label="{told(called)}" {attributes}>\n  {fields}\n'
        f'  <div class="filter-bar-actions">\n    {button.draw(show, kind="quiet")}\n    {unfiltered}\n'
        f"  </div>\n  {told(more)}\n</form>"
    )


def pager(
    *,
    newer: object = "",
    older: object = "",
    newer_label: object = "",
    older_label: object = "",
    summary: object = "",
    classes: object = "",
    attributes: object = "",
) -> SafeString:
    """The ways to the pages beside this one; nothing where there are none. `attributes` are escaped already."""
    if not (newer or older or summary):
        return SafeString()
    before, after, called = newer_label or _("Newer"), older_label or _("Older"), _("Pages of this list")
    parts = [
        way_to(newer, "prev", f"{mini('arrow-left')}<span>{told(before)}</span>") if newer else "",
        f'<p class="pager-summary">{told(summary)}</p>' if summary else "",
        way_to(older, "next", f"<span>{told(after)}</span>{mini('arrow-right')}") if older else "",
    ]
    inside = "\n  ".join(parts)
    return SafeString(
        f'<nav class="pager {told(classes)}" aria-label="{told(called)}" {attributes}>\n  {inside}\n</nav>'
    )


def way_to(url: object, rel: str, inside: str) -> str:
    """The way to one of them."""
    return f'<a class="button button-quiet" rel="{rel}" href="{told(url)}">{inside}</a>'
