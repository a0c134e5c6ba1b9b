"""Who followed whom in an office: what was promised stays with who promised it, and the successor is shown beside."""

from collections import defaultdict
from collections.abc import Iterable

from m4c.people.models import Account
from m4c.power.models import Tenure


def successors(account: Account, tenures: Iterable[Tenure]) -> dict[int, list[Tenure]]:
    """Who came next after each of these tenures that ended, by its id: those who began first on the day it ended or
    later, several where an office has several seats. One statement.
    """
    ended = [tenure for tenure in tenures if tenure.ended_on]
    if not ended:
        return {}
    later = Tenure.objects.visible_to(account).filter(office__in={tenure.office_id for tenure in ended})
    rows = later.exclude(started_on=None).select_related("powerholder").order_by("started_on", "pk")
    by_office: dict[int, list[Tenure]] = defaultdict(list)
    for row in rows:
        by_office[row.office_id].append(row)
    return {tenure.pk: next_after(tenure, by_office[tenure.office_id]) for tenure in ended}


def next_after(tenure: Tenure, rows: list[Tenure]) -> list[Tenure]:
    """Of the tenures of the same office, in the order of their beginnings, those that came next."""
    came = [
        row
        for row in rows
        if row.started_on and tenure.ended_on and row.started_on >= tenure.ended_on
        if row.powerholder_id != tenure.powerholder_id
    ]
    return [row for row in came if row.started_on == came[0].started_on]
