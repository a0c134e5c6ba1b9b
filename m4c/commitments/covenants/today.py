"""Covenants on Today: those that somebody is to look at again."""

from collections.abc import Iterator

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from m4c.commitments.models import Covenant
from m4c.commitments.permissions import KEEP_COVENANTS
from m4c.core.prepared import prepared
from m4c.leaders.today_lines import PROMISED_TO_US, Action, Line, Moment, PromiseSource, overdue_since
from m4c.people.models import Account

MOST = 4


def lines(account: Account, at: Moment) -> Iterator[Line]:
    """Those of one's groups where one may look again, whose day has come, the oldest first. One statement."""
    for covenant in to_look_at(account, at):
        url = reverse("covenant", kwargs={"uid": covenant.uid})
        day = date_format(covenant.review_on or at.today, "j F Y")
        yield Line(
            covenant.name,
            f"{covenant.group}: {_('to look at again since {day}').format(day=day)}",
            url,
            Action(_("Look again"), f"{url}#look"),
            day=covenant.review_on,
            late=overdue_since(covenant.review_on, at.today),
        )


@prepared
def to_look_at(account: Account, at: Moment) -> QuerySet[Covenant]:
    """The first of them."""
    own = Covenant.objects.visible_to(account).filter(account.sight.of_group("group", KEEP_COVENANTS))
    due = own.filter(ended_on=None, review_on__lte=at.today).select_related("group")
    return due.order_by("review_on", "pk")[:MOST]


def register() -> None:
    """Put them with what others have promised us."""
    PROMISED_TO_US.add("covenants", PromiseSource(gettext_lazy("Covenants to look at again"), KEEP_COVENANTS, lines))
