"""Concerns where they were said: adding what was left out, mending, striking, and what belongs to a campaign."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from m4c.core.onward import onward
from m4c.listening.concerns.forms import CampaignConcernForm, ConcernForm, MendForm, PutInForm
from m4c.listening.concerns.here import left_out_of, struck_or_not
from m4c.listening.models import Concern, ListeningCampaign
from m4c.listening.operations.concern import NewConcern, edit_concern, is_ones_own, note_concern, strike_concern
from m4c.listening.operations.concern_place import leave_out_of_campaign, put_back_concern, put_in_campaign
from m4c.listening.themes.board import NONE, Board
from m4c.listening.views import campaign as campaigns
from m4c.listening.views import one_to_one as talks
from m4c.people.naming import names_of
from m4c.people.requests import SignedIn
from m4c.people.views.asking import done, done_by_form


@require_POST
def add_to_talk(request: SignedIn, uid: UUID) -> HttpResponse:
    """Write down what was left out of a 1-2-1: whom it was with said it, on that day."""
    one = talks.seen(request, uid)
    if not one.held_on or not talks.may_change(request.user, one):
        raise Http404
    form = ConcernForm(request.POST)
    if form.is_valid():
        new = NewConcern(
            **form.cleaned_data, said_on=one.held_on, person=one.other, one_to_one=one, campaign=one.campaign
        )
        if done_by_form(request, form, note_concern, group=one.group, new=new, at=timezone.now()):
            messages.success(request, _("Written down."))
            return redirect("one-to-one", uid=uid)
    return refused(request, form, reverse("one-to-one", args=[uid]), str(one.other))


@require_POST
def add_to_campaign(request: SignedIn, uid: UUID) -> HttpResponse:
    """Write down what was left out of a campaign, of somebody or of nobody named."""
    shown, form = campaigns.seen(request, uid), CampaignConcernForm(request.POST, by=request.user)
    if form.is_valid():
        new = NewConcern(**form.cleaned_data, campaign=shown)
        if done_by_form(request, form, note_concern, group=shown.group, new=new, at=timezone.now()):
            messages.success(request, _("Written down."))
            return redirect("listening-campaign", uid=uid)
    return refused(request, form, reverse("listening-campaign", args=[uid]), shown.name)


@require_POST
def put_in(request: SignedIn, uid: UUID) -> HttpResponse:
    """Let concerns that were heard elsewhere belong to a campaign."""
    shown = campaigns.seen(request, uid)
    form = PutInForm(request.POST, offered=left_out_of(request.user, shown))
    if form.is_valid() and done_by_form(request, form, put_in_campaign, campaign=shown, concerns=form.chosen):
        messages.success(request, _("They belong to it now."))
        return redirect("listening-campaign", uid=uid)
    return refused(request, form, reverse("listening-campaign", args=[uid]), shown.name)


@require_http_methods(["GET", "POST"])
def concern(request: SignedIn, uid: UUID) -> HttpResponse:
    """One concern, for whoever wrote it down or runs the listening: to be put right, quoted no more, or struck."""
    shown = known(request, uid)
    if shown.struck_at or not is_ones_own(shown, request.user):
        raise Http404
    form = MendForm.of(shown, request.POST or None)
    values = form.cleaned_data if form.is_valid() else {}
    if values and done_by_form(request, form, edit_concern, concern=shown, values=values):
        messages.success(request, _("Put right."))
        return redirect(came_from(request, shown))
    names = names_of(request.user, [shown.person_id])
    context = {
        "concern": shown,
        "form": form,
        "who": names.get(shown.person_id, ""),
        "where": came_from(request, shown),
    }
    return render(request, "listening/concern.html", context, status=422 if form.errors else 200)


@require_POST
def strike(request: SignedIn, uid: UUID) -> HttpResponse:
    """It was wrongly written down: it counts nowhere, and can be put back."""
    concern = known(request, uid)
    sentence = _("Struck: it counts nowhere. It can be put back below.")
    done(request, strike_concern, sentence, concern=concern, at=timezone.now())
    return back(request, concern)


@require_POST
def put_back(request: SignedIn, uid: UUID) -> HttpResponse:
    """It was right after all."""
    concern = known(request, uid)
    done(request, put_back_concern, _("It counts again."), concern=concern)
    return back(request, concern)


@require_POST
def leave_out(request: SignedIn, uid: UUID) -> HttpResponse:
    """It does not belong to its campaign, and stays where it was said."""
    concern = known(request, uid)
    sentence = _("It belongs to no campaign now. It can be put in again below.")
    where = back(request, concern)
    done(request, leave_out_of_campaign, sentence, concern=concern)
    return where


def known(request: SignedIn, uid: UUID) -> Concern:
    """A concern that the account sees, struck or not; 404 for any other."""
    found: Concern = get_object_or_404(struck_or_not(request.user), uid=uid)
    return found


def back(request: SignedIn, concern: Concern) -> HttpResponse:
    """To the page from which it was pressed, else to where it was said."""
    if concern.one_to_one:
        return onward(request, "one-to-one", uid=concern.one_to_one.uid)
    if concern.house_meeting:
        return onward(request, "house-meeting", uid=concern.house_meeting.uid)
    campaign: ListeningCampaign | None = concern.campaign
    return onward(request, "listening-campaign", uid=campaign.uid) if campaign else onward(request, "listening")


def came_from(request: SignedIn, concern: Concern) -> str:
    """The list of the coding board on which it stands, where one came from there, else the page where it was said."""
    if "board" not in request.GET:
        return back(request, concern)["Location"]
    board = Board(concern.campaign.group, concern.campaign) if concern.campaign else Board(concern.group)
    return f"{board.address()}?{urlencode({'theme': str(concern.theme.uid) if concern.theme else NONE})}"


def refused(request: SignedIn, form: Any, where: str, title: str) -> HttpResponse:
    """The form by itself, as it came."""
    context = {"form": form, "where": where, "title": title}
    return render(request, "listening/concern_form.html", context, status=422)
