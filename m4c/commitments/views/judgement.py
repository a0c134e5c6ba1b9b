"""Verdicts: judging, a second person's word, the notice to the speaker, and taking one back."""

from typing import Any
from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from m4c.commitments.models import Judgement, OfficeReply, Progress
from m4c.commitments.operations import judgement as operations
from m4c.commitments.permissions import JUDGE_COMMITMENTS
from m4c.commitments.views.progress import RELATED, watched
from m4c.commitments.watching.judging_forms import JudgementForm, TakeBackForm, ToldForm
from m4c.commitments.watching.notices import letter_of, notice_ends_on, page_words_of
from m4c.core.visibility import keep_scopes, scopes_of
from m4c.people.naming import doers_named
from m4c.people.requests import SignedIn
from m4c.people.views.asking import done, done_by_form


@never_cache
@require_http_methods(["GET", "POST"])
def judge(request: SignedIn, uid: UUID) -> HttpResponse:
    """Judge a commitment."""
    commitment = watched(request, uid)
    entries = Progress.objects.visible_to(request.user).standing().filter(commitment=commitment).order_by("-on", "-pk")
    form = JudgementForm(request.POST or None, entries=entries)
    if form.is_valid():
        given = {"commitment": commitment, "new": form.new, "at": timezone.now()}
        if made := done_by_form(request, form, operations.judge_commitment, **given):
            return redirect("judgement", uid=made.uid)
    context = {"commitment": commitment, "form": form, "days": settings.COMMITMENT_NOTICE_DAYS}
    return render(request, "commitments/judgement_form.html", context, status=422 if form.errors else 200)


@never_cache
@require_safe
def judgement(request: SignedIn, uid: UUID) -> HttpResponse:
    """How far a verdict is: who judged, who confirmed, when they were told, what they replied, from when it counts."""
    return shown(request, judgement_of(request, uid))


@require_POST
def confirm(request: SignedIn, uid: UUID) -> HttpResponse:
    """Say as a second person that it is broken."""
    found, sentence = judgement_of(request, uid), _("Confirmed by a second person.")
    done(request, operations.confirm_judgement, sentence, judgement=found, at=timezone.now())
    return redirect("judgement", uid=uid)


@never_cache
@require_POST
def notice(request: SignedIn, uid: UUID) -> HttpResponse:
    """Make the notice ready; its link is shown on the answer, once."""
    made = done(request, operations.make_notice, judgement=judgement_of(request, uid), at=timezone.now())
    if made is None:
        return redirect("judgement", uid=uid)
    context = {
        "judgement": made.judgement,
        "commitment": made.judgement.commitment,
        "letter": letter_of(made.judgement, made.reply_url),
        "days": settings.COMMITMENT_NOTICE_DAYS,
        "told_form": ToldForm(),
    }
    return render(request, "commitments/judgement_notice.html", context)


@require_POST
def tell(request: SignedIn, uid: UUID) -> HttpResponse:
    """Write down that the speaker was told."""
    found, form = judgement_of(request, uid), ToldForm(request.POST)
    given = {"judgement": found, "at": timezone.now()}
    if form.is_valid() and done_by_form(request, form, operations.note_notice, **given, **form.cleaned_data):
        messages.success(request, _("Written down. Their days to reply have begun."))
        return redirect("judgement", uid=uid)
    return shown(request, found, 422, told_form=form)


@require_POST
def withdraw(request: SignedIn, uid: UUID) -> HttpResponse:
    """Take it back."""
    found, form = judgement_of(request, uid), TakeBackForm(request.POST)
    given = {"judgement": found, "at": timezone.now()}
    if form.is_valid() and done_by_form(request, form, operations.withdraw_judgement, **given, **form.cleaned_data):
        messages.success(request, _("Taken back. That it was judged stays to be read."))
        return redirect("judgement", uid=uid)
    return shown(request, found, 422, back_form=form)


def shown(request: SignedIn, found: Judgement, status: int = 200, **more: Any) -> HttpResponse:
    """Its page, with a form that was refused as it came."""
    keep_scopes(found)
    names = doers_named(request.user, [found.judged_by, found.confirmed_by, found.withdrawn_by])
    replies = OfficeReply.objects.visible_to(request.user).filter(judgement=found, refused_at=None)
    context = {
        "judgement": found,
        "commitment": found.commitment,
        "page_words": found.page_words or page_words_of(found),
        "judged_by": names.get(found.judged_by_id, ""),
        "confirmed_by": names.get(found.confirmed_by_id or 0, ""),
        "withdrawn_by": names.get(found.withdrawn_by_id or 0, ""),
        "replies": replies,
        "notice_ends_on": notice_ends_on(found),
        "days": settings.COMMITMENT_NOTICE_DAYS,
        "is_broken": found.verdict == Judgement.Verdict.BROKEN,
        "is_own": found.judged_by_id == request.user.pk,
        "counts": found.counts_from is not None and found.counts_from <= timezone.localdate(),
        "may_judge": request.user.may(JUDGE_COMMITMENTS, scopes_of(found)),
        "told_form": ToldForm(),
        "back_form": TakeBackForm(),
    }
    return render(request, "commitments/judgement.html", context | more, status=status)


def judgement_of(request: SignedIn, uid: UUID) -> Judgement:
    """A verdict that the account sees; 404 for any other."""
    doers = ("judged_by__person", "confirmed_by__person", "withdrawn_by__person")
    related = (*doers, *(f"commitment__{name}" for name in RELATED))
    found: Judgement = get_object_or_404(Judgement.objects.visible_to(request.user).select_related(*related), uid=uid)
    return found
