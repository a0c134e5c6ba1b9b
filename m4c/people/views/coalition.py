"""Bodies beside bodies: which belong to a coalition, their seats, and who sits for them."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from m4c.core.visibility import scopes_of
from m4c.people.belonging.panels import bodies_of
from m4c.people.forms.belonging import BodyForm, DelegateForm, SeatsForm
from m4c.people.models import Delegate, Group, MemberBody
from m4c.people.models.coalition import MemberBodyQuerySet
from m4c.people.operations import coalition as operations
from m4c.people.permissions import KEEP_COALITIONS, NAME_DELEGATES
from m4c.people.requests import SignedIn
from m4c.people.views.asking import done, done_by_form


@never_cache
@require_http_methods(["GET", "POST"])
def bodies(request: SignedIn, slug: str) -> HttpResponse:
    """The bodies of a coalition with who sits for each, and one more body."""
    coalitions = Group.objects.visible_to(request.user).filter(kind=Group.Kind.COALITION)
    shown: Group = get_object_or_404(coalitions, slug=slug)
    may_keep = request.user.may(KEEP_COALITIONS, scopes_of(shown))
    form = BodyForm(request.POST or None, by=request.user, coalition=shown)
    given = {"coalition": shown}
    if form.is_valid() and done_by_form(request, form, operations.add_body, **given, **form.cleaned_data):
        messages.success(request, _("It belongs now."))
        return redirect("bodies", slug=slug)
    told = bodies_of(request.user, shown)
    context = {"coalition": shown, "bodies": told, "form": form if may_keep and not shown.ended_on else None}
    return render(request, "people/bodies.html", context, status=422 if form.errors else 200)


@never_cache
@require_http_methods(["GET", "POST"])
def seats(request: SignedIn, uid: UUID) -> HttpResponse:
    """Say how many seats a body has."""
    shown = get_object_or_404(standing(request), uid=uid)
    form = SeatsForm(request.POST or None, initial={"seats": shown.seats})
    given = {"coalition": shown.coalition, "member_body": shown}
    if form.is_valid() and done_by_form(request, form, operations.set_seats, **given, **form.cleaned_data):
        return redirect("bodies", slug=shown.coalition.slug)
    context = {"body": shown, "form": form}
    return render(request, "people/body_seats.html", context, status=422 if form.errors else 200)


@require_POST
def end(request: SignedIn, uid: UUID) -> HttpResponse:
    """Say that a body belongs no longer."""
    shown = get_object_or_404(standing(request), uid=uid)
    said = _("{body} belongs to it no longer. The terms of its delegates ended today.").format(body=shown)
    done(request, operations.end_body, said, member_body=shown, on=timezone.localdate())
    return redirect("bodies", slug=shown.coalition.slug)


@never_cache
@require_http_methods(["GET", "POST"])
def delegates(request: SignedIn, uid: UUID) -> HttpResponse:
    """Say who sits for a body."""
    shown = get_object_or_404(standing(request), uid=uid)
    form = DelegateForm(request.POST or None, by=request.user)
    if form.is_valid() and done_by_form(request, form, operations.name_delegate, member_body=shown, **form.given):
        messages.success(request, _("Written down."))
        return redirect("bodies", slug=shown.coalition.slug)
    may_name = request.user.may(NAME_DELEGATES, scopes_of(shown))
    context = {"body": shown, "form": form if may_name else None}
    return render(request, "people/delegate.html", context, status=422 if form.errors else 200)


@require_POST
def end_term(request: SignedIn, uid: UUID) -> HttpResponse:
    """Say that somebody sits there no longer."""
    seen = Delegate.objects.visible_to(request.user).select_related("member_body__coalition")
    delegate: Delegate = get_object_or_404(seen, uid=uid)
    said = _("The term ended today. The seat is free.")
    done(request, operations.end_term, said, delegate=delegate, on=timezone.localdate())
    return redirect("bodies", slug=delegate.member_body.coalition.slug)


def standing(request: SignedIn) -> MemberBodyQuerySet:
    """The bodies that belong now, with their coalitions."""
    return MemberBody.objects.visible_to(request.user).standing().select_related("coalition", "body")
