"""At which event: what somebody picks first who wants to write down who came."""

from datetime import timedelta

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.http import urlencode
from django.views.decorators.http import require_safe

from m4c.events.models import Event
from m4c.events.permissions import PLAN_EVENTS, RECORD_ATTENDANCE
from m4c.people.naming import person_named
from m4c.people.requests import SignedIn

BACK, AHEAD = timedelta(days=30), timedelta(days=14)
MOST = 20


@require_safe
def which_event(request: SignedIn) -> HttpResponse:
    """The events of these weeks where one may write down who came, the nearest to now first."""
    account, now = request.user, timezone.now()
    mine = Event.objects.visible_to(account).filter(account.sight.of_group("group", RECORD_ATTENDANCE))
    desks_elsewhere = [Event.Kind.TRAINING, Event.Kind.HOUSE_MEETING]
    near = mine.filter(starts_at__range=(now - BACK, now + AHEAD), cancelled_at=None).exclude(kind__in=desks_elsewhere)
    events = sorted(
        near.select_related("group").order_by("-starts_at")[:MOST], key=lambda one: abs(one.starts_at - now)
    )
    person = person_named(account, request.GET.get("who", ""))
    context = {
        "events": events,
        "person": person,
        "about": f"?{urlencode({'who': str(person.uid)})}" if person else "",
        "may_plan": account.may_somewhere(PLAN_EVENTS),
    }
    return render(request, "events/which_event.html", context)
