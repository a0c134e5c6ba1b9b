"""The public page of a vote: opened by its code alone, cast once, with no account and no list of who else votes."""

from allauth.core import ratelimit
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables
from django.views.decorators.http import require_http_methods

from m4c.core.errors import Refused, add_to_form
from m4c.listening.deciding.codes import digest_of
from m4c.listening.deciding.opened import opened_by
from m4c.listening.deciding.paper_form import PaperForm
from m4c.listening.deciding.score_forms import SheetForm
from m4c.listening.operations.scoring import score_by_code
from m4c.listening.operations.voting import cast_by_code
from m4c.listening.views.own_vote import compared, sent
from m4c.people.models.account import website

LONGEST_CODE = 40


@never_cache
@require_http_methods(["GET", "HEAD"])
def type_code(request: HttpRequest) -> HttpResponse:
    """A box for the code on a slip; what was typed leads to its paper."""
    typed = request.GET.get("code", "").strip()[:LONGEST_CODE]
    if typed and digest_of(typed) != digest_of(""):
        return redirect("vote", code=typed.replace("/", ""))
    return render(request, "listening/vote_code.html")


@csrf_exempt
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@sensitive_post_parameters()
@sensitive_variables()
def vote(request: HttpRequest, code: str) -> HttpResponse:
    """The paper of one vote. Only the secret guards it: whoever has the code casts the vote, from any phone, once."""
    if too_many := ratelimit.consume_or_429(request, action="vote", limit_get=True):
        return too_many
    opened = opened_by(code)
    if opened is None:
        return render(request, "listening/vote_gone.html", status=404)
    if opened.is_cast or not opened.ballot.is_open:
        return render(request, "listening/vote_over.html", {"opened": opened, "code": code})
    form = PaperForm(sent(request), ballot=opened.ballot, options=opened.options)
    if form.is_valid():
        try:
            cast_by_code(code=code, choices=form.marked, at=timezone.now(), by=website())
        except Refused as refused:
            add_to_form(form, refused)
        else:
            return redirect("vote", code=code)
    context = {"opened": opened, "code": code, "ballot": opened.ballot, "form": form}
    return render(request, "listening/vote.html", context, status=422 if form.errors else 200)


@csrf_exempt
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@sensitive_post_parameters()
@sensitive_variables()
def scores(request: HttpRequest, code: str) -> HttpResponse:
    """What might be won, scored by whoever has the code of a vote; once that is shown, side by side."""
    if too_many := ratelimit.consume_or_429(request, action="vote", limit_get=True):
        return too_many
    opened = opened_by(code)
    if opened is None:
        return render(request, "listening/vote_gone.html", status=404)
    if not opened.may_score and not opened.shows_scores:
        return redirect("vote", code=code)
    form = SheetForm(sent(request), candidates=opened.candidates) if opened.may_score else None
    if form and form.is_valid():
        try:
            score_by_code(code=code, scores=form.scores, at=timezone.now(), by=website())
        except Refused as refused:
            add_to_form(form, refused)
        else:
            return redirect("vote", code=code)
    context = {"own": opened, "ballot": opened.ballot, "code": code, "form": form} | compared(opened)
    return render(request, "listening/vote_scores.html", context, status=422 if form and form.errors else 200)
