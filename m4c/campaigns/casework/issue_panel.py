"""What stands on an issue's page of the campaigns that began from it, and the way to begin one."""

from m4c.campaigns.models import Campaign
from m4c.campaigns.permissions import RUN_CAMPAIGNS
from m4c.core.panels import PRESSING
from m4c.core.visibility import scopes_of
from m4c.listening.models import Issue
from m4c.people.models import Account


def campaigns_of_issue(account: Account, issue: Issue) -> dict[str, object] | None:
    """The campaigns of an issue; where there is none, it presses on those who may begin one."""
    campaigns = list(Campaign.objects.visible_to(account).filter(issue=issue).select_related("group"))
    may_begin = account.may(RUN_CAMPAIGNS, scopes_of(issue)) and issue.outcome in ("", Issue.Outcome.TAKEN_UP)
    if not campaigns and not may_begin:
        return None
    return {"campaigns": campaigns, "may_begin": may_begin, "issue": issue, "presses": not campaigns}


ORDER = PRESSING - 5
