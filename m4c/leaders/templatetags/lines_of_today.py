"""Draws the lines of Today: in one go, since it may have fifty, each of half a dozen parts."""

from collections.abc import Iterable
from typing import Any

from django import template
from django.utils.safestring import SafeString

from m4c.core.components import badge, button, chip, date_chip, line, link
from m4c.core.components.markup import NOTHING, told
from m4c.leaders.today_lines import Action, Line

register = template.Library()


@register.simple_tag(takes_context=True)
def draw_lines(context: dict[str, Any], lines: Iterable[Line]) -> SafeString:
    """Lines of Today, for `<c-lines>`: who or what, why, and the one thing to do about it."""
    here, token = told(context["request"].path), told(context["csrf_token"])
    sent = (("csrfmiddlewaretoken", token), ("next", here))
    fields = "".join(f'<input type="hidden" name="{name}" value="{value}">' for name, value in sent)
    return SafeString("".join(drawn(each, fields) for each in lines))


def drawn(one: Line, fields: str) -> SafeString:
    """One line; its button sends these fields too."""
    phone = f"<p>{link.draw(one.phone.written, f'tel:{one.phone.number}', icon='phone')}</p>" if one.phone else ""
    return line.draw(
        one.title,
        SafeString(phone),
        url=one.url,
        detail=one.detail,
        badge=badge.draw(one.late, "late") if one.late else NOTHING,
        lead=lead_of(one),
        action=done_by(one.action, fields) if one.action else NOTHING,
        classes="today-line",
    )


def lead_of(one: Line) -> SafeString:
    """What leads it: the initials of whom it is about, or the day."""
    if one.person:
        return SafeString(f'<span class="chip-mark" aria-hidden="true">{told(chip.initials(one.title))}</span>')
    return date_chip.draw(one.day) if one.day else NOTHING


def done_by(action: Action, fields: str) -> SafeString:
    """The button that does it at once, or leads to where it is done."""
    if not action.is_press:
        return button.draw(action.label, url=action.url, kind="quiet", size="small")
    pressed = button.draw(action.label, kind="quiet", size="small")
    return SafeString(f'<form class="post-button" method="post" action="{told(action.url)}">{fields}{pressed}</form>')
