"""Wins on Today: those that end soon, and those that somebody is to look at again."""

from collections.abc import Iterator

from django.conf import settings
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from m4c.commitments.models import Win
from m4c.commitments.permissions import RECORD_WINS
from m4c.commitments.wins.standing import due, warning
from m4c.leaders.today_lines import PROMISED_TO_US, Action, Line, Moment, PromiseSource, overdue_since
from m4c.people.models import Account

MOST = 6


def lines(account: Account, at: Moment) -> Iterator[Line]:
    """Those of one's groups where one may look again, the soonest first. One statement."""
    ending = Win.objects.ending(at.today, settings.WIN_WARNING_DAYS).order_by().values("pk")
    own = Win.objects.visible_to(account).filter(account.sight.of_group("group", RECORD_WINS))
    found = own.filter(Q(look_again_on__lte=at.today) | Q(pk__in=ending)).select_related("group")
    for win in sorted(found[: 10 * MOST], key=lambda win: min(filter(None, (win.look_again_on, win.expires_on))))[
        :MOST
    ]:
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


def register() -> None:
    """Put them with what others have promised us."""
    PROMISED_TO_US.add("wins", PromiseSource(gettext_lazy("Wins to look at again"), RECORD_WINS, lines))
