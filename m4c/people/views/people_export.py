"""Exports of people: asked for, made by the worker, downloaded by whoever asked, and on record for good."""

from uuid import UUID

from django.http import FileResponse, Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from m4c.core.htmx import page_or_part
from m4c.people.exports.files import file_of, path_of
from m4c.people.exports.whom import people_of
from m4c.people.forms.find_people import FindPeopleForm
from m4c.people.forms.people_export import ExportForm
from m4c.people.models import PeopleExport
from m4c.people.naming import doer_named
from m4c.people.operations.people_export import request_export
from m4c.people.permissions import EXPORT_PEOPLE
from m4c.people.requests import SignedIn
from m4c.people.views.asking import done_by_form

LISTED = 50


@require_http_methods(["GET", "POST"])
def exports(request: SignedIn) -> HttpResponse:
    """What was exported before, and asking for more: of the people list as its own address filters it."""
    shown = FindPeopleForm(request.GET, by=request.user)
    asked_for = shown.address
    form = ExportForm(request.POST or None, by=request.user)
    if form.is_bound and form.is_valid():
        groups = request.user.groups_for(EXPORT_PEOPLE)
        given = {"groups": groups, "wanted": form.wanted(asked_for), "at": timezone.now()}
        if made := done_by_form(request, form, request_export, **given):
            return redirect("export", uid=made.uid)
    would_be = PeopleExport(requested_by=request.user, asked_for=asked_for)
    context = {
        "form": form,
        "asked_for": asked_for,
        "in_words": shown.in_words,
        "count": people_of(would_be).count(),
        "exports": PeopleExport.objects.visible_to(request.user)[:LISTED],
    }
    return render(request, "people/exports.html", context, status=422 if form.errors else 200)


@never_cache
@require_safe
def export(request: SignedIn, uid: UUID) -> HttpResponse:
    """How far it has got; htmx asks again by itself while it is being made."""
    seen = PeopleExport.objects.visible_to(request.user).select_related("requested_by__person")
    found = get_object_or_404(seen, uid=uid)
    is_calls, is_own = found.format == PeopleExport.Format.CALLS, found.requested_by_id == request.user.pk
    if is_calls and is_own and not found.forgotten_at:
        return redirect("call-list", uid=uid)
    may_open = PeopleExport.objects.visible_to(request.user).openable_by(request.user).filter(pk=found.pk).exists()
    context = {"export": found, "may_open": may_open and not is_calls, "is_own": is_own}
    context["asked_by"] = doer_named(request.user, found.requested_by)
    return page_or_part(request, "people/export.html", context, part="export-state")


@require_safe
def download(request: SignedIn, uid: UUID) -> HttpResponse:
    """The file itself, for whoever asked for it, until it is forgotten or somebody in it may have been kept safe."""
    found = get_object_or_404(PeopleExport.objects.visible_to(request.user).openable_by(request.user), uid=uid)
    path = path_of(found)
    if not path.exists():
        raise Http404
    name, type_ = file_of(found)
    response = FileResponse(path.open("rb"), as_attachment=True, filename=name, content_type=type_)
    response["Cache-Control"] = "private, no-store"
    return response  # type: ignore[return-value]  # it streams, and is an answer all the same
