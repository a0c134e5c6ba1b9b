"""Silence said in public: decided, told to the powerholder, replied to, published and taken off."""

from typing import Any
from uuid import UUID

from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from m4c.campaigns.approaches.forms import DecideForm, ReplyForm, ToldForm
from m4c.campaigns.approaches.notices import letter_of, page_words
from m4c.campaigns.approaches.page import one
from m4c.campaigns.models import SilenceNotice
from m4c.campaigns.operations.silence_notice import (
    decide_silence,
    note_reply,
    note_told,
    publish_silence,
    take_off_silence,
)
from m4c.campaigns.permissions import PUBLISH_CAMPAIGNS, RECORD_APPROACHES
from m4c.campaigns.views.approach import approach_of
from m4c.core.visibility import keep_scopes, scopes_of
from m4c.people.requests import SignedIn
from m4c.people.views.asking import done, done_by_form


@never_cache
@require_http_methods(["GET", "POST"])
def decide(request: SignedIn, uid: UUID) -> HttpResponse:
    """Write down that the group decided to say it in public, and how the page would read."""
    found = approach_of(request, uid)
    row = one(found)
    form = DecideForm(request.POST or None, initial={"on": timezone.localdate(), "page_words": page_words(row)})
    if form.is_valid():
        given = {"approach": found, "at": timezone.now(), **form.cleaned_data}
        if made := done_by_form(request, form, decide_silence, **given):
            return redirect("silence-notice", uid=made.uid)
    context = {"approach": found, "row": row, "form": form, "days": settings.SILENCE_NOTICE_DAYS}
    return render(request, "campaigns/silence_form.html", context, status=422 if form.errors else 200)


@never_cache
@require_safe
def notice(request: SignedIn, uid: UUID) -> HttpResponse:
    """How far it is: the words, who was told when, what they replied, and from when it may be read."""
    return shown(request, notice_of(request, uid))


def shown(request: SignedIn, found: SilenceNotice, status: int = 200, **more: Any) -> HttpResponse:
    """Its page, with a form that was refused as it came."""
    keep_scopes(found)
    today = timezone.localdate()
    context = {
        "notice": found,
        "row": one(found.approach),
        "letter": letter_of(found),
        "days": settings.SILENCE_NOTICE_DAYS,
        "is_time": found.public_from is not None and found.public_from <= today,
        "may_publish": request.user.may(PUBLISH_CAMPAIGNS, scopes_of(found)),
        "may_record": request.user.may(RECORD_APPROACHES, scopes_of(found)),
        "told_form": ToldForm(initial={"on": today}),
        "reply_form": ReplyForm(initial={"on": today}),
    }
    return render(request, "campaigns/silence_notice.html", context | more, status=status)


@require_POST
def tell(request: SignedIn, uid: UUID) -> HttpResponse:
    """Write down that they were told."""
    found, form = notice_of(request, uid), ToldForm(request.POST)
    given = {"notice": found, "at": timezone.now()}
    if form.is_valid() and done_by_form(request, form, note_told, **given, **form.cleaned_data):
        return redirect("silence-notice", uid=uid)
    return shown(request, found, 422, told_form=form)


@require_POST
def reply(request: SignedIn, uid: UUID) -> HttpResponse:
    """Keep what they replied."""
    found, form = notice_of(request, uid), ReplyForm(request.POST)
    if form.is_valid() and done_by_form(request, form, note_reply, notice=found, **form.cleaned_data):
        return redirect("silence-notice", uid=uid)
    return shown(request, found, 422, reply_form=form)


@require_POST
def publish(request: SignedIn, uid: UUID) -> HttpResponse:
    """Let everybody read it."""
    done(request, publish_silence, _("It may be read by everybody."), notice=notice_of(request, uid), at=timezone.now())
    return redirect("silence-notice", uid=uid)


@require_POST
def take_off(request: SignedIn, uid: UUID) -> HttpResponse:
    """Say no more of it."""
    done(request, take_off_silence, _("It is off."), notice=notice_of(request, uid), at=timezone.now())
    return redirect("silence-notice", uid=uid)


def notice_of(request: SignedIn, uid: UUID) -> SilenceNotice:
    """A notice that the account sees; 404 for any other."""
    rows = SilenceNotice.objects.visible_to(request.user)
    related = ("campaign__group", "powerholder", "approach__powerholder", "approach__campaign")
    found: SilenceNotice = get_object_or_404(rows.select_related(*related), uid=uid)
    return found
