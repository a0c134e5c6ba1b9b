"""A call list: to read, to print, and as a file; for whoever made it, as they may see and ring people now."""

import csv
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from m4c.people.acting.calling import Call, call_list_of
from m4c.people.models import CallOutcome, PeopleExport, Person
from m4c.people.models.person_merge import named_by
from m4c.people.operations.call_list import write_down_call
from m4c.people.operations.protection import look
from m4c.people.requests import SignedIn
from m4c.people.sheets.writing import safe_cell
from m4c.people.views.asking import done


def found(request: SignedIn, uid: UUID) -> PeopleExport:
    """A call list of one's own that is still kept."""
    own = PeopleExport.objects.visible_to(request.user).filter(format=PeopleExport.Format.CALLS, forgotten_at=None)
    return get_object_or_404(own.filter(requested_by=request.user).select_related("requested_by__person"), uid=uid)


@never_cache
@require_safe
def call_list(request: SignedIn, uid: UUID) -> HttpResponse:
    """Whom to ring. Whoever reads how to reach somebody kept safe has looked, and that is logged."""
    export = found(request, uid)
    told = call_list_of(export, timezone.now())
    for protection in told.kept_safe:
        look(protection=protection, door="call-list", by=request.user)
    context = {"export": export, "told": told, "outcomes": CallOutcome.Outcome.choices}
    return render(request, "people/call_list.html", context)


@require_POST
def write_down(request: SignedIn, uid: UUID, person: UUID) -> HttpResponse:
    """Say with one tap what came of ringing somebody."""
    export = found(request, uid)
    rung, outcome = named_by(person, Person.objects.visible_to(request.user)), request.POST.get("outcome", "")
    if rung is None or outcome not in CallOutcome.Outcome:
        raise Http404
    given = {"call_list": export, "person": rung, "outcome": outcome, "at": timezone.now()}
    done(request, write_down_call, _("Written down."), **given)
    return redirect("call-list", uid=export.uid)


@require_safe
def call_list_file(request: SignedIn, uid: UUID) -> HttpResponse:
    """The same as CSV, without anybody who is not to be rung."""
    export = found(request, uid)
    response = HttpResponse(content_type="text/csv; charset=utf-8", headers={"Cache-Control": "private, no-store"})
    response["Content-Disposition"] = f'attachment; filename="calls-{export.requested_at:%Y-%m-%d}.csv"'
    response.write("\ufeff")
    writer = csv.writer(response)
    writer.writerow([_("Name"), _("Phone"), _("Last contact"), _("What came of it")])
    for call in call_list_of(export, timezone.now()).calls:
        writer.writerow([safe_cell(cell) for cell in (call.person.name, ", ".join(call.numbers), last_of(call), "")])
    return response


def last_of(call: Call) -> str:
    """When somebody was last in touch, and how."""
    if call.last_at is None:
        return ""
    return f"{date_format(timezone.localdate(call.last_at), 'j F Y')}: {call.last_words}"
