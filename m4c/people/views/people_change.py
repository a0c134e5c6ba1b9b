"""Doing one thing with those ticked on the list of people, or with all that it finds; and what became of it."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from m4c.core.htmx import page_or_part
from m4c.people.acting.register import LIST_ACTIONS, offered_to, told
from m4c.people.acting.whom import MOST_PICKED, form_of, people_meant
from m4c.people.forms.list_actions import CallListForm
from m4c.people.list_permissions import CHANGE_MANY, MAKE_CALL_LISTS
from m4c.people.models import PeopleChange, Person
from m4c.people.models.person_merge import any_named_by
from m4c.people.operations.call_list import make_call_list
from m4c.people.operations.people_change import Meant, begin_change
from m4c.people.requests import SignedIn
from m4c.people.views.asking import done_by_form

NAMED = 12
CALLS = "calls"
OF_THE_CHOICE = ("what", "picked", "all")  # what this page's address adds to the list's own


def whom_meant(request: SignedIn) -> tuple[str, list[str]]:
    """The list's own address, and who was ticked; nobody where all that it finds are meant."""
    address = request.GET.copy()
    for name in OF_THE_CHOICE:
        address.pop(name, None)
    picked = [] if "all" in request.GET else request.GET.getlist("picked")[:MOST_PICKED]
    return QueryDict(address.urlencode()).urlencode(), picked


@never_cache
@require_http_methods(["GET", "POST"])
def selection(request: SignedIn) -> HttpResponse:
    """Say with what it is done, and do it: `?what=tag&picked=...`, or `&all=yes` with the address of the list."""
    asked_for, picked = whom_meant(request)
    back = f"{reverse('people')}?{asked_for}"
    if not picked and "all" not in request.GET:
        messages.warning(request, _("Tick somebody first, or say that you mean all of them."))
        return redirect(back)
    what = request.GET.get("what", "")
    form, label = form_for(request, what)
    if form.is_valid() and (done := do(request, what, form, asked_for, picked)):
        return redirect("call-list" if what == CALLS else "people-change", uid=done.uid)
    found = people_meant(request.user, asked_for, picked)
    context = {
        "form": form,
        "label": label,
        "is_calls": what == CALLS,
        "number": found.count(),
        "named": found.order_by("sort_name", "pk")[:NAMED],
        "in_words": "" if picked else form_of(asked_for, request.user).in_words,
        "back": back,
    }
    return render(request, "people/selection.html", context, status=422 if form.errors else 200)


def form_for(request: SignedIn, what: str) -> tuple[Any, Any]:
    """The form of what is to be done, and what it is called. 404 for what this account may not do with many."""
    if what == CALLS and request.user.may_somewhere(MAKE_CALL_LISTS):
        return CallListForm(request.POST or None), _("Make a call list")
    action = offered_to(request.user).get(what)
    if action is None:
        raise Http404
    return action.form(request.user, request.POST or None), action.label


def do(request: SignedIn, what: str, form: Any, asked_for: str, picked: list[str]) -> Any:
    """Begin it, or put the refusal on the form."""
    now = timezone.now()
    if what == CALLS:
        given = {"groups": request.user.groups_for(MAKE_CALL_LISTS), "asked_for": asked_for, "picked": picked}
        return done_by_form(request, form, make_call_list, at=now, **given, **form.cleaned_data)
    meant = Meant(what, LIST_ACTIONS[what].values(form), asked_for, picked)
    return done_by_form(request, form, begin_change, groups=request.user.groups_for(CHANGE_MANY), meant=meant, at=now)


@never_cache
@require_safe
def people_change(request: SignedIn, uid: UUID) -> HttpResponse:
    """How far it has got, and who was left out and why; htmx asks again by itself while it is under way."""
    found = get_object_or_404(PeopleChange.objects.visible_to(request.user), uid=uid)
    reasons = dict(found.refused)
    left_out = [(person, reasons[str(person.uid)]) for person in seen_of(request, list(reasons))]
    action = LIST_ACTIONS.get(found.what) if found.values else None
    context = {
        "change": found,
        "words": action.words(found.values, request.user) if action else told(found),
        "left_out": left_out,
        "back": f"{reverse('people')}?{found.asked_for}" if found.asked_for else reverse("people"),
    }
    return page_or_part(request, "people/people_change.html", context, part="change-state")


def seen_of(request: SignedIn, uids: list[str]) -> list[Person]:
    """Those of these people whom the account sees, by name."""
    return list(Person.objects.visible_to(request.user).filter(any_named_by(uids))) if uids else []
