"""An import on its way and at its end: what would come of it, what came of it, going on, and undoing."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.http import content_disposition_header, urlencode
from django.views.decorators.http import require_POST, require_safe

from m4c.core.htmx import page_or_part
from m4c.people.forms.sheet_import import RowsForm
from m4c.people.imports.answer import answer_of
from m4c.people.imports.kinds import IMPORT_KINDS
from m4c.people.imports.telling import LAST_STEP, STEP, STEPS, state_of, tell_rows
from m4c.people.models import ImportRow, SheetImport
from m4c.people.models.sheet_import import ImportRowQuerySet
from m4c.people.operations.import_undo import begin_undo
from m4c.people.operations.sheet_import import confirm_sheet
from m4c.people.requests import SignedIn
from m4c.people.sheets.writing import write_refused
from m4c.people.views.asking import done
from m4c.people.views.sheet_import import seen

ROWS = 50  # on a page

Phase = SheetImport.Phase


@require_safe
def one_import(request: SignedIn, uid: UUID) -> HttpResponse:
    """An import wherever it has got to: being read, its preview, being written, its result."""
    found = get_object_or_404(seen(request), uid=uid)
    if found.phase == Phase.GIVEN:
        return redirect("settle-import", uid=uid)
    kind, state = IMPORT_KINDS[found.kind], state_of(found)
    context = {"import": found, "details": kind.in_words(found.details), "state": state, "steps": STEPS}
    context["step"] = STEP.get(found.phase, LAST_STEP)
    if not (state.is_busy or state.is_stopped):
        rows = ImportRow.objects.visible_to(request.user).filter(sheet_import=found)
        context |= {
            "answer": answer_of(found),
            "figures": kind.figures(found.counts),
            **list_of_rows(request, found, rows),
        }
        if found.phase == Phase.DONE:
            context |= what_next(found, rows)
            context["next_sheet"] = seen(request).filter(settled_at=None, by=request.user).order_by("made_at").first()
    return page_or_part(request, "people/import.html", context, part="import-state")


def what_next(found: SheetImport, rows: ImportRowQuerySet) -> dict[str, Any]:
    """What is left to do once an import is done."""
    return {
        "next_steps": IMPORT_KINDS[found.kind].next_steps(found),
        "waiting": rows.to_review().count(),
        "opened": rows.exclude(left_open="").count(),
        "may_undo": found.forgotten_at is None,
    }


@require_POST
def confirm(request: SignedIn, uid: UUID) -> HttpResponse:
    """Let the sheet be written, or go on with one that stopped."""
    done(request, confirm_sheet, sheet_import=get_object_or_404(seen(request), uid=uid))
    return redirect("import", uid=uid)


@require_POST
def undo(request: SignedIn, uid: UUID) -> HttpResponse:
    """Undo an import as a whole."""
    done(request, begin_undo, sheet_import=get_object_or_404(seen(request), uid=uid))
    return redirect("import", uid=uid)


@require_safe
def refused_rows(request: SignedIn, uid: UUID) -> HttpResponse:
    """The refused rows as a file, each with its reason, to be mended and given again."""
    found = get_object_or_404(seen(request), uid=uid)
    rows = ImportRow.objects.visible_to(request.user).filter(sheet_import=found).refused()
    response = HttpResponse(content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = content_disposition_header(True, f"refused {found.file_name}.csv") or ""
    response["Cache-Control"] = "private, no-store"
    write_refused(response, found.layout["headers"], rows.values_list("cells", "reason"))
    return response


def list_of_rows(request: SignedIn, found: SheetImport, rows: ImportRowQuerySet) -> dict[str, Any]:
    """A page of an import's rows, of those that were asked for."""
    form = RowsForm(request.GET)
    listed = list(form.narrow(rows)[: ROWS + 1])
    kept = {"rows": form.asked} if form.asked else {}
    return {
        "rows": tell_rows(found, listed[:ROWS], request.user),
        "tabs": form.tabs(),
        "first": f"?{urlencode(kept)}" if form.chosen("after") else "",
        "older": f"?{urlencode(kept | {'after': listed[ROWS - 1].number})}" if len(listed) > ROWS else "",
    }
