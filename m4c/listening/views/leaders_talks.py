"""An organiser's leaders and their 1-2-1s: asked, arranged, held and followed up, by name, never ranked; next steps."""

from datetime import timedelta
from typing import Any

from django.db.models import Count, Exists, OuterRef, Q
from django.http import HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from m4c.core.htmx import page_or_part
from m4c.core.pages import page_of
from m4c.listening.forms import FindConversationsForm
from m4c.listening.models import OneToOne, OneToOneAsk
from m4c.listening.views.tabs import tabs
from m4c.people.models import Person
from m4c.people.models.person import PersonQuerySet
from m4c.people.narrowing import asked, filter_chip, kept_group
from m4c.people.requests import SignedIn

LATELY = timedelta(days=365)
MOST_STEPS = 200  # of a page of leaders
OF_ONE = 3
WAITING = Q(answer="")
NONE = {"arranged": 0, "held": 0, "followed_up": 0, "asked": 0, "waiting": 0}


@require_safe
def leaders_talks(request: SignedIn) -> HttpResponse:
    """Those who asked for 1-2-1s in one's groups within a year, and with each what is to happen next."""
    account, today = request.user, timezone.localdate()
    form = FindConversationsForm(asked(request), by=account)
    seen = OneToOne.objects.visible_to(account).filter(day__gte=today - LATELY)
    asked_for = OneToOneAsk.objects.visible_to(account).standing().filter(asked_on__gte=today - LATELY)
    if group := form.chosen("group"):
        seen, asked_for = seen.of_group(group), asked_for.of_group(group)
    who = Exists(seen.filter(asker=OuterRef("pk"))) | Exists(asked_for.filter(asker=OuterRef("pk")))
    people = Person.objects.visible_to(account).filter(who)
    kept = kept_group(request, group)
    page = page_of(people, request.GET, after=PersonQuerySet.after, before=PersonQuerySet.before, kept=kept)
    theirs = seen.filter(asker__in=[person.pk for person in page.rows])
    arranged = Count("pk", filter=Q(called_off_on=None))
    held, followed_up = Count("held_on"), Count("followed_up_on")
    numbers = theirs.order_by().values("asker").annotate(arranged=arranged, held=held, followed_up=followed_up)
    counted = {row["asker"]: row for row in numbers}
    steps: dict[int, list[OneToOne]] = {}
    for one in theirs.to_follow_up().select_related("other")[:MOST_STEPS]:
        steps.setdefault(one.asker_id, []).append(one)
    asked_by = asked_for.filter(asker__in=[person.pk for person in page.rows]).order_by().values("asker")
    askings = {row["asker"]: row for row in asked_by.annotate(asked=Count("pk"), waiting=Count("pk", filter=WAITING))}
    leaders: list[dict[str, Any]] = [
        {
            "person": person,
            "counted": counted.get(person.pk, NONE),
            "asked": askings.get(person.pk, NONE)["asked"],
            "waiting": askings.get(person.pk, NONE)["waiting"],
            "steps": steps.get(person.pk, [])[:OF_ONE],
        }
        for person in page.rows
    ]
    context = {
        "tabs": tabs(account, "leaders-one-to-ones"),
        "form": form,
        "page": page,
        "leaders": leaders,
        "today": today,
        "is_filtered": bool(group),
        "filter_chip": filter_chip(request, group),
    }
    return page_or_part(request, "listening/leaders_talks.html", context, part="leader-list")
