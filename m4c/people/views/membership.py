"""Where somebody belongs: begin and end memberships."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from m4c.people.forms.people import LeaveForm, MembershipForm
from m4c.people.models import Membership
from m4c.people.operations import membership as operations
from m4c.people.operations.leaving import record_leaving
from m4c.people.views.asking import account_of, done_by_form
from m4c.people.views.person import seen


@never_cache
@require_http_methods(["GET", "POST"])
def join(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Begin a membership of somebody."""
    shown = seen(request, uid)
    form = MembershipForm(request.POST or None, by=account_of(request))
    if (
        request.method == "POST"
        and form.is_valid()
        and done_by_form(request, form, operations.join, person=shown, **form.cleaned_data)
    ):
        return redirect("person", uid=uid)
    title = _("Add {name} to a group").format(name=shown)
    context = {"person": shown, "form": form, "title": title, "submit": _("Add")}
    return render(request, "people/membership.html", context, status=422 if form.errors else 200)


@never_cache
@require_http_methods(["GET", "POST"])
def leave(request: HttpRequest, uid: UUID) -> HttpResponse:
    """End a membership; the group keeps it in sight as former."""
    memberships = Membership.objects.visible_to(account_of(request)).select_related("group", "person")
    membership: Membership = get_object_or_404(memberships, uid=uid)
    shown = seen(request, membership.person.uid)
    form = LeaveForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        on, own_wish, reason = (form.cleaned_data[name] for name in ("on", "own_wish", "reason"))
        given = {"membership": membership, "on": on}
        if own_wish:
            ended = done_by_form(request, form, record_leaving, at=timezone.now(), reason=reason, **given)
        else:
            ended = done_by_form(request, form, operations.leave, **given)
        if ended:
            return redirect("person", uid=shown.uid)
    title = _("{name} leaves {group}").format(name=shown, group=membership.group)
    context = {"person": shown, "form": form, "title": title, "submit": _("End the membership")}
    return render(request, "people/membership.html", context, status=422 if form.errors else 200)
