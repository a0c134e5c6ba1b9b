"""House meetings: one's own with what is due, one's groups', one by itself, and writing them up."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.db.models import Q
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from m4c.core.htmx import page_or_part
from m4c.core.onward import onward
from m4c.core.pages import page_of
from m4c.core.visibility import keep_scopes, scopes_of
from m4c.listening.concerns.here import heard_here
from m4c.listening.forms import (
    FindConversationsForm,
    FollowUpForm,
    HoldHouseMeetingForm,
    HouseMeetingForm,
    RearrangeForm,
)
from m4c.listening.models import HouseMeeting
from m4c.listening.operations import house_meeting as operations
from m4c.listening.operations.usual_agenda import lay_usual_agenda
from m4c.listening.permissions import RECORD_CONVERSATIONS, RECORD_FOR_OTHERS
from m4c.listening.rounds.meeting_page import told_of
from m4c.listening.views.one_to_one import AFTER, BEFORE, MOST_OPEN
from m4c.listening.views.tabs import tabs
from m4c.people.models import Account
from m4c.people.naming import person_named
from m4c.people.narrowing import asked, filter_chip, kept_group
from m4c.people.requests import SignedIn
from m4c.people.views.asking import done, done_by_form


@require_safe
def house_meetings(request: SignedIn) -> HttpResponse:
    """One's own: still to be held, next steps still to happen, and those done."""
    own = HouseMeeting.objects.visible_to(request.user).filter(host=request.user.person_id)
    own = own.select_related("event", "group")
    context = {
        "tabs": tabs(request.user, "house-meetings"),
        "to_hold": own.to_hold()[:MOST_OPEN],
        "to_follow_up": own.to_follow_up()[:MOST_OPEN],
        "settled": page_of(own.settled(), request.GET, after=AFTER, before=BEFORE),
        "today": timezone.localdate(),
    }
    return page_or_part(request, "listening/house_meetings.html", context, part="settled-list")


@require_safe
def all_house_meetings(request: SignedIn) -> HttpResponse:
    """Those of one's groups, the latest first."""
    form = FindConversationsForm(asked(request), by=request.user)
    found = HouseMeeting.objects.visible_to(request.user).select_related("host", "group")
    group = form.chosen("group")
    found = found.of_group(group) if group else found
    page = page_of(found, request.GET, after=AFTER, before=BEFORE, kept=kept_group(request, group))
    context = {
        "tabs": tabs(request.user, "all-house-meetings"),
        "form": form,
        "page": page,
        "is_filtered": bool(group),
        "filter_chip": filter_chip(request, group),
    }
    return page_or_part(request, "listening/all_house_meetings.html", context, part="all-list")


@require_http_methods(["GET", "POST"])
def record(request: SignedIn) -> HttpResponse:
    """Arrange a house meeting, or write up one that was held; a link may bring along who hosts it."""
    host = person_named(request.user, request.GET.get("host", ""))
    form = HouseMeetingForm(request.POST or None, by=request.user, initial={"host": host} if host else {})
    if form.is_valid() and (recorded := done_by_form(request, form, operations.record_house_meeting, **form.given)):
        sentence = _("Written up.") if recorded.held_on else _("Arranged.")
        messages.success(request, sentence)
        return redirect("house-meeting", uid=recorded.uid)
    return render(request, "listening/house_meeting_form.html", {"form": form}, status=422 if form.errors else 200)


@require_safe
def house_meeting(request: SignedIn, uid: UUID) -> HttpResponse:
    """One house meeting: how far it got and what comes next."""
    return page(request, seen(request, uid))


@require_POST
def hold(request: SignedIn, uid: UUID) -> HttpResponse:
    """It took place; or what was said of it is corrected."""
    shown = seen(request, uid)
    form = HoldHouseMeetingForm.of(shown, request.POST)
    given = form.cleaned_data if form.is_valid() else {}
    if given and done_by_form(request, form, operations.hold_house_meeting, meeting=shown, **given):
        messages.success(request, _("Written up."))
        return redirect("house-meeting", uid=uid)
    return page(request, shown, hold_form=form)


@require_POST
def follow_up(request: SignedIn, uid: UUID) -> HttpResponse:
    """What was agreed there happened: today, where no day is given."""
    shown = seen(request, uid)
    form = FollowUpForm({"on": request.POST.get("on") or timezone.localdate()})
    given = form.cleaned_data if form.is_valid() else {}
    if given and done_by_form(request, form, operations.follow_up_house_meeting, meeting=shown, **given):
        messages.success(request, _("Followed up: what was agreed there happened."))
        return onward(request, "house-meeting", uid=uid)
    return page(request, shown, follow_up_form=form)


@require_POST
def rearrange(request: SignedIn, uid: UUID) -> HttpResponse:
    """Move it to another day."""
    shown = seen(request, uid)
    form = RearrangeForm(request.POST)
    given = form.cleaned_data if form.is_valid() else {}
    if given and done_by_form(request, form, operations.rearrange_house_meeting, meeting=shown, **given):
        messages.success(request, _("Moved."))
        return redirect("house-meeting", uid=uid)
    return page(request, shown, rearrange_form=form)


@require_POST
def call_off(request: SignedIn, uid: UUID) -> HttpResponse:
    """It will not take place."""
    sentence, now = _("Called off. It counts nowhere."), timezone.now()
    done(request, operations.call_off_house_meeting, sentence, meeting=seen(request, uid), at=now)
    return redirect("house-meeting", uid=uid)


@require_POST
def reopen(request: SignedIn, uid: UUID) -> HttpResponse:
    """Take back the last thing said of it."""
    done(request, operations.reopen_house_meeting, _("Taken back."), meeting=seen(request, uid))
    return redirect("house-meeting", uid=uid)


@require_POST
def lay_agenda(request: SignedIn, uid: UUID) -> HttpResponse:
    """Put the usual items on its agenda."""
    shown = seen(request, uid)
    done(request, lay_usual_agenda, meeting=shown)
    return redirect("meeting", uid=shown.event.uid)


def seen(request: SignedIn, uid: UUID) -> HouseMeeting:
    """A house meeting that the account may see; 404 for any other."""
    found = HouseMeeting.objects.visible_to(request.user).select_related("host", "event__group", "group", "campaign")
    meeting: HouseMeeting = get_object_or_404(found, uid=uid)
    return meeting


def page(request: SignedIn, shown: HouseMeeting, **forms: Any) -> HttpResponse:
    """The page of one, with a form that was refused in its place."""
    keep_scopes(shown)
    context = {
        "meeting": shown,
        "told": told_of(request.user, shown),
        "heard": heard_here(request.user, Q(house_meeting=shown), shown),
        "today": timezone.localdate(),
        "may_change": may_change(request.user, shown),
        "is_own": shown.host_id == request.user.person_id,
        "hold_form": HoldHouseMeetingForm.of(shown),
        "follow_up_form": FollowUpForm(),
        "rearrange_form": RearrangeForm(initial={"day": shown.day}),
    }
    return render(request, "listening/house_meeting.html", context | forms, status=422 if forms else 200)


def may_change(account: Account, shown: HouseMeeting) -> bool:
    """Whether the account may say how it went: it hosts, or is the organiser of who does."""
    scopes = scopes_of(shown)
    is_theirs = shown.host_id == account.person_id or account.may(RECORD_FOR_OTHERS, scopes)
    return is_theirs and account.may(RECORD_CONVERSATIONS, scopes)
