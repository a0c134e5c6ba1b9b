"""Approaches put right and struck, and their papers."""

from uuid import UUID

from django.http import FileResponse, Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from m4c.campaigns.approaches.forms import CorrectForm, PaperForm, WhyForm
from m4c.campaigns.models import ApproachPaper
from m4c.campaigns.operations.approach import (
    correct_approach,
    keep_approach_paper,
    look_over_approach,
    strike_approach,
    withdraw_approach_paper,
)
from m4c.campaigns.views.approach import approach_of, shown
from m4c.core.errors import add_to_form
from m4c.people.documents.files import MEDIA, Type, forget_file, path_of, take_file
from m4c.people.documents.sniffing import DocumentRefused
from m4c.people.requests import SignedIn
from m4c.people.views.asking import done, done_by_form


@never_cache
@require_http_methods(["GET", "POST"])
def correct(request: SignedIn, uid: UUID) -> HttpResponse:
    """Put right what was written down, with the reason."""
    found = approach_of(request, uid)
    form = CorrectForm.of(found, request.user, request.POST or None)
    if form.is_valid():
        given = {"new": form.new_to(found.powerholder), "why": form.cleaned_data["why"], "at": timezone.now()}
        if done_by_form(request, form, correct_approach, approach=found, **given):
            return redirect("approach", uid=uid)
    context = {"campaign": found.campaign, "approach": found, "powerholder": found.powerholder, "form": form}
    return render(request, "campaigns/approach_form.html", context, status=422 if form.errors else 200)


@require_POST
def look_over(request: SignedIn, uid: UUID) -> HttpResponse:
    """Say that what an import brought is right."""
    done(request, look_over_approach, _("Looked at."), approach=approach_of(request, uid))
    return redirect("approach", uid=uid)


@require_POST
def strike(request: SignedIn, uid: UUID) -> HttpResponse:
    """Strike one that was entered in error."""
    found = approach_of(request, uid)
    form = WhyForm(request.POST)
    given = {"approach": found, "at": timezone.now()}
    if form.is_valid() and done_by_form(request, form, strike_approach, **given, **form.cleaned_data):
        return redirect("approach", uid=uid)
    return shown(request, found, 422, strike_form=form)


@require_POST
def keep_paper(request: SignedIn, uid: UUID) -> HttpResponse:
    """Keep a file with it; nothing of the file is kept where it is refused."""
    found = approach_of(request, uid)
    form = PaperForm(request.POST, request.FILES)
    if form.is_valid():
        upload = form.cleaned_data["file"]
        try:
            given = take_file(upload, upload.name or "")
        except DocumentRefused as refused:
            add_to_form(form, refused)
        else:
            if done_by_form(request, form, keep_approach_paper, approach=found, given=given, at=timezone.now()):
                return redirect("approach", uid=uid)
            forget_file(given.uid)
    return shown(request, found, 422, paper_form=form)


@require_safe
def paper(request: SignedIn, uid: UUID) -> HttpResponse:
    """A file, to be saved by whoever sees the campaign: it is never shown within our pages."""
    found = paper_of(request, uid)
    path = path_of(found.uid)
    if not path.exists():
        raise Http404
    media = MEDIA[Type(found.type)]
    response = FileResponse(path.open("rb"), as_attachment=True, filename=found.name, content_type=media)
    response["Cache-Control"] = "private, no-store"
    return response  # type: ignore[return-value]  # it streams, and is an answer all the same


@require_POST
def withdraw_paper(request: SignedIn, uid: UUID) -> HttpResponse:
    """Take a file away for good."""
    found = paper_of(request, uid)
    done(request, withdraw_approach_paper, _("The file is gone."), paper=found, at=timezone.now())
    return redirect("approach", uid=found.approach.uid)


def paper_of(request: SignedIn, uid: UUID) -> ApproachPaper:
    """A file of an approach that the account sees; 404 for any other, and for one that is gone."""
    rows = ApproachPaper.objects.visible_to(request.user).filter(withdrawn_at=None).select_related("approach")
    found: ApproachPaper = get_object_or_404(rows, uid=uid)
    return found
