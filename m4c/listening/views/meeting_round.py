"""Rounds of house meetings: their list, one with its tree of hosts and its gatherings, and planning them."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from m4c.core.errors import Refused
from m4c.core.htmx import page_or_part
from m4c.core.pages import page_of
from m4c.core.visibility import scopes_of
from m4c.events.models import Event
from m4c.events.operations.asking_many import Listing
from m4c.listening.models import HouseMeeting, MeetingRound
from m4c.listening.models.meeting_round import MeetingRoundQuerySet
from m4c.listening.operations import meeting_round as operations
from m4c.listening.permissions import RUN_LISTENING
from m4c.listening.rounds.asked import sentences_of
from m4c.listening.rounds.forms import ChangeRoundForm, GatheringForm, PutInRoundForm, RoundForm
from m4c.listening.rounds.tree import tree_of
from m4c.listening.views.tabs import tabs
from m4c.people.requests import SignedIn
from m4c.people.sight import within
from m4c.people.views.asking import done, done_by_form

MOST_OFFERED = 40
WEEKS = {"fourth": "fourth_week", "eighth": "eighth_week"}


@require_safe
def rounds(request: SignedIn) -> HttpResponse:
    """Those of one's groups, the latest first."""
    found = MeetingRound.objects.visible_to(request.user).select_related("group")
    context = {
        "tabs": tabs(request.user, "rounds"),
        "page": page_of(found, request.GET, after=MeetingRoundQuerySet.after, before=MeetingRoundQuerySet.before),
        "may_run": request.user.may_somewhere(RUN_LISTENING),
    }
    return page_or_part(request, "listening/rounds.html", context, part="rounds-list")


@require_http_methods(["GET", "POST"])
def begin(request: SignedIn) -> HttpResponse:
    """Begin a round."""
    form = RoundForm(request.POST or None, by=request.user, initial={"starts_on": timezone.localdate()})
    if form.is_valid() and (begun := done_by_form(request, form, operations.begin_round, **form.cleaned_data)):
        messages.success(request, _("The round is there: now put its meetings in."))
        return redirect("round", uid=begun.uid)
    return render(request, "listening/round_form.html", {"form": form}, status=422 if form.errors else 200)


@require_safe
def one_round(request: SignedIn, uid: UUID) -> HttpResponse:
    """One round: the tree of its hosts, and its gatherings."""
    return drawn(request, round_of(request, uid))


@require_POST
def change(request: SignedIn, uid: UUID) -> HttpResponse:
    """Say its name and its first day anew."""
    shown, form = round_of(request, uid), ChangeRoundForm(request.POST)
    given = form.cleaned_data if form.is_valid() else {}
    if given and done_by_form(request, form, operations.change_round, meeting_round=shown, **given):
        messages.success(request, _("Saved."))
        return redirect("round", uid=uid)
    return drawn(request, shown, change_form=form)


@require_POST
def put_in(request: SignedIn, uid: UUID) -> HttpResponse:
    """Let house meetings belong to it."""
    shown = round_of(request, uid)
    form = PutInRoundForm(request.POST, offered=offered_to(request, shown))
    if form.is_valid():
        meetings = list(form.cleaned_data["meetings"])
        if done_by_form(request, form, operations.put_in_round, meeting_round=shown, meetings=meetings) is not None:
            messages.success(request, _("They belong to this round."))
            return redirect("round", uid=uid)
    return drawn(request, shown, put_in_form=form)


@require_POST
def take_out(request: SignedIn, uid: UUID) -> HttpResponse:
    """Let a house meeting belong to no round."""
    found = HouseMeeting.objects.visible_to(request.user).exclude(round=None).select_related("round")
    meeting = get_object_or_404(found, uid=uid)
    back = meeting.round.uid
    done(request, operations.take_out_of_round, _("It belongs to no round now."), meeting=meeting)
    return redirect("round", uid=back)


