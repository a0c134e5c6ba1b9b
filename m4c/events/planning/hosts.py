"""Those of the groups that hold an event together which whoever changes it is not offered: they stay."""

from typing import Any

from django.db.models import QuerySet

from m4c.events.models import CoHost, Event, Series, SeriesCoHost
from m4c.people.models import Group


def hosts_not_offered(plan: Event | Series, offered: QuerySet[Group]) -> list[Group]:
    """The groups that hold it with its own and are not among these: ended ones, and those an account may not see."""
    if isinstance(plan, Event):
        rows: QuerySet[Any] = CoHost.objects.filter(event=plan)
    else:
        rows = SeriesCoHost.objects.filter(series=plan)
    return [row.group for row in rows.exclude(group__in=offered).select_related("group")]
