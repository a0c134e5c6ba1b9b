"""Jobs of a campaign: each is a job of its group as any other, and known to be for the campaign."""

from datetime import date, datetime

from m4c.campaigns.models import Campaign, CampaignJob
from m4c.core.operations import operation
from m4c.events.models import Job
from m4c.events.operations.job import write_job
from m4c.events.permissions import GIVE_JOBS
from m4c.people.models import Account, Person
from m4c.people.operations.must_see import must_see


@operation(GIVE_JOBS, on="campaign")
def give_campaign_job(
    *,
    campaign: Campaign,
    what: str,
    at: datetime,
    by: Account,
    taken_by: Person | None = None,
    due_on: date | None = None,
) -> Job:
    """Write down what is to be done for a campaign, who took it if anybody, and by which day.

    Raises JobRefused for no words, and Unseen.
    """
    must_see([taken_by], by)
    job = write_job(group=campaign.group, what=what, at=at, made_by=by, taken_by=taken_by, due_on=due_on)
    CampaignJob.objects.create(campaign=campaign, job=job)
    return job
