"""Draws the rows of a list of people: in one go, since there are fifty on a page and each says the same few things."""

from collections.abc import Iterable
from html import escape  # of plain text alone, as all of a line is: Django's asks of each what it is
from uuid import UUID

from django import template
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from m4c.core.components import chip, kept
from m4c.people.listed import Line

register = template.Library()


@register.simple_tag
def draw_rows(lines: Iterable[Line], may_act: bool) -> SafeString:
    """The rows of the table of people, under Ticked where there is something to do with them, Name, and the rest."""
    labels = tuple(escape(word) for word in (_("Belongs to"), _("Phone"), _("E-mail")))
    return SafeString("".join([row(line, labels, may_act) for line in lines]))


def row(line: Line, labels: tuple[str, ...], may_act: bool) -> str:
    """One person: a box to tick, the chip that leads to their page, their groups, and how they are reached."""
    belongs_to, phone, email = labels
    named = escape(line.name)
    name: str = chip.drawn(named, escape(chip.initials(line.name)), escape(line.url))
    if line.status:
        name += " " + kept.draw("people/list_badge.html", {"kind": "void", "words": line.status})
    if line.is_new:
        name += " " + kept.draw("people/list_badge.html", {"kind": "wait", "words": _("New for you")})
    groups = "<br>".join(
        [f'{escape(group)} <span class="soft small">{escape(role)}</span>' for group, role in line.belongs_to]
    )
    reached = (
        f'<td data-label="{phone}" class="nowrap">{escape(line.phone)}</td>'
        f'<td data-label="{email}">{escape(line.email)}</td>'
    )
    if line.is_kept_safe:
        words = _("Kept safe: open their page first")
        reached = f'<td colspan="2">{kept.draw("people/list_badge.html", {"kind": "plain", "words": words})}</td>'
    return (
        f"<tr>{tick(line.uid, named) if may_act else ''}"
        f'<th scope="row">{name}</th>'
        f'<td data-label="{belongs_to}"><span>{groups}</span></td>{reached}</tr>'
    )


def tick(uid: UUID, named: str) -> str:
    """The box by which somebody is picked out."""
    return f'<td class="tick"><input type="checkbox" name="picked" value="{uid}" aria-label="{named}"></td>'
