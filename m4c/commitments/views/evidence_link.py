"""Links for those affected: made and shown once with a code to scan, listed, and ended."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from m4c.commitments.commitment_panels import commitment_tabs
from m4c.commitments.models import EvidenceLink
from m4c.commitments.operations.evidence_link import end_evidence_link, make_evidence_link
from m4c.commitments.views.progress import to_keep
from m4c.commitments.watching.face import Face, face_of
from m4c.commitments.watching.forms import EvidenceLinkForm
from m4c.people.qr import qr_svg
from m4c.people.requests import SignedIn
from m4c.people.views.asking import done, done_by_form


@never_cache
@require_http_methods(["GET", "POST"])
def links(request: SignedIn, uid: UUID) -> HttpResponse:
    """The links of a commitment, and one more; its secret is shown on the answer, once."""
    commitment = to_keep(request, uid)
    form = EvidenceLinkForm(request.POST or None)
    if form.is_valid():
        given = {"commitment": commitment, "at": timezone.now(), **form.cleaned_data}
        if made := done_by_form(request, form, make_evidence_link, **given):
            context = {"commitment": commitment, "link": made.link, "url": str(made), "svg": qr_svg(str(made))}
            face = face_of(commitment, timezone.localdate())  # the sheet hangs where anybody reads it
            context |= {"speaker": face.speaker, "text": chat_text(face, str(made))}
            return render(request, "commitments/evidence_link_sheet.html", context)
    context = {
        "commitment": commitment,
        "tabs": commitment_tabs(request.user, commitment, "commitment-progress"),
        "links": EvidenceLink.objects.visible_to(request.user).filter(commitment=commitment),
        "today": timezone.localdate(),
        "form": form,
    }
    return render(request, "commitments/evidence_links.html", context, status=422 if form.errors else 200)


def chat_text(face: Face, url: str) -> str:
    """A few words for a group's chat, with the link."""
    said = _("On {day} {name} promised something that concerns us. Have you seen whether it was kept?")
    asked = _("Tell it here; you need not give your name: {url}")
    facts = {"day": date_format(face.made_on, "j F Y"), "name": face.speaker, "url": url}
    return f"{said} {asked}".format(**facts)


@require_POST
def end(request: SignedIn, uid: UUID) -> HttpResponse:
    """Let a link open nothing any more."""
    seen = EvidenceLink.objects.visible_to(request.user).select_related("commitment")
    link: EvidenceLink = get_object_or_404(seen, uid=uid)
    done(request, end_evidence_link, _("Ended: it opens nothing any more."), link=link, at=timezone.now())
    return redirect("evidence-links", uid=link.commitment.uid)
