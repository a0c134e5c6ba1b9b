"""What a campaign puts to those who decide: its negotiations, assemblies, grids, and asks by themselves."""

from uuid import UUID

from django.db.models import Q
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from m4c.campaigns.views.campaign import campaign_of, frame
from m4c.commitments.models import Ask, Assembly
from m4c.commitments.permissions import NEGOTIATE
from m4c.commitments.table.listing import grids_of, negotiations_of
from m4c.commitments.table.page import rows_of
from m4c.core.visibility import scopes_of
from m4c.people.requests import SignedIn

MOST = 40


@never_cache
@require_safe
def of_campaign(request: SignedIn, uid: UUID) -> HttpResponse:
    """The page."""
    campaign, account = campaign_of(request, uid), request.user
    alone = Q(negotiation=None, grid=None, campaign=campaign)
    asks = Ask.objects.visible_to(account).filter(alone, struck_at=None).select_related("powerholder")
    assemblies = Assembly.objects.visible_to(account).filter(campaign=campaign).select_related("event")
    context = frame(request, campaign, "campaign-table") | {
        "negotiations": list(negotiations_of(account, None).filter(campaign=campaign)[:MOST]),
        "assemblies": list(assemblies[:MOST]),
        "grids": list(grids_of(account, None).filter(campaign=campaign)[:MOST]),
        "rows": rows_of(account, asks.order_by("-asked_on", "-pk")[:MOST]),
        "may_negotiate": account.may(NEGOTIATE, scopes_of(campaign)),
    }
    return render(request, "commitments/at_table.html", context)
