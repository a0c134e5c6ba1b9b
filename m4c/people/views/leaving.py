"""Where one belongs, oneself: leave a group with one press, ask for another, and the seats one sits in."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from m4c.people.belonging.own import groups_to_ask, own_belonging
from m4c.people.forms.belonging import WhyForm
from m4c.people.forms.group import FindGroupForm
from m4c.people.models import Delegate, Group, Leaving
from m4c.people.operations import coalition, leaving
from m4c.people.requests import SignedIn
from m4c.people.views.asking import done


@never_cache
@require_safe
def own_groups(request: SignedIn) -> HttpResponse:
    """One's own groups, requests, leavings and seats; and a search for another group to ask."""
    form = FindGroupForm(request.GET)
    words = (form.chosen("q") or "").strip()
    context = {
        "belonging": own_belonging(request.user),
        "form": form,
        "words": words,
        "found": groups_to_ask(request.user, words) if words else (),
        "why_form": WhyForm(),
    }
    return render(request, "people/own_belonging.html", context)


@require_POST
def leave(request: SignedIn, slug: str) -> HttpResponse:
    """Leave a group oneself."""
    group = get_object_or_404(Group.objects.visible_to(request.user), slug=slug)
    said = _("You have left {group}. Nobody brings you back but yourself.").format(group=group)
    done(request, leaving.leave_group, said, group=group, at=timezone.now())
    return redirect("own-belonging")


@require_POST
def say_why(request: SignedIn, uid: UUID) -> HttpResponse:
    """Say why one left."""
    own = Leaving.objects.visible_to(request.user).filter(person=request.user.person_id)
    left, form = get_object_or_404(own, uid=uid), WhyForm(request.POST)
    if form.is_valid():
        done(request, leaving.say_why, _("Thank you for saying so."), leaving=left, **form.cleaned_data)
    return redirect("own-belonging")


@require_POST
def agree(request: SignedIn, uid: UUID) -> HttpResponse:
    """Let the other bodies read one's own name."""
    said = _("The other bodies read your name now.")
    done(request, coalition.agree_to_be_named, said, delegate=own_seat(request, uid), on=timezone.localdate())
    return redirect("own-belonging")


@require_POST
def stay_unnamed(request: SignedIn, uid: UUID) -> HttpResponse:
    """Let the other bodies read one's own name no longer."""
    done(request, coalition.stay_unnamed, _("They read your name no longer."), delegate=own_seat(request, uid))
    return redirect("own-belonging")


def own_seat(request: SignedIn, uid: UUID) -> Delegate:
    """A seat in which one sits oneself; 404 for any other."""
    seats = Delegate.objects.visible_to(request.user).filter(person=request.user.person_id)
    found: Delegate = get_object_or_404(seats, uid=uid)
    return found
