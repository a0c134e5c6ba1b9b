"""The door between component templates and m4c.core.components: one tag for each thing to compute."""

from collections.abc import Hashable, Iterable, Sequence
from datetime import date
from typing import Any

from django import template
from django.forms.boundfield import BoundField
from django.template import Context
from django.utils import timezone
from django.utils.safestring import SafeString

from m4c.core.components import (
    badge,
    bars,
    button,
    catalogue,
    chip,
    date_chip,
    disclosure,
    dot_map,
    field,
    fields,
    funnel,
    icons,
    kept,
    levels,
    line,
    link,
    lists,
    menu,
    page_head,
    power_map,
    scatter,
    section,
    steps,
    table,
    thermometer,
    timeline,
    toast,
    wordmark,
)
from m4c.core.panels import DrawnPanel
from m4c.core.words import WORDS

register = template.Library()
register.filter("initials", chip.initials)
# What is the whole of a component's template: `<c-name>` then calls the function at once.
for name, draws in (
    ("badge", badge.draw),
    ("button", button.draw),
    ("date_chip", date_chip.draw),
    ("disclosure", disclosure.draw),
    ("fact", lists.fact),
    ("facts", lists.facts),
    ("field", field.draw),
    ("filter_bar", table.filter_bar),
    ("group_chip", chip.group),
    ("line", line.draw),
    ("lines", lists.lines),
    ("link", link.draw),
    ("menu", menu.draw),
    ("menu_item", menu.item),
    ("messages", toast.messages),
    ("page_head", page_head.draw),
    ("pager", table.pager),
    ("section", section.draw),
    ("table", table.draw),
    ("timeline", lists.timeline),
    ("timeline_item", timeline.item),
    ("toast", toast.draw),
    ("wordmark", wordmark.draw),
):
    register.simple_tag(draws, name=f"draw_{name}")
register.simple_tag(button.posting, takes_context=True, name="draw_post_button")


@register.simple_tag
def draw_person_chip(name: str, url: str = "", detail: str = "", classes: str = "", attributes: str = "") -> SafeString:
    """The chip of a person, for `<c-person-chip>` and for rows of long lists, where a component would cost too much."""
    return chip.draw(name, url, detail, classes, attributes)


@register.simple_tag
def draw_part(template: str, **given: Hashable) -> SafeString:
    """A part of the frame, drawn once for what it is given: it knows no request, no account and nothing else."""
    return kept.draw(template, given)


@register.simple_tag(takes_context=True)
def draw_panels(context: Context, panels: Iterable[DrawnPanel], pressing: bool | None = None) -> SafeString:
    """The parts of a page that apps add to it: all, or those alone that press, or that do not."""
    drawn = []
    for panel in panels:
        if pressing in (None, panel.is_pressing):
            with context.push(panel=panel.context):
                inside = context.template.engine.get_template(panel.template).render(context)  # type: ignore[union-attr]
            drawn.append(section.draw(str(panel.title), inside))
    return SafeString("\n".join(drawn))


@register.simple_tag
def draw_menu_lines(items: Iterable[Any], classes: str = "") -> SafeString:
    """The lines of a menu, of items with label, url, icon and current."""
    return SafeString("".join([menu.line(each.label, each.url, each.icon, each.current, classes) for each in items]))


@register.simple_tag
def present_field(field: BoundField, **wishes: str) -> fields.FieldView:
    """A bound field as the field component draws it."""
    return fields.present(field, **wishes)


@register.simple_tag
def draw_icon(name: str, kind: str = "outline", size: str | int = 20, **more: str) -> SafeString:
    """The icon of this name; `more` may hold its `class`. Raises heroicons.IconDoesNotExist for an unknown one."""
    return icons.draw(name, kind, int(size), more.get("class", ""))


@register.simple_tag
def example_day() -> date:
    """A day to show how days are written: past the twelfth, so that day and month are told apart."""
    return timezone.localdate().replace(month=9, day=30)


@register.simple_tag
def place_steps(items: Sequence[str | tuple[str, str]], current: int) -> list[steps.Step]:
    """Steps with their place: done, now, next."""
    return steps.place(items, int(current))


@register.simple_tag
def draw_funnel(rows: Sequence[tuple[str, int, str]]) -> funnel.Funnel:
    """The funnel of (label, count, sentence) rows."""
    return funnel.draw(rows)


@register.simple_tag
def draw_bars(rows: Sequence[tuple[str, Sequence[int]]], series: Sequence[str]) -> bars.Bars:
    """Stacked bars of (label, counts) rows."""
    return bars.draw(rows, series)


@register.simple_tag
def draw_levels(rows: Sequence[tuple[str, int]]) -> list[levels.Level]:
    """The levels of (label, number) rows."""
    return levels.draw(rows)


@register.simple_tag
def draw_dot_map(
    points: Sequence[tuple[float, float, int, str]], base: Iterable[tuple[float, float]]
) -> dot_map.DotMap:
    """The map of (latitude, longitude, count, label) points over base dots."""
    return dot_map.draw(points, base)


@register.simple_tag
def draw_scatter(rows: Sequence[scatter.Row], lowest: float, highest: float) -> scatter.Scatter:
    """Points of (label, across, up, detail) rows between two measures."""
    return scatter.draw(rows, lowest, highest)


@register.simple_tag
def draw_power_map(rows: Sequence[power_map.Row], small: bool) -> power_map.PowerMap:
    """Where everybody of some rows stands, between power over a decision and against or for."""
    return power_map.draw(rows, small)


@register.simple_tag
def draw_thermometer(value: int, pledged: int, target: int) -> thermometer.Thermometer:
    """The thermometer of three numbers of people."""
    return thermometer.draw(value, pledged, target)


@register.simple_tag
def word_of(term: str) -> str:
    """A word of the glossary, by its key. Raises KeyError for one that it does not explain."""
    return str(WORDS[term])


@register.simple_tag
def declared_inputs(name: str) -> list[catalogue.Input]:
    """What a component declares, for the living page."""
    return catalogue.inputs(name)
