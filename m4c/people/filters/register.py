"""The register of what people can be filtered by: each filter has fields, a condition on people, and words."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Any

from django import forms
from django.db.models import Q
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy

from m4c.core.permissions import Permission
from m4c.core.register import Register
from m4c.people.permissions import SEE_KNOWN_PEOPLE

if TYPE_CHECKING:
    from m4c.people.models import Account, Group


@dataclass(frozen=True)
class Chosen:
    """What one filter is asked for: its fields as cleaned, who asks, of which group if of one, and when."""

    values: Mapping[str, Any]
    account: "Account"
    group: "Group | None"
    now: datetime

    def __getitem__(self, name: str) -> Any:
        return self.values.get(name)


def nothing_to_check(chosen: Mapping[str, Any]) -> str:
    """A filter whose fields stand by themselves."""
    return ""


WHO, WHERE, DONE, REACH = (
    gettext_lazy("Who they are"),
    gettext_lazy("Where they live"),
    gettext_lazy("What they did"),
    gettext_lazy("How they may be reached"),
)
SECTIONS = (WHO, WHERE, DONE, REACH)  # of the page of filters


@dataclass(frozen=True)
class PeopleFilter:
    """One thing that people are filtered by, in one of the sections of the page.

    `fields(account)` are its fields, named as in the address of the list, none of them required. `condition` lets
    people through by what the account may see alone: what it may not see must tell nothing of anybody. `words` is the
    piece of a sentence that says so: "in Cardiff, *tagged “driver”*". `check` gives a sentence where its fields do not
    go together.
    """

    section: "str | Promise"
    fields: Callable[["Account"], Mapping[str, forms.Field]]
    condition: Callable[[Chosen], Q]
    words: Callable[[Chosen], str]
    order: int
    allow: Permission = SEE_KNOWN_PEOPLE
    check: Callable[[Mapping[str, Any]], str] = field(default=nothing_to_check)


PEOPLE_FILTERS: Register[PeopleFilter] = Register("What the list of people can be filtered by.")


def offered_to(account: "Account") -> list[PeopleFilter]:
    """The filters that an account may use, in the order of the page."""
    allowed = (each for each in PEOPLE_FILTERS.all() if account.may_somewhere(each.allow))
    return sorted(allowed, key=lambda each: each.order)
