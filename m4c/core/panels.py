"""Panels: what apps to the right add to a page of an app to their left, such as a person's or a group's."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.db.models import Exists, OuterRef
from django.utils.functional import Promise

from m4c.core.permissions import Permission
from m4c.core.register import Register
from m4c.core.visibility import Rows, any_of, which_are_there

PRESSING = 10  # panels of a lower order are about something to be done now


def nothing_to_show(account: Any, record: Any) -> None:
    """A panel that is not there where there are no rows."""


@dataclass(frozen=True, eq=False)  # each is itself: comparing would translate their titles
class Panel:
    """A part of somebody's or something's page.

    `context(account, record)` gives what the template reads as `panel`, of what the account may see and in a constant
    number of queries; None where there is nothing to show. Lower `order` stands higher; below 10 it presses, and stands
    among what is read first; where that changes with time, its context says so by `presses`. `rows(of)` names those
    without which there is nothing to show, whoever may see them, by the id of the record alone: whether there are any
    is asked for all panels in one statement, or along with the record (`rows_there`), and `context` only where there
    are; where there are none, `bare` tells what is shown all the same, and asks no more than it must.
    """

    title: "str | Promise"
    template: str
    context: Callable[[Any, Any], dict[str, Any] | None]
    allow: Permission
    order: int
    rows: Callable[[Any], Rows] | None = None
    bare: Callable[[Any, Any], dict[str, Any] | None] = nothing_to_show


@dataclass(frozen=True)
class DrawnPanel:
    """A panel as one page shows it."""

    title: "str | Promise"
    template: str
    context: dict[str, Any]
    order: int

    @property
    def is_pressing(self) -> bool:
        """Whether it is about something to be done now."""
        return bool(self.context.get("presses", self.order < PRESSING))


PERSON_PANELS: Register[Panel] = Register("Panels on a person's page.")
GROUP_PANELS: Register[Panel] = Register("Panels on a group's page.")


def rows_there(panels: Register[Panel]) -> dict[str, Exists]:
    """Whether there are rows of each panel, for a page that annotates its record with it: `draw` then asks no more."""
    of = OuterRef("pk")
    asked = {name: rows(of) for name in panels.names() if (rows := panels[name].rows) is not None}
    return {known_as(name): any_of(found) for name, found in asked.items()}


def known_as(name: str) -> str:
    """Under which name a record knows whether there are rows of a panel."""
    return f"has_{name.replace('.', '_')}"


def draw(panels: Register[Panel], account: Any, record: Any) -> list[DrawnPanel]:
    """The panels of a record that the account may see and that have something to show, in order."""
    open_to = {name: panel for name in panels.names() if account.may_somewhere((panel := panels[name]).allow)}
    empty = without_rows(open_to, record)
    drawn = []
    for name, panel in sorted(open_to.items(), key=lambda each: each[1].order):
        context = (panel.bare if name in empty else panel.context)(account, record)
        if context is not None:
            drawn.append(DrawnPanel(panel.title, panel.template, context, panel.order))
    return drawn


def without_rows(panels: dict[str, Panel], record: Any) -> set[str]:
    """The names of those of these panels whose rows there are none of."""
    asked = {name: panel.rows for name, panel in panels.items() if panel.rows is not None}
    known = tuple(record.__dict__.get(known_as(name)) for name in asked)
    if None in known:
        found = which_are_there(type(record), tuple(asked.values()), record.pk)
        known = found[0] if found else (False,) * len(asked)
    return {name for name, is_there in zip(asked, known, strict=True) if not is_there}
