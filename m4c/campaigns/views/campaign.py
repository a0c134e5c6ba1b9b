"""Campaigns: the list, beginning and changing one, and one campaign's page, which gathers what its parts tell."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from m4c.campaigns.campaign_panels import BESIDE, CAMPAIGN_PANELS, campaign_tabs
from m4c.campaigns.casework.forms import CampaignForm, FindCampaignsForm
from m4c.campaigns.casework.glance import glance_of
from m4c.campaigns.casework.listing import after, before, campaigns_of, how_it_stands
from m4c.campaigns.models import Campaign
from m4c.campaigns.operations.campaign import begin_campaign, change_campaign
from m4c.campaigns.permissions import RUN_CAMPAIGNS
from m4c.core.htmx import page_or_part
from m4c.core.models.record import uid_of
from m4c.core.pages import page_of
from m4c.core.panels import draw, rows_there
from m4c.core.visibility import KEPT, scopes_of
from m4c.listening.deciding.provenance import provenance_of
from m4c.listening.models import Issue
from m4c.people.narrowing import asked, filter_chip, kept_group
from m4c.people.requests import SignedIn
from m4c.people.views.asking import done_by_form


@never_cache
@require_safe
def campaigns(request: SignedIn) -> HttpResponse:
    """The campaigns and community projects of one's groups, the latest first."""
    form = FindCampaignsForm(asked(request), by=request.user)
    group, which = form.chosen("group"), form.chosen("which") or ""
    found = campaigns_of(request.user, group=group, which=which)
    kept = kept_group(request, group) | {"which": which or None}
    context = {
        "form": form,
        "page": page_of(found, request.GET, after=after, before=before, kept=kept),
        "is_filtered": bool(group or which),
        "filter_chip": filter_chip(request, group),
        "may_run": request.user.may_somewhere(RUN_CAMPAIGNS),
    }
    return page_or_part(request, "campaigns/campaigns.html", context, part="campaigns-list")


@never_cache
@require_http_methods(["GET", "POST"])
def begin(request: SignedIn) -> HttpResponse:
    """Begin a campaign, from an issue or plainly."""
    issue = issue_of_address(request)
    form = CampaignForm(request.POST or None, by=request.user, initial=taken_from(issue))
    if form.is_valid():
        given = {"group": form.cleaned_data["group"], "new": form.new, "demand": form.cleaned_data["demand"]}
        if begun := done_by_form(request, form, begin_campaign, issue=issue, at=timezone.now(), **given):
            messages.success(request, _("Begun. Now say who authorised it, and who leads."))
            return redirect("campaign-setup", uid=begun.uid)
    context = {"form": form, "issue": issue, "provenance": provenance_of(issue, request.user) if issue else None}
    return render(request, "campaigns/campaign_form.html", context, status=422 if form.errors else 200)


@never_cache
@require_http_methods(["GET", "POST"])
def change(request: SignedIn, uid: UUID) -> HttpResponse:
    """Say what it is about in other words."""
    found = campaign_of(request, uid)
    form = CampaignForm.of(found, request.user, request.POST or None)
    if form.is_valid() and done_by_form(request, form, change_campaign, campaign=found, new=form.new):
        messages.success(request, _("Saved."))
        return redirect("campaign", uid=uid)
    context = {"form": form, "campaign": found}
    return render(request, "campaigns/campaign_form.html", context, status=422 if form.errors else 200)


@never_cache
@require_safe
def campaign(request: SignedIn, uid: UUID) -> HttpResponse:
    """One campaign, with all that its parts tell of it."""
    found = campaign_of(request, uid, **how_it_stands(), **rows_there(CAMPAIGN_PANELS))
    panels = draw(CAMPAIGN_PANELS, request.user, found)
    context = frame(request, found, "campaign") | {
        "glance": glance_of(found, request.user),
        "pressing": [panel for panel in panels if panel.is_pressing],
        "wide": [panel for panel in panels if not panel.is_pressing and panel.order < BESIDE],
        "beside": [panel for panel in panels if not panel.is_pressing and panel.order >= BESIDE],
    }
    return render(request, "campaigns/campaign.html", context)


def frame(request: SignedIn, found: Campaign, current: str) -> dict[str, Any]:
    """What the head of each of a campaign's pages reads; `current` is the route of the page."""
    return {
        "campaign": found,
        "is_project": found.kind == Campaign.Kind.PROJECT,
        "tabs": campaign_tabs(request.user, found, current),
        "may_run": request.user.may(RUN_CAMPAIGNS, scopes_of(found)),
    }


def campaign_of(request: SignedIn, uid: UUID, **more: Any) -> Campaign:
    """A campaign that the account sees, with its group, whose path its rights are asked by; 404 for any other."""
    rows = Campaign.objects.visible_to(request.user).select_related("group")
    found: Campaign = get_object_or_404(rows.annotate(**more), uid=uid)
    found.__dict__[KEPT] = frozenset([found.group.path])  # each panel asks what may be done with it
    return found


def issue_of_address(request: SignedIn) -> Issue | None:
    """The issue that `?issue=` names, if it names one; 404 for one that the account does not see."""
    typed = request.GET.get("issue", "")
    if not typed:
        return None
    rows, uid = Issue.objects.visible_to(request.user).select_related("group"), uid_of(typed)
    issue = rows.filter(uid=uid).first() if uid else None
    if issue is None:
        raise Http404
    return issue


def taken_from(issue: Issue | None) -> dict[str, Any]:
    """What the form of a campaign begins with: an issue's words, where it begins from one."""
    today = {"starts_on": timezone.localdate()}
    if issue is None:
        return today
    said = {"name": issue.name, "problem": issue.problem, "demand": issue.change, "group": issue.group.slug}
    return today | said
