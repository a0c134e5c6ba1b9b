"""The file of an entry: opened, added, shown to everybody or hidden again, and taken away."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from m4c.commitments.operations import evidence_file as operations
from m4c.commitments.views.progress import entry_of, one
from m4c.commitments.watching.files import answer_with, taken_in
from m4c.commitments.watching.forms import FileForm
from m4c.commitments.watching.keeping import may_keep
from m4c.core.errors import add_to_form
from m4c.people.documents.sniffing import DocumentRefused
from m4c.people.requests import SignedIn
from m4c.people.views.asking import done, done_by_form


@never_cache
@require_safe
def file(request: SignedIn, uid: UUID) -> HttpResponse:
    """The file, for whoever sees the entry; of what nobody has confirmed yet for its keepers alone."""
    found = entry_of(request, uid)
    is_held = found.is_from_outside and found.confirmed_at is None
    if is_held and not may_keep(found.commitment, request.user):
        raise Http404
    return answer_with(found, is_public=False)


@require_POST
def keep(request: SignedIn, uid: UUID) -> HttpResponse:
    """Add one to an entry that has none."""
    found, form = entry_of(request, uid), FileForm(request.POST, request.FILES)
    if form.is_valid():
        try:
            with taken_in(form.cleaned_data["file"]) as given:
                if done_by_form(request, form, operations.keep_evidence_file, progress=found, given=given):
                    return redirect("progress-entry", uid=uid)
        except DocumentRefused as refused:
            add_to_form(form, refused)
    return one(request, found, 422, file_form=form)


@require_POST
def show(request: SignedIn, uid: UUID) -> HttpResponse:
    """Let everybody open it."""
    given = {"progress": entry_of(request, uid), "at": timezone.now()}
    done(request, operations.show_evidence_file, _("Everybody may open it, once the page is public."), **given)
    return redirect("progress-entry", uid=uid)


@require_POST
def hide(request: SignedIn, uid: UUID) -> HttpResponse:
    """Let nobody outside open it any more."""
    done(request, operations.hide_evidence_file, _("Nobody outside opens it."), progress=entry_of(request, uid))
    return redirect("progress-entry", uid=uid)


@require_POST
def take_away(request: SignedIn, uid: UUID) -> HttpResponse:
    """Take it away for good."""
    done(request, operations.take_evidence_file_away, _("The file is gone."), progress=entry_of(request, uid))
    return redirect("progress-entry", uid=uid)
