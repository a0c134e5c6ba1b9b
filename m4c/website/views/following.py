"""Following a commitment by e-mail, without an account: the form, and the link of every letter."""

from functools import partial

from allauth.core import ratelimit
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from m4c.commitments.faces.told import CommitmentTold
from m4c.commitments.models import Commitment
from m4c.commitments.operations.follower import FollowRefused, confirm_following, follow_commitment, stop_following
from m4c.people.models.account import website
from m4c.website.follow_forms import FollowForm
from m4c.website.public_forms import answer, comes_from_here, may_write_to, open_form
from m4c.website.views.commitments import told_of

DOES = {"yes": confirm_following, "no": stop_following}


@open_form
def follow(request: HttpRequest, slug: str) -> HttpResponse:
    """Say that one wants to hear; a letter comes, and only what is confirmed there counts."""
    told: CommitmentTold = told_of(slug, None)
    act = partial(keep, request, told.commitment)
    template = "website/follow_commitment.html"
    return answer(request, FollowForm, template=template, sent="follow-sent", act=act, about={"told": told})


def keep(request: HttpRequest, commitment: Commitment, form: FollowForm, notice: int) -> None:
    """Keep it, and have its letter written; nothing more for an address that had several today."""
    email = form.cleaned_data["email"]
    if may_write_to(request, email):
        given = {"email": email, "language": request.LANGUAGE_CODE}
        follow_commitment(commitment=commitment, **given, at=timezone.now(), by=website())


@require_safe
def sent(request: HttpRequest) -> HttpResponse:
    """Thank you, to everybody alike."""
    return render(request, "website/follow_sent.html")


@csrf_exempt
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def by_link(request: HttpRequest, token: str) -> HttpResponse:
    """Buttons to follow and to stop; opening it does nothing, and a mail program's one press stops (RFC 8058)."""
    if too_many := ratelimit.consume_or_429(request, action="sign_up_link", limit_get=True):
        return too_many
    is_one_press = request.POST.get("List-Unsubscribe") == "One-Click"
    act = stop_following if is_one_press else DOES.get(request.POST.get("answer", ""))
    if request.method == "POST" and act and (is_one_press or comes_from_here(request)):
        try:
            act(token=token, at=timezone.now(), by=website())
        except FollowRefused:
            return render(request, "website/follow_gone.html", status=404)
        return redirect("follow-done")
    return render(request, "website/follow_link.html")


@require_safe
def done(request: HttpRequest) -> HttpResponse:
    """Done, to everybody alike."""
    return render(request, "website/follow_done.html")
