"""Today: who has not answered the campaigns that one leads."""

from collections.abc import Iterator

from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from m4c.campaigns.approaches.reading import clock_alone
from m4c.campaigns.models import Approach, Campaign, CampaignLead
from m4c.core.prepared import prepared
from m4c.core.visibility import Rows
from m4c.leaders.today_lines import Action, Line, Moment, overdue_since
from m4c.leaders.today_taken_on import TAKEN_ON, TakenOn
from m4c.people.models import Account

MOST = 3
RUN = [Campaign.Status.DRAFT, Campaign.Status.RUNNING]


def silences(account: Account, at: Moment) -> Iterator[Line]:
    """Those of ours whose answer is overdue, of campaigns that one leads, the longest first: the latest to each
    powerholder. One statement.
    """
    told: set[tuple[int | None, int]] = set()
    for row in clock_alone(overdue(account, at), at.today):
        approach, clock = row.approach, row.clock
        whom = approach.campaign_id, approach.powerholder_id
        if clock is None or not clock.is_silent or whom in told or len(told) == MOST:
            continue
        told.add(whom)
        page = reverse("approach", args=[approach.uid])
        title = _("{name} has not answered").format(name=approach.powerholder.name)
        detail = f"{capfirst(row.standing)}. {approach.campaign}"
        next_one = Action(_("What fits next"), page)
        yield Line(title, detail, page, next_one, day=clock.due, late=overdue_since(clock.due, at.today))


@prepared
def overdue(account: Account, at: Moment) -> QuerySet[Approach]:
    """Of these the longest, each with what makes its clock stand still."""
    rows = Approach.objects.visible_to(account).due(at.today).filter(of_own(account))
    return rows.with_pauses().select_related("campaign", "powerholder").order_by("-on", "-pk")[: 4 * MOST]


def of_own(account: Account) -> Q:
    """Our approaches of campaigns that run and that one leads."""
    leads = CampaignLead.objects.filter(person=account.person_id, until_on=None).order_by()
    return Q(is_ours=True, campaign__status__in=RUN, campaign__in=leads.values("campaign"))


def rows(account: Account, at: Moment) -> Rows:
    """Those without which there is nothing to say."""
    late = Q(outcome__in=Approach.STILL_OPEN, struck_at=None, answer_due__lt=at.today)
    return Rows(Approach, late & of_own(account))


def register() -> None:
    """Tell Today of them."""
    TAKEN_ON.add("silences", TakenOn(silences, rows))
