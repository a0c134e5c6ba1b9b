"""A source document, seen from a campaign: its editions, its numbered clauses, which edition repeats which; citing."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.forms import Form
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from m4c.campaigns.casework.case_forms import CiteForm, ClauseForm, DocumentForm, EditionForm, FulfilForm, RepeatForm
from m4c.campaigns.casework.clauses import sentence_of, standings_of
from m4c.campaigns.models import Campaign, Citation, Clause, Edition, SourceDocument
from m4c.campaigns.operations import source_document as operations
from m4c.campaigns.views.campaign import campaign_of, frame
from m4c.campaigns.views.campaign_case import shown as case_shown
from m4c.people.requests import SignedIn
from m4c.people.views.asking import done, done_by_form


@require_POST
def add(request: SignedIn, uid: UUID) -> HttpResponse:
    """Put a document on record, or find the one that is."""
    found = campaign_of(request, uid)
    form = DocumentForm(request.POST, by=request.user)
    kept = form.is_valid() and done_by_form(request, form, operations.add_document, campaign=found, new=form.new)
    if kept:
        return redirect("source-document", uid=uid, document=kept.uid)
    return case_shown(request, found, document_form=form)


@never_cache
@require_safe
def document(request: SignedIn, uid: UUID, document: UUID) -> HttpResponse:
    """One document, clause by clause."""
    return shown(request, campaign_of(request, uid), document_of(request, document))


def shown(request: SignedIn, found: Campaign, one: SourceDocument, **forms: Form) -> HttpResponse:
    """The page, with a form that was refused as it came."""
    account = request.user
    clauses = list(Clause.objects.visible_to(account).filter(document=one))
    standings = standings_of(clauses)
    cited = set(Citation.objects.visible_to(account).filter(campaign=found).values_list("clause", flat=True))
    context = frame(request, found, "campaign-case") | {
        "document": one,
        "editions": Edition.objects.visible_to(account).filter(document=one),
        "clauses": [
            (clause, sentence_of(clause, standings[clause.pk]), clause.pk in cited, small_forms(clause, one))
            for clause in clauses
        ],
        "edition_form": EditionForm(),
        "clause_form": ClauseForm(document=one),
    }
    return render(request, "campaigns/source_document.html", context | forms, status=422 if forms else 200)


def small_forms(clause: Clause, one: SourceDocument) -> dict[str, Form]:
    """What may be said of a clause, each by a form with ids of its own."""
    return {
        "cite": CiteForm(auto_id=f"id_cite{clause.pk}_%s"),
        "repeat": RepeatForm(document=one, auto_id=f"id_repeat{clause.pk}_%s"),
        "fulfil": FulfilForm(auto_id=f"id_fulfil{clause.pk}_%s"),
    }


@require_POST
def add_edition(request: SignedIn, uid: UUID, document: UUID) -> HttpResponse:
    """Add an edition."""
    found, one, form = campaign_of(request, uid), document_of(request, document), EditionForm(request.POST)
    given = {"campaign": found, "document": one, "at": timezone.now()}
    if form.is_valid() and done_by_form(request, form, operations.add_edition, **given, **form.cleaned_data):
        return redirect("source-document", uid=uid, document=document)
    return shown(request, found, one, edition_form=form)


@require_POST
def add_clause(request: SignedIn, uid: UUID, document: UUID) -> HttpResponse:
    """Add a clause."""
    found, one = campaign_of(request, uid), document_of(request, document)
    form = ClauseForm(request.POST, document=one)
    given = {"campaign": found, "at": timezone.now()}
    if form.is_valid() and done_by_form(request, form, operations.add_clause, new=form.new, **given):
        return redirect("source-document", uid=uid, document=document)
    return shown(request, found, one, clause_form=form)


@require_POST
def cite(request: SignedIn, uid: UUID, clause: UUID) -> HttpResponse:
    """Cite a clause."""
    form = CiteForm(request.POST)
    given = {"words": form.cleaned_data["words"] if form.is_valid() else "", "at": timezone.now()}
    return said_of(request, uid, clause, form, operations.cite_clause, _("You cite it."), given)


@require_POST
def repeat(request: SignedIn, uid: UUID, clause: UUID) -> HttpResponse:
    """Say which edition repeats a clause."""
    one = clause_of(request, clause)
    form = RepeatForm(request.POST, document=one.document)
    given = form.cleaned_data if form.is_valid() else {}
    return said_of(request, uid, clause, form, operations.repeat_clause, _("Written down."), given)


@require_POST
def fulfil(request: SignedIn, uid: UUID, clause: UUID) -> HttpResponse:
    """Say that it was done."""
    form = FulfilForm(request.POST)
    given = form.cleaned_data if form.is_valid() else {}
    return said_of(request, uid, clause, form, operations.fulfil_clause, _("Written down."), given)


def said_of(
    request: SignedIn, uid: UUID, clause: UUID, form: Form, operation: Any, sentence: str, given: dict[str, Any]
) -> HttpResponse:
    """Say something of a clause by its small form, which is refused as a message."""
    found, one = campaign_of(request, uid), clause_of(request, clause)
    if form.is_valid():
        done(request, operation, sentence, campaign=found, clause=one, **given)
    else:
        messages.error(request, _("Fill in what is asked, and send it again."))
    return redirect("source-document", uid=uid, document=one.document.uid)


def document_of(request: SignedIn, uid: UUID) -> SourceDocument:
    """A document that the account sees; 404 for any other."""
    rows = SourceDocument.objects.visible_to(request.user).select_related("publisher")
    found: SourceDocument = get_object_or_404(rows, uid=uid)
    return found


def clause_of(request: SignedIn, uid: UUID) -> Clause:
    """A clause that the account sees; 404 for any other."""
    found: Clause = get_object_or_404(Clause.objects.visible_to(request.user).select_related("document"), uid=uid)
    return found
