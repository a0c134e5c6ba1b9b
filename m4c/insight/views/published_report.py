"""Published reports: the public pages, and publishing and withdrawing."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from m4c.core.errors import Refused
from m4c.insight.models import PublishedReport
from m4c.insight.operations.published_report import publish_report, withdraw_report
from m4c.insight.presentation import Presentation
from m4c.insight.published import listed
from m4c.insight.so_far.pictures import Pictures
from m4c.insight.so_far.public import public_figures
from m4c.insight.views.so_far import asked
from m4c.people.models import Group


@require_safe
def public_reports(request: HttpRequest) -> HttpResponse:
    """The list of published reports, for everybody."""
    return render(request, "insight/public_reports.html", {"published": listed(request.user)})


@require_safe
def public_report(request: HttpRequest, slug: str) -> HttpResponse:
    """One published report, for everybody."""
    published = get_object_or_404(PublishedReport.objects.visible_to(request.user).select_related("group"), slug=slug)
    report = Presentation(published.figures, Pictures.from_json(published.pictures))
    return render(request, "insight/public_report.html", {"published": published, "report": report})


@require_POST
def publications(request: HttpRequest) -> HttpResponse:
    """Publish the report of a period and a group."""
    form = asked(request)
    if not form.is_valid():
        messages.error(request, " ".join(form.sentences))
        return redirect("so-far")
    reading = form.reading()
    figures = public_figures(reading)
    movement = Group.objects.visible_to(reading.account).filter(kind=Group.Kind.MOVEMENT)
    try:
        published = publish_report(
            group=form.cleaned_data["group"] or movement.get(),
            period=reading.period,
            figures=figures,
            pictures=Pictures.public(reading, figures).as_json(),
            by=reading.account,
            at=timezone.now(),
        )
    except Refused as refused:
        messages.error(request, str(refused))
        return redirect(form.address)
    messages.success(request, _("Published: everybody can read it at this address."))
    return redirect("public-report", slug=published.slug)


@require_POST
def withdrawal(request: HttpRequest, slug: str) -> HttpResponse:
    """Take a published report off the public pages."""
    published = get_object_or_404(PublishedReport.objects.visible_to(request.user), slug=slug)
    try:
        withdraw_report(report=published, by=request.user, at=timezone.now())  # type: ignore[arg-type]
    except Refused as refused:
        messages.error(request, str(refused))
    else:
        messages.success(request, _("Withdrawn: the page is gone from the public site."))
    return redirect("reports")
