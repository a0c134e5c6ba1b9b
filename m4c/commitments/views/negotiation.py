"""Negotiations: the list, one with both sides and its asks, a new one, and all that is written on its page."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from m4c.campaigns.models import Campaign, Demand
from m4c.commitments.models import Assembly, Negotiation
from m4c.commitments.operations import negotiation as operations
from m4c.commitments.permissions import NEGOTIATE
from m4c.commitments.table.choosing import named
from m4c.commitments.table.forms import (
    FindNegotiationsForm,
    FollowUpForm,
    NegotiationForm,
    OfEventForm,
    PartForm,
    ResultForm,
    SeatForm,
    TeamPaperForm,
    WantsForm,
)
from m4c.commitments.table.listing import after, before, negotiations_of
from m4c.commitments.table.page import AskRow, is_of_team, table_of
from m4c.core.htmx import page_or_part
from m4c.core.pages import page_of
from m4c.core.visibility import scopes_of
from m4c.events.models import Event
from m4c.people.narrowing import asked, filter_chip, kept_group
from m4c.people.requests import SignedIn
from m4c.people.views.asking import done_by_form


@never_cache
@require_safe
def negotiations(request: SignedIn) -> HttpResponse:
    """Those of one's groups, the newest first."""
    form = FindNegotiationsForm(asked(request), by=request.user)
    group = form.chosen("group")
    found = negotiations_of(request.user, group)
    context = {
        "form": form,
        "page": (page := page_of(found, request.GET, after=after, before=before, kept=kept_group(request, group))),
        "rows": page.rows,
        "may_negotiate": request.user.may_somewhere(NEGOTIATE),
        "is_filtered": bool(group),
        "filter_chip": filter_chip(request, group),
    }
    return page_or_part(request, "commitments/negotiations.html", context, part="negotiations-list")


@never_cache
@require_http_methods(["GET", "POST"])
def make(request: SignedIn) -> HttpResponse:
    """Set one up, with its meeting, or on the one that `?event=` names; `?campaign=` says of which campaign."""
    event, campaign = named(request, "event", Event), named(request, "campaign", Campaign)
    start = {"campaign": campaign.uid, "group": campaign.group.slug} if campaign else {}
    asked_by: Any = OfEventForm if event else NegotiationForm
    form = asked_by(request.POST or None, by=request.user, initial=start)
    if form.is_valid():
        new = form.new_on(event) if event else form.new
        given = {"group": event.group if event else form.cleaned_data["group"], "new": new, "at": timezone.now()}
        if made := done_by_form(request, form, operations.make_negotiation, **given):
            return redirect("negotiation", uid=made.uid)
    context = {"form": form, "event": event, "campaign": campaign}
    return render(request, "commitments/negotiation_form.html", context, status=422 if form.errors else 200)


@never_cache
@require_safe
def negotiation(request: SignedIn, uid: UUID) -> HttpResponse:
    """One negotiation."""
    return shown(request, negotiation_of(request, uid))


@require_POST
def word(request: SignedIn, uid: UUID) -> HttpResponse:
    """Say anew what we want first, and of which campaign it is; one that the account does not see stays."""
    found, form = negotiation_of(request, uid), WantsForm(request.POST, by=request.user)
    if form.is_valid():
        given = dict(form.cleaned_data)
        given["campaign"] = given["campaign"] or unseen_campaign(request, found)
        if done_by_form(request, form, operations.word_negotiation, negotiation=found, at=timezone.now(), **given):
            return redirect("negotiation", uid=uid)
    return shown(request, found, 422, wants_form=form)


@require_POST
def paper(request: SignedIn, uid: UUID) -> HttpResponse:
    """Write the team's own paper."""
    return written(request, uid, "paper_form", TeamPaperForm(request.POST), operations.word_team_paper)


@require_POST
def close(request: SignedIn, uid: UUID) -> HttpResponse:
    """Say what came of it."""
    return written(request, uid, "result_form", ResultForm(request.POST), operations.close_negotiation)


@require_POST
def follow_up(request: SignedIn, uid: UUID) -> HttpResponse:
    """Fix the next meeting."""
    found, form = negotiation_of(request, uid), FollowUpForm(request.POST)
    new = form.meeting(Event.Kind.NEGOTIATION) if form.is_valid() else None
    given = {"negotiation": found, "new": new, "at": timezone.now()}
    if new and done_by_form(request, form, operations.fix_follow_up, **given):
        return redirect("negotiation", uid=uid)
    return shown(request, found, 422, follow_form=form)


def written(request: SignedIn, uid: UUID, name: str, form: Any, operation: Any) -> HttpResponse:
    """Write what a form of its page says, or show the page with the form as it came."""
    found = negotiation_of(request, uid)
    given = {"negotiation": found, "at": timezone.now(), **form.cleaned_data} if form.is_valid() else {}
    if given and done_by_form(request, form, operation, **given):
        return redirect("negotiation", uid=uid)
    return shown(request, found, 422, **{name: form})


def shown(request: SignedIn, found: Negotiation, status: int = 200, **more: Any) -> HttpResponse:
    """Its page, with a form that was refused as it came."""
    account, now = request.user, timezone.now()
    may = account.may(NEGOTIATE, scopes_of(found))
    table = table_of(account, found)
    seen = Campaign.objects.visible_to(account).filter(pk=found.campaign_id).first() if found.campaign_id else None
    paper = table["paper"]
    told = {name: getattr(paper, name) for name in ("fall_back", "walk_away", "notes")} if paper else {}
    title = _("{what}: the next meeting").format(what=found.event.title)[:200]
    context = table | {
        "negotiation": found,
        "event": found.event,
        "campaign": seen,
        "demands": demands_left(request, seen, table["rows"]) if seen and may else [],
        "has_begun": found.event.starts_at <= now,
        "may_negotiate": may,
        "may_plan": may and found.closed_at is None,  # once it was held, it stays as it was
        "of_team": is_of_team(account, found),
        "follow_up": Event.objects.visible_to(account).filter(pk=found.follow_up_id or 0).first(),
        "wants_form": WantsForm(
            by=account, initial={"wants_first": found.wants_first, "campaign": seen.uid if seen else None}
        ),
        "part_form": PartForm(by=account),
        "seat_form": SeatForm(),
        "paper_form": TeamPaperForm(initial=told),
        "result_form": ResultForm(initial={"result": found.result, "words": found.result_words}),
        "follow_form": FollowUpForm(initial={"title": title}),
    }
    return render(request, "commitments/negotiation.html", context | more, status=status)


def demands_left(request: SignedIn, campaign: Campaign, rows: list[AskRow]) -> list[Demand]:
    """What the campaign demands and nothing at the table asks for yet, in the order of the campaign."""
    asked = {row.ask.demand_id for row in rows}
    demands = Demand.objects.visible_to(request.user).filter(campaign=campaign, ended_on=None)
    return [demand for demand in demands if demand.pk not in asked]


def unseen_campaign(request: SignedIn, found: Negotiation | Assembly) -> Campaign | None:
    """The campaign that stands there, where the account does not see it: its form does not offer it."""
    seen = Campaign.objects.visible_to(request.user).filter(pk=found.campaign_id or 0).exists()
    return None if seen else found.campaign


def negotiation_of(request: SignedIn, uid: UUID) -> Negotiation:
    """A negotiation that the account sees; 404 for any other."""
    rows = Negotiation.objects.visible_to(request.user).select_related("group", "event", "campaign")
    found: Negotiation = get_object_or_404(rows, uid=uid)
    return found
