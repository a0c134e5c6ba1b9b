"""Giving sheets to be brought in, and settling how each reads."""

from uuid import UUID

from django.contrib import messages
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from m4c.people.forms.sheet_import import ANY, GiveSheetsForm, ReadingForm, SettleForm
from m4c.people.imports.files import forget_file, guess_kind, guess_layout, keep_file, open_given, page_limits
from m4c.people.imports.guessing import guess_group
from m4c.people.imports.kinds import IMPORT_KINDS
from m4c.people.imports.remembering import remembered
from m4c.people.imports.settling import read_as
from m4c.people.imports.telling import STEPS, tell_import
from m4c.people.models import SheetImport
from m4c.people.models.sheet_import import SheetImportQuerySet
from m4c.people.operations.sheet_import import drop_sheet, give_sheet, settle_sheet
from m4c.people.requests import SignedIn
from m4c.people.sheets.limits import SheetRefused
from m4c.people.views.asking import done, done_by_form

LISTED = 50
LONGEST_NAME = 200  # characters of a file's name that are kept


@require_http_methods(["GET", "POST"])
def imports(request: SignedIn) -> HttpResponse:
    """One's imports, the latest first, and giving more files."""
    form = GiveSheetsForm(request.POST or None, request.FILES or None, by=request.user)
    if form.is_bound and form.is_valid():
        given = [take(request, form, file) for file in form.cleaned_data["sheets"]]
        taken = [each for each in given if each]
        if len(taken) == 1:
            return redirect("settle-import", uid=taken[0].uid)
        if taken:
            return redirect("imports")
    context = {"form": form, "imports": [tell_import(each) for each in seen(request)[:LISTED]]}
    return render(request, "people/imports.html", context, status=422 if form.errors else 200)


def take(request: SignedIn, form: GiveSheetsForm, file: UploadedFile[bytes]) -> SheetImport | None:
    """Take one file, guess what can be guessed, and say so where it is no sheet."""
    given = SheetImport(file_name=(file.name or "")[-LONGEST_NAME:])
    keep_file(given, file)
    try:
        sheet = open_given(given, page_limits())
    except SheetRefused as refused:
        forget_file(given)
        form.add_error("sheets", _("“{file}”: {why}").format(file=given, why=refused))
        return None
    kind = form.cleaned_data["kind"]
    given.kind = guess_kind(sheet, given.file_name).name if kind == ANY else kind
    given.layout = remembered(request.user, given.kind, guess_layout(sheet, given.kind))
    given.details = IMPORT_KINDS[given.kind].guess(given.file_name, sheet.headers)
    group = guess_group(given.file_name, form.groups) or form.cleaned_data["group"]
    taken: SheetImport | None = done_by_form(request, form, give_sheet, group=group, given=given)
    return taken


@require_http_methods(["GET", "POST"])
def settle(request: SignedIn, uid: UUID) -> HttpResponse:
    """How a file reads and what it does not say itself: as guessed, to be corrected."""
    found = get_object_or_404(seen(request), uid=uid)
    if found.confirmed_at:
        return redirect("import", uid=uid)
    try:
        reading = read_as(found, ReadingForm(request.POST).way())
    except SheetRefused as refused:
        messages.error(request, str(refused))
        return redirect("imports")
    as_shown = request.method == "POST" and request.POST.get("way") == reading.way and not reading.refusal
    form = SettleForm(request.POST if as_shown else None, reading=reading, by=request.user)
    if form.is_bound and form.is_valid():
        groups = [form.cleaned_data["group"], found.group]
        given = {"groups": groups, "sheet_import": found, "layout": form.layout(), "details": form.details()}
        if done_by_form(request, form, settle_sheet, **given):
            return redirect("import", uid=uid)
    anew = request.method == "POST" and not as_shown
    if anew:
        form.keep(request.POST)
    context = {"import": found, "form": form, "reading": reading, "anew": anew, "steps": STEPS}
    return render(request, "people/import_columns.html", context, status=422 if form.errors else 200)


@require_POST
def drop(request: SignedIn, uid: UUID) -> HttpResponse:
    """Forget a file that was given and never brought in."""
    found = get_object_or_404(seen(request), uid=uid)
    if done(request, drop_sheet, _("“{file}” is forgotten.").format(file=found), sheet_import=found):
        forget_file(found)
    return redirect("imports")


def seen(request: SignedIn) -> SheetImportQuerySet:
    """The imports that this account may see."""
    return SheetImport.objects.visible_to(request.user).select_related("group", "by")
