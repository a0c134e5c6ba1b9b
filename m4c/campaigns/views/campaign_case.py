"""The case of a campaign: the issue that it comes from, evidence with its files, clauses that it cites."""

from uuid import UUID

from django.contrib import messages
from django.db.models import Q
from django.forms import Form
from django.http import FileResponse, Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from m4c.campaigns.casework.case_forms import DocumentForm, EvidenceForm
from m4c.campaigns.casework.clauses import cited_by
from m4c.campaigns.models import Campaign, Citation, Evidence, SourceDocument
from m4c.campaigns.operations import evidence, source_document
from m4c.campaigns.permissions import PUBLISH_CAMPAIGNS
from m4c.campaigns.views.campaign import campaign_of, frame
from m4c.core.errors import add_to_form
from m4c.core.visibility import scopes_of
from m4c.listening.deciding.provenance import provenance_of
from m4c.listening.models import Issue
from m4c.people.documents.files import MEDIA, GivenFile, forget_file, path_of, take_file
from m4c.people.documents.sniffing import DocumentRefused
from m4c.people.models import DocumentVersion
from m4c.people.naming import names_of
from m4c.people.requests import SignedIn
from m4c.people.views.asking import done, done_by_form

MOST_SHOWN = 200


@never_cache
@require_safe
def case(request: SignedIn, uid: UUID) -> HttpResponse:
    """All that speaks for it."""
    return shown(request, campaign_of(request, uid))


def shown(request: SignedIn, found: Campaign, **forms: Form) -> HttpResponse:
    """The page, with a form that was refused as it came."""
    account = request.user
    rows = list(Evidence.objects.visible_to(account).filter(campaign=found, withdrawn_at=None)[:MOST_SHOWN])
    names = names_of(account, {row.gathered_by_id for row in rows})
    issue = Issue.objects.visible_to(account).filter(pk=found.issue_id or 0).select_related("group").first()
    used = Q(pk__in=Citation.objects.visible_to(account).filter(campaign=found).values("clause__document"))
    context = frame(request, found, "campaign-case") | {
        "issue": issue,
        "provenance": provenance_of(issue, account) if issue else None,
        "evidence": [(row, names.get(row.gathered_by_id, "")) for row in rows],
        "cited": cited_by(found, account),
        "documents": SourceDocument.objects.visible_to(account).filter(used).select_related("publisher"),
        "may_publish": account.may(PUBLISH_CAMPAIGNS, scopes_of(found)),
        "evidence_form": EvidenceForm(by=account),
        "document_form": DocumentForm(by=account),
    }
    return render(request, "campaigns/campaign_case.html", context | forms, status=422 if forms else 200)


@require_POST
def add(request: SignedIn, uid: UUID) -> HttpResponse:
    """Put evidence to it, with its file if there is one."""
    found = campaign_of(request, uid)
    form = EvidenceForm(request.POST, request.FILES, by=request.user)
    if form.is_valid() and added(request, form, found):
        messages.success(request, _("It is part of the case."))
        return redirect("campaign-case", uid=uid)
    return shown(request, found, evidence_form=form)


def added(request: SignedIn, form: EvidenceForm, found: Campaign) -> Evidence | None:
    """The evidence, kept; nothing of its file where it is refused."""
    upload = form.cleaned_data["file"]
    given: GivenFile | None = None
    if upload:
        try:
            given = take_file(upload, upload.name or "")
        except DocumentRefused as refused:
            add_to_form(form, refused)
            return None
    told = {"campaign": found, "new": form.new, "given": given, "at": timezone.now()}
    kept: Evidence | None = done_by_form(request, form, evidence.add_evidence, **told)
    if given and not kept:
        forget_file(given.uid)
    return kept


@require_POST
def publish(request: SignedIn, uid: UUID) -> HttpResponse:
    """Say whether evidence may stand on the public page."""
    row = evidence_of(request, uid)
    is_public = request.POST.get("public") == "yes"
    sentence = _("It may stand on the public page.") if is_public else _("It stands on no public page.")
    done(request, evidence.publish_evidence, sentence, evidence=row, is_public=is_public)
    return redirect("campaign-case", uid=row.campaign.uid)


@require_POST
def withdraw(request: SignedIn, uid: UUID) -> HttpResponse:
    """Take evidence back."""
    row = evidence_of(request, uid)
    done(request, evidence.withdraw_evidence, _("Taken back; its file is gone."), evidence=row, at=timezone.now())
    return redirect("campaign-case", uid=row.campaign.uid)


@require_safe
def download(request: SignedIn, uid: UUID) -> HttpResponse:
    """The file of some evidence, to be saved: it is never shown within our pages."""
    row = evidence_of(request, uid)
    path = path_of(row.uid)
    if not row.file_name or not path.exists():
        raise Http404
    media = MEDIA[DocumentVersion.Type(row.type)]
    response = FileResponse(path.open("rb"), as_attachment=True, filename=row.file_name, content_type=media)
    response["Cache-Control"] = "private, no-store"
    return response  # type: ignore[return-value]  # it streams, and is an answer all the same


@require_POST
def strike(request: SignedIn, uid: UUID) -> HttpResponse:
    """Cite a clause no more."""
    rows = Citation.objects.visible_to(request.user).select_related("campaign")
    row = get_object_or_404(rows, uid=uid)
    done(request, source_document.strike_citation, _("You cite it no more."), citation=row)
    return redirect("campaign-case", uid=row.campaign.uid)


def evidence_of(request: SignedIn, uid: UUID) -> Evidence:
    """Evidence that the account sees and that was not taken back; 404 for any other."""
    rows = Evidence.objects.visible_to(request.user).filter(withdrawn_at=None).select_related("campaign")
    found: Evidence = get_object_or_404(rows, uid=uid)
    return found
