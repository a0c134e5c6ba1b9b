"""The power map of a campaign: who stands where, placed and moved with evidence, how it moved, and undoing it."""

from collections.abc import Iterable
from datetime import date
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from m4c.campaigns.campaign_panels import campaign_tabs
from m4c.campaigns.models import Campaign, Placement
from m4c.campaigns.operations.placement import place, undo_placement
from m4c.campaigns.permissions import RUN_CAMPAIGNS
from m4c.campaigns.strategy.forms import PlaceForm
from m4c.campaigns.strategy.power_map import (
    Placed,
    in_words,
    no_address,
    place_address,
    placed_on,
    placements_of,
    rows_of,
    shift_in_words,
    shift_of,
)
from m4c.campaigns.strategy.whom import Found, found_by, near_at_hand, who_of
from m4c.core.visibility import scopes_of
from m4c.people.models import Account
from m4c.people.naming import with_doer
from m4c.people.requests import SignedIn
from m4c.people.views.asking import done, done_by_form

HISTORY = 30


@never_cache
@require_safe
def power_map(request: SignedIn, uid: UUID) -> HttpResponse:
    """Who stands where; with `?since=` a day, how they moved since then."""
    campaign = campaign_of(request, uid)
    account = request.user
    since = day_of(request.GET.get("since", ""))
    placed = placed_on(campaign, account, since)
    may_run = account.may(RUN_CAMPAIGNS, scopes_of(campaign))
    latest = placements_of(campaign, account).filter(by=account).order_by("-pk").first()
    context = {
        "campaign": campaign,
        "tabs": campaign_tabs(account, campaign, "power-map"),
        "placed": placed,
        "rows": rows_of(placed, place_address(campaign) if may_run else no_address, compares=bool(since)),
        "since": since,
        "sentence": shift_in_words(shift_of(placed)) if since else "",
        "history": with_who(account, placements_of(campaign, account)[:HISTORY]),
        "latest": latest,
        "latest_name": Placed(latest, None, False).name if latest else "",
        "form": PlaceForm(),
        "may_run": may_run,
    }
    return render(request, "campaigns/power_map.html", context)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def place_on_map(request: SignedIn, uid: UUID) -> HttpResponse:
    """Choose whom to place, and say where they stand and what shows it."""
    campaign = campaign_of(request, uid)
    found = who_of(request.user, request.POST.get("who") or request.GET.get("who", ""))
    if found is None:
        return choose(request, campaign)
    before = standing_of(request, campaign, found)
    form = PlaceForm(request.POST or None, initial=asked_for(request, before))
    if request.method == "POST" and form.is_valid():
        given = {"campaign": campaign, "who": found.who, "new": form.new, "at": timezone.now()}
        if done_by_form(request, form, place, **given):
            messages.success(request, _("{name} is placed.").format(name=found.who))
            return redirect("power-map", uid=uid)
    context = {
        "campaign": campaign,
        "found": found,
        "form": form,
        "before": before,
        "before_words": in_words(before) if before else "",
    }
    return render(request, "campaigns/power_map_place.html", context, status=422 if form.errors else 200)


def choose(request: SignedIn, campaign: Campaign) -> HttpResponse:
    """Whom to place: those near at hand, and whoever is found by name."""
    words = request.GET.get("q", "").strip()
    placed = {each.key for each in placed_on(campaign, request.user, None)}
    context = {
        "campaign": campaign,
        "words": words,
        "near": near_at_hand(campaign, request.user, placed),
        "found": found_by(request.user, words),
    }
    return render(request, "campaigns/power_map_whom.html", context)


def with_who(account: Account, rows: Iterable[Placement]) -> list[tuple[Placed, str]]:
    """Placements as they are shown, each with what to call whoever made it."""
    return [(Placed(row, None, False), who) for row, who in with_doer(account, rows, "by")]


@require_POST
def undo(request: SignedIn, uid: UUID) -> HttpResponse:
    """Take a placement back."""
    rows = Placement.objects.visible_to(request.user).select_related("campaign")
    found: Placement = get_object_or_404(rows, uid=uid)
    done(
        request, undo_placement, _("Undone: where they stood before stands again."), placement=found, at=timezone.now()
    )
    return redirect("power-map", uid=found.campaign.uid)


def standing_of(request: SignedIn, campaign: Campaign, found: Found) -> Placement | None:
    """Where somebody stands now."""
    rows = placements_of(campaign, request.user)
    return rows.filter(**{found.kind: found.who}).first()


def asked_for(request: SignedIn, before: Placement | None) -> dict[str, Any]:
    """What the form begins with: the place that an address asks for, else where they stand, else the middle."""
    start = {"power": before.power if before else 5, "position": before.position if before else 0}
    return start | {name: request.GET[name] for name in ("power", "position") if name in request.GET}


def day_of(typed: str) -> date | None:
    """A day as it was typed; None for anything else."""
    try:
        found: date = forms.DateField().clean(typed)
    except forms.ValidationError:
        return None
    return found


def campaign_of(request: SignedIn, uid: UUID) -> Campaign:
    """A campaign that the account sees; 404 for any other."""
    rows = Campaign.objects.visible_to(request.user).select_related("group")
    found: Campaign = get_object_or_404(rows, uid=uid)
    return found
