"""Why somebody is one of a leader's people, and what of it goes to the next contact: a register that apps fill."""

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from typing import Any

from django.db import models

from m4c.core.register import Register
from m4c.people.models import Account, HandedOver, HandingOver

Reason = tuple[int, str]  # a person's id, and why they are one of theirs, in words that begin small


@dataclass(frozen=True)
class HandoverSource:
    """One kind of reason.

    `people(account, handing_over)` gives the ids of the people, one column, unread; `reasons(account, handing_over,
    ids)` tells why, of some of them, in one query or two: both of what the account may see. `hand_on(handed, to)` gives
    what is open with one person to the account of the next contact, and answers the records it touched; it checks no
    right, as the body of an operation.
    """

    people: "Callable[[Account, HandingOver], models.QuerySet[Any, Any]]"
    reasons: Callable[[Account, HandingOver, Collection[int]], Iterable[Reason]]
    hand_on: Callable[[HandedOver, Account], list[models.Model]] | None = None


HANDOVER_SOURCES: Register[HandoverSource] = Register("Who a leader's people are, and what is handed over with them.")
