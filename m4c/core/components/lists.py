"""Draws the lists that a page is made of: lines of records, facts about one, a timeline."""

from django.utils.safestring import SafeString

from m4c.core.components.markup import told


def lines(inside: SafeString, *, label: object = "", classes: object = "", attributes: object = "") -> SafeString:
    """A list of records, of the lines inside; `attributes` are escaped already."""
    labelled = f' aria-label="{told(label)}"' if label else ""
    return SafeString(f'<ul class="lines {told(classes)}" role="list"{labelled} {attributes}>{inside}</ul>')


def facts(inside: SafeString, *, classes: object = "", attributes: object = "") -> SafeString:
    """What is known of one thing, of the facts inside; `attributes` are escaped already."""
    return SafeString(f'<dl class="facts {told(classes)}" {attributes}>{inside}</dl>')


def fact(label: object, inside: SafeString, *, classes: object = "", attributes: object = "") -> SafeString:
    """One fact: what it is about, and what is so. `attributes` are escaped already."""
    return SafeString(f'<div class="fact {told(classes)}" {attributes}><dt>{told(label)}</dt><dd>{inside}</dd></div>')


def timeline(inside: SafeString, *, classes: object = "", attributes: object = "") -> SafeString:
    """What happened, of the items inside; `attributes` are escaped already."""
    return SafeString(f'<ol class="timeline {told(classes)}" role="list" {attributes}>{inside}</ol>')
