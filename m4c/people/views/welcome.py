"""Welcomes: who signed up and waits for somebody to say hello."""

from typing import NamedTuple
from uuid import UUID

from django.contrib import messages
from django.db.models import prefetch_related_objects
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from m4c.people.forms.front_desk import WelcomerForm
from m4c.people.models import Person, Welcome
from m4c.people.naming import with_doer
from m4c.people.operations.welcome import can_welcome, hand_over_welcome, mark_welcomed
from m4c.people.permissions import HAND_OVER_WELCOMES
from m4c.people.reach import to_say_hello
from m4c.people.views.asking import account_of, done, done_by_form

LATELY = 20


class Waiting(NamedTuple):
    """A welcome to give, and what the account may do with it."""

    welcome: Welcome
    is_due: bool
    may_open: bool
    may_hand_over: bool
    welcomer: str


@require_safe
def welcomes(request: HttpRequest) -> HttpResponse:
    """Those to give, the earliest due first, with how to reach each; and those given lately."""
    account, today = account_of(request), timezone.localdate()
    found = Welcome.objects.visible_to(account).select_related("person", "group", "welcomer__person")
    waiting = list(found.open())
    people = [welcome.person_id for welcome in waiting]
    prefetch_related_objects(waiting, *to_say_hello(people, timezone.now()))
    opened = set(Person.objects.visible_to(account).filter(pk__in=people).values_list("pk", flat=True))
    context = {
        "waiting": [
            Waiting(
                welcome,
                is_due=welcome.due_on <= today,
                may_open=welcome.person_id in opened,
                may_hand_over=account.may(HAND_OVER_WELCOMES, [frozenset([welcome.group.path])]),
                welcomer=welcomer,
            )
            for welcome, welcomer in with_doer(account, waiting, "welcomer")
        ],
        "given": found.given()[:LATELY],
        "account": account,
    }
    return render(request, "people/welcomes.html", context)


@require_POST
def welcomed(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Say that somebody was welcomed."""
    account = account_of(request)
    welcome = get_object_or_404(Welcome.objects.visible_to(account).select_related("person"), uid=uid)
    done(
        request,
        mark_welcomed,
        _("Written down. You can now record a 1-2-1 with them."),
        welcome=welcome,
        at=timezone.now(),
    )
    return redirect("welcomes")


@require_http_methods(["GET", "POST"])
def hand_over(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Say who welcomes somebody from now on."""
    found = Welcome.objects.visible_to(account_of(request)).filter(welcomed_at=None)
    welcome = get_object_or_404(found.select_related("person", "group", "welcomer"), uid=uid)
    form = WelcomerForm(request.POST or None, among=can_welcome(welcome), now=welcome.welcomer)
    if form.is_valid() and done_by_form(request, form, hand_over_welcome, welcome=welcome, **form.cleaned_data):
        messages.success(request, _("It stands on their page of today now."))
        return redirect("welcomes")
    context = {"form": form, "welcome": welcome}
    return render(request, "people/welcome_hand_over.html", context, status=422 if form.errors else 200)
