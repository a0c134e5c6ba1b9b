"""What a campaign was promised, as a page of the campaign; and commitments as a file."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from m4c.campaigns.views.campaign import campaign_of, frame
from m4c.commitments.permissions import RECORD_COMMITMENTS
from m4c.commitments.record.board import Asked, commitments_of, gathered, standings_of
from m4c.commitments.record.board_page import kept_of, sections_of
from m4c.commitments.record.narrowing import chosen_of
from m4c.commitments.sheets.exporting import FORMATS, commitments_file, progress_file
from m4c.core.visibility import scopes_of
from m4c.people.requests import SignedIn

FILES = {"commitments": commitments_file, "progress": progress_file}
TYPES = {"csv": "text/csv; charset=utf-8", "json": "application/json"}


@never_cache
@require_safe
def of_campaign(request: SignedIn, uid: UUID) -> HttpResponse:
    """How many of its commitments stand how, and the latest of each."""
    campaign, today = campaign_of(request, uid), timezone.localdate()
    which = Asked(today, about={"campaign": campaign})
    board = gathered(standings_of(request.user, which))
    context = frame(request, campaign, "campaign-commitments") | {
        "board": board,
        "sections": sections_of(board, kept_of(request, which, today), today),
        "may_record": request.user.may(RECORD_COMMITMENTS, scopes_of(campaign)),
    }
    return render(request, "commitments/of_campaign.html", context)


@never_cache
@require_safe
def as_file(request: SignedIn, what: str, kind: str) -> HttpResponse:
    """Commitments that one sees, or what became of them, as `m4c import` reads them; narrowed as the board is."""
    if what not in FILES or kind not in FORMATS:
        raise Http404
    which = Asked(timezone.localdate(), about=chosen_of(request.user, request.GET))
    content = FILES[what](commitments_of(request.user, which), kind)
    name = f'attachment; filename="{what}.{kind}"'
    return HttpResponse(content, content_type=TYPES[kind], headers={"Content-Disposition": name})
