"""The list of powerholders: by name or office, by where they decide and in which area; with what they hold now."""

from collections.abc import Sequence
from datetime import date
from typing import Any, NamedTuple

from django.db.models import Q

from m4c.core.search import cleaned, holds
from m4c.people.models import Account
from m4c.places.models import AreaName
from m4c.power.models import Powerholder, Tenure
from m4c.power.models.powerholder import PowerholderQuerySet
from m4c.power.record.forms.holders import NOW, PRIVATE, REVIEW
from m4c.power.source_age import is_old


class Listed(NamedTuple):
    """A powerholder of the list, what they hold on that day, what they held last, and whether their source is old."""

    powerholder: Powerholder
    tenures: list[Tenure]
    before: Tenure | None
    is_old: bool


def found_by(account: Account, *, q: str, kind: str, area: str, only: str, today: date) -> PowerholderQuerySet:
    """Those whom the account may see, filtered. Words are looked for in names and in offices held on that day."""
    found: PowerholderQuerySet = Powerholder.objects.visible_to(account)
    held = Tenure.objects.visible_to(account).on(today)
    if words := cleaned(q):
        by_office = held.filter(holds("office__name", words) | holds("office__institution__name", words))
        found = found.filter(holds("name", words) | Q(pk__in=by_office.values("powerholder")))
    if kind == PRIVATE:
        found = found.filter(is_private_owner=True)
    elif kind:
        found = found.holding(held.filter(office__institution__kind=kind))
    if place := cleaned(area):
        found = found.holding(held.filter(in_area(account, place)))
    if only == NOW:
        found = found.holding(held)
    return found.to_review() if only == REVIEW else found


def in_area(account: Account, words: str) -> Q:
    """Tenures of an office for, or an institution of, an area of that name."""
    areas = AreaName.objects.visible_to(account).filter(holds("name", words)).values("area")
    return Q(office__area__in=areas) | Q(office__area=None, office__institution__area__in=areas)


def listed(account: Account, rows: Sequence[Powerholder], today: date) -> list[Listed]:
    """These powerholders with what they hold on that day, or else held last. One statement."""
    held: dict[int, list[Tenure]] = {row.pk: [] for row in rows}
    ended: dict[int, Tenure] = {}
    found = Tenure.objects.visible_to(account).filter(Q(started_on=None) | Q(started_on__lte=today))
    found = found.filter(powerholder__in=rows).select_related("office__institution")
    for tenure in found if rows else ():
        if tenure.ended_on is None or tenure.ended_on > today:
            held[tenure.powerholder_id].append(tenure)
        else:
            ended.setdefault(tenure.powerholder_id, tenure)
    return [Listed(row, held[row.pk], ended.get(row.pk), is_old(seen_of(row, held[row.pk]), today)) for row in rows]


def seen_of(row: Powerholder, tenures: Sequence[Any]) -> date | None:
    """The newest day of a source of what is said of them."""
    days = [day for day in (row.source_on, *(tenure.source_on for tenure in tenures)) if day]
    return max(days, default=None)
