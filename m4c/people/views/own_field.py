"""This movement's own fields: which there are, and what stands in them for somebody."""

from collections.abc import Callable
from functools import wraps
from typing import Any
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from m4c.core.visibility import EVERYWHERE
from m4c.people.forms.own_field import OwnFieldForm, OwnValuesForm
from m4c.people.models import OwnField
from m4c.people.operations import own_field as operations
from m4c.people.own_fields.values import filled_for
from m4c.people.permissions import KEEP_OWN_FIELDS
from m4c.people.requests import SignedIn
from m4c.people.views.asking import done, done_by_form
from m4c.people.views.person import seen

View = Callable[..., HttpResponse]


def for_the_whole_movement(view: View) -> View:
    """Only for those who hold the right over the whole movement: a field is everybody's."""

    @wraps(view)
    def asked(request: SignedIn, *args: Any, **kwargs: Any) -> HttpResponse:
        if not request.user.may(KEEP_OWN_FIELDS, EVERYWHERE):
            raise PermissionDenied
        return view(request, *args, **kwargs)

    return asked


@never_cache
@require_http_methods(["GET", "POST"])
@for_the_whole_movement
def own_fields(request: SignedIn) -> HttpResponse:
    """The fields there are, those that ended, and one more."""
    form = OwnFieldForm(request.POST or None, by=request.user)
    if form.is_valid() and done_by_form(request, form, operations.make_own_field, new=form.new, at=timezone.now()):
        return redirect("own-fields")
    listed = list(OwnField.objects.visible_to(request.user).select_related("allowed_by__person"))
    context = {
        "form": form,
        "open": [own for own in listed if own.ended_at is None],
        "ended": [own for own in listed if own.ended_at],
    }
    return render(request, "people/own_fields.html", context, status=422 if form.errors else 200)


@never_cache
@require_http_methods(["GET", "POST"])
@for_the_whole_movement
def own_field(request: SignedIn, uid: UUID) -> HttpResponse:
    """Change what a field is called, what may be chosen, and who sees it."""
    own = get_object_or_404(OwnField.objects.visible_to(request.user).open(), uid=uid)
    form = OwnFieldForm(request.POST or None, by=request.user, own=own)
    if form.is_valid() and done_by_form(
        request, form, operations.change_own_field, own=own, new=form.new, at=timezone.now()
    ):
        return redirect("own-fields")
    context = {"own": own, "form": form}
    return render(request, "people/own_field.html", context, status=422 if form.errors else 200)


@require_POST
@for_the_whole_movement
def end(request: SignedIn, uid: UUID) -> HttpResponse:
    """Ask a field no more."""
    own = get_object_or_404(OwnField.objects.visible_to(request.user), uid=uid)
    done(request, operations.end_own_field, _("Asked no more. What stands in it stays."), own=own, at=timezone.now())
    return redirect("own-fields")


@require_POST
@for_the_whole_movement
def resume(request: SignedIn, uid: UUID) -> HttpResponse:
    """Ask a field again."""
    own = get_object_or_404(OwnField.objects.visible_to(request.user), uid=uid)
    done(request, operations.resume_own_field, _("Asked again."), own=own)
    return redirect("own-fields")


@never_cache
@require_http_methods(["GET", "POST"])
def own_values(request: SignedIn, uid: UUID) -> HttpResponse:
    """What stands in the movement's own fields for somebody."""
    shown = seen(request, uid)
    filled = filled_for(request.user, shown)
    form = OwnValuesForm(request.POST or None, filled=[each for each in filled if each.field.ended_at is None])
    given = {"person": shown, "at": timezone.now()}
    if form.is_valid() and done_by_form(request, form, operations.fill_own_fields, values=form.values, **given):
        return redirect("person", uid=shown.uid)
    context = {"person": shown, "form": form, "ended": [each for each in filled if each.field.ended_at]}
    return render(request, "people/own_values.html", context, status=422 if form.errors else 200)


@require_POST
def take_out(request: SignedIn, uid: UUID, field: UUID) -> HttpResponse:
    """Take out what stands in a field for somebody, also in one that has ended."""
    shown = seen(request, uid)
    own = get_object_or_404(OwnField.objects.visible_to(request.user), uid=field)
    values = {own: ""}
    done(request, operations.fill_own_fields, _("Taken out."), person=shown, values=values, at=timezone.now())
    return redirect("own-values", uid=shown.uid)
