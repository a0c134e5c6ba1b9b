"""Campaigns and community projects: begun, changed, and how they stand; part of a larger one, grown out of others."""

from dataclasses import asdict, dataclass
from datetime import date, datetime

from django.db import models
from django.utils.translation import gettext_lazy as _

from m4c.campaigns.models import Campaign, CampaignOrigin, Demand, StatusChange
from m4c.campaigns.operations.authorisation import must_be_authorised
from m4c.campaigns.permissions import RUN_CAMPAIGNS
from m4c.core.errors import Refused
from m4c.core.operations import change, operation
from m4c.core.slugs import free_slug
from m4c.listening.models import Issue
from m4c.people.models import Account, Group

Status, Kind, Setting = Campaign.Status, Campaign.Kind, Campaign.Setting
OVER = (Status.WON, Status.PARTLY, Status.LOST, Status.CLOSED)


class CampaignRefused(Refused):
    """The campaign says too little, has ended, or would be part of itself."""


@dataclass(frozen=True)
class NewCampaign:
    """What a campaign is about: its name, where it is run, the problem, and from which day."""

    name: str
    starts_on: date
    kind: str = Kind.CAMPAIGN
    setting: str = Setting.PLACE
    place: str = ""
    workplace: str = ""
    problem: str = ""
    about: str = ""

    @property
    def checked(self) -> dict[str, object]:
        """As it is kept. Raises CampaignRefused."""
        given = {name: value.strip() if isinstance(value, str) else value for name, value in asdict(self).items()}
        if not given["name"]:
            raise CampaignRefused(_("Give it a name."), field="name", code="no_name")
        if given["setting"] == Setting.WORKPLACE and not given["workplace"]:
            raise CampaignRefused(_("Say which workplace."), field="workplace", code="no_workplace")
        return given


@operation(RUN_CAMPAIGNS, on="group")
def begin_campaign(
    *, group: Group, new: NewCampaign, at: datetime, by: Account, issue: Issue | None = None, demand: str = ""
) -> Campaign:
    """Begin a campaign, or a community project, being prepared: from an issue, which counts as taken up, or plainly.

    Raises CampaignRefused.
    """
    given = new.checked
    must_have_a_name_of_its_own(group, str(given["name"]))
    if issue is not None and not Issue.objects.visible_to(by).filter(pk=issue.pk).exists():
        raise CampaignRefused(_("You can only begin from an issue that you see."), code="unseen")
    campaign = Campaign.objects.create(
        group=group, issue=issue, slug=free_slug(Campaign, str(given["name"]), "campaign"), made_by=by, **given
    )
    StatusChange.objects.create(campaign=campaign, status=campaign.status, on=campaign.starts_on, by=by)
    if demand.strip() and campaign.kind == Kind.CAMPAIGN:
        said = {"words": demand.strip(), "stated_on": campaign.starts_on, "added_by": by, "added_at": at}
        Demand.objects.create(campaign=campaign, **said)
    if issue is not None and not issue.outcome:
        on = max(issue.chosen_on, campaign.starts_on)
        change(issue, outcome=Issue.Outcome.TAKEN_UP, outcome_on=on)
    return campaign


@operation(RUN_CAMPAIGNS, on="campaign", public=True)
def change_campaign(*, campaign: Campaign, new: NewCampaign, by: Account) -> Campaign:
    """Say what it is about in other words; whether it is a campaign or a project stays. Raises CampaignRefused."""
    given = new.checked | {"kind": campaign.kind}
    if campaign.ended_on and new.starts_on > campaign.ended_on:
        raise CampaignRefused(_("That is after it ended."), field="starts_on", code="late")
    if given["name"] != campaign.name:
        must_have_a_name_of_its_own(campaign.group, str(given["name"]))
    change(campaign, **given)
    return campaign


@operation(RUN_CAMPAIGNS, on="campaign", public=True)
def move_campaign(*, campaign: Campaign, status: str, on: date, by: Account, why: str = "") -> list[models.Model]:
    """Say how a campaign stands from a day on, and why. It runs only while a group's authorisation stands.

    Raises CampaignRefused, AuthorisationRefused.
    """
    if status not in Status.values:
        raise CampaignRefused(_("It is being prepared, runs, is paused, or is over."), field="status", code="status")
    if status == campaign.status:
        raise CampaignRefused(_("That is how it stands already."), field="status", code="same")
    if on < campaign.starts_on:
        raise CampaignRefused(_("That was before it began."), field="on", code="early")
    if status != Status.RUNNING and not why.strip():
        raise CampaignRefused(_("Say why, for those who read it in a year."), field="why", code="no_why")
    if status == Status.RUNNING:
        must_be_authorised(campaign)
    change(campaign, status=status, ended_on=on if status in OVER else None)
    return [
        campaign,
        StatusChange.objects.create(campaign=campaign, status=status, on=on, why=why.strip(), by=by),
    ]


@operation(RUN_CAMPAIGNS, on="campaign")
def roll_up(*, campaign: Campaign, into: Campaign | None, by: Account) -> Campaign:
    """Make a campaign part of a larger one, or of none any more. Raises CampaignRefused."""
    if into is not None:
        must_see_campaign(into, by)
        above, seen = into, {campaign.pk}
        while above is not None:
            if above.pk in seen:
                raise CampaignRefused(_("It would be part of itself."), field="into", code="circle")
            seen.add(above.pk)
            above = above.rolls_up_to  # type: ignore[assignment]
    change(campaign, rolls_up_to=into)
    return campaign


@operation(RUN_CAMPAIGNS, on="campaign")
def grow_out_of(*, campaign: Campaign, out_of: Campaign, at: datetime, by: Account, how: str = "") -> CampaignOrigin:
    """Write down that a campaign or project grew out of another, and how. Raises CampaignRefused."""
    must_see_campaign(out_of, by)
    if campaign.pk in {out_of.pk, *ancestors_of(out_of.pk)}:
        raise CampaignRefused(_("It would have grown out of itself."), field="out_of", code="circle")
    if CampaignOrigin.objects.filter(campaign=campaign, out_of=out_of).exists():
        raise CampaignRefused(_("That stands here already."), field="out_of", code="twice")
    return CampaignOrigin.objects.create(campaign=campaign, out_of=out_of, how=how.strip(), added_by=by, added_at=at)


@operation(RUN_CAMPAIGNS, on="origin")
def strike_origin(*, origin: CampaignOrigin, by: Account) -> Campaign:
    """Take back that it grew out of another: it was written down by mistake."""
    campaign = origin.campaign
    origin.delete()
    return campaign


def ancestors_of(pk: int) -> set[int]:
    """All that a campaign grew out of, and what those did."""
    found: set[int] = set()
    ahead = {pk}
    while ahead:
        ahead = set(CampaignOrigin.objects.filter(campaign__in=ahead).values_list("out_of", flat=True)) - found
        found |= ahead
    return found


def must_see_campaign(campaign: Campaign, by: Account) -> None:
    """Raise CampaignRefused for a campaign that the account does not see."""
    if not Campaign.objects.visible_to(by).filter(pk=campaign.pk).exists():
        raise CampaignRefused(_("You can only name a campaign that you see."), code="unseen")


def must_have_a_name_of_its_own(group: Group, name: str) -> None:
    """Raise CampaignRefused where the group has a campaign of this name."""
    if Campaign.objects.filter(group=group, name=name).exists():
        raise CampaignRefused(_("Your group has one of this name already."), field="name", code="twice")