@require_http_methods(["GET", "POST"])
def gather(request: SignedIn, uid: UUID, week: str) -> HttpResponse:
    """Plan the gathering of the fourth or of the eighth week."""
    shown = round_of(request, uid)
    name = WEEKS.get(week)
    if name is None or getattr(shown, name) is not None:
        raise Http404
    form = GatheringForm.of(operations.usual_start(shown, name), request.POST or None)
    given = {"meeting_round": shown, "week": name}
    if form.is_valid() and (gathering := done_by_form(request, form, operations.call_gathering, **given, **form.given)):
        messages.success(request, _("Planned."))
        tell(request, gathering.listing)
        return redirect("round", uid=uid)
    context = {"round": shown, "week": week, "form": form}
    return render(request, "listening/gathering_form.html", context, status=422 if form.errors else 200)


@require_POST
def ask_met(request: SignedIn, uid: UUID, week: str) -> HttpResponse:
    """Ask everybody met in the round to a gathering."""
    if week not in WEEKS:
        raise Http404
    shown = round_of(request, uid)
    try:
        listing = operations.ask_met(meeting_round=shown, week=WEEKS[week], at=timezone.now(), by=request.user)
    except Refused as refused:
        messages.error(request, str(refused))
    else:
        tell(request, listing)
    return redirect("round", uid=uid)


def tell(request: SignedIn, listing: Listing | None) -> None:
    """Say how many are asked now, and who is not."""
    for sentence in sentences_of(listing) if listing else ():
        messages.success(request, sentence)


def round_of(request: SignedIn, uid: UUID) -> MeetingRound:
    """A round that the account may see; 404 for any other."""
    found = MeetingRound.objects.visible_to(request.user).select_related("group", "campaign")
    shown: MeetingRound = get_object_or_404(found, uid=uid)
    return shown


def offered_to(request: SignedIn, shown: MeetingRound) -> Any:
    """House meetings that may come to belong to it: of its group and those below, in no round, not called off."""
    found = HouseMeeting.objects.visible_to(request.user).filter(within("group__path", shown.group), round=None)
    found = found.filter(called_off_on=None).select_related("host")
    nearest = found.order_by("-day", "-pk").values("pk")[:MOST_OFFERED]
    return found.filter(pk__in=list(nearest.values_list("pk", flat=True))).order_by("-day", "-pk")


def drawn(request: SignedIn, shown: MeetingRound, **forms: Any) -> HttpResponse:
    """The page of one, with a form that was refused in its place."""
    may_run = request.user.may(RUN_LISTENING, scopes_of(shown))
    events = Event.objects.visible_to(request.user).in_bulk(
        [pk for pk in (shown.fourth_week_id, shown.eighth_week_id) if pk]
    )
    weeks = (("fourth", _("In the fourth week")), ("eighth", _("In the eighth week")))
    context: dict[str, Any] = {
        "round": shown,
        "tree": tree_of(request.user, shown),
        "may_run": may_run,
        "gatherings": [gathering_of(shown, week, title, events) for week, title in weeks],
    }
    if may_run:
        offered = offered_to(request, shown)
        context |= {"put_in_form": PutInRoundForm(offered=offered), "change_form": ChangeRoundForm.of(shown)}
    return render(request, "listening/round.html", context | forms, status=422 if forms else 200)


def gathering_of(shown: MeetingRound, week: str, title: str, events: dict[Any, Event]) -> dict[str, Any]:
    """What the page says of one of the two gatherings; `is_to_come` while people may be asked to it."""
    name = WEEKS[week]
    event = events.get(getattr(shown, f"{name}_id") or 0)
    return {
        "week": week,
        "title": title,
        "event": event,
        "planned": getattr(shown, f"{name}_id") is not None,
        "usual": operations.usual_start(shown, name),
        "is_to_come": event is not None and not event.is_called_off and event.starts_at > timezone.now(),
    }
