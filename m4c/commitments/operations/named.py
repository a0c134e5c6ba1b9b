"""What an ask, a negotiation or an assembly may name of what lies left of it: only what the account sees."""

from django.utils.translation import gettext_lazy as _

from m4c.campaigns.models import Campaign
from m4c.core.errors import Refused
from m4c.events.models import Event
from m4c.people.models import Account


class Unnamed(Refused):
    """Something is named that the account does not see; whether there is such a thing is not told."""

    code = "unseen"


def must_see_campaign(campaign: Campaign | None, by: Account) -> None:
    """Raise Unnamed for a campaign that the account does not see."""
    if campaign and not Campaign.objects.visible_to(by).filter(pk=campaign.pk).exists():
        raise Unnamed(_("There is no such campaign among those you see."), field="campaign")


def must_see_event(event: Event | None, by: Account) -> None:
    """Raise Unnamed for an event that the account does not see."""
    if event and not Event.objects.visible_to(by).filter(pk=event.pk).exists():
        raise Unnamed(_("There is no such event among those you see."), field="event")
