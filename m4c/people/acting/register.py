"""The register of what can be done with many people of a list at once; apps further right add to it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from m4c.core.permissions import Permission
from m4c.core.register import Register

if TYPE_CHECKING:
    from m4c.people.acting.whom import Left
    from m4c.people.models import Account, PeopleChange, Person

Values = Mapping[str, Any]


@dataclass(frozen=True)
class ListAction:
    """One thing to do with many.

    `form(account, data)` asks for what it takes; `values(form)` is that as JSON, to be kept until it is done.
    `words(values, account)` says it in a sentence. `do(values, people, by, at)` does it with at most 500 people
    through operations, twice with the same effect, and answers whom it left out and why; it raises Refused where it
    cannot be done with anybody.
    """

    label: "str | Promise"
    icon: str
    allow: Permission
    form: Callable[["Account", Any], forms.Form]
    values: Callable[[Any], dict[str, Any]]
    words: Callable[[Values, "Account"], str]
    do: "Callable[[Values, Sequence[Person], Account, datetime], Left]"
    order: int


LIST_ACTIONS: Register[ListAction] = Register("What can be done with many people of a list at once.")


def offered_to(account: "Account") -> dict[str, ListAction]:
    """What an account may do with many, by name, in the order of the page."""
    allowed = [name for name in LIST_ACTIONS.names() if account.may_somewhere(LIST_ACTIONS[name].allow)]
    return {name: LIST_ACTIONS[name] for name in sorted(allowed, key=lambda name: LIST_ACTIONS[name].order)}


def told(change: "PeopleChange") -> str:
    """What a change of many does, or did, by its name alone: what else its form said is told on its own page."""
    action = LIST_ACTIONS.get(change.what)
    return str(action.label) if action else _("Something done with many")
