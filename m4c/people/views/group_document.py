"""A group's documents: the list, putting one there, its versions, opening and taking away."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.forms import Form
from django.http import FileResponse, Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from m4c.core.errors import add_to_form
from m4c.people.documents.files import MEDIA, forget_file, path_of, take_file
from m4c.people.documents.sniffing import DocumentRefused
from m4c.people.forms.group_life import DocumentForm, VersionForm
from m4c.people.models import Account, DocumentVersion, GroupDocument
from m4c.people.naming import names_of
from m4c.people.operations import group_document as operations
from m4c.people.permissions import LOOK_AFTER_GROUPS
from m4c.people.requests import SignedIn
from m4c.people.views.asking import done, done_by_form
from m4c.people.views.group_story import group_of, group_where

LISTED = 200  # documents of a group; above it nobody reads the list


@require_safe
def documents(request: SignedIn, slug: str) -> HttpResponse:
    """The documents of a group that one may open, each with its latest version."""
    account, shown = request.user, group_of(request.user, slug)
    seen = GroupDocument.objects.visible_to(account).filter(group=shown)[:LISTED]
    context = {
        "group": shown,
        "rows": with_latest(account, list(seen)),
        "may_keep": account.may(LOOK_AFTER_GROUPS, [frozenset([shown.path])]) and shown.ended_on is None,
    }
    return render(request, "people/group_documents.html", context)


def with_latest(account: Account, listed: list[GroupDocument]) -> list[tuple[GroupDocument, DocumentVersion | None]]:
    """These documents, each with its latest version that stands; None where all were taken away. One query."""
    versions = DocumentVersion.objects.visible_to(account).standing().filter(document__in=listed).order_by("number")
    latest = {version.document_id: version for version in versions} if listed else {}
    return [(document, latest.get(document.pk)) for document in listed]


@require_http_methods(["GET", "POST"])
def keep(request: SignedIn, slug: str) -> HttpResponse:
    """Put a document there."""
    shown = group_where(request.user, slug, LOOK_AFTER_GROUPS)
    form = DocumentForm(request.POST or None, request.FILES or None)
    kept = form.is_valid() and taken(request, form, operations.keep_document, group=shown)
    if kept:
        messages.success(request, _("It is there, for whom you chose."))
        return redirect("document", uid=kept[0].uid)
    return render(request, "people/document_new.html", {"group": shown, "form": form}, status=status_of(form))


@require_safe
def document(request: SignedIn, uid: UUID) -> HttpResponse:
    """A document with all its versions, who put each there and when."""
    account, found = request.user, document_of(request.user, uid)
    versions = DocumentVersion.objects.visible_to(account).filter(document=found).select_related("by", "withdrawn_by")
    listed = list(versions)
    context = {
        "document": found,
        "rows": list(zip(listed, names_in(account, listed), strict=True)),
        "may_keep": account.may(LOOK_AFTER_GROUPS, [frozenset([found.group.path])]),
        "audiences": GroupDocument.Audience.choices,
    }
    return render(request, "people/document.html", context)


def names_in(account: Account, versions: list[DocumentVersion]) -> list[str]:
    """Who put each version there; blank for somebody kept safe."""
    names = names_of(account, {one.by.person_id for one in versions})
    return [names.get(one.by.person_id, "") for one in versions]


@require_http_methods(["GET", "POST"])
def keep_new(request: SignedIn, uid: UUID) -> HttpResponse:
    """Put a new version of a document there."""
    found = document_to_keep(request.user, uid)
    form = VersionForm(request.POST or None, request.FILES or None)
    if form.is_valid() and taken(request, form, operations.keep_version, document=found):
        messages.success(request, _("The new version is there; the earlier ones still open."))
        return redirect("document", uid=uid)
    return render(request, "people/document_version.html", {"document": found, "form": form}, status=status_of(form))


def taken(request: SignedIn, form: Form, operation: Any, **given: Any) -> Any:
    """Take the form's file in and hand it to an operation; nothing of it is kept where either refuses."""
    words = {name: value for name, value in form.cleaned_data.items() if name != "file"}
    upload = form.cleaned_data["file"]
    try:
        file = take_file(upload, upload.name or "")
    except DocumentRefused as refused:
        add_to_form(form, refused)
        return None
    kept = done_by_form(request, form, operation, given=file, at=timezone.now(), **given, **words)
    if not kept:
        forget_file(file.uid)
    return kept


@require_POST
def open_to(request: SignedIn, uid: UUID) -> HttpResponse:
    """Say who may open a document."""
    found = document_to_keep(request.user, uid)
    done(
        request,
        operations.say_audience,
        _("That is who may open it now."),
        document=found,
        audience=request.POST.get("audience", ""),
    )
    return redirect("document", uid=uid)


@require_safe
def download(request: SignedIn, uid: UUID) -> HttpResponse:
    """The file of a version, to be saved: it is never shown within our pages."""
    seen = DocumentVersion.objects.visible_to(request.user).standing()
    version = get_object_or_404(seen, uid=uid)
    path = path_of(version.uid)
    if not path.exists():
        raise Http404
    response = FileResponse(
        path.open("rb"),
        as_attachment=True,
        filename=version.file_name,
        content_type=MEDIA[DocumentVersion.Type(version.type)],
    )
    response["Cache-Control"] = "private, no-store"
    return response  # type: ignore[return-value]  # it streams, and is an answer all the same


@require_POST
def withdraw(request: SignedIn, uid: UUID) -> HttpResponse:
    """Take a version away for good."""
    seen = DocumentVersion.objects.visible_to(request.user).select_related("document")
    version = get_object_or_404(seen, uid=uid)
    document_to_keep(request.user, version.document.uid)
    done(request, operations.withdraw_version, _("The file is gone."), version=version, at=timezone.now())
    return redirect("document", uid=version.document.uid)


def document_of(account: Account, uid: UUID) -> GroupDocument:
    """A document that one may open. Raises Http404."""
    seen = GroupDocument.objects.visible_to(account).select_related("group")
    found: GroupDocument = get_object_or_404(seen, uid=uid)
    return found


def document_to_keep(account: Account, uid: UUID) -> GroupDocument:
    """A document that one may see and keep. Raises Http404."""
    found = document_of(account, uid)
    if not account.may(LOOK_AFTER_GROUPS, [frozenset([found.group.path])]):
        raise Http404
    return found


def status_of(form: Form) -> int:
    """How a page with this form answers."""
    return 422 if form.errors else 200
