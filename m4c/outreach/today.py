"""Today: whom one took on to tell."""

from collections.abc import Iterator
from typing import Any

from django.db.models import Count, Q, QuerySet
from django.urls import reverse
from django.utils.translation import ngettext

from m4c.core.prepared import prepared
from m4c.core.visibility import Rows
from m4c.leaders.today_lines import Line, Moment
from m4c.leaders.today_taken_on import TAKEN_ON, TakenOn
from m4c.outreach.models import Told
from m4c.people.models import Account

MOST = 3


def shares(account: Account, at: Moment) -> Iterator[Line]:
    """One line for each telling of which one's own share waits, the latest first."""
    for row in waiting(account):
        words = ngettext("Tell {number} person", "Tell {number} people", row["number"]).format(number=row["number"])
        yield Line(words, row["telling__subject"], reverse("telling-share", args=[row["telling__uid"]]), day=at.today)


@prepared
def waiting(account: Account) -> QuerySet[Any, Any]:
    """The latest of these tellings, each with the `number` of those to be told."""
    own = Told.objects.visible_to(account).filter(teller=account.person_id, state=Told.State.WAITING)
    told: QuerySet[Any, Any] = own.order_by().values("telling__uid", "telling__subject")
    return told.annotate(number=Count("pk")).order_by("-telling__made_at")[:MOST]


def rows(account: Account, _at: Moment) -> Rows:
    """Those that wait."""
    return Rows(Told, Q(teller=account.person_id, state=Told.State.WAITING))


def register() -> None:
    """Put them on Today."""
    TAKEN_ON.add("tellings", TakenOn(shares, rows))
