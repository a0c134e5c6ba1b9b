"""Items of a run of show, and the roll call: added, changed, moved by buttons, struck."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from m4c.commitments.assembly.forms import ItemForm, RollForm
from m4c.commitments.models import Assembly, RollCall, ShowItem
from m4c.commitments.operations import assembly as assemblies
from m4c.commitments.operations import show_item as operations
from m4c.commitments.views.assembly import assembly_of
from m4c.people.requests import SignedIn
from m4c.people.views.asking import done, done_by_form


@never_cache
@require_http_methods(["GET", "POST"])
def add(request: SignedIn, uid: UUID) -> HttpResponse:
    """Put an item at the end."""
    found = assembly_of(request, uid)
    form = ItemForm(request.POST or None, by=request.user, assembly=found)
    given = {"assembly": found, "new": form.new, "at": timezone.now()} if form.is_valid() else {}
    if given and done_by_form(request, form, operations.add_show_item, **given):
        return redirect("assembly", uid=uid)
    return filled_in(request, found, form)


@never_cache
@require_http_methods(["GET", "POST"])
def change(request: SignedIn, uid: UUID) -> HttpResponse:
    """Say an item anew."""
    item = item_of(request, uid)
    form = ItemForm(request.POST or None, by=request.user, assembly=item.assembly, item=item)
    given = {"item": item, "new": form.new, "at": timezone.now()} if form.is_valid() else {}
    if given and done_by_form(request, form, operations.change_show_item, **given):
        return redirect("assembly", uid=item.assembly.uid)
    return filled_in(request, item.assembly, form, item=item)


@require_POST
def move(request: SignedIn, uid: UUID, way: str) -> HttpResponse:
    """Move it up or down."""
    item = item_of(request, uid)
    done(request, operations.move_show_item, item=item, way=way)
    return redirect("assembly", uid=item.assembly.uid)


@require_POST
def strike(request: SignedIn, uid: UUID) -> HttpResponse:
    """Take it off the run of show."""
    item = item_of(request, uid)
    done(request, operations.strike_show_item, _("Taken off."), item=item)
    return redirect("assembly", uid=item.assembly.uid)


@never_cache
@require_http_methods(["GET", "POST"])
def roll_call(request: SignedIn, uid: UUID) -> HttpResponse:
    """The roll by body: one after the other, on a phone."""
    found = assembly_of(request, uid)
    form = RollForm(request.POST or None, by=request.user)
    given = {"assembly": found, "at": timezone.now(), **form.cleaned_data} if form.is_valid() else {}
    if given and done_by_form(request, form, assemblies.call_roll, **given):
        return redirect("roll-call", uid=uid)
    roll = list(RollCall.objects.visible_to(request.user).filter(assembly=found))
    context = {
        "assembly": found,
        "form": form,
        "roll": roll,
        "total": sum(one.number or 0 for one in roll),
    }
    return render(request, "commitments/roll_call.html", context, status=422 if form.errors else 200)


@require_POST
def strike_roll(request: SignedIn, uid: UUID) -> HttpResponse:
    """Take a body off the roll."""
    rows = RollCall.objects.visible_to(request.user).select_related("assembly__group")
    row = get_object_or_404(rows, uid=uid)
    done(request, assemblies.strike_roll_call, _("Taken off."), assembly=row.assembly, row=row)
    return redirect("roll-call", uid=row.assembly.uid)


def filled_in(request: SignedIn, found: Assembly, form: ItemForm, **more: Any) -> HttpResponse:
    """The form of an item."""
    context = {"assembly": found, "form": form} | more
    return render(request, "commitments/show_item_form.html", context, status=422 if form.errors else 200)


def item_of(request: SignedIn, uid: UUID) -> ShowItem:
    """An item that the account sees; 404 for any other."""
    related = ("assembly__group", "assembly__event", "leader", "card", "ask", "powerholder")
    found: ShowItem = get_object_or_404(ShowItem.objects.visible_to(request.user).select_related(*related), uid=uid)
    return found
