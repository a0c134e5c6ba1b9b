"""Assemblies: the list, one with its run of show, a new one, the sheets by role, and what came out of it."""

from datetime import timedelta
from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from m4c.campaigns.models import Campaign
from m4c.commitments.assembly.forms import AssemblyForm, MeetingAfterForm, OnEventForm
from m4c.commitments.assembly.page import page_of as page_of_assembly
from m4c.commitments.assembly.show import SHEETS, sheet_of, show_of
from m4c.commitments.models import Assembly
from m4c.commitments.operations import assembly as operations
from m4c.commitments.permissions import NEGOTIATE
from m4c.commitments.table.choosing import named
from m4c.commitments.table.forms import FindNegotiationsForm
from m4c.commitments.table.listing import after, assemblies_of, before
from m4c.commitments.views.negotiation import unseen_campaign
from m4c.core.htmx import page_or_part
from m4c.core.pages import page_of
from m4c.core.visibility import keep_scopes, scopes_of
from m4c.events.models import Event
from m4c.people.narrowing import asked, filter_chip, kept_group
from m4c.people.requests import SignedIn
from m4c.people.views.asking import done, done_by_form

LATELY = timedelta(days=90)  # after which nothing is said to be still to do


@never_cache
@require_safe
def assemblies(request: SignedIn) -> HttpResponse:
    """Those of one's groups, the newest first."""
    form = FindNegotiationsForm(asked(request), by=request.user)
    group = form.chosen("group")
    kept = kept_group(request, group)
    page = page_of(assemblies_of(request.user, group), request.GET, after=after, before=before, kept=kept)
    context = {
        "form": form,
        "page": page,
        "rows": page.rows,
        "may_negotiate": request.user.may_somewhere(NEGOTIATE),
        "is_filtered": bool(group),
        "filter_chip": filter_chip(request, group),
    }
    return page_or_part(request, "commitments/assemblies.html", context, part="assemblies-list")


@never_cache
@require_http_methods(["GET", "POST"])
def make(request: SignedIn) -> HttpResponse:
    """Set one up, with its event, or on the one that `?event=` names; `?campaign=` says of which campaign."""
    event, campaign = named(request, "event", Event), named(request, "campaign", Campaign)
    start: dict[str, Any] = {"campaign": campaign.uid, "group": campaign.group.slug} if campaign else {}
    start |= {"name": event.title[:120]} if event else {}
    asked_by: Any = OnEventForm if event else AssemblyForm
    form = asked_by(request.POST or None, by=request.user, initial=start)
    if form.is_valid():
        said = form.cleaned_data
        new = operations.NewAssembly(event, said["name"], said["campaign"]) if event else form.new
        given = {"group": event.group if event else said["group"], "new": new, "at": timezone.now()}
        if made := done_by_form(request, form, operations.make_assembly, **given):
            return redirect("assembly", uid=made.uid)
    context = {"form": form, "event": event, "campaign": campaign}
    return render(request, "commitments/assembly_form.html", context, status=422 if form.errors else 200)


@never_cache
@require_safe
def assembly(request: SignedIn, uid: UUID) -> HttpResponse:
    """One assembly."""
    return shown(request, assembly_of(request, uid))


@never_cache
@require_safe
def sheet(request: SignedIn, uid: UUID, role: str) -> HttpResponse:
    """The run of show on paper, whole or for one role: only their own parts."""
    found = assembly_of(request, uid)
    if role not in SHEETS:
        raise Http404
    context = {
        "assembly": found,
        "event": found.event,
        "sheet": SHEETS[role],
        "role": role,
        "items": sheet_of(role, show_of(request.user, found)),
    }
    return render(request, "commitments/assembly_sheet.html", context)


@require_POST
def word(request: SignedIn, uid: UUID) -> HttpResponse:
    """Say anew what it is called, and of which campaign it is; one that the account does not see stays."""
    found, form = assembly_of(request, uid), OnEventForm(request.POST, by=request.user)
    if form.is_valid():
        given = dict(form.cleaned_data)
        given["campaign"] = given["campaign"] or unseen_campaign(request, found)
        if done_by_form(request, form, operations.word_assembly, assembly=found, at=timezone.now(), **given):
            return redirect("assembly", uid=uid)
    return shown(request, found, 422, word_form=form)


@require_POST
def follow_up(request: SignedIn, uid: UUID) -> HttpResponse:
    """Fix the meeting that follows."""
    found, form = assembly_of(request, uid), MeetingAfterForm(request.POST)
    new = form.meeting(Event.Kind.NEGOTIATION) if form.is_valid() else None
    given = {"assembly": found, "new": new, "at": timezone.now()}
    if new and done_by_form(request, form, operations.fix_meeting_after, **given):
        return redirect("assembly", uid=uid)
    return shown(request, found, 422, follow_form=form)


@require_POST
def close(request: SignedIn, uid: UUID) -> HttpResponse:
    """Say that it was held."""
    said = _("Written down. Thank those who spoke before the day is over.")
    done(request, operations.close_assembly, said, assembly=assembly_of(request, uid), at=timezone.now())
    return redirect("assembly", uid=uid)


def shown(request: SignedIn, found: Assembly, status: int = 200, **more: Any) -> HttpResponse:
    """Its page, with a form that was refused as it came."""
    keep_scopes(found)
    account, has_begun = request.user, found.event.starts_at <= timezone.now()
    page = page_of_assembly(account, found, has_begun)
    campaign = page["campaign"]
    title = _("{what}: what was promised").format(what=found.name)[:200]
    named = {"name": found.name, "campaign": campaign.uid if campaign else None}
    context = page | {
        "assembly": found,
        "event": found.event,
        "has_begun": has_begun,
        "is_lately": found.event.starts_at > timezone.now() - LATELY,
        "may_negotiate": (may := account.may(NEGOTIATE, scopes_of(found))),
        "may_plan": may and found.closed_at is None,  # once it was held, it stays as it was
        "follow_form": MeetingAfterForm(initial={"title": title}),
        "word_form": OnEventForm(by=account, initial=named),
    }
    return render(request, "commitments/assembly.html", context | more, status=status)


def assembly_of(request: SignedIn, uid: UUID) -> Assembly:
    """An assembly that the account sees; 404 for any other."""
    rows = Assembly.objects.visible_to(request.user).select_related("group", "event", "campaign")
    found: Assembly = get_object_or_404(rows, uid=uid)
    return found
