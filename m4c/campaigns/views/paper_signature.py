"""Lines of a petition: typed sheet by sheet, brought in from a file, and kept on record where a box was ticked."""

from pathlib import Path
from tempfile import NamedTemporaryFile
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from m4c.campaigns.ladder.bringing_in import bring_in_file
from m4c.campaigns.ladder.petition_forms import FileForm, SheetForm, SignedOnForm, WhoseLineForm
from m4c.campaigns.ladder.petition_page import after, before, ticked
from m4c.campaigns.models import PaperSignature, PetitionSheet
from m4c.campaigns.operations.paper_signature import keep_signatory, link_signature, type_lines
from m4c.campaigns.permissions import RUN_CAMPAIGNS
from m4c.campaigns.views.paper_petition import petition_of, shown
from m4c.core.errors import Refused, add_to_form
from m4c.core.pages import page_of
from m4c.core.visibility import scopes_of
from m4c.people.requests import SignedIn
from m4c.people.views.asking import done, done_by_form

MOST_BYTES = 8_000_000


@never_cache
@require_http_methods(["GET", "POST"])
def sheet(request: SignedIn, uid: UUID) -> HttpResponse:
    """The lines of a sheet, all at once, typed from the keyboard alone."""
    rows = PetitionSheet.objects.visible_to(request.user).select_related("petition__campaign__group", "campaign")
    found = get_object_or_404(rows, uid=uid)
    typed = list(PaperSignature.objects.visible_to(request.user).filter(sheet=found))
    on_form = SignedOnForm(request.POST or None, initial={"signed_on": typed[-1].signed_on if typed else None})
    form = SheetForm(found, typed, request.POST or None)
    is_sent = request.method == "POST"
    if is_sent and on_form.is_valid() and form.is_valid():
        lines = form.lines(on_form.cleaned_data["signed_on"])
        if done_by_form(request, on_form, type_lines, sheet=found, lines=lines, at=timezone.now()) is not None:
            sentence = ngettext("{number} line is kept.", "{number} lines are kept.", len(lines))
            messages.success(request, sentence.format(number=len(lines)))
            return redirect("paper-petition", uid=found.petition.uid)
    may_run = request.user.may(RUN_CAMPAIGNS, scopes_of(found))
    context = {"sheet": found, "petition": found.petition, "form": form, "on_form": on_form, "may_run": may_run}
    return render(request, "campaigns/petition_sheet.html", context, status=422 if is_sent else 200)


@require_POST
def bring_in(request: SignedIn, uid: UUID) -> HttpResponse:
    """Bring a file of signatures in."""
    found = petition_of(request, uid)
    form = FileForm(request.POST, request.FILES)
    if not form.is_valid():
        return shown(request, found, 422, file_form=form)
    upload = form.cleaned_data["file"]
    if upload.size > MOST_BYTES:
        form.add_error("file", _("This file is too large: 8 MB are the most."))
        return shown(request, found, 422, file_form=form)
    with NamedTemporaryFile(suffix=Path(upload.name).suffix.lower()[:6]) as file:
        for part in upload.chunks():
            file.write(part)
        file.flush()
        try:
            told = bring_in_file(found, Path(file.name), request.user, timezone.now())
        except Refused as refused:
            add_to_form(form, refused)
            return shown(request, found, 422, file_form=form)
    return shown(request, found, brought=told)


@never_cache
@require_safe
def ticks(request: SignedIn, uid: UUID) -> HttpResponse:
    """Who ticked a box and is on no record yet."""
    found = petition_of(request, uid)
    page = page_of(ticked(request.user, found), request.GET, after=after, before=before)
    context = {"petition": found, "page": page, "form": WhoseLineForm(by=request.user)}
    return render(request, "campaigns/petition_ticks.html", context)


@require_POST
def keep(request: SignedIn, uid: UUID) -> HttpResponse:
    """Keep a record of whoever ticked a box."""
    found = signature_of(request, uid)
    if done(request, keep_signatory, signature=found):
        messages.success(request, _("{name} is on record, with what they ticked.").format(name=found.name))
        return redirect("petition-ticks", uid=found.petition.uid)
    return redirect("whose-signature", uid=uid)


@never_cache
@require_http_methods(["GET", "POST"])
def whose(request: SignedIn, uid: UUID) -> HttpResponse:
    """Say who on record signed a line."""
    found = signature_of(request, uid)
    form = WhoseLineForm(request.POST or None, by=request.user, initial={"person": found.person})
    if form.is_valid() and done_by_form(request, form, link_signature, signature=found, **form.cleaned_data):
        return redirect("petition-ticks", uid=found.petition.uid)
    context = {"signature": found, "petition": found.petition, "form": form}
    return render(request, "campaigns/petition_whose.html", context, status=422 if form.errors else 200)


def signature_of(request: SignedIn, uid: UUID) -> PaperSignature:
    """A line that the account sees; 404 for any other."""
    rows = PaperSignature.objects.visible_to(request.user).select_related(
        "petition", "sheet", "campaign__group", "person"
    )
    found: PaperSignature = get_object_or_404(rows, uid=uid)
    return found
