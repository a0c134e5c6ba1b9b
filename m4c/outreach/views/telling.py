"""Telling a group: the list, writing, looking at it before it goes, sending off, sharing out, and one's own share."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.db.models import Count
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from m4c.core.models.record import uid_of
from m4c.core.visibility import scopes_of
from m4c.events.models import Event
from m4c.outreach.forms import ShareForm, TellingForm, WordsForm
from m4c.outreach.models import Telling, Told
from m4c.outreach.operations import telling as operations
from m4c.outreach.permissions import TELL_GROUP
from m4c.outreach.share import share_of
from m4c.outreach.whom import counted
from m4c.people.requests import SignedIn
from m4c.people.views.asking import done, done_by_form

LISTED = 30
SETTLED = {Told.State.TOLD, Told.State.NOT_REACHED, Told.State.WAITING}


@never_cache
@require_safe
def tellings(request: SignedIn) -> HttpResponse:
    """What one's groups told their people lately."""
    rows = Telling.objects.visible_to(request.user).select_related("group")[:LISTED]
    context = {"tellings": rows, "may_tell": request.user.may_somewhere(TELL_GROUP)}
    return render(request, "outreach/tellings.html", context)


@never_cache
@require_http_methods(["GET", "POST"])
def write(request: SignedIn) -> HttpResponse:
    """Write what a group is told; `?event=` is about an event."""
    event = event_asked(request)
    form = TellingForm(request.POST or None, by=request.user, event=event)
    if form.is_valid():
        given = {"event": event, "at": timezone.now(), **form.given}
        if written := done_by_form(request, form, operations.write_telling, **given):
            return redirect("telling", uid=written.uid)
    context = {"form": form, "event": event}
    return render(request, "outreach/telling_form.html", context, status=422 if form.errors else 200)


@never_cache
@require_safe
def telling(request: SignedIn, uid: UUID) -> HttpResponse:
    """One telling: before it goes how many are told how, afterwards who was."""
    return shown(request, telling_of(request, uid))


def shown(request: SignedIn, found: Telling, status: int = 200, **more: Any) -> HttpResponse:
    """Its page, with a form that was refused as it came."""
    account, may_tell = request.user, request.user.may(TELL_GROUP, scopes_of(found))
    rows = Told.objects.visible_to(account).filter(telling=found)
    by_means = (
        rows.order_by("means").values_list("means", "state").annotate(number=Count("pk")) if found.goes_at else []
    )
    unshared = rows.exclude(means=Told.Means.EMAIL).filter(teller=None, state=Told.State.WAITING)
    context = {
        "telling": found,
        "may_tell": may_tell,
        "planned": counted(found, timezone.now()) if may_tell and not found.goes_at else None,
        "told": table_of(by_means),
        "unshared": unshared.count() if may_tell and found.gathered_at else 0,
        "own": rows.filter(teller=account.person_id).count() if account.person_id else 0,
        "share_form": ShareForm(by=account, telling=found) if may_tell and found.gathered_at else None,
    }
    return render(request, "outreach/telling.html", context | more, status=status)


@never_cache
@require_http_methods(["GET", "POST"])
def change(request: SignedIn, uid: UUID) -> HttpResponse:
    """Say it in other words."""
    found = telling_to_send(request, uid)
    form = WordsForm.of(found, request.POST or None)
    if form.is_valid() and done_by_form(request, form, operations.change_telling, telling=found, said=form.said):
        return redirect("telling", uid=uid)
    context = {"form": form, "telling": found}
    return render(request, "outreach/telling_form.html", context, status=422 if form.errors else 200)


@require_POST
def send(request: SignedIn, uid: UUID) -> HttpResponse:
    """Send it off."""
    sentence = _("It is on its way. The letters go by themselves; share out the rest below.")
    done(request, operations.send_telling, sentence, telling=telling_to_send(request, uid), at=timezone.now())
    return redirect("telling", uid=uid)


@require_POST
def call_off(request: SignedIn, uid: UUID) -> HttpResponse:
    """Stop what has not gone yet."""
    found = telling_to_send(request, uid)
    done(request, operations.call_off_telling, _("Nothing more goes out."), telling=found, at=timezone.now())
    return redirect("telling", uid=uid)


@require_POST
def share_out(request: SignedIn, uid: UUID) -> HttpResponse:
    """Share the rest out."""
    found = telling_to_send(request, uid)
    form = ShareForm(request.POST, by=request.user, telling=found)
    if form.is_valid():
        tellers = list(form.cleaned_data["tellers"])
        if done_by_form(request, form, operations.share_out, telling=found, tellers=tellers) is not None:
            messages.success(request, _("Shared out. Each finds their share on Today."))
            return redirect("telling", uid=uid)
    return shown(request, found, 422, share_form=form)


@never_cache
@require_safe
def share(request: SignedIn, uid: UUID) -> HttpResponse:
    """One's own share, with one press for each."""
    found = telling_of(request, uid)
    lines = share_of(request.user, found.pk, timezone.now())
    letters = sum(line.is_letter_to_print for line in lines)
    context = {"telling": found, "lines": lines, "letters": letters}
    return render(request, "outreach/share.html", context)


@never_cache
@require_safe
def share_letters(request: SignedIn, uid: UUID) -> HttpResponse:
    """The letters of one's own share that wait, each on a sheet of paper of its own."""
    found = telling_of(request, uid)
    letters = [line for line in share_of(request.user, found.pk, timezone.now()) if line.is_letter_to_print]
    context = {"telling": found, "letters": letters, "today": timezone.localdate()}
    return render(request, "outreach/share_letters.html", context)


@require_POST
def say(request: SignedIn, uid: UUID, state: str) -> HttpResponse:
    """Say that somebody was told or not reached, or take it back."""
    rows = Told.objects.visible_to(request.user).select_related("telling")
    told = get_object_or_404(rows, uid=uid)
    if state not in SETTLED:
        raise Http404
    done(request, operations.say_told, told=told, state=state, at=timezone.now())
    return redirect("telling-share", uid=told.telling.uid)


def table_of(counts: Any) -> list[tuple[str, dict[str, int], int]]:
    """Means by means how many stand where, from (means, state, number)."""
    rows: dict[str, dict[str, int]] = {}
    for means, state, number in counts:
        rows.setdefault(means, {})[state] = number
    return [(str(Told.Means(means).label), states, sum(states.values())) for means, states in rows.items()]


def telling_of(request: SignedIn, uid: UUID) -> Telling:
    """A telling that the account sees; 404 for any other."""
    rows = Telling.objects.visible_to(request.user).select_related("group", "event", "saved_filter", "made_by")
    found: Telling = get_object_or_404(rows, uid=uid)
    return found


def telling_to_send(request: SignedIn, uid: UUID) -> Telling:
    """A telling of a group that the account may tell; 404 for one whose share it only took on."""
    found = telling_of(request, uid)
    if not request.user.may(TELL_GROUP, scopes_of(found)):
        raise Http404
    return found


def event_asked(request: SignedIn) -> Event | None:
    """The event that a link from its page brings along."""
    uid = uid_of(request.GET.get("event"))
    seen = Event.objects.visible_to(request.user).select_related("group")
    return seen.filter(uid=uid).first() if uid else None
