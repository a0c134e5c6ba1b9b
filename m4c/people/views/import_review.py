"""Looking doubtful rows through: is it somebody we know, or someone else."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from m4c.people.forms.sheet_import import AnswerForm
from m4c.people.imports.kinds import IMPORT_KINDS
from m4c.people.imports.telling import tell_rows
from m4c.people.models import ImportRow
from m4c.people.operations.import_review import say_same_person, say_someone_else
from m4c.people.requests import SignedIn
from m4c.people.views.asking import done
from m4c.people.views.sheet_import import seen

SHOWN = 20  # rows at a time

ANSWERS = {ImportRow.Answer.SAME: say_same_person, ImportRow.Answer.OTHER: say_someone_else}


@require_safe
def review(request: SignedIn, uid: UUID) -> HttpResponse:
    """Doubtful rows beside whom they may be, and words of the sheet that found no place."""
    found = get_object_or_404(seen(request), uid=uid)
    rows = ImportRow.objects.visible_to(request.user).filter(sheet_import=found)
    doubtful = rows.to_review().select_related("person", "candidate")
    context = {
        "import": found,
        "kind": IMPORT_KINDS[found.kind],
        "doubtful": tell_rows(found, doubtful[:SHOWN], request.user),
        "waiting": doubtful.count(),
        "open": tell_rows(found, rows.exclude(left_open="")[:SHOWN], request.user),
        "opened": rows.exclude(left_open="").count(),
    }
    return render(request, "people/import_review.html", context)


@require_POST
def answer(request: SignedIn, uid: UUID, number: int) -> HttpResponse:
    """Say of one row that it is the same person, or someone else."""
    found = get_object_or_404(seen(request), uid=uid)
    rows = ImportRow.objects.visible_to(request.user).select_related("sheet_import", "person", "candidate")
    row = get_object_or_404(rows, sheet_import=found, number=number)
    form = AnswerForm(request.POST)
    if form.is_valid():
        operation = ANSWERS[ImportRow.Answer(form.cleaned_data["answer"])]
        done(request, operation, _("Row {row}: noted.").format(row=number), row=row)
    return redirect("review-import", uid=uid)
