"""Take letters out of a queue, and write what became of each: the bodies that every kind of letter shares."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any, TypeVar

from django.db import models
from django.db.models import QuerySet
from django.utils.translation import gettext as _

from m4c.core.operations import change_many
from m4c.people.posting import FAILED, QUEUED, Outcome

Letter = TypeVar("Letter", bound=models.Model)
TOGETHER = 20  # letters taken out of the queue at once: as many as may read as broken off where the machine stops
AGAIN = timedelta(minutes=15)  # until a letter is tried again that certainly did not go
LONGEST_WHY = 120


def claim(letters: "QuerySet[Letter]", at: datetime) -> list[Letter]:
    """The next of these letters that are due, in the order in which they come: nobody else sends them from now on.

    Until it is settled a letter reads as one that did not arrive: where the machine stops now, a person decides.
    """
    due = letters.select_for_update(of=("self",)).filter(state=QUEUED, queued_at__lte=at)
    claimed = list(due[:TOGETHER])
    change_many({letter: {"state": FAILED, "why": _("Broken off while it was sent.")} for letter in claimed})
    return claimed


def settle(outcomes: Mapping[Letter, Outcome], at: datetime) -> list[Letter]:
    """Write what became of letters: of each its state, and why in a few words. What is queued again goes later."""
    values: dict[Letter, dict[str, Any]] = {}
    for letter, (state, why) in outcomes.items():
        moment = {"queued_at": at + AGAIN} if state == QUEUED else {"settled_at": at}
        values[letter] = {"state": state, "why": why[:LONGEST_WHY], **moment}
    change_many(values)
    return list(outcomes)
