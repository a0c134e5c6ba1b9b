"""Authorising: which group said yes to a campaign, when and how; and taking it back, which pauses the campaign."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import models
from django.utils.translation import gettext_lazy as _

from m4c.campaigns.models import Authorisation, Campaign, StatusChange
from m4c.campaigns.permissions import AUTHORISE_CAMPAIGNS
from m4c.core.errors import Refused
from m4c.core.operations import change, operation
from m4c.events.models import Event
from m4c.people.models import Account, Group

Status = Campaign.Status


class AuthorisationRefused(Refused):
    """The authorisation says too little, stands already, or is missing where something needs it."""


@dataclass(frozen=True)
class NewAuthorisation:
    """How a group decided, on which day, and at which gathering."""

    how: str
    on: date
    event: Event | None = None


@operation(AUTHORISE_CAMPAIGNS, on="group", public=True)
def authorise_campaign(
    *, campaign: Campaign, group: Group, new: NewAuthorisation, at: datetime, by: Account
) -> Authorisation:
    """Write down that a group authorised a campaign, which its people see from then on. Raises AuthorisationRefused."""
    if not Campaign.objects.visible_to(by).filter(pk=campaign.pk).exists():
        raise AuthorisationRefused(_("You can only authorise a campaign that you see."), code="unseen")
    if campaign.kind == Campaign.Kind.PROJECT:
        raise AuthorisationRefused(_("A community project demands nothing, so it needs no authorisation."), code="kind")
    if not new.how.strip():
        words = _("Say how it was decided: at which meeting, by which vote.")
        raise AuthorisationRefused(words, field="how", code="no_how")
    if Authorisation.objects.standing().filter(campaign=campaign, group=group).exists():
        raise AuthorisationRefused(_("This group has authorised it already."), field="group", code="twice")
    return Authorisation.objects.create(
        campaign=campaign,
        group=group,
        event=new.event,
        how=new.how.strip(),
        decided_on=new.on,
        added_by=by,
        added_at=at,
    )


@operation(AUTHORISE_CAMPAIGNS, on="authorisation", public=True)
def take_back_authorisation(*, authorisation: Authorisation, on: date, why: str, by: Account) -> list[models.Model]:
    """Take it back; a campaign that runs and has no other left is paused, for the reason given.

    Without one that stands its public page is read by nobody.

    Raises AuthorisationRefused.
    """
    if authorisation.ended_on:
        raise AuthorisationRefused(_("It was taken back already."), code="ended")
    if on < authorisation.decided_on:
        raise AuthorisationRefused(_("That was before it was given."), field="on", code="early")
    if not why.strip():
        raise AuthorisationRefused(_("Say why the group takes it back."), field="why", code="no_why")
    change(authorisation, ended_on=on)
    campaign = authorisation.campaign
    if campaign.status != Status.RUNNING or is_authorised(campaign):
        return [authorisation]
    change(campaign, status=Status.PAUSED)
    words = str(_("{group} took its authorisation back: {why}")).format(group=authorisation.group, why=why.strip())
    moved = StatusChange.objects.create(campaign=campaign, status=Status.PAUSED, on=on, why=words[:300], by=by)
    return [authorisation, campaign, moved]


def is_authorised(campaign: Campaign) -> bool:
    """Whether a group authorised it and has not taken that back. A community project needs none."""
    if campaign.kind == Campaign.Kind.PROJECT:
        return True
    return Authorisation.objects.standing().filter(campaign=campaign.pk).exists()


def must_be_authorised(campaign: Campaign) -> None:
    """Raise AuthorisationRefused where no group's authorisation stands."""
    if not is_authorised(campaign):
        raise AuthorisationRefused(
            _("No group has authorised this campaign. First write down which did, when, and how it was decided."),
            code="not_authorised",
        )
