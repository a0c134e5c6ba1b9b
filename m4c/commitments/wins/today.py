"""Wins on Today: those that end soon, and those that somebody is to look at again."""

from collections.abc import Iterator
from datetime import date

from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from m4c.commitments.models import Win
from m4c.commitments.permissions import RECORD_WINS
from m4c.commitments.wins.standing import due, soon_on, warning
from m4c.core.prepared import prepared
from m4c.leaders.today_lines import PROMISED_TO_US, Action, Line, Moment, PromiseSource, overdue_since
from m4c.people.models import Account

MOST = 6


def lines(account: Account, at: Moment) -> Iterator[Line]:
    """Those of one's groups where one may look again, the soonest first. One statement."""
    found = to_look_at(account, at, soon_on(at.today))
    for win in sorted(found, key=lambda win: min(filter(None, (win.look_again_on, win.expires_on))))[:MOST]:
        url = reverse("win", kwargs={"uid": win.uid})
        told = " ".join(filter(None, (warning(win, at.today), due(win, at.today))))
        yield Line(
            win.name,
            f"{win.group}: {told}",
            url,
            Action(_("Look again"), f"{url}#look"),
            day=win.look_again_on or win.expires_on,
            late=overdue_since(win.look_again_on, at.today),
        )


@prepared
def to_look_at(account: Account, at: Moment, last: date) -> QuerySet[Win]:
    """Some of them, those that end by the last day among them."""
    ending = Win.objects.ending(at.today, last).order_by().values("pk")
    own = Win.objects.visible_to(account).filter(account.sight.of_group("group", RECORD_WINS))
    found = own.filter(Q(look_again_on__lte=at.today) | Q(pk__in=ending)).select_related("group")
    return found[: 10 * MOST]


def register() -> None:
    """Put them with what others have promised us."""
    PROMISED_TO_US.add("wins", PromiseSource(gettext_lazy("Wins to look at again"), RECORD_WINS, lines))
