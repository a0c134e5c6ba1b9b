"""Today: those who were heard, whose issue moved, and whom no letter reaches: to be rung or met."""

from collections.abc import Iterator
from typing import Any

from django.db.models import Count, QuerySet
from django.urls import reverse
from django.utils.translation import ngettext

from m4c.core.prepared import prepared
from m4c.core.visibility import Rows
from m4c.leaders.today_lines import Line, Moment
from m4c.leaders.today_taken_on import TAKEN_ON, TakenOn
from m4c.listening.deciding.to_ring import that_one_tells
from m4c.listening.models import WordBack
from m4c.people.models import Account

MOST = 3  # issues


def words_to_ring(account: Account, at: Moment) -> Iterator[Line]:
    """How many are still to be told of each issue, without their names; one statement."""
    for row in waiting(account):
        words = ngettext("Tell {number} person how it moved", "Tell {number} people how it moved", row["number"])
        page = reverse("words-to-ring")
        yield Line(words.format(number=row["number"]), row["move__issue__name"], page, day=at.today)


@prepared
def waiting(account: Account) -> QuerySet[Any, dict[str, Any]]:
    """The first of these issues by name, each with the `number` of those to be told."""
    words = WordBack.objects.visible_to(account).filter(that_one_tells(account)).order_by()
    by_issue: QuerySet[Any, Any] = words.values("move__issue", "move__issue__name").annotate(
        number=Count("person", distinct=True)
    )
    return by_issue.order_by("move__issue__name", "move__issue")[:MOST]


def register() -> None:
    """Put them on Today."""
    TAKEN_ON.add("words", TakenOn(words_to_ring, lambda account, _at: Rows(WordBack, that_one_tells(account))))
