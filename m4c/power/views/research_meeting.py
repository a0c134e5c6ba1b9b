"""Research meetings: the list, one of them, and writing one up. None is an approach, and none starts a clock."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from m4c.core.pages import page_of
from m4c.core.visibility import scopes_of
from m4c.events.models import Event
from m4c.people.models import Account
from m4c.people.requests import SignedIn
from m4c.people.views.asking import done_by_form
from m4c.power.models import ResearchMeeting
from m4c.power.models.research_meeting import ResearchMeetingQuerySet
from m4c.power.operations import research_meeting as operations
from m4c.power.permissions import RECORD_POWER
from m4c.power.record.finding import FINDERS
from m4c.power.record.forms.research import ResearchForm
from m4c.power.views.filled import Sheet, shown
from m4c.power.views.tabs import tabs

AFTER, BEFORE = ResearchMeetingQuerySet.after, ResearchMeetingQuerySet.before
WRITTEN = ("event", "powerholder", "whom", "role", "held_on", "asked", "learnt", "interest", "next_words")


@never_cache
@require_safe
def meetings(request: SignedIn) -> HttpResponse:
    """Those of one's groups, the latest first."""
    found = ResearchMeeting.objects.visible_to(request.user).select_related("powerholder", "group")
    context = {
        "tabs": tabs(request.user, "research-meetings"),
        "page": page_of(found, request.GET, after=AFTER, before=BEFORE),
        "may_record": request.user.may_somewhere(RECORD_POWER),
    }
    return render(request, "power/research_meetings.html", context)


@never_cache
@require_safe
def meeting(request: SignedIn, uid: UUID) -> HttpResponse:
    """One research meeting: what was asked and learnt, and whom to meet next."""
    found = seen(request, uid)
    context = {
        "meeting": found,
        "event": Event.objects.visible_to(request.user).filter(pk=found.event_id or 0).first(),
        "may_record": request.user.may(RECORD_POWER, scopes_of(found)),
    }
    return render(request, "power/research_meeting.html", context)


@never_cache
@require_http_methods(["GET", "POST"])
def write(request: SignedIn) -> HttpResponse:
    """Write one up."""
    form = ResearchForm(request.POST or None, by=request.user, initial=beginning(request))
    if form.is_valid():
        new = operations.WrittenResearch(**form.given)
        given = {"group": form.cleaned_data["group"], "new": new, "at": timezone.now()}
        if written := done_by_form(request, form, operations.write_up_research, **given):
            messages.success(request, _("Written up."))
            return redirect("research-meeting", uid=written.uid)
    sheet = Sheet(_("A research meeting"), reverse("research-meetings"), _("Research meetings"), note="research")
    return shown(request, form, sheet)


@never_cache
@require_http_methods(["GET", "POST"])
def change(request: SignedIn, uid: UUID) -> HttpResponse:
    """Put right what was written up; whose it is stays."""
    found = seen(request, uid)
    initial: dict[str, Any] = {name: getattr(found, name) for name in WRITTEN if name != "event"}
    event = seen_event(request.user, found)
    form = ResearchForm(request.POST or None, by=request.user, initial=initial | {"event": event})
    del form.fields["group"]
    if form.is_valid():
        kept = {} if event else {"event": found.event}  # one that is not seen here is neither shown nor lost
        new = operations.WrittenResearch(**(form.given | (kept if not form.given["event"] else {})))
        if done_by_form(request, form, operations.change_research, meeting=found, new=new):
            messages.success(request, _("Saved."))
            return redirect("research-meeting", uid=uid)
    back = reverse("research-meeting", kwargs={"uid": uid})
    return shown(request, form, Sheet(_("Put it right"), back, _("The research meeting"), note="research"))


def beginning(request: SignedIn) -> dict[str, Any]:
    """What a link brings along: with whom."""
    named = FINDERS["powerholder"].of(request.user, request.GET.get("with", ""))
    return {"powerholder": named} if named else {}


def seen_event(account: Account, found: ResearchMeeting) -> UUID | None:
    """The uid of its event, where the account may see that."""
    event = Event.objects.visible_to(account).filter(pk=found.event_id or 0).first()
    return event.uid if event else None


def seen(request: SignedIn, uid: UUID) -> ResearchMeeting:
    """A research meeting that the account may see; 404 for any other."""
    rows = ResearchMeeting.objects.visible_to(request.user).select_related("powerholder", "group")
    found: ResearchMeeting = get_object_or_404(rows, uid=uid)
    return found
