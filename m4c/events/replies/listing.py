"""Replies as whoever prepares an event reads them: how many, what they need, who waits."""

from collections import Counter
from typing import Any

from django.db.models import Count, Q, Sum

from m4c.events.models import AccessNeed, Event, Guest, Reply
from m4c.people.models import Account

MOST = 500  # of those who need something: more hall than anybody has


def panel_of(account: Account, event: Event) -> dict[str, Any] | None:
    """Replies in a few words, for the event's page; None where there are none. One statement."""
    coming = Q(waiting_since=None)
    told = (
        Reply.objects.visible_to(account)
        .standing()
        .filter(event=event)
        .order_by()
        .aggregate(
            coming=Count("pk", filter=coming),
            guests=Sum("guests", filter=coming),
            waiting=Count("pk", filter=~coming),
        )
    )
    if not told["coming"] and not told["waiting"]:
        return None
    return {"event": event, "heads": told["coming"] + (told["guests"] or 0), "waiting": told["waiting"]}


def needs_of(account: Account, event: Event) -> list[tuple[str, int]]:
    """What those coming need, and how many of them. One statement."""
    rows = Reply.objects.visible_to(account).standing().filter(event=event, waiting_since=None)
    asked = rows.exclude(access_needs=[]).values_list("access_needs", flat=True)[:MOST]
    counted = Counter(need for needs in asked for need in needs)
    return [(str(need.label), counted[need]) for need in AccessNeed if counted[need]]


def with_guests(replies: list[Reply]) -> list[Reply]:
    """The same, each with the `names` of its guests. One statement."""
    names: dict[int, list[str]] = {}
    for reply, name in Guest.objects.filter(reply__in=replies).values_list("reply_id", "name"):
        names.setdefault(reply, []).append(name)
    for one in replies:
        one.names = names.get(one.pk, [])  # type: ignore[attr-defined]
        one.needs = [need.label for need in AccessNeed if need in one.access_needs]  # type: ignore[attr-defined]
    return replies
