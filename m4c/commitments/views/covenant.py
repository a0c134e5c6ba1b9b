"""Covenants in the workspace: the list, one with all that belongs to it, writing one, looking again, and everybody."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from m4c.campaigns.models import Campaign
from m4c.commitments.covenants import forms
from m4c.commitments.covenants.listing import after, before, with_numbers
from m4c.commitments.covenants.told import CovenantTold
from m4c.commitments.models import Covenant
from m4c.commitments.operations import covenant as operations
from m4c.commitments.permissions import KEEP_COVENANTS, PUBLISH_COMMITMENTS
from m4c.core.pages import page_of
from m4c.core.visibility import scopes_of
from m4c.people.narrowing import asked, filter_chip, kept_group
from m4c.people.requests import SignedIn
from m4c.people.sight import within
from m4c.people.views.asking import done, done_by_form


@never_cache
@require_safe
def covenants(request: SignedIn) -> HttpResponse:
    """The covenants of one's groups."""
    form = forms.FindCovenantsForm(asked(request), by=request.user)
    group = form.chosen("group")
    found = with_numbers(Covenant.objects.visible_to(request.user).select_related("group"))
    found = found.filter(within("group__path", group)) if group else found
    page = page_of(found, request.GET, after=after, before=before, kept=kept_group(request, group))
    context = {
        "form": form,
        "page": page,
        "today": timezone.localdate(),
        "may_keep": request.user.may_somewhere(KEEP_COVENANTS),
        "filter_chip": filter_chip(request, group),
    }
    return render(request, "commitments/covenants.html", context)


@require_http_methods(["GET", "POST"])
def make(request: SignedIn) -> HttpResponse:
    """Write one, with its first text."""
    form = forms.MakeCovenantForm(request.POST or None, by=request.user)
    if form.is_valid():
        given = {name: form.cleaned_data[name] for name in ("group", "words", "on")}
        if made := done_by_form(request, form, operations.make_covenant, **given, new=form.new, at=timezone.now()):
            messages.success(request, _("Written down. Say next who is party to it, and what each will do."))
            return redirect("covenant", uid=made.uid)
    return render(request, "commitments/covenant_form.html", {"form": form}, status=422 if form.errors else 200)


@never_cache
@require_safe
def covenant(request: SignedIn, uid: UUID) -> HttpResponse:
    """One of them."""
    return shown(request, covenant_of(request, uid))


@require_http_methods(["GET", "POST"])
def edit(request: SignedIn, uid: UUID) -> HttpResponse:
    """Put right what it is called and about."""
    found = covenant_of(request, uid)
    form = forms.CovenantForm(request.POST or None, by=request.user, of=found.campaign, initial=forms.start_of(found))
    given, before = {"covenant": found, "new": form.new} if form.is_valid() else {}, found.slug
    if given and done_by_form(request, form, operations.change_covenant, **given):
        if found.is_public and found.slug != before:
            messages.info(request, _("Its public address has changed with its name: print its poster anew."))
        return redirect("covenant", uid=uid)
    context = {"form": form, "covenant": found}
    return render(request, "commitments/covenant_form.html", context, status=422 if form.errors else 200)


@require_POST
def rewrite(request: SignedIn, uid: UUID) -> HttpResponse:
    """Write its next text."""
    found, form = covenant_of(request, uid), forms.TextForm(request.POST)
    given = {"covenant": found, "at": timezone.now(), **form.cleaned_data} if form.is_valid() else {}
    if given and done_by_form(request, form, operations.rewrite_covenant, **given):
        messages.success(request, _("Written down. Each body signs it anew."))
        return redirect("covenant", uid=uid)
    return shown(request, found, 422, text_form=form)


@require_POST
def look(request: SignedIn, uid: UUID) -> HttpResponse:
    """Write down whether it is lived up to."""
    found = covenant_of(request, uid)
    form = forms.LookForm(request.POST, told=told_of(found), by=request.user)
    given = {"covenant": found, "at": timezone.now(), **form.cleaned_data} if form.is_valid() else {}
    if given and done_by_form(request, form, operations.review_covenant, **given):
        messages.success(request, _("Looked at, and written down."))
        return redirect("covenant", uid=uid)
    return shown(request, found, 422, look_form=form)


@require_POST
def end(request: SignedIn, uid: UUID) -> HttpResponse:
    """Say that nobody is bound by it any more."""
    found, form = covenant_of(request, uid), forms.EndForm(request.POST)
    given = {"covenant": found, "at": timezone.now(), **form.cleaned_data} if form.is_valid() else {}
    if given and done_by_form(request, form, operations.end_covenant, **given):
        return redirect("covenant", uid=uid)
    return shown(request, found, 422, end_form=form)


@require_POST
def publish(request: SignedIn, uid: UUID) -> HttpResponse:
    """Let everybody read it."""
    sentence = _("Everybody can read it now.")
    done(request, operations.publish_covenant, sentence, covenant=covenant_of(request, uid), at=timezone.now())
    return redirect("covenant", uid=uid)


@require_POST
def take_down(request: SignedIn, uid: UUID) -> HttpResponse:
    """Take it off the public pages."""
    done(
        request, operations.take_down_covenant, _("Taken down."), covenant=covenant_of(request, uid), at=timezone.now()
    )
    return redirect("covenant", uid=uid)


def shown(request: SignedIn, found: Covenant, status: int = 200, **more: Any) -> HttpResponse:
    """Its page, with a form that was refused as it came."""
    told, may_keep = told_of(found), request.user.may(KEEP_COVENANTS, scopes_of(found))
    campaigns = Campaign.objects.visible_to(request.user)
    context = {
        "covenant": found,
        "told": told,
        "campaign": campaigns.filter(pk=found.campaign_id).first() if found.campaign_id else None,
        "may_keep": may_keep and not told.has_ended,
        "may_publish": request.user.may(PUBLISH_COMMITMENTS, scopes_of(found)),
        "is_due": found.review_on is not None and found.review_on <= told.on,
    }
    if may_keep:
        context |= {
            "text_form": forms.TextForm(initial={"words": told.text.words if told.text else ""}),
            "party_form": forms.PartyForm(by=request.user),
            "look_form": forms.LookForm(told=told, by=request.user),
            "end_form": forms.EndForm(),
        }
    return render(request, "commitments/covenant.html", context | more, status=status)


def covenant_of(request: SignedIn, uid: UUID) -> Covenant:
    """A covenant that the account sees; 404 for any other."""
    found: Covenant = get_object_or_404(
        Covenant.objects.visible_to(request.user).select_related("group", "campaign"), uid=uid
    )
    return found


def told_of(found: Covenant) -> CovenantTold:
    """All that our own groups know of it today."""
    return CovenantTold(found, timezone.localdate(), public=False)
