"""The public page of a commitment in the workspace: as everybody would read it now, and the decision that they may."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from m4c.campaigns.models import Campaign
from m4c.commitments.faces import name_decision
from m4c.commitments.faces.told import CommitmentTold
from m4c.commitments.models import Commitment
from m4c.commitments.operations import publishing
from m4c.commitments.permissions import PUBLISH_COMMITMENTS
from m4c.commitments.record.moments import moments
from m4c.commitments.views.commitment import commitment_of, frame
from m4c.core.visibility import scopes_of
from m4c.people.requests import SignedIn
from m4c.people.views.asking import done


@never_cache
@require_safe
def page(request: SignedIn, uid: UUID) -> HttpResponse:
    """What everybody would read."""
    return shown(request, commitment_of(request, uid))


def shown(request: SignedIn, found: Commitment, status: int = 200, **more: Any) -> HttpResponse:
    """The page, with a form that was refused as it came."""
    today = timezone.localdate()
    told = CommitmentTold(found, today, today)
    campaigns = Campaign.objects.visible_to(request.user)
    context = frame(request, found, "commitment-public-page") | {
        "told": told,
        "moments": moments(told),
        "is_named": told.names.may_name(found),
        "campaign": campaigns.filter(pk=found.campaign_id).first() if found.campaign_id else None,
        "may_publish": request.user.may(PUBLISH_COMMITMENTS, scopes_of(found)),
    }
    context |= name_decision.context_of(request.user, found)
    return render(request, "commitments/public_page.html", context | more, status=status)


@require_POST
def publish(request: SignedIn, uid: UUID) -> HttpResponse:
    """Let everybody read it."""
    given = {"commitment": commitment_of(request, uid), "at": timezone.now()}
    done(request, publishing.publish_commitment, _("Everybody can read it now."), **given)
    return redirect("commitment-public-page", uid=uid)


@require_POST
def take_down(request: SignedIn, uid: UUID) -> HttpResponse:
    """Take it off the public pages."""
    given = {"commitment": commitment_of(request, uid), "at": timezone.now()}
    done(request, publishing.take_down_commitment, _("Taken down: nobody outside reads it any more."), **given)
    return redirect("commitment-public-page", uid=uid)
