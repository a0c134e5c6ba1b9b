"""What other apps show of somebody on their own pages: signed in, and by the one-time link to their own data."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from m4c.core.register import Register
from m4c.people.models import Person

if TYPE_CHECKING:
    from django.utils.functional import Promise


@dataclass(frozen=True)
class OwnSection:
    """A section of one's own page. `rows(person)` are what the template reads; without any it is not there."""

    title: "str | Promise"
    template: str
    rows: Callable[[Person], list[Any]]


@dataclass(frozen=True)
class DrawnSection:
    """A section as one page shows it."""

    title: "str | Promise"
    template: str
    rows: list[Any]


OWN_SECTIONS: Register[OwnSection] = Register("What stands on somebody's own page besides.")


def own_sections(person: Person) -> list[DrawnSection]:
    """The sections that have something to show; a statement for each."""
    drawn = [DrawnSection(each.title, each.template, each.rows(person)) for each in OWN_SECTIONS.all()]
    return [section for section in drawn if section.rows]
