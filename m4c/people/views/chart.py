"""A group's chart: everybody by street, workplace or unit, done or not yet; and what is typed for it."""

from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from m4c.core.pages import page_of
from m4c.core.permissions import Permission
from m4c.core.visibility import scopes_of
from m4c.people.chart.register import asks_since, condition_of
from m4c.people.chart.rows import MOST_HEADS, after, before, figures_of, natural, people_on, rows_of
from m4c.people.forms.account import groups_where
from m4c.people.forms.chart import ChartForm, PlacesForm, UnitForm
from m4c.people.models import ChartPlace, Group, Membership
from m4c.people.models.group import GroupQuerySet
from m4c.people.operations.chart import put_on_chart, set_unit, take_off_chart
from m4c.people.permissions import KEEP_CHART, SEE_KNOWN_PEOPLE
from m4c.people.requests import SignedIn
from m4c.people.sight import NOTHING
from m4c.people.views.asking import done, done_by_form

SIZE = 120  # people on a page, or on a few sheets of paper


@never_cache
@require_safe
def chart(request: SignedIn, slug: str) -> HttpResponse:
    """Everybody of a group whom one may see, row by row."""
    account, group = request.user, seen(request, slug, SEE_KNOWN_PEOPLE)
    form = ChartForm(request.GET, account=account, group=group)
    context: dict[str, Any] = {"group": group, "form": form, "today": timezone.localdate()}
    if group.head_count > MOST_HEADS:
        below = Group.objects.visible_to(account).filter(parent=group, ended_on=None)
        return render(request, "people/chart_too_large.html", context | {"below": below})
    kind, chosen, since = (form.chosen(name) for name in ("by", "done", "since"))
    kind, is_known = kind or ChartPlace.Kind.STREET, bool(chosen and since)
    condition = condition_of(account, group, chosen, since) if is_known else NOTHING
    found = people_on(account, group, kind, condition)
    kept = {"by": kind, "done": chosen, "since": since and since.isoformat()}
    page = page_of(found, request.GET, after=after, before=before, kept=kept, size=SIZE)
    number, done_of = figures_of(found)
    context |= {
        "kind": kind,
        "is_street": kind == ChartPlace.Kind.STREET,
        "means": dict(form.offered).get(chosen, ""),
        "since": since if is_known and asks_since(chosen) else None,
        "page": page,
        "rows": rows_of(account, group, kind, found, page.rows, is_last=not page.older),
        "number": number,
        "done": done_of,
        "may_keep": account.may(KEEP_CHART, scopes_of(group)),
    }
    return render(request, "people/chart.html", context)


@never_cache
@require_http_methods(["GET", "POST"])
def places(request: SignedIn, slug: str, kind: str) -> HttpResponse:
    """Type the doors or places where nobody is known yet, and take one off again."""
    group = seen(request, slug, KEEP_CHART)
    if kind not in ChartPlace.Kind.values:
        raise Http404
    form = PlacesForm(request.POST or None)
    given = {"group": group, "kind": kind}
    if form.is_valid() and done_by_form(request, form, put_on_chart, **given, **form.cleaned_data) is not None:
        messages.success(request, _("They stand on the chart as not yet."))
        return to_chart(group, kind)
    standing = ChartPlace.objects.visible_to(request.user).standing().filter(**given)
    by_door = sorted(standing, key=lambda place: (place.folded_row, natural(place.name)))
    context = {**given, "form": form, "places": by_door, "is_street": kind == ChartPlace.Kind.STREET}
    return render(request, "people/chart_places.html", context, status=422 if form.errors else 200)


@require_POST
def take_off(request: SignedIn, uid: UUID) -> HttpResponse:
    """Take a door or a place off the chart."""
    place = get_object_or_404(ChartPlace.objects.visible_to(request.user).select_related("group"), uid=uid)
    done(request, take_off_chart, _("Taken off."), place=place, at=timezone.now())
    return HttpResponseRedirect(reverse("put-on-chart", kwargs={"slug": place.group.slug, "kind": place.kind}))


@never_cache
@require_http_methods(["GET", "POST"])
def unit(request: SignedIn, uid: UUID) -> HttpResponse:
    """Say in which workplace or unit of a group somebody is."""
    found = Membership.objects.visible_to(request.user).open().select_related("person", "group")
    membership = get_object_or_404(found, uid=uid)
    form = UnitForm(request.POST or None, initial={"unit": membership.unit})
    if form.is_valid() and done_by_form(request, form, set_unit, membership=membership, **form.cleaned_data):
        return to_chart(membership.group, ChartPlace.Kind.UNIT)
    context = {"membership": membership, "form": form}
    return render(request, "people/chart_unit.html", context, status=422 if form.errors else 200)


def seen(request: SignedIn, slug: str, permission: Permission) -> Group:
    """A group of the movement's tree in which the account holds a right."""
    groups: GroupQuerySet = groups_where(request.user, permission)  # type: ignore[assignment]
    return get_object_or_404(groups.in_tree(), slug=slug)


def to_chart(group: Group, kind: str) -> HttpResponse:
    """To the chart of a group, by street or by unit."""
    return HttpResponseRedirect(f"{reverse('chart', kwargs={'slug': group.slug})}?{urlencode({'by': kind})}")
