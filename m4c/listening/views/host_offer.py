"""Offers to host: taken up as the next meeting, or let go."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from m4c.listening.models import HostOffer
from m4c.listening.operations import host_offer as operations
from m4c.listening.rounds.forms import ArrangeOfferedForm
from m4c.listening.views.house_meeting import may_change
from m4c.people.naming import names_of
from m4c.people.requests import SignedIn
from m4c.people.views.asking import done, done_by_form


@require_http_methods(["GET", "POST"])
def arrange(request: SignedIn, uid: UUID) -> HttpResponse:
    """Arrange the meeting that somebody offered to host."""
    offer = own(request, uid)
    name = names_of(request.user, [offer.person_id]).get(offer.person_id, offer.name)
    typed = {"day": offer.by_when or "", "host": offer.name}
    form = ArrangeOfferedForm(request.POST or None, by=request.user, offer=offer, name=name, initial=typed)
    if form.is_valid() and done_by_form(request, form, operations.arrange_offered, offer=offer, **form.given):
        messages.success(request, _("Arranged."))
        return redirect("house-meeting", uid=offer.meeting.uid)
    context = {"offer": offer, "name": name, "form": form}
    return render(request, "listening/host_offer_form.html", context, status=422 if form.errors else 200)


@require_POST
def let_go(request: SignedIn, uid: UUID) -> HttpResponse:
    """They will not host after all."""
    offer = own(request, uid)
    done(
        request,
        operations.let_go_of_offer,
        _("They are off the list of those who offered."),
        offer=offer,
        at=timezone.now(),
    )
    return redirect("house-meeting", uid=offer.meeting.uid)


def own(request: SignedIn, uid: UUID) -> HostOffer:
    """An open offer at a meeting that the account may write up; 404 for any other."""
    rows = HostOffer.objects.visible_to(request.user).filter(became=None)
    offer: HostOffer = get_object_or_404(rows.select_related("meeting__group", "meeting__event", "person"), uid=uid)
    if not may_change(request.user, offer.meeting):
        raise Http404
    return offer
