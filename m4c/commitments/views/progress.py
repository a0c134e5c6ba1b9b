"""What became of a commitment: all its entries, a new one, striking one, and settling what somebody brought."""

from dataclasses import replace
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from m4c.commitments.commitment_panels import commitment_tabs
from m4c.commitments.models import Commitment, Progress
from m4c.commitments.operations import progress as operations
from m4c.commitments.watching.files import taken_in
from m4c.commitments.watching.forms import LOOK_THROUGH_IT, ConfirmForm, FileForm, ProgressForm, WhyForm
from m4c.commitments.watching.keeping import may_keep
from m4c.core.errors import add_to_form
from m4c.core.pages import beyond, page_of
from m4c.people.documents.files import PICTURES
from m4c.people.documents.sniffing import DocumentRefused
from m4c.people.naming import with_doer
from m4c.people.requests import SignedIn
from m4c.people.views.asking import done_by_form

RELATED = ("group", "campaign", "powerholder", "office__institution")


@never_cache
@require_http_methods(["GET", "POST"])
def progress(request: SignedIn, uid: UUID) -> HttpResponse:
    """Every entry of a commitment, the latest first; and a new one."""
    commitment = watched(request, uid)
    may = may_keep(commitment, request.user)
    form = ProgressForm(request.POST or None, request.FILES or None, commitment=commitment)
    if form.is_valid() and written(request, form, commitment):
        messages.success(request, _("Written down. Where it stands follows from it."))
        return redirect("commitment-progress", uid=uid)
    rows = Progress.objects.visible_to(request.user).filter(commitment=commitment).order_by("-on", "-pk")
    rows = rows.select_related("commitment", "added_by__person")
    page = page_of(rows, request.GET, after=after, before=before)
    context = {
        "commitment": commitment,
        "tabs": commitment_tabs(request.user, commitment, "commitment-progress"),
        "page": page,
        "rows": with_doer(request.user, page.rows, "added_by"),
        "may_keep": may,
        "form": form,
        "why_form": WhyForm(),
    }
    return render(request, "commitments/progress.html", context, status=422 if form.errors else 200)


def written(request: SignedIn, form: ProgressForm, commitment: Commitment) -> Progress | None:
    """The entry, with its file; nothing of the file is kept where either is refused."""
    try:
        with taken_in(form.cleaned_data["file"]) as file:
            given = {"commitment": commitment, "new": replace(form.new, file=file), "at": timezone.now()}
            entry: Progress | None = done_by_form(request, form, operations.add_progress, **given)
            return entry
    except DocumentRefused as refused:
        add_to_form(form, refused)
        return None


def after(found: Any, row: Progress) -> Any:
    """Those further down the list."""
    return found.filter(beyond(row, "-on"))


def before(found: Any, row: Progress) -> Any:
    """Those further up."""
    return found.filter(beyond(row, "on"))


@require_POST
def strike(request: SignedIn, uid: UUID) -> HttpResponse:
    """Let an entry count no more."""
    entry, form = entry_of(request, uid), WhyForm(request.POST)
    if form.is_valid():
        given = {"progress": entry, "at": timezone.now(), **form.cleaned_data}
        if done_by_form(request, form, operations.strike_progress, **given):
            messages.success(request, _("Struck. It stays to be read, and counts no more."))
            return redirect("commitment-progress", uid=entry.commitment.uid)
    return one(request, entry, 422, refuse_form=form)


@never_cache
@require_safe
def entry(request: SignedIn, uid: UUID) -> HttpResponse:
    """One entry: to be looked at where somebody brought it, and to be struck where it counts."""
    return one(request, entry_of(request, uid))


@require_POST
def confirm(request: SignedIn, uid: UUID) -> HttpResponse:
    """Let what somebody brought count."""
    brought = entry_of(request, uid)
    form = ConfirmForm(request.POST, commitment=brought.commitment, has_file=bool(brought.file_uid))
    if form.is_valid():
        given = {"progress": brought, "at": timezone.now(), **form.cleaned_data}
        if done_by_form(request, form, operations.confirm_evidence, **given):
            messages.success(request, _("Confirmed. It counts from the day it tells of."))
            return redirect("commitment-progress", uid=brought.commitment.uid)
    return one(request, brought, 422, confirm_form=form)


@require_POST
def refuse(request: SignedIn, uid: UUID) -> HttpResponse:
    """Do not let it count."""
    brought, form = entry_of(request, uid), WhyForm(request.POST)
    if form.is_valid():
        given = {"progress": brought, "at": timezone.now(), **form.cleaned_data}
        if done_by_form(request, form, operations.refuse_evidence, **given):
            messages.success(request, _("It does not count, and says why."))
            return redirect("commitment-progress", uid=brought.commitment.uid)
    return one(request, brought, 422, refuse_form=form)


def one(request: SignedIn, found: Progress, status: int = 200, **more: Any) -> HttpResponse:
    """Its page, with a form that was refused as it came."""
    is_settled = bool(found.confirmed_at or found.refused_at or found.struck_at)
    may, is_held = may_keep(found.commitment, request.user), found.is_from_outside and not is_settled
    context = {
        "entry": found,
        "commitment": found.commitment,
        "may_keep": may,
        "is_held": is_held,
        "may_open": bool(found.file_uid) and (may or not is_held),
        "is_picture": found.file_type in PICTURES,
        "confirm_form": ConfirmForm(
            commitment=found.commitment, has_file=bool(found.file_uid), initial={"says_who": found.says_who}
        ),
        "refuse_form": WhyForm(),
        "file_form": FileForm(),
        "look_through_it": LOOK_THROUGH_IT,
    }
    return render(request, "commitments/progress_entry.html", context | more, status=status)


def watched(request: SignedIn, uid: UUID) -> Commitment:
    """A commitment that the account sees; 404 for any other."""
    found: Commitment = get_object_or_404(Commitment.objects.visible_to(request.user).select_related(*RELATED), uid=uid)
    return found


def to_keep(request: SignedIn, uid: UUID) -> Commitment:
    """One that the account may look after; 404 for any other."""
    found = watched(request, uid)
    if not may_keep(found, request.user):
        raise Http404
    return found


def entry_of(request: SignedIn, uid: UUID) -> Progress:
    """An entry that the account sees; 404 for any other."""
    related = tuple(f"commitment__{name}" for name in RELATED)
    found: Progress = get_object_or_404(Progress.objects.visible_to(request.user).select_related(*related), uid=uid)
    return found
