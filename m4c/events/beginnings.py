"""Events as what groups grow out of: the newest of a group, of those beside it and of those above."""

from collections.abc import Collection, Mapping

from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format

from m4c.events.models import Event
from m4c.people.groups.beginnings import GROUP_BEGINNINGS, MOST_OFFERED, Beginning
from m4c.people.models import Account, Group
from m4c.people.timeline import Origin


def offered(account: Account, group: Group) -> list[tuple[int, str]]:
    """Events in this group and those above and beside it that were held, with their day."""
    held = Event.objects.visible_to(account).without_house_meetings(account).held(timezone.now())
    near = held.filter(group__path__in=group.ancestor_paths) | held.filter(group__parent=group.parent_id or group.pk)
    return [(event.pk, told_as(event)) for event in near.order_by("-starts_at", "-pk")[:MOST_OFFERED]]


def told(account: Account, ids: Collection[int]) -> Mapping[int, Origin]:
    """Those of these events that the account may see."""
    found = Event.objects.visible_to(account).filter(pk__in=ids)
    return {event.pk: Origin(told_as(event), reverse("event", args=[event.uid])) for event in found}


def told_as(event: Event) -> str:
    """An event with its day."""
    return f"{event.title}, {date_format(timezone.localtime(event.starts_at), 'j F Y')}"


def register() -> None:
    """Offer events as beginnings of groups."""
    GROUP_BEGINNINGS.add("events.event", Beginning(offered, told))
