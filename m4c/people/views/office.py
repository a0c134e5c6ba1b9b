"""Offices of a group: who holds which, who held it before, and writing it down."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from m4c.people.belonging.offices import told_offices
from m4c.people.forms.belonging import DayForm, OfficeForm
from m4c.people.models import Group, Membership
from m4c.people.operations import office as operations
from m4c.people.permissions import LOOK_AFTER_ACCOUNTS, SAY_OFFICES
from m4c.people.requests import SignedIn
from m4c.people.views.asking import done_by_form


@never_cache
@require_http_methods(["GET", "POST"])
def offices(request: SignedIn, slug: str) -> HttpResponse:
    """All who held an office in a group, and one more written down."""
    account, today = request.user, timezone.localdate()
    group = get_object_or_404(Group.objects.visible_to(account).in_tree(), slug=slug)
    may_say = account.may(SAY_OFFICES, [frozenset([group.path])])
    form = OfficeForm(request.POST or None, by=account)
    if form.is_valid():
        given = {"group": group, "today": today, **form.cleaned_data}
        if done_by_form(request, form, operations.record_office, **given):
            messages.success(request, _("Written down."))
            return redirect("offices", slug=slug)
    context = {
        "group": group,
        "form": form if may_say else None,
        "offices": told_offices(account, group),
        "may_say": may_say,
        "looks_after_accounts": account.may_somewhere(LOOK_AFTER_ACCOUNTS),
    }
    return render(request, "people/offices.html", context, status=422 if form.errors else 200)


@never_cache
@require_http_methods(["GET", "POST"])
def end(request: SignedIn, uid: UUID) -> HttpResponse:
    """Say until when somebody held an office."""
    seen = Membership.objects.visible_to(request.user).filter(ended_on=None).select_related("group", "person")
    office: Membership = get_object_or_404(seen, uid=uid)
    form = DayForm(request.POST or None)
    given = {"membership": office, "today": timezone.localdate()}
    if form.is_valid() and done_by_form(request, form, operations.end_office, **given, **form.cleaned_data):
        messages.success(request, _("Written down. They belong to the group as before."))
        return redirect("offices", slug=office.group.slug)
    context = {"office": office, "form": form}
    return render(request, "people/office_end.html", context, status=422 if form.errors else 200)
