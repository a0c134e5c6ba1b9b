"""A report as a file: asked for, made by the worker, and downloaded by whoever asked."""

from uuid import UUID

from django.contrib import messages
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from m4c.core.errors import Refused
from m4c.core.htmx import page_or_part
from m4c.insight import words
from m4c.insight.models import ReportFile
from m4c.insight.operations.report_file import request_listening_file, request_report_file
from m4c.insight.views.so_far import asked
from m4c.listening.permissions import SEE_LISTENING
from m4c.listening.themes.reading import campaign_seen
from m4c.people.requests import SignedIn
from m4c.people.views.asking import done


@require_POST
def report_files(request: HttpRequest) -> HttpResponse:
    """Ask for the PDF of a period and a group."""
    form = asked(request)
    if not form.is_valid():
        messages.error(request, " ".join(form.sentences))
        return redirect("so-far")
    reading = form.reading()
    groups = [reading.group] if reading.group else list(reading.reach.groups or [])
    try:
        file = request_report_file(groups=groups, period=reading.period, by=reading.account, at=timezone.now())
    except Refused as refused:
        messages.error(request, str(refused))
        return redirect(form.address)
    return redirect("report-file", uid=file.uid)


@require_POST
def listening_files(request: SignedIn, uid: UUID) -> HttpResponse:
    """Ask for the PDF of a campaign's listening report, its public version where `public` is sent."""
    campaign = campaign_seen(request.user, SEE_LISTENING, uid)
    is_public, now = "public" in request.POST, timezone.now()
    file = done(request, request_listening_file, campaign=campaign, is_public=is_public, at=now)
    return redirect("report-file", uid=file.uid) if file else redirect("listening-report", uid=uid)


@require_safe
def report_file(request: HttpRequest, uid: UUID) -> HttpResponse:
    """How far the file has got; htmx asks again by itself while it is being made."""
    file = get_object_or_404(seen(request).defer("content"), uid=uid)
    context = {"file": file, "period": words.period_words(file.first_day, file.last_day)}
    return page_or_part(request, "insight/report_file.html", context, part="report-file-state")


@require_safe
def download(request: HttpRequest, uid: UUID) -> HttpResponse:
    """The file itself, for whoever asked for it."""
    file = get_object_or_404(seen(request), uid=uid)
    if file.content is None:
        raise Http404
    response = HttpResponse(bytes(file.content), content_type="application/pdf")
    response["Content-Disposition"] = f'attachment; filename="{file.filename}"'
    response["Cache-Control"] = "private, no-store"
    return response


def seen(request: HttpRequest) -> QuerySet[ReportFile]:
    """The files that this account may see."""
    return ReportFile.objects.visible_to(request.user).select_related("group", "campaign")  # type: ignore[arg-type]
