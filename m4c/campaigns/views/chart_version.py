"""Versions of a strategy chart: kept, listed, read, and compared with another or with what stands now."""

from collections import Counter
from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from m4c.campaigns.models import ChartVersion
from m4c.campaigns.operations.chart import keep_version
from m4c.campaigns.permissions import RUN_CAMPAIGNS
from m4c.campaigns.strategy.chart import Chart, kept, version_chart
from m4c.campaigns.strategy.forms import VersionForm
from m4c.campaigns.views.chart import target_of
from m4c.core.pages import page_of, row_at
from m4c.core.visibility import scopes_of
from m4c.people.naming import doer_named, with_doer
from m4c.people.requests import SignedIn
from m4c.people.views.asking import done

NOW = "now"


@never_cache
@require_safe
def versions(request: SignedIn, uid: UUID) -> HttpResponse:
    """The versions of a target's chart, the latest first."""
    target = target_of(request, uid)
    found = ChartVersion.objects.visible_to(request.user).filter(target=target).select_related("by__person")
    page = page_of(
        found,
        request.GET,
        after=lambda rows, row: rows.filter(number__lt=row.number),
        before=lambda rows, row: rows.filter(number__gt=row.number),
    )
    may_run = request.user.may(RUN_CAMPAIGNS, scopes_of(target))
    rows = with_doer(request.user, page.rows, "by")
    context = {"target": target, "page": page, "rows": rows, "form": VersionForm(), "may_run": may_run}
    return render(request, "campaigns/chart_versions.html", context)


@require_POST
def keep(request: SignedIn, uid: UUID) -> HttpResponse:
    """Keep the chart as it stands."""
    target = target_of(request, uid)
    form = VersionForm(request.POST)
    if form.is_valid():
        done(request, keep_version, _("Kept."), target=target, at=timezone.now(), **form.cleaned_data)
    return redirect("chart-versions", uid=uid)


@never_cache
@require_safe
def version(request: SignedIn, uid: UUID) -> HttpResponse:
    """A version as it stood; with `?with=` another version or `now`, what came, went and changed between them."""
    rows = ChartVersion.objects.visible_to(request.user).select_related(
        "target__powerholder", "target__campaign__group"
    )
    found: ChartVersion = get_object_or_404(rows.select_related("by__person"), uid=uid)
    others = rows.filter(target=found.target_id).exclude(pk=found.pk)
    other = row_at(others, request.GET.get("with", ""))
    is_now = request.GET.get("with") == NOW
    earlier, against = found, None
    if is_now:
        against = kept(found.target, request.user)
    elif other:
        earlier, later = sorted((found, other), key=lambda each: each.number)
        against = later.entries
    chart = version_chart(earlier, against)
    context: dict[str, Any] = {
        "version": found,
        "who": doer_named(request.user, found.by),
        "target": found.target,
        "chart": chart,
        "differs": differs(chart) if against is not None else "",
        "others": list(others),
        "other": other,
        "is_now": is_now,
        "compares": against is not None,
        "earlier": earlier,
    }
    return render(request, "campaigns/chart_version.html", context)


def differs(chart: Chart) -> str:
    """How many lines came, changed and went, in a sentence."""
    number = Counter(line.mark for line in chart.lines)
    return _("New: {new}. Changed: {changed}. Gone: {gone}.").format(
        new=number["new"], changed=number["changed"], gone=number["gone"]
    )
