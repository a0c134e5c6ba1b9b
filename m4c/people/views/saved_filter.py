"""Saved filters: keep one, call it something else, share it, remove it and put it back."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from m4c.people.acting.register import told
from m4c.people.forms.find_people import FindPeopleForm
from m4c.people.forms.list_actions import SavedFilterForm
from m4c.people.list_permissions import SAVE_FILTERS
from m4c.people.models import PeopleChange, PeopleExport, SavedFilter
from m4c.people.naming import with_doer
from m4c.people.operations import saved_filter as operations
from m4c.people.requests import SignedIn
from m4c.people.views.asking import done, done_by_form

LISTED, LATELY = 100, 10


@require_safe
def saved_filters(request: SignedIn) -> HttpResponse:
    """Saved filters, one's own and those shared with one; one's own call lists, and what one did with many."""
    seen = SavedFilter.objects.visible_to(request.user).select_related("group", "owner__person")
    removed = seen.filter(owner=request.user, removed_at__isnull=False).order_by("-removed_at")
    own = PeopleExport.objects.visible_to(request.user).filter(requested_by=request.user, forgotten_at=None)
    changes = PeopleChange.objects.visible_to(request.user).filter(forgotten_at=None)[:LATELY]
    context = {
        "saved": with_doer(request.user, seen.standing()[:LISTED], "owner"),
        "removed": removed[:LISTED],
        "calls": own.filter(format=PeopleExport.Format.CALLS)[:LATELY],
        "changes": [(change, told(change)) for change in changes],
    }
    return render(request, "people/saved_filters.html", context)


@require_http_methods(["GET", "POST"])
def save(request: SignedIn) -> HttpResponse:
    """Keep the filter that the address asks for."""
    shown = FindPeopleForm(request.GET, by=request.user)
    form = SavedFilterForm(request.POST or None, by=request.user)
    given = {"address": request.GET.urlencode(), "at": timezone.now()}
    if form.is_valid() and (
        saved := done_by_form(request, form, operations.save_filter, **given, **shared(request, form))
    ):
        return redirect(saved_address(saved))
    context = {"form": form, "shown": shown, "saved": None}
    return render(request, "people/saved_filter.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "POST"])
def change(request: SignedIn, uid: UUID) -> HttpResponse:
    """Call a saved filter of one's own something else, or share it."""
    saved = get_object_or_404(SavedFilter.objects.visible_to(request.user).standing().select_related("group"), uid=uid)
    form = SavedFilterForm(request.POST or None, by=request.user, saved=saved)
    given = {"saved": saved, "at": timezone.now()}
    if form.is_valid() and done_by_form(request, form, operations.change_filter, **given, **shared(request, form)):
        return redirect("saved-filters")
    context = {"form": form, "saved": saved}
    return render(request, "people/saved_filter.html", context, status=422 if form.errors else 200)


@require_POST
def remove(request: SignedIn, uid: UUID) -> HttpResponse:
    """Remove a saved filter of one's own."""
    saved = get_object_or_404(SavedFilter.objects.visible_to(request.user), uid=uid)
    done(request, operations.remove_filter, _("Removed. You can put it back below."), saved=saved, at=timezone.now())
    return redirect("saved-filters")


@require_POST
def restore(request: SignedIn, uid: UUID) -> HttpResponse:
    """Put a removed filter back."""
    saved = get_object_or_404(SavedFilter.objects.visible_to(request.user), uid=uid)
    done(request, operations.restore_filter, _("It is back."), saved=saved)
    return redirect("saved-filters")


def shared(request: SignedIn, form: SavedFilterForm) -> dict[str, Any]:
    """The name, and the group with which it is shared; of one's own the group is where one may keep any."""
    group = form.cleaned_data["group"]
    home = group or next(iter(request.user.groups_for(SAVE_FILTERS)))
    return {"name": form.cleaned_data["name"], "group": home, "is_shared": group is not None}


def saved_address(saved: SavedFilter) -> str:
    """Where the list shows whom a saved filter finds now."""
    return f"{reverse('people')}?saved={saved.uid}"
