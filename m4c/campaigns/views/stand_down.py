"""Standing down: everybody called out is told; how far that got, who rings whom, and one's own share."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from m4c.campaigns.ladder.sharing import State, progress_of, share_of
from m4c.campaigns.ladder.truce_forms import RingersForm, StandDownForm
from m4c.campaigns.models import StandDown, StoodDown
from m4c.campaigns.operations import stand_down as operations
from m4c.campaigns.permissions import CALL_OUT
from m4c.campaigns.views.ladder import shown as step_shown
from m4c.campaigns.views.ladder import step_of
from m4c.core.htmx import page_or_part
from m4c.core.visibility import scopes_of
from m4c.people.requests import SignedIn
from m4c.people.views.asking import done, done_by_form

SETTLED = (State.TOLD, State.MISSED, State.WAITING)


@require_POST
def press(request: SignedIn, uid: UUID) -> HttpResponse:
    """Tell everybody called out for a step that it is off."""
    found = step_of(request, uid)
    form = StandDownForm(request.POST, step=found)
    given = {"step": found, "at": timezone.now()}
    if form.is_valid() and (made := done_by_form(request, form, operations.stand_down, **given, **form.cleaned_data)):
        return redirect("stand-down", uid=made.uid)
    return step_shown(request, found, 422, stand_down_form=form)


@never_cache
@require_safe
def stand_down(request: SignedIn, uid: UUID) -> HttpResponse:
    """How far it got; htmx asks again by itself until everybody was told."""
    return shown(request, stand_down_of(request, uid))


def shown(request: SignedIn, found: StandDown, status: int = 200, **more: Any) -> HttpResponse:
    """Its page, with a form that was refused as it came."""
    may_call_out = request.user.may(CALL_OUT, scopes_of(found))
    own = StoodDown.objects.visible_to(request.user).filter(stand_down=found, teller=request.user.person_id)
    context = {
        "stand_down": found,
        "progress": progress_of(request.user, found),
        "may_call_out": may_call_out,
        "own": own.to_ring().exists() if request.user.person_id else False,
        "ringers_form": RingersForm(by=request.user, stand_down=found) if may_call_out else None,
    }
    if status == 200:
        return page_or_part(request, "campaigns/stand_down.html", context, part="stand-down-progress")
    return render(request, "campaigns/stand_down.html", context | more, status=status)


@require_POST
def share_out(request: SignedIn, uid: UUID) -> HttpResponse:
    """Share out anew whom nobody told yet."""
    found = stand_down_of(request, uid)
    form = RingersForm(request.POST, by=request.user, stand_down=found)
    if form.is_valid():
        given = {"stand_down": found, "tellers": list(form.cleaned_data["tellers"]), "at": timezone.now()}
        if done_by_form(request, form, operations.share_calls, **given) is not None:
            messages.success(request, _("Shared out. Each finds their share on Today."))
            return redirect("stand-down", uid=uid)
    return shown(request, found, 422, ringers_form=form)


@never_cache
@require_safe
def share(request: SignedIn, uid: UUID) -> HttpResponse:
    """One's own share, with one press for each; 404 for whoever has none."""
    own = StoodDown.objects.visible_to(request.user).filter(teller=request.user.person_id, stand_down__uid=uid)
    first = own.select_related("stand_down__step", "stand_down__event").first() if request.user.person_id else None
    if first is None:
        raise Http404
    lines = share_of(request.user, first.stand_down, timezone.now())
    return render(request, "campaigns/stand_down_share.html", {"stand_down": first.stand_down, "lines": lines})


@require_POST
def say(request: SignedIn, uid: UUID, state: str) -> HttpResponse:
    """Say that somebody was told or not reached, or take it back."""
    rows = StoodDown.objects.visible_to(request.user).select_related("stand_down", "campaign__group")
    found = get_object_or_404(rows, uid=uid)
    if state not in SETTLED:
        raise Http404
    done(request, operations.say_stood_down, stood_down=found, state=state, at=timezone.now())
    whose = StoodDown.objects.visible_to(request.user).filter(stand_down=found.stand_down)
    has_share = request.user.person_id and whose.filter(teller=request.user.person_id).exists()
    return redirect("stand-down-share" if has_share else "stand-down", uid=found.stand_down.uid)


def stand_down_of(request: SignedIn, uid: UUID) -> StandDown:
    """A stand-down that the account sees; 404 for any other."""
    rows = StandDown.objects.visible_to(request.user).select_related("campaign__group", "step", "event", "truce")
    found: StandDown = get_object_or_404(rows, uid=uid)
    return found
