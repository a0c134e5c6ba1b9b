"""Replying to a public event without an account, and changing or taking back what one said by a link."""

from functools import partial
from uuid import UUID

from allauth.core import ratelimit
from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from m4c.core.errors import Refused, add_to_form
from m4c.core.page_cache import kept
from m4c.events.models import Event
from m4c.events.operations.replier import Replier
from m4c.events.operations.reply import ReplyRefused, cancel_reply, change_reply, reply_to_event
from m4c.events.public import open_by_uid, public_events
from m4c.events.replies import stand_ins
from m4c.events.replies.links import path_of
from m4c.events.replies.opened import OpenedReply, opened_by
from m4c.events.replies.places import has_room
from m4c.people.desk.agreements import agreed_wordings
from m4c.people.models.account import website
from m4c.people.qr import qr_svg
from m4c.website.public_forms import answer, comes_from_here, open_form
from m4c.website.reply_forms import ChangeReplyForm, ReplyForm


@open_form
def reply(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Say that one is coming; known or not, the same is answered."""
    found = open_by_uid(uid, timezone.now())
    if not found:
        raise Http404
    event = found[0]
    return answer(
        request,
        ReplyForm,
        template="website/reply.html",
        sent="replied",
        which={"uid": uid},
        act=partial(take, request, event),
        about={"event": event, "has_room": partial(has_room, event)},
    )


def take(request: HttpRequest, event: Event, form: ReplyForm, notice: int) -> HttpResponse | None:
    """Keep a reply; None where thanks are all that is said.

    Whoever waits is told so, and whoever gave no e-mail address is shown their link now, and at no other time.
    """
    given = form.cleaned_data
    replied = reply_to_event(
        event=event,
        replier=Replier(
            given["given_name"],
            given["family_name"],
            email=given["email"],
            phone=given["phone"],
            agreed=agreed_wordings(given["agreed"]),
            language=request.LANGUAGE_CODE,
        ),
        coming=form.coming,
        notice=notice,
        at=timezone.now(),
        by=website(),
    )
    if given["email"]:
        return None if replied.had_room else redirect("reply-waits", uid=event.uid)
    if replied.needs_stand_in:
        stand_ins.stand_in(replied.token, event, form.coming, waits=not replied.had_room, at=timezone.now())
    link = settings.SITE_URL + path_of(replied.token)
    return unlisted(request, "website/replied.html", {"event": event, "waits": not replied.had_room, "link": link})


@kept
@require_safe
def replied(request: HttpRequest, uid: UUID, waits: bool) -> HttpResponse:
    """Thank you, to everybody alike: that there was room, or that one waits."""
    event = get_object_or_404(public_events(), uid=uid)
    return render(request, "website/replied.html", {"event": event, "waits": waits})


@csrf_exempt
@never_cache
@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
def own_reply(request: HttpRequest, token: str) -> HttpResponse:
    """What one said, to be read and changed by whoever holds the link."""
    if too_many := ratelimit.consume_or_429(request, action="sign_up_link", limit_get=True):
        return too_many
    now = timezone.now()
    opened = opened_by(token, now) or stand_ins.opened_by(token, now)
    if opened is None:
        return unlisted(request, "website/reply_gone.html", {}, status=404)
    if request.method != "POST" or not comes_from_here(request) or not opened.is_open(now):
        return shown(request, opened, token, ChangeReplyForm.of(opened.reply, opened.names))
    form = ChangeReplyForm(request.POST)
    if form.is_valid():
        try:
            if not stand_ins.change(token, form.coming, now):
                change_reply(token=token, coming=form.coming, at=now, by=website())
        except ReplyRefused as refused:
            add_to_form(form, refused)
        else:
            return redirect("reply", token=token)
    return shown(request, opened, token, form, status=422)


@csrf_exempt
@never_cache
@require_POST
def cancel(request: HttpRequest, token: str) -> HttpResponse:
    """Say that one does not come after all."""
    if too_many := ratelimit.consume_or_429(request, action="sign_up_link"):
        return too_many
    if comes_from_here(request) and not stand_ins.cancel(token, timezone.now()):
        try:
            cancel_reply(token=token, at=timezone.now(), by=website())
        except Refused:
            return unlisted(request, "website/reply_gone.html", {}, status=404)
    return redirect("reply", token=token)


def shown(
    request: HttpRequest, opened: OpenedReply, token: str, form: ChangeReplyForm, status: int = 200
) -> HttpResponse:
    """The page of a reply."""
    context = {"opened": opened, "event": opened.reply.event, "token": token, "form": form}
    context["is_open"] = opened.is_open(timezone.now())
    context["code"] = qr_svg(opened.code) if opened.code else None
    return unlisted(request, "website/own_reply.html", context, status=status)


def unlisted(request: HttpRequest, template: str, context: dict[str, object], status: int = 200) -> HttpResponse:
    """A page with a secret in or on it: kept by nobody, and told to no other site."""
    response = render(request, template, context, status=status)
    response.headers["Referrer-Policy"] = "no-referrer"
    response.headers["X-Robots-Tag"] = "noindex"
    return response
