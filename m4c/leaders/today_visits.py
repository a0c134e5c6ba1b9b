"""Today: the visits that one took on in a listening campaign and has not all held."""

from collections.abc import Iterator
from typing import Any

from django.db.models import Count, IntegerField, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils.translation import gettext as _

from m4c.core.prepared import prepared
from m4c.core.visibility import Rows
from m4c.leaders.today_lines import Action, Line, Moment
from m4c.leaders.today_taken_on import TAKEN_ON, TakenOn
from m4c.listening.models import OneToOne, Visitor
from m4c.people.models import Account

MOST = 3


def visits_to_hold(account: Account, at: Moment) -> Iterator[Line]:
    """One's own, of campaigns that run, the soonest to end first; one statement."""
    for visitor in visits_of(account, at):
        if visitor.held >= visitor.visits:
            continue
        campaign = visitor.campaign
        detail = _("{held} of {visits} visits held").format(held=visitor.held, visits=visitor.visits)
        write = Action(_("Write one up"), reverse("record-one-to-one"))
        url = reverse("listening-campaign", args=[campaign.uid])
        yield Line(campaign.name, detail, url, write, day=campaign.ends_on)


@prepared
def visits_of(account: Account, at: Moment) -> QuerySet[Any]:
    """What one took on in the first of them to end, each with how many were `held`."""
    talks = OneToOne.objects.held().filter(campaign=OuterRef("campaign"), asker=OuterRef("person")).order_by()
    number = Subquery(talks.values("campaign").annotate(number=Count("pk")).values("number"))
    own: Any = Visitor.objects.visible_to(account).filter(person=account.person_id, left_on=None)
    own = own.filter(campaign__starts_on__lte=at.today, campaign__ends_on__gte=at.today)
    own = own.annotate(held=Coalesce(number, 0, output_field=IntegerField())).select_related("campaign")
    return own.order_by("campaign__ends_on", "pk")[:MOST]


def rows(account: Account, at: Moment) -> Rows:
    """One's own visits in campaigns that are not over."""
    open_ones = Q(left_on=None, campaign__ends_on__gte=at.today)
    return Rows(Visitor, open_ones & Q(person=account.person_id))


def register() -> None:
    """Tell Today of them."""
    TAKEN_ON.add("visits", TakenOn(visits_to_hold, rows))
