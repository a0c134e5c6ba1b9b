"""All that is on record of a powerholder, as a file, for them."""

from uuid import UUID

from django.http import HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from m4c.people.requests import SignedIn
from m4c.people.views.asking import done_by_form
from m4c.power.models import Powerholder
from m4c.power.operations.research_meeting import answer_powerholder
from m4c.power.record.copying import copy_of
from m4c.power.record.forms.research import AnswerForm
from m4c.power.views.filled import shown
from m4c.power.views.powerholder import seen, sheet_of


@never_cache
@require_http_methods(["GET", "POST"])
def answer(request: SignedIn, uid: UUID) -> HttpResponse:
    """Give them all that is on record of them, as a file."""
    found = seen(request, uid)
    form = AnswerForm(request.POST or None)
    if form.is_valid():
        given = {"powerholder": found, "is_checked": form.cleaned_data["is_checked"]}
        if done_by_form(request, form, answer_powerholder, **given):
            return file_of(request, found, form.cleaned_data["form"])
    return shown(request, form, sheet_of(found, _("They ask what is on record"), _("Make the file"), note="copy"))


def file_of(request: SignedIn, found: Powerholder, form: str) -> HttpResponse:
    """The copy as a page or as data, to be saved."""
    told = copy_of(found, timezone.localdate())
    if form == "json":
        response: HttpResponse = JsonResponse(told, json_dumps_params={"ensure_ascii": False, "indent": 1})
    else:
        response = render(request, "power/copy.html", {"copy": told})
    response["Content-Disposition"] = f'attachment; filename="on-record.{form}"'
    response["Cache-Control"] = "private, no-store"
    return response
