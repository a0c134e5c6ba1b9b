"""What a campaign's public page says in the group's words, and the decision that everybody may read it."""

from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext_lazy as _

from m4c.campaigns.models import Authorisation, Campaign, Demand
from m4c.campaigns.permissions import PUBLISH_CAMPAIGNS, RUN_CAMPAIGNS
from m4c.campaigns.press.told import CampaignTold
from m4c.core.errors import Refused
from m4c.core.operations import change, operation
from m4c.people.models import Account, Person
from m4c.people.models.use import is_out_of_use
from m4c.people.operations.must_see import must_see


class PageRefused(Refused):
    """The page is not fit for everybody to read."""


@dataclass(frozen=True)
class PageWords:
    """What a group writes for everybody: the problem as people say it, what can be done this week, whom to ask."""

    public_problem: str
    this_week: str = ""
    contact: Person | None = None


@operation(RUN_CAMPAIGNS, on="campaign", public=True)
def word_public_page(*, campaign: Campaign, words: PageWords, by: Account) -> Campaign:
    """Write what the page says in the group's own words. Raises PageRefused, and Unseen for a contact."""
    if not words.public_problem.strip():
        raise PageRefused(_("Say what the problem is, as people say it."), field="public_problem", code="no_problem")
    if words.contact != campaign.contact:
        must_see([words.contact], by)
    if words.contact and words.contact != campaign.contact and is_out_of_use(words.contact.pk):
        raise PageRefused(_("They cannot be named for now."), field="contact", code="out_of_reach")
    change(
        campaign,
        public_problem=words.public_problem.strip(),
        this_week=words.this_week.strip(),
        contact=words.contact,
    )
    return campaign


@operation(PUBLISH_CAMPAIGNS, on="campaign", public=True)
def publish_campaign(*, campaign: Campaign, at: datetime, by: Account) -> Campaign:
    """Let everybody read the campaign's page from now on. Twice is once. Raises PageRefused."""
    if campaign.is_public:
        return campaign
    check(campaign, at)
    change(campaign, published_at=at, published_by=by, unpublished_at=None)
    return campaign


@operation(PUBLISH_CAMPAIGNS, on="campaign", public=True)
def unpublish_campaign(*, campaign: Campaign, at: datetime, by: Account) -> Campaign:
    """Take the page off at once; it stays on record that it was there. Twice is once."""
    if campaign.is_public:
        change(campaign, unpublished_at=at)
    return campaign


def check(campaign: Campaign, at: datetime) -> None:
    """Raise PageRefused for a page that nobody authorised, that asks for nothing, or whose address says a name."""
    if not Authorisation.objects.standing().filter(campaign=campaign).exists():
        raise PageRefused(
            _("No group has authorised it: a campaign speaks for those who decided on it."), code="nobody"
        )
    if campaign.status == Campaign.Status.DRAFT:
        raise PageRefused(_("It is being prepared: begin it first."), code="draft")
    if not campaign.public_problem:
        raise PageRefused(_("Say what the problem is, for everybody to read."), code="no_problem")
    is_project = campaign.kind == Campaign.Kind.PROJECT
    if not is_project and not Demand.objects.filter(campaign=campaign, ended_on=None).exists():
        raise PageRefused(_("Say what it demands: nobody can grant what is not said."), code="no_demand")
    if CampaignTold(campaign, at).naming.tells(f"{campaign.name} {campaign.slug.replace('-', ' ')}"):
        raise PageRefused(
            _("Its name says who somebody is that may not be named. Give it another name, or have that decided."),
            code="named",
        )
