"""The strategy chart: one for each target, and lines added to it."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from m4c.campaigns.campaign_panels import campaign_tabs
from m4c.campaigns.models import Campaign, ChartEntry, Target
from m4c.campaigns.operations.chart import add_entry
from m4c.campaigns.permissions import RUN_CAMPAIGNS
from m4c.campaigns.strategy.chart import chart_of
from m4c.campaigns.strategy.columns import COLUMN_OF, COLUMNS
from m4c.campaigns.strategy.forms import BY_KEY, LineForm, VersionForm
from m4c.core.visibility import scopes_of
from m4c.people.requests import SignedIn
from m4c.people.views.asking import done_by_form


@never_cache
@require_safe
def strategy_chart(request: SignedIn, uid: UUID) -> HttpResponse:
    """The chart of a campaign's first target; where there is none, what to do first."""
    rows = Campaign.objects.visible_to(request.user).select_related("group")
    campaign: Campaign = get_object_or_404(rows, uid=uid)
    first = targets_of(request, campaign).first()
    if first:
        return shown(request, first)
    context = {"campaign": campaign, "tabs": campaign_tabs(request.user, campaign, "strategy-chart")}
    return render(request, "campaigns/chart_none.html", context)


@never_cache
@require_safe
def target_chart(request: SignedIn, uid: UUID) -> HttpResponse:
    """The chart of one target."""
    return shown(request, target_of(request, uid))


def shown(request: SignedIn, target: Target, status: int = 200, refused: LineForm | None = None) -> HttpResponse:
    """Its page, with a form that was refused as it came."""
    account, campaign = request.user, target.campaign
    forms = {column.key: LineForm(column=column) for column in COLUMNS}
    if refused:
        forms[refused.column.key] = refused
    chart = chart_of(target, account)
    context = {
        "target": target,
        "campaign": campaign,
        "tabs": campaign_tabs(account, campaign, "strategy-chart"),
        "targets": target_tabs(request, target),
        "chart": chart,
        "columns": [(column, forms[column.asked.key]) for column in chart.columns],
        "refused": refused.column.key if refused else "",
        "may_run": account.may(RUN_CAMPAIGNS, scopes_of(campaign)),
        "last": last_of(request, target),
        "version_form": VersionForm(),
    }
    return render(request, "campaigns/chart.html", context, status=status)


@require_POST
def add(request: SignedIn, uid: UUID) -> HttpResponse:
    """Write a line in the column of its part."""
    target = target_of(request, uid)
    column = COLUMN_OF.get(request.POST.get("part", ""), COLUMNS[0].key)
    form = LineForm(request.POST, column=BY_KEY[column])
    if form.is_valid() and done_by_form(request, form, add_entry, target=target, line=form.line, at=timezone.now()):
        messages.success(request, _("Written down."))
        return redirect(address(target, column))
    return shown(request, target, 422, form)


def last_of(request: SignedIn, target: Target) -> ChartEntry | None:
    """The line that the account touched last, as long as nobody went on from there: what "undo" would undo."""
    rows = ChartEntry.objects.visible_to(request.user).filter(target=target)
    replaced = rows.exclude(replaces=None).order_by().values("replaces")
    own = rows.exclude(pk__in=replaced)
    made = own.filter(by=request.user, ended_at=None).order_by("-at", "-pk").first()
    taken = own.filter(ended_by=request.user).order_by("-ended_at", "-pk").first()
    if made and taken and taken.ended_at:
        return made if made.at >= taken.ended_at else taken
    return made or taken


def target_tabs(request: SignedIn, target: Target) -> list[dict[str, Any]]:
    """The targets of a campaign as tabs; none where there is one alone."""
    rows = list(targets_of(request, target.campaign))
    return (
        [
            {
                "label": each.powerholder.name,
                "url": reverse("target-chart", kwargs={"uid": each.uid}),
                "current": each == target,
            }
            for each in rows
        ]
        if len(rows) > 1
        else []
    )


def address(target: Target, column: str) -> str:
    """The chart at a column."""
    return f"{reverse('target-chart', kwargs={'uid': target.uid})}#{column}"


def targets_of(request: SignedIn, campaign: Campaign) -> Any:
    """Those a campaign aims at now, who can grant it first."""
    rows = Target.objects.visible_to(request.user).filter(campaign=campaign, until=None)
    return rows.select_related("powerholder", "campaign__group")


def target_of(request: SignedIn, uid: UUID) -> Target:
    """A target that the account sees; 404 for any other."""
    rows = Target.objects.visible_to(request.user).select_related("powerholder", "campaign__group")
    found: Target = get_object_or_404(rows, uid=uid)
    return found
