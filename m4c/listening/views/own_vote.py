"""One's own votes, signed in: what one may vote in, casting the vote, and scoring what might be won."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_safe

from m4c.listening.deciding.opened import OpenedVote, opened
from m4c.listening.deciding.own_votes import own_votes_of
from m4c.listening.deciding.paper_form import PaperForm
from m4c.listening.deciding.score_forms import SheetForm
from m4c.listening.deciding.scoring import columns_of, side_by_side
from m4c.listening.models import Voter
from m4c.listening.operations.scoring import score_own
from m4c.listening.operations.voting import cast_own
from m4c.people.requests import SignedIn
from m4c.people.views.asking import done_by_form


@never_cache
@require_safe
def own_votes(request: SignedIn) -> HttpResponse:
    """The ballots in which one has a vote: those that wait for it, and what became of the others."""
    return render(request, "listening/own_votes.html", {"votes": own_votes_of(request.user)})


@never_cache
@require_http_methods(["GET", "POST"])
@sensitive_post_parameters()
def own_vote(request: SignedIn, uid: UUID) -> HttpResponse:
    """One's own paper, to be cast once; afterwards the ballot's page says that it was."""
    own = own_of(request, uid)
    ballot = own.ballot
    if own.is_cast or not ballot.is_open:
        return redirect("ballot", uid=uid)
    form = PaperForm(sent(request), ballot=ballot, options=own.options)
    given = {"ballot": ballot, "at": timezone.now()}
    if form.is_valid() and done_by_form(request, form, cast_own, choices=form.marked, **given):
        messages.success(request, _("Your vote has been cast."))
        return redirect("ballot", uid=uid)
    context = {"own": own, "ballot": ballot, "form": form}
    return render(request, "listening/own_vote.html", context, status=422 if form.errors else 200)


@never_cache
@require_http_methods(["GET", "POST"])
@sensitive_post_parameters()
def own_scores(request: SignedIn, uid: UUID) -> HttpResponse:
    """What might be won, to be scored on the checklist; and once that is shown, side by side."""
    own = own_of(request, uid)
    if not own.may_score and not own.shows_scores:
        return redirect("ballot", uid=uid)
    form = SheetForm(sent(request), candidates=own.candidates) if own.may_score else None
    given = {"ballot": own.ballot, "at": timezone.now()}
    if form and form.is_valid() and done_by_form(request, form, score_own, scores=form.scores, **given):
        messages.success(request, _("Your scores are in."))
        return redirect("ballot", uid=uid)
    context = {"own": own, "ballot": own.ballot, "form": form} | compared(own)
    return render(request, "listening/own_scores.html", context, status=422 if form and form.errors else 200)


def sent(request: HttpRequest) -> QueryDict | None:
    """What was sent, though it be nothing at all; None where nobody has sent anything."""
    return request.POST if request.method == "POST" else None


def compared(own: OpenedVote) -> dict[str, object]:
    """The candidates side by side, once that is shown."""
    if not own.shows_scores:
        return {}
    return {"candidates": columns_of(own.candidates, ()), "lines": side_by_side(own.candidates)}


def own_of(request: SignedIn, uid: UUID) -> OpenedVote:
    """One's own vote in a ballot; 404 where one has none."""
    rows = Voter.objects.visible_to(request.user).select_related("ballot__group", "person")
    return opened(get_object_or_404(rows, ballot__uid=uid, person=request.user.person_id or 0))
