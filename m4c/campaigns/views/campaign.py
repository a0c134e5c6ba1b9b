"""Campaigns: one campaign's page, which gathers what its parts tell."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from m4c.campaigns.campaign_panels import BESIDE, CAMPAIGN_PANELS, campaign_tabs
from m4c.campaigns.models import Campaign
from m4c.campaigns.permissions import RUN_CAMPAIGNS
from m4c.core.panels import draw
from m4c.core.visibility import keep_scopes, scopes_of
from m4c.people.requests import SignedIn


@never_cache
@require_safe
def campaign(request: SignedIn, uid: UUID) -> HttpResponse:
    """One campaign, with all that its parts tell of it."""
    return shown(request, campaign_of(request, uid))


def shown(request: SignedIn, found: Campaign, status: int = 200, **more: Any) -> HttpResponse:
    """Its page, with a form that was refused as it came."""
    keep_scopes(found)  # each panel asks what may be done with it
    panels = draw(CAMPAIGN_PANELS, request.user, found)
    context = {
        "campaign": found,
        "tabs": campaign_tabs(request.user, found, "campaign"),
        "may_run": request.user.may(RUN_CAMPAIGNS, scopes_of(found)),
        "pressing": [panel for panel in panels if panel.is_pressing],
        "wide": [panel for panel in panels if not panel.is_pressing and panel.order < BESIDE],
        "beside": [panel for panel in panels if not panel.is_pressing and panel.order >= BESIDE],
    }
    return render(request, "campaigns/campaign.html", context | more, status=status)


def campaign_of(request: SignedIn, uid: UUID) -> Campaign:
    """A campaign that the account sees; 404 for any other."""
    found: Campaign = get_object_or_404(Campaign.objects.visible_to(request.user).select_related("group"), uid=uid)
    return found
