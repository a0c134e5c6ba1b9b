"""Who held the offices of a body one after the other: what each was asked, answered and promised, in numbers."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Min, QuerySet

from m4c.commitments.faces.answering import Asked, asked_of_each
from m4c.commitments.faces.tally import Tally
from m4c.commitments.models import Ask, Commitment, PublicName
from m4c.commitments.record.board import standings
from m4c.power.models import Tenure

Held = tuple[int, int]  # an office and who holds it, by id


@dataclass(frozen=True)
class InOffice:
    """One holder of one office: their public page, since when and until when, and what became of it."""

    name: str
    slug: str
    office: str
    since: date | None
    until: date | None
    asked: Asked
    tally: Tally


def succession(found: "QuerySet[Commitment]", asks: "QuerySet[Ask]", on: date) -> list[InOffice]:
    """Each holder of each office who promised one of these or was asked one of those.

    By office, the latest holder first. Four statements.
    """
    called: dict[Held, tuple[str, str]] = {}  # by what each office and its holder is called
    numbers: dict[Held, dict[str, int]] = defaultdict(dict)
    first: dict[Held, date] = {}
    whom = (
        "commitment__office",
        "commitment__office__name",
        "commitment__powerholder",
        "commitment__powerholder__name",
    )
    rows = standings(found, on).order_by().values_list(*whom, "status")
    for office, title, holder, name, status, number, made_on in rows.annotate(
        number=Count("pk"), made_on=Min("commitment__made_on")
    ):
        called[office, holder] = (title, name)
        numbers[office, holder][status] = number
        first[office, holder] = min(made_on, first.get((office, holder), made_on))
    asked = asked_of_each(asks, on)
    for office, title, holder, name in asked:
        called.setdefault((office, holder), (title, name))
    of_each = {(office, holder): told for (office, _title, holder, _name), told in asked.items()}
    years, pages = years_of(called), pages_of(called)
    told = []
    for key, (title, name) in called.items():
        since, until = years.get(key, (first.get(key), None))
        tally = Tally.in_order(numbers[key])
        told.append(InOffice(name, pages.get(key[1], ""), title, since, until, of_each.get(key, Asked()), tally))
    told.sort(key=lambda one: one.name)
    told.sort(key=lambda one: one.until or one.since or date.min, reverse=True)
    told.sort(key=lambda one: one.until is not None)
    return sorted(told, key=lambda one: one.office)


def years_of(called: "dict[Held, tuple[str, str]]") -> dict[Held, tuple[date | None, date | None]]:
    """Since when each holds the office, and until when they did: of several times, from the first to the last."""
    rows = Tenure.objects.filter(office__in={key[0] for key in called}, powerholder__in={key[1] for key in called})
    years: dict[Held, tuple[date | None, date | None]] = {}
    for row in rows.order_by("started_on", "pk"):
        key = (row.office_id, row.powerholder_id)
        years[key] = (years[key][0] if key in years else row.started_on, row.ended_on)
    return years


def pages_of(called: "dict[Held, tuple[str, str]]") -> dict[int, str]:
    """The public page of each, where they have one."""
    named = PublicName.objects.filter(powerholder__in={key[1] for key in called})
    return {pk: slug for pk, slug in named.values_list("powerholder", "slug") if pk}
