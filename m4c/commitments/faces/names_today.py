"""Today: somebody asked that whoever made a promise be named in public, and another person is to decide it."""

from collections.abc import Iterator
from typing import Any

from django.db.models import F, OuterRef, Q, QuerySet, Subquery
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from m4c.campaigns.models import NamingDecision
from m4c.campaigns.permissions import PUBLISH_CAMPAIGNS
from m4c.commitments.models import Commitment
from m4c.core.prepared import prepared
from m4c.leaders.today_lines import PROMISED_TO_US, Action, Line, Moment, PromiseSource
from m4c.people.models import Account

MOST = 6


def lines(account: Account, at: Moment) -> Iterator[Line]:
    """Those that one may decide and did not ask for, the first first. One statement."""
    for row in to_decide(account):
        page = reverse("commitment-public-page", kwargs={"uid": row.promise})
        title = _("Is {name} to be named in public?").format(name=row.powerholder.name)
        yield Line(title, row.why, page, Action(_("Decide"), page))


@prepared
def to_decide(account: Account) -> QuerySet[Any]:
    """The first of them, each with a `promise` of whom it is about."""
    whose = Q(campaign=OuterRef("campaign")) | Q(campaign=None, group=OuterRef("group"))
    promises = Commitment.objects.filter(whose, powerholder=OuterRef("powerholder")).order_by("-made_on", "-pk")
    right = account.sight.of_group("group", PUBLISH_CAMPAIGNS) | account.sight.of_group(
        "campaign__group", PUBLISH_CAMPAIGNS
    )
    waiting = NamingDecision.objects.filter(right, decided_at=None, ended_at=None).exclude(asked_by=account.pk)
    found = waiting.annotate(promise=Subquery(promises.values("uid")[:1])).exclude(promise=None)
    return found.select_related("powerholder").order_by(F("asked_at").asc(), "pk")[:MOST]


def register() -> None:
    """Put them with what others have promised us."""
    label = gettext_lazy("Names to decide on")
    PROMISED_TO_US.add("commitments.names", PromiseSource(label, PUBLISH_CAMPAIGNS, lines))
