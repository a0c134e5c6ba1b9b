"""A sign-in sheet on paper: asked for, laid out by the worker, and printed."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.views.decorators.cache import never_cache

from m4c.core.htmx import page_or_part
from m4c.core.models.record import new_uid
from m4c.events.door.at_door import AtDoor
from m4c.events.door.reference import reference_of
from m4c.events.door.tasks import kept_sheet, make_sign_in_sheet
from m4c.events.forms.door import SheetForm
from m4c.people.requests import SignedIn


def sign_in_sheet(request: SignedIn, here: AtDoor) -> HttpResponse:
    """Ask for the sheet."""
    form = SheetForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        file = str(new_uid())
        language, codes = get_language() or "en-gb", form.cleaned_data["codes"]
        make_sign_in_sheet.enqueue(file, here.event.pk, request.user.pk, language, codes)
        return redirect("sign-in-sheet-made", uid=here.event.uid, file=file)
    context = {"event": here.event, "form": form, "reference": reference_of(here.event)}
    return render(request, "events/sign_in_sheet.html", context)


@never_cache
def made(request: SignedIn, here: AtDoor, file: UUID) -> HttpResponse:
    """Whether it is laid out yet; htmx asks again by itself until it is."""
    context = {"event": here.event, "file": file, "is_made": kept_sheet(str(file), request.user) is not None}
    return page_or_part(request, "events/sign_in_sheet_made.html", context, part="sheet-state")


@never_cache
def download(request: SignedIn, here: AtDoor, file: UUID) -> HttpResponse:
    """The PDF, for whoever asked for it."""
    content = kept_sheet(str(file), request.user)
    if content is None:
        raise Http404
    response = HttpResponse(content, content_type="application/pdf")
    response["Content-Disposition"] = f'attachment; filename="{reference_of(here.event)}.pdf"'
    return response
