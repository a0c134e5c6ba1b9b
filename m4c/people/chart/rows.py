"""The rows of a group's chart: its people by street or unit, how many have done it, and where nobody is known yet."""

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Case, Count, Exists, F, IntegerField, OuterRef, Q, Subquery, Value, When
from django.db.models.functions import Coalesce

from m4c.people.models import Account, ChartPlace, Group, Membership, Person
from m4c.people.models.person import PersonQuerySet
from m4c.people.models.protection import not_kept_safe
from m4c.people.names import fold
from m4c.people.sight import within
from m4c.people.streets import street_of

Kind = ChartPlace.Kind
MOST_HEADS = 5_000  # memberships at or below a group that still makes one chart
NUMBERS = re.compile(r"\d+")


@dataclass(frozen=True)
class Charted:
    """One person of a row, and the door where they live, if it is a street."""

    person: Person
    door: str
    is_done: bool


@dataclass
class ChartRow:
    """A street, workplace or unit: those of its people on this page, how many there are in all, and of them done.

    `not_yet` are the doors and places that somebody typed and where nobody is known.
    """

    name: str
    people: list[Charted] = field(default_factory=list)
    number: int = 0
    done: int = 0
    not_yet: list[ChartPlace] = field(default_factory=list)

    @property
    def left(self) -> int:
        """How many have not done it."""
        return self.number - self.done


def people_on(account: Account, group: Group, kind: str, done: Q) -> PersonQuerySet:
    """Everybody who belongs to the group and whom the account may see, in the order of the chart; nobody kept safe."""
    here = Membership.objects.open().filter(within("group__path", group), person=OuterRef("pk"))
    seen = Person.objects.visible_to(account).contactable().filter(not_kept_safe("pk"), Exists(here))
    unit = Subquery(here.order_by("-unit", "pk").values("unit")[:1])
    row = F("address__folded_street") if kind == Kind.STREET else unit
    membership = Subquery(here.order_by("-unit", "pk").values("uid")[:1])
    named = seen.annotate(row=Coalesce(row, Value("")), is_done=Case(When(done, then=1), default=0))
    told = named.annotate(
        is_without_row=Case(When(row="", then=1), default=0, output_field=IntegerField()), membership=membership
    )
    return told.select_related("address").order_by("is_without_row", "row", "sort_name", "pk")


def after(found: PersonQuerySet, person: Any) -> PersonQuerySet:
    """Those who come after somebody on the chart."""
    same = Q(is_without_row=person.is_without_row)
    later = Q(is_without_row__gt=person.is_without_row) | same & Q(row__gt=person.row)
    later |= same & Q(row=person.row, sort_name__gt=person.sort_name)
    return found.filter(later | same & Q(row=person.row, sort_name=person.sort_name, pk__gt=person.pk))


def before(found: PersonQuerySet, person: Any) -> PersonQuerySet:
    """Those who come before somebody on the chart."""
    same = Q(is_without_row=person.is_without_row)
    earlier = Q(is_without_row__lt=person.is_without_row) | same & Q(row__lt=person.row)
    earlier |= same & Q(row=person.row, sort_name__lt=person.sort_name)
    return found.filter(earlier | same & Q(row=person.row, sort_name=person.sort_name, pk__lt=person.pk))


# What is annotated above no type knows, so that `found` is any queryset below.


def figures_of(found: Any) -> tuple[int, int]:
    """How many are on the chart, and how many of them have done it."""
    counted = found.order_by().aggregate(number=Count("pk"), done_of=Count("pk", filter=Q(is_done=1)))
    return counted["number"], counted["done_of"]


def rows_of(
    account: Account, group: Group, kind: str, found: Any, people: Iterable[Any], *, is_last: bool
) -> list[ChartRow]:
    """The rows of one page of people, with the figures of each whole row; on the last, rows of places alone too.

    Three queries at most.
    """
    rows: dict[str, ChartRow] = {}
    for person in people:
        street = street_of(person.address.lines if person.address else "") if kind == Kind.STREET else None
        name = street.name if street else person.row
        row = rows.setdefault(person.row, ChartRow(name if person.row else ""))
        row.people.append(Charted(person, street.door if street else "", bool(person.is_done)))
    counted = found.filter(row__in=list(rows)).order_by().values("row")
    for figures in counted.annotate(number=Count("pk"), done_of=Count("pk", filter=Q(is_done=1))):
        rows[figures["row"]].number, rows[figures["row"]].done = figures["number"], figures["done_of"]
    add_places(account, group, kind, found, rows, is_last=is_last)
    for row in rows.values():
        row.people.sort(key=lambda one: natural(one.door))
    last = rows.pop("", None)
    return [*rows.values(), *([last] if last else [])]


def add_places(
    account: Account, group: Group, kind: str, found: Any, rows: dict[str, ChartRow], *, is_last: bool
) -> None:
    """Put the typed places into their rows, but for doors where somebody is known by now."""
    places = ChartPlace.objects.visible_to(account).standing().filter(group=group, kind=kind)
    keys = {key if kind == Kind.STREET else fold(key): key for key in rows if key}
    typed = list(places if is_last else places.filter(folded_row__in=list(keys)))
    if not typed:
        return
    known = doors_known(found, kind, {place.folded_row for place in typed})
    for place in sorted(typed, key=lambda one: (one.folded_row, natural(one.name))):
        if kind == Kind.STREET and (place.folded_row, place.folded_name) in known:
            continue
        key = keys.get(place.folded_row)
        if key is None and any(row == place.folded_row for row, _door in known):
            continue  # its people stand on another page
        row = rows.setdefault(key or place.row, ChartRow(place.row))
        keys.setdefault(place.folded_row, key or place.row)
        if place.name or not row.people:
            row.not_yet.append(place)


def doors_known(found: Any, kind: str, folded_rows: Collection[str]) -> set[tuple[str, str]]:
    """Of these rows, folded, those with somebody in them, and by which door."""
    if kind == Kind.STREET:
        doors = found.filter(row__in=folded_rows).order_by().values_list("row", "address__folded_door")
        return set(doors.distinct())
    return {(fold(unit), "") for unit in found.exclude(row="").order_by().values_list("row", flat=True).distinct()}


def natural(text: str) -> tuple[list[int], str]:
    """Doors in the order in which one walks past them: 9 before 10, and those without a number last."""
    return [int(found[:9]) for found in NUMBERS.findall(text)[::-1]] or [10**9], text
