"""Evidence of those affected, and the reply of an office: public forms that a secret link opens."""

from functools import partial
from typing import Any

from allauth.core import ratelimit
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from m4c.commitments.operations.evidence_link import HandedIn, hand_in_evidence
from m4c.commitments.operations.reply import HandedReply, ReplyRefused, hand_in_reply, show_reply_address
from m4c.commitments.watching.face import face_of
from m4c.commitments.watching.files import MOST_BODY, taken_in
from m4c.commitments.watching.links import judgement_opened_by, link_opened_by
from m4c.people.models.account import website
from m4c.website.commitment_forms import EvidenceForm, OfficeReplyForm
from m4c.website.public_forms import answer, comes_from_here, open_form


@open_form
def hand_in(request: HttpRequest, token: str) -> HttpResponse:
    """Tell what one knows of a commitment; it is held until its keeper has looked at it."""
    if too_many := ratelimit.consume_or_429(request, action="commitment_link", limit_get=True):
        return too_many
    today = timezone.localdate()
    link = link_opened_by(token, today)
    if link is None:
        return gone(request)
    about = {"face": face_of(link.commitment, today), "link": link}
    if int(request.META.get("CONTENT_LENGTH") or 0) > MOST_BODY:  # read no further: nothing of it is taken in
        return too_large(request, about)
    act = partial(keep_evidence, token)
    page: dict[str, Any] = {"template": "website/commitment_evidence.html", "sent": "evidence-sent"}
    return unlisted(answer(request, EvidenceForm, **page, act=act, about=about))


def keep_evidence(token: str, form: EvidenceForm, notice: int) -> None:
    """Hold what was sent."""
    given = dict(form.cleaned_data)
    name, email = given.pop("from_words"), given.pop("from_email")
    with taken_in(given.pop("file")) as file:
        handed = HandedIn(name=name, email=email, file=file, **given)
        hand_in_evidence(token=token, handed=handed, at=timezone.now(), by=website())


@open_form
def reply(request: HttpRequest, token: str) -> HttpResponse:
    """Reply for an office to what a page says or will say of it."""
    if too_many := ratelimit.consume_or_429(request, action="commitment_link", limit_get=True):
        return too_many
    judgement = judgement_opened_by(token)
    if judgement is None:
        return gone(request)
    about = {"judgement": judgement, "commitment": judgement.commitment}
    act = partial(keep_reply, request, token)
    page: dict[str, Any] = {"template": "website/office_reply.html", "sent": "office-reply-sent"}
    return unlisted(answer(request, OfficeReplyForm, **page, act=act, about=about))


def keep_reply(request: HttpRequest, token: str, form: OfficeReplyForm, notice: int) -> None:
    """Hold what was sent."""
    handed = HandedReply(**form.cleaned_data, language=request.LANGUAGE_CODE)
    hand_in_reply(token=token, handed=handed, at=timezone.now(), by=website())


@csrf_exempt
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def show_address(request: HttpRequest, token: str) -> HttpResponse:
    """A button for whoever reads the address of a reply: opening the link does nothing, mail filters do that too."""
    if too_many := ratelimit.consume_or_429(request, action="commitment_link", limit_get=True):
        return too_many
    if request.method == "POST" and comes_from_here(request):
        try:
            show_reply_address(token=token, at=timezone.now(), by=website())
        except ReplyRefused:
            return gone(request)
        return redirect("office-reply-sent")
    return unlisted(render(request, "website/reply_address.html"))


@require_safe
def evidence_sent(request: HttpRequest) -> HttpResponse:
    """Thank you, to everybody alike."""
    return render(request, "website/commitment_sent.html", {"is_reply": False})


@require_safe
def reply_sent(request: HttpRequest) -> HttpResponse:
    """The same to an office."""
    return render(request, "website/commitment_sent.html", {"is_reply": True})


def too_large(request: HttpRequest, about: dict[str, Any]) -> HttpResponse:
    """The form once more, for whoever sent more than we take."""
    form = EvidenceForm(None)
    sentence = _("What you sent is too large: a file may have 8 MB. Send a smaller one, or an address where it stands.")
    context = {"form": form, "too_large": sentence, **about}
    return unlisted(render(request, "website/commitment_evidence.html", context, status=413))


def gone(request: HttpRequest) -> HttpResponse:
    """The link opens nothing: the same for all reasons."""
    return unlisted(render(request, "website/commitment_link_gone.html", status=404))


def unlisted(response: HttpResponse) -> HttpResponse:
    """A page with a secret in its address: told to no other site, and found by no search."""
    response.headers["Referrer-Policy"] = "no-referrer"
    response.headers["X-Robots-Tag"] = "noindex"
    return response
