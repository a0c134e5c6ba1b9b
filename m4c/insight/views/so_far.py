"""The report for those who work here: its page, its JSON, and the list of reports."""

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.views.decorators.http import require_safe

from m4c.core.visibility import scopes_of
from m4c.insight.forms import PRESETS, SoFarForm
from m4c.insight.models import PublishedReport
from m4c.insight.permissions import PUBLISH_REPORTS
from m4c.insight.presentation import Presentation
from m4c.people.narrowing import filter_chip, narrowed_to

ROWS = 20  # of a list on the page: as many as people read; all are in the file


@require_safe
def reports(request: HttpRequest) -> HttpResponse:
    """The reports there are, and those that were published."""
    account = request.user
    published = list(PublishedReport.objects.visible_to(account).select_related("group")[:ROWS])
    for report in published:
        report.may_withdraw = account.may(PUBLISH_REPORTS, scopes_of(report.group))  # type: ignore[attr-defined, union-attr]
    return render(request, "insight/reports.html", {"published": published, "presets": presets("")})


@require_safe
def so_far(request: HttpRequest) -> HttpResponse:
    """The Movement So Far, for a period and a group."""
    form = asked(request)
    periods = presets(form["group"].value(), form.preset)
    context = {"form": form, "presets": periods, "all_time_url": periods[-1]["url"]}
    if form.is_valid():
        group = form.cleaned_data["group"]
        reading = form.reading(at_most=ROWS)
        context |= {
            "filter_chip": filter_chip(request, group if len(form.groups) > 1 else None),
            "reading": reading,
            "report": Presentation.of(reading),
            "choice": form.choice,
            "json_url": f"{reverse('so-far-json')}?{urlencode(form.choice)}",
            "may_publish": request.user.may(PUBLISH_REPORTS, scopes_of(group) if group else []),  # type: ignore[union-attr]
        }
    return render(request, "insight/so_far.html", context)


@require_safe
def so_far_json(request: HttpRequest) -> HttpResponse:
    """The same report as JSON, its lists whole."""
    form = asked(request)
    if not form.is_valid():
        return JsonResponse({"error": " ".join(form.sentences)}, status=400)
    return JsonResponse(form.reading().report.as_json(), json_dumps_params={"ensure_ascii": False, "indent": 1})


def asked(request: HttpRequest) -> SoFarForm:
    """The report that the address asks for, or that a button was pressed on."""
    data = request.POST if request.method == "POST" else request.GET
    begin = narrowed_to(request)
    return SoFarForm(data, account=request.user, today=timezone.localdate(), begin=begin)  # type: ignore[arg-type]


def presets(group: str, current: str = "") -> list[dict[str, object]]:
    """Periods to choose with one press."""
    address = reverse("so-far")
    return [
        {"label": label, "url": f"{address}?{urlencode({'period': name, 'group': group})}", "current": name == current}
        for name, label in PRESETS.items()
    ]
