"""Welcomes: who signed up and waits for somebody to say hello."""

from uuid import UUID

from django.db.models import prefetch_related_objects
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from m4c.people.models import Person, Welcome
from m4c.people.operations.sign_up import mark_welcomed
from m4c.people.reach import to_say_hello
from m4c.people.views.asking import account_of, done

LATELY = 20


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
        "waiting": [(welcome, welcome.due_on <= today, welcome.person_id in opened) for welcome in waiting],
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
