"""Facts on record: write one down with its source, withdraw one, and open its document."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import FileResponse, Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from m4c.core.errors import add_to_form
from m4c.people.documents.files import MEDIA, Type, forget_file, path_of, take_file
from m4c.people.documents.sniffing import DocumentRefused
from m4c.people.requests import SignedIn
from m4c.people.views.asking import done_by_form
from m4c.power.models import PowerFact, Powerholder
from m4c.power.operations import fact as operations
from m4c.power.record.forms.told import AttemptForm, FactForm, WithdrawForm
from m4c.power.views import institution as institutions
from m4c.power.views import powerholder as powerholders
from m4c.power.views.filled import Sheet, shown


@require_http_methods(["GET", "POST"])
def add(request: SignedIn, uid: UUID) -> HttpResponse:
    """Write down a fact of a powerholder."""
    return written(request, powerholders.seen(request, uid), FactForm, _("A fact on record"))


@require_http_methods(["GET", "POST"])
def add_attempt(request: SignedIn, uid: UUID) -> HttpResponse:
    """Write down who tried before us."""
    return written(request, powerholders.seen(request, uid), AttemptForm, _("Somebody tried before us"))


@require_http_methods(["GET", "POST"])
def add_of_body(request: SignedIn, uid: UUID) -> HttpResponse:
    """Write down a fact of an institution."""
    return written(request, institutions.seen(request, uid), FactForm, _("A fact on record"))


def written(request: SignedIn, about: Any, form_class: type[FactForm], title: str) -> HttpResponse:
    """A fact of somebody or of a body, by this form."""
    form = form_class(request.POST or None, request.FILES or None, by=request.user)
    where = "powerholder" if isinstance(about, Powerholder) else "institution"
    if form.is_valid() and added(request, form, about):
        messages.success(request, _("On record, with its source."))
        return redirect(where, uid=about.uid)
    back = reverse(where, kwargs={"uid": about.uid})
    return shown(request, form, Sheet(title, back, about.name, note="role"))


def added(request: SignedIn, form: FactForm, about: Any) -> PowerFact | None:
    """The fact, written down; nothing of its document is kept where it is refused."""
    upload, given = form.cleaned_data["document"], None
    if upload:
        try:
            given = take_file(upload, upload.name or "")
        except DocumentRefused as refused:
            add_to_form(form, DocumentRefused(refused.message, field="document", code=refused.code))
            return None
    told = {"group": form.cleaned_data["group"], "new": form.new(about, given), "at": timezone.now()}
    fact: PowerFact | None = done_by_form(request, form, operations.add_fact, **told)
    if given and not fact:
        forget_file(given.uid)
    return fact


@require_http_methods(["GET", "POST"])
def withdraw(request: SignedIn, uid: UUID) -> HttpResponse:
    """Withdraw a fact, with the reason."""
    fact = seen(request, uid)
    form = WithdrawForm(request.POST or None)
    given = {"fact": fact, "at": timezone.now()}
    about: Any = fact.powerholder or fact.institution
    where = "powerholder" if fact.powerholder_id else "institution"
    if form.is_valid() and done_by_form(request, form, operations.withdraw_fact, **given, **form.cleaned_data):
        messages.success(request, _("Withdrawn. It stays, struck, with the reason."))
        return redirect(where, uid=about.uid)
    back = reverse(where, kwargs={"uid": about.uid})
    return shown(request, form, Sheet(_("Withdraw this fact"), back, about.name, fact.words))


@never_cache
@require_safe
def document(request: SignedIn, uid: UUID) -> HttpResponse:
    """The file of a fact that stands, to be saved: it is never shown within our pages."""
    rows = PowerFact.objects.visible_to(request.user).standing().exclude(document_type="")
    fact = get_object_or_404(rows, uid=uid)
    path = path_of(fact.uid)
    if not path.exists():
        raise Http404
    media = MEDIA[Type(fact.document_type)]
    response = FileResponse(path.open("rb"), as_attachment=True, filename=fact.document_name, content_type=media)
    response["Cache-Control"] = "private, no-store"
    return response  # type: ignore[return-value]  # it streams, and is an answer all the same


def seen(request: SignedIn, uid: UUID) -> PowerFact:
    """A fact that the account may see; 404 for any other."""
    rows = PowerFact.objects.visible_to(request.user).select_related("powerholder", "institution")
    found: PowerFact = get_object_or_404(rows, uid=uid)
    return found
