"""What is asked of people in the jobs 2, 3, 4 and 9: of us, of plain Django, and of the database itself."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db import connection
from django.urls import reverse

from bench import _people
from m4c.people.models import Person

SHOWN = 60  # different people, or terms, that are asked for in turn
SEGMENT = {"postcode": "M1 ", "came": "2", "quiet": "90"}
Raw = tuple[str, list[Any]]


@dataclass(frozen=True)
class Job:
    """Addresses that are asked for in turn, and the same asked of plain Django and raw; None where there is none."""

    job: int
    what: str
    ours: list[str]
    plain: list[str] | None
    raw: list[Raw] | None


def jobs(scope: _people.Scope, now: datetime) -> Iterator[Job]:
    """All jobs in one sight."""
    terms = _people.terms(SHOWN)
    people = Person.objects.visible_to(scope.account).order_by("sort_name", "pk")
    number = people.count()
    middle, last = people[number // 2], people[max(0, number - 60)]
    here = reverse("people")
    searches, plain = [f"{here}?q={term}" for term in terms], [f"/search?q={term}" for term in terms]
    yield Job(2, "search, five letters", searches, plain, [raw_search(term) for term in terms])
    yield Job(2, "search, a common syllable", [f"{here}?q=ano"], ["/search?q=ano"], [raw_search("ano")])
    yield Job(2, "search, one slip", [f"{here}?q={slipped(middle)}"], None, None)
    for what, person in (("first page", None), ("page in the middle", middle), ("last page", last)):
        after = f"?after={person.uid}" if person else ""
        named = person.family_name if person else ""
        page = raw_page(person.sort_name if person else "")
        yield Job(3, f"list, {what}", [here + after], [f"/people?after={named}"], [page])
    shown = list(people[:: max(1, number // SHOWN)][:SHOWN])
    pages = [reverse("person", kwargs={"uid": person.uid}) for person in shown]
    yield Job(
        4, "person's page", pages, [f"/person/{person.pk}" for person in shown], [raw_person(one.pk) for one in shown]
    )
    address = here + "?" + "&".join(f"{name}={value}" for name, value in SEGMENT.items())
    is_whole = scope.account.sight.head_count() is None  # everybody, as raw SQL without rights has it
    yield Job(9, "segment: count and first 50", [address], None, raw_segment(now) if is_whole else None)


def slipped(person: Person) -> str:
    """A family name with two letters swapped."""
    name = person.family_name
    return name[:2] + name[3] + name[2] + name[4:] if len(name) > 4 else name


def ask(statement: Raw) -> None:
    """Ask the database itself."""
    with connection.cursor() as cursor:
        cursor.execute(*statement)
        cursor.fetchall()


def raw_search(term: str) -> Raw:
    """The first fifty whose text holds this, by the index alone."""
    hits, value = "SELECT person_id FROM people_findable WHERE text LIKE %s", f"%{term}%"
    if connection.vendor == "sqlite":
        hits, value = "SELECT rowid FROM people_findable_index WHERE people_findable_index MATCH %s", f'"{term}"'
    return f"SELECT * FROM people_person WHERE id IN ({hits} LIMIT 50)", [value]


def raw_page(name: str) -> Raw:
    """Fifty people by name."""
    return "SELECT * FROM people_person WHERE sort_name >= %s ORDER BY sort_name, id LIMIT 50", [name]


def raw_person(pk: int) -> Raw:
    """A person with the newest twenty of what they did."""
    newest = "SELECT * FROM people_engagement WHERE person_id = %s ORDER BY at DESC LIMIT 20"
    return f"SELECT * FROM people_person p, ({newest}) AS e WHERE p.id = %s", [pk, pk]


def raw_segment(now: datetime) -> list[Raw]:
    """How many are in the segment and the first fifty of them, by hand-written SQL over our own tables."""
    dates = [connection.ops.adapt_datetimefield_value(now - timedelta(days=days)) for days in (365, 90)]
    those = (
        "FROM people_person p JOIN people_address a ON a.id = p.address_id WHERE a.postcode LIKE 'M1 %%' "
        "AND (SELECT COUNT(*) FROM people_engagement e "
        "WHERE e.person_id = p.id AND e.kind = 'came' AND e.at >= %s) >= 2 AND NOT EXISTS "
        "(SELECT 1 FROM people_engagement e WHERE e.person_id = p.id AND e.at >= %s)"
    )
    first = f"SELECT p.id, p.sort_name {those} ORDER BY p.sort_name, p.id LIMIT 50"
    return [(f"SELECT (SELECT COUNT(*) {those}), f.* FROM ({first}) AS f", [*dates, *dates])]
