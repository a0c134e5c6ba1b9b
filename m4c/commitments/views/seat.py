"""Who sits at a table: our people with their parts, and their side by office."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from m4c.commitments.models import NegotiationPart, OtherSide
from m4c.commitments.operations import negotiation as operations
from m4c.commitments.table.choosing import to_choose
from m4c.commitments.table.forms import PartForm, SeatForm
from m4c.commitments.views.negotiation import negotiation_of, shown, unseen_campaign
from m4c.people.requests import SignedIn
from m4c.people.views.asking import done, done_by_form


@require_POST
def put_on_team(request: SignedIn, uid: UUID) -> HttpResponse:
    """Give somebody of ours a part."""
    found, form = negotiation_of(request, uid), PartForm(request.POST, by=request.user)
    given = {"negotiation": found, "at": timezone.now(), **form.cleaned_data} if form.is_valid() else {}
    if given and done_by_form(request, form, operations.put_on_team, **given):
        return redirect("negotiation", uid=uid)
    return shown(request, found, 422, part_form=form)


@require_POST
def take_off_team(request: SignedIn, uid: UUID) -> HttpResponse:
    """Take a part from somebody."""
    parts = NegotiationPart.objects.visible_to(request.user).select_related("negotiation__group")
    part = get_object_or_404(parts, uid=uid)
    done(request, operations.take_off_team, _("Taken off."), negotiation=part.negotiation, part=part)
    return redirect("negotiation", uid=part.negotiation.uid)


@never_cache
@require_http_methods(["GET", "POST"])
def seat(request: SignedIn, uid: UUID) -> HttpResponse:
    """Seat somebody of theirs: chosen by name, or others in words."""
    found = negotiation_of(request, uid)
    form = SeatForm(request.POST if "words" in request.POST else None)
    campaign = None if unseen_campaign(request, found) else found.campaign
    choice = to_choose(request.user, request.POST if request.POST else request.GET, None, campaign)
    given: dict[str, Any] = {"negotiation": found, "at": timezone.now()}
    if request.method == "POST" and choice.powerholder:
        if done(request, operations.seat_other_side, powerholder=choice.powerholder, **given):
            return redirect("negotiation", uid=uid)
    elif form.is_valid() and done_by_form(request, form, operations.seat_other_side, **form.cleaned_data, **given):
        return redirect("negotiation", uid=uid)
    context = {"negotiation": found, "choice": choice, "form": form}
    return render(request, "commitments/negotiation_seat.html", context, status=422 if form.errors else 200)


@require_POST
def came(request: SignedIn, uid: UUID, said: str) -> HttpResponse:
    """Write down whether somebody of theirs came."""
    found = seat_of(request, uid)
    done(request, operations.say_who_came, seat=found, came=said == "yes")
    return redirect("negotiation", uid=found.negotiation.uid)


@require_POST
def leave_out(request: SignedIn, uid: UUID) -> HttpResponse:
    """Take a seat off."""
    found = seat_of(request, uid)
    done(request, operations.leave_seat_out, _("Taken off."), seat=found)
    return redirect("negotiation", uid=found.negotiation.uid)


def seat_of(request: SignedIn, uid: UUID) -> OtherSide:
    """A seat of theirs that the account sees; 404 for any other."""
    found: OtherSide = get_object_or_404(
        OtherSide.objects.visible_to(request.user).select_related("negotiation__group"), uid=uid
    )
    return found
