"""What is planned of an event beyond what, whose, when and where: checked, and what follows from a change of it."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from m4c.core.errors import Refused
from m4c.core.operations import change
from m4c.events.models import AccessNeed, CoHost, Event, Series, SeriesCoHost
from m4c.events.operations.letter_times import move_letters
from m4c.people.groups.merging import Follow, Joining, drop
from m4c.people.models import Group

PLAN_FIELDS = {"details", "link", "capacity", "access", "language", "contact", "target"}
CALENDARS_SHOW = {"title", "starts_at", "ends_at", "place", "postcode", "at_home", "link", "details", "cancelled_at"}
THOSE_COMING_NEED = {"starts_at", "ends_at", "place", "postcode", "link", "cancelled_at"}


class EventRefused(Refused):
    """The event would not make sense."""


def change_event(event: Event, **values: Any) -> list[str]:
    """`change`, and what follows: a higher `sequence` where calendars must see it, and a change that is to be told.

    Those coming must be told of another time or place, and of an event called off or put back. Returns the names of
    the fields that were given and differ.
    """
    changed = {name for name, value in values.items() if getattr(event, name) != value}
    if changed & CALENDARS_SHOW:
        values["sequence"] = event.sequence + 1
    if changed & THOSE_COMING_NEED:
        values |= {"changed_at": timezone.now(), "told_change_at": None}
    change(event, **values)
    if changed & {"starts_at", "ends_at"}:
        move_letters(event)
    return sorted(changed)


def clean_plan(values: Mapping[str, Any]) -> dict[str, Any]:
    """Those of these values that belong to the plan, as they are kept. Raises EventRefused."""
    plan = {name: value for name, value in values.items() if name in PLAN_FIELDS}
    if "details" in plan:
        plan["details"] = plan["details"].strip()
    if "link" in plan:
        plan["link"] = clean_link(plan["link"])
    if "access" in plan:
        plan["access"] = clean_access(plan["access"])
    if plan.get("language") and plan["language"] not in Event.Language.values:
        raise EventRefused(_("We do not know that language."), field="language")
    for name in ("capacity", "target"):
        if plan.get(name) is not None and plan[name] < 1:
            raise EventRefused(_("At least one, or leave it empty."), field=name)
    return plan


def clean_link(link: str) -> str:
    """The address of an online meeting, or nothing for nothing. Raises EventRefused for what is no address."""
    link = link.strip()
    if link:
        try:
            URLValidator(schemes=["http", "https"])(link)
        except ValidationError as error:
            raise EventRefused(_("“{link}” is not the address of a page.").format(link=link), field="link") from error
    return link


def clean_access(needs: Iterable[str]) -> list[str]:
    """What a place offers, in our own order. Raises EventRefused for what is none of it."""
    given = set(needs)
    if given - set(AccessNeed.values):
        raise EventRefused(_("Pick what the place offers from the list."), field="access")
    return [need for need in AccessNeed.values if need in given]


def set_co_hosts(event: Event, groups: Iterable[Group]) -> None:
    """Let these groups, and no others, hold an event with its own. Raises EventRefused for one that has ended."""
    host_together(CoHost.objects.filter(event=event), {"event": event}, groups, whose=event.group_id)


def set_co_hosts_of_series(series: Series, groups: Iterable[Group]) -> None:
    """The same for each event of a series that is made from now on. Raises EventRefused."""
    host_together(SeriesCoHost.objects.filter(series=series), {"series": series}, groups, whose=series.group_id)


def host_together(rows: QuerySet[Any], of: Mapping[str, Any], groups: Iterable[Group], *, whose: int) -> None:
    """Let `rows` be those of these groups, without the one whose it is. Raises EventRefused for one that has ended."""
    wanted = {group.pk: group for group in groups if group.pk != whose}
    standing = set(rows.values_list("group", flat=True))
    if any(group.ended_on for pk, group in wanted.items() if pk not in standing):
        raise EventRefused(_("A group that has ended holds no events."), field="co_hosts")
    rows.exclude(group__in=wanted).delete()
    new = [rows.model(**of, group=group) for pk, group in wanted.items() if pk not in standing]
    rows.model._default_manager.bulk_create(new)


def hosts_follow(joining: Joining) -> int:
    """Let co-hosting come along to the group that another became part of; of its own events it is no co-host."""
    number = Follow(CoHost, "group", key=("event_id",), unite=drop)(joining)
    CoHost.objects.filter(group=joining.kept, event__group=joining.kept).delete()
    return number


def hosts_of_series_follow(joining: Joining) -> int:
    """The same of the co-hosts of series."""
    number = Follow(SeriesCoHost, "group", key=("series_id",), unite=drop)(joining)
    SeriesCoHost.objects.filter(group=joining.kept, series__group=joining.kept).delete()
    return number
