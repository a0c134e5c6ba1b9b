"""What is to be done for a campaign, on its page: the soonest first, and the way to write down another."""

from collections.abc import Collection
from typing import Any

from django.db.models import Q, QuerySet

from m4c.campaigns.models import Campaign, CampaignJob
from m4c.core.prepared import padded, prepared
from m4c.core.visibility import Rows, scopes_of
from m4c.events.meetings.told_jobs import told_jobs
from m4c.events.models import Job
from m4c.events.permissions import GIVE_JOBS
from m4c.people.models import Account
from m4c.people.written import by_sql, one_of

SHOWN = 8


def rows(campaign: Campaign) -> Rows:
    """All of a campaign."""
    return Rows(CampaignJob, Q(campaign=campaign))


def jobs_of(account: Account, campaign: Campaign) -> dict[str, Any] | None:
    """The next things to do for a campaign; None where there are none, and the account gives out none."""
    of_it = CampaignJob.objects.visible_to(account).filter(campaign=campaign).order_by().values("job")
    jobs = list(Job.objects.visible_to(account).filter(pk__in=of_it).to_do()[:SHOWN])
    if not jobs:
        return way_to_one(account, campaign)
    return {"campaign": campaign} | told_jobs(account, jobs, scopes_of(campaign))


def told_for(account: Account, jobs: Collection[int]) -> dict[int, str]:
    """For which campaign these jobs are, by their ids."""
    return dict(campaigns_of(account, padded(list(jobs))))


@prepared
def campaigns_of(account: Account, jobs: list[int]) -> QuerySet[CampaignJob, tuple[int, str]]:
    """The same, job by job."""
    of_them = CampaignJob.objects.visible_to(account).filter(by_sql("job", one_of(jobs)))
    return of_them.values_list("job", "campaign__name")


def way_to_one(account: Account, campaign: Campaign) -> dict[str, Any] | None:
    """Where nothing is to be done: the way to write a job down, for those who give them out."""
    return {"campaign": campaign, "may_give": True} if account.may(GIVE_JOBS, scopes_of(campaign)) else None
