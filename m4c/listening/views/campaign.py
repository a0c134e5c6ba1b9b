"""Listening campaigns: the front page of listening, one campaign with its progress and coverage, and planning one."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.db.models import Q
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from m4c.core.pages import page_of
from m4c.core.visibility import scopes_of
from m4c.events.models import Event
from m4c.listening.campaigns.asking import questions_of
from m4c.listening.campaigns.coverage import Coverage
from m4c.listening.campaigns.forms import CampaignForm, ReviewForm, VisitorForm
from m4c.listening.campaigns.links import address_of
from m4c.listening.campaigns.progress import visiting
from m4c.listening.concerns.forms import CampaignConcernForm, PutInForm
from m4c.listening.concerns.here import heard_here, left_out_of
from m4c.listening.models import Ballot, ListeningCampaign, Visitor
from m4c.listening.models.campaign import ListeningCampaignQuerySet
from m4c.listening.operations import campaign as operations
from m4c.listening.operations import visitor as visitors
from m4c.listening.permissions import HEAR, RUN_LISTENING, SEE_LISTENING
from m4c.listening.views.tabs import tabs
from m4c.people.qr import qr_svg
from m4c.people.requests import SignedIn
from m4c.people.views.asking import done, done_by_form

MOST_RUNNING, MOST_BALLOTS = 100, 50
AFTER, BEFORE = ListeningCampaignQuerySet.after, ListeningCampaignQuerySet.before
LATEST = 8  # concerns on a campaign's page; all of them are on its board


@require_safe
def listening(request: SignedIn) -> HttpResponse:
    """The campaigns that run or are planned, those that are over, and the ways into the rest of listening."""
    today = timezone.localdate()
    found = ListeningCampaign.objects.visible_to(request.user).select_related("group")
    context = {
        "tabs": tabs(request.user, "listening"),
        "running": found.filter(ends_on__gte=today).order_by("starts_on", "pk")[:MOST_RUNNING],
        "over": page_of(found.filter(ends_on__lt=today), request.GET, after=AFTER, before=BEFORE),
        "today": today,
        "may_run": request.user.may_somewhere(RUN_LISTENING),
    }
    return render(request, "listening/listening.html", context)


@require_http_methods(["GET", "POST"])
def plan(request: SignedIn) -> HttpResponse:
    """Plan a campaign."""
    form = CampaignForm(request.POST or None, by=request.user, initial={"starts_on": timezone.localdate()})
    if form.is_valid():
        given = {"group": form.cleaned_data["group"], "new": form.new}
        if planned := done_by_form(request, form, operations.plan_campaign, **given):
            messages.success(request, _("Planned. Now say who visits, and what they ask."))
            return redirect("listening-campaign", uid=planned.uid)
    return render(request, "listening/campaign_form.html", {"form": form}, status=422 if form.errors else 200)


@require_http_methods(["GET", "POST"])
def change(request: SignedIn, uid: UUID) -> HttpResponse:
    """Change a plan."""
    shown = seen(request, uid)
    form = CampaignForm.of(shown, request.user, request.POST or None)
    if form.is_valid() and done_by_form(request, form, operations.change_campaign, campaign=shown, new=form.new):
        messages.success(request, _("Saved."))
        return redirect("listening-campaign", uid=uid)
    context = {"form": form, "campaign": shown}
    return render(request, "listening/campaign_form.html", context, status=422 if form.errors else 200)


@require_safe
def campaign(request: SignedIn, uid: UUID) -> HttpResponse:
    """One campaign."""
    return page(request, seen(request, uid))


@require_POST
def review(request: SignedIn, uid: UUID) -> HttpResponse:
    """Write down what the mid-point review said."""
    shown, form = seen(request, uid), ReviewForm(request.POST)
    given = {"campaign": shown, "at": timezone.now()}
    if form.is_valid() and done_by_form(request, form, operations.review_campaign, **given, **form.cleaned_data):
        messages.success(request, _("Written down."))
        return redirect("listening-campaign", uid=uid)
    return page(request, shown, review_form=form)


@require_POST
def open_page(request: SignedIn, uid: UUID) -> HttpResponse:
    """Let strangers answer by the public page."""
    sentence, given = _("The public page is open."), {"campaign": seen(request, uid), "at": timezone.now()}
    done(request, operations.open_questions, sentence, **given)
    return redirect("listening-campaign", uid=uid)


@require_POST
def close_page(request: SignedIn, uid: UUID) -> HttpResponse:
    """Take the public page away."""
    sentence, given = _("The public page is closed."), {"campaign": seen(request, uid), "at": timezone.now()}
    done(request, operations.close_questions, sentence, **given)
    return redirect("listening-campaign", uid=uid)


@require_safe
def poster(request: SignedIn, uid: UUID) -> HttpResponse:
    """A sheet with the code of the public page, for a stall, a lift or a shop window."""
    shown = seen(request, uid)
    address = address_of(shown)
    context = {"campaign": shown, "url": address, "svg": qr_svg(address)}
    return render(request, "listening/campaign_poster.html", context)


@require_POST
def add_visitor(request: SignedIn, uid: UUID) -> HttpResponse:
    """Put a visitor down."""
    shown, form = seen(request, uid), VisitorForm(request.POST, by=request.user)
    given = {"campaign": shown, "on": timezone.localdate()}
    if form.is_valid() and done_by_form(request, form, visitors.add_visitor, **given, **form.cleaned_data):
        messages.success(request, _("{name} visits.").format(name=form.cleaned_data["person"]))
        return redirect("listening-campaign", uid=uid)
    return page(request, shown, visitor_form=form)


@require_POST
def leave(request: SignedIn, uid: UUID) -> HttpResponse:
    """A visitor visits no more."""
    found = Visitor.objects.visible_to(request.user).select_related("campaign")
    visitor = get_object_or_404(found, uid=uid)
    sentence = _("They visit no more; what they held stays counted.")
    done(request, visitors.leave_visits, sentence, visitor=visitor, on=timezone.localdate())
    return redirect("listening-campaign", uid=visitor.campaign.uid)


def seen(request: SignedIn, uid: UUID) -> ListeningCampaign:
    """A campaign that the account may see; 404 for any other."""
    found = ListeningCampaign.objects.visible_to(request.user).select_related("group", "report_back")
    shown: ListeningCampaign = get_object_or_404(found, uid=uid)
    return shown


def page(request: SignedIn, shown: ListeningCampaign, **forms: Any) -> HttpResponse:
    """The page of a campaign, with a form that was refused in its place."""
    account, scopes = request.user, scopes_of(shown)
    report_back = Event.objects.visible_to(account).filter(pk=shown.report_back_id or 0).first()
    context = {
        "tabs": tabs(account, "listening"),
        "campaign": shown,
        "today": timezone.localdate(),
        "may_run": account.may(RUN_LISTENING, scopes),
        "may_hear": account.may(HEAR, scopes),
        "visiting": visiting(shown, account),
        "questions": questions_of(shown),
        "coverage": Coverage(shown, account) if account.may(SEE_LISTENING, scopes) else None,
        "ballots": Ballot.objects.visible_to(account).filter(campaign=shown)[:MOST_BALLOTS],
        "report_back": report_back,
        "heard": heard_here(account, Q(campaign=shown), shown, at_most=LATEST),
        "concern_form": CampaignConcernForm(by=account),
        "put_in_form": PutInForm(offered=left_out_of(account, shown)) if account.may(RUN_LISTENING, scopes) else None,
        "address": address_of(shown),
        "visitor_form": VisitorForm(by=account, initial={"visits": shown.visits_each}),
        "review_form": ReviewForm(initial={"words": shown.review}),
    }
    return render(request, "listening/campaign.html", context | forms, status=422 if forms else 200)
