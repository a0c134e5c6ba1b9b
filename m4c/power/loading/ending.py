"""Who holds a seat no longer, by a file that says who does: within the seats it names, and never by its silence.

A file that lacks somebody ends nobody by that: it may be a part, an old one, or empty. A tenure ends where others fill
all the seats of its office; where its holder sits for another area of the same body now; and where a table that names
everybody of a body does not name them: one that does by its nature has about as many rows as there are holders, and one
that does by the word of whoever loads it is believed.
"""

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from m4c.core.chunks import in_chunks
from m4c.places.models import Kind
from m4c.power.loading.book import role_key
from m4c.power.loading.planning import Plan, Seat, is_over_by
from m4c.power.loading.role_words import Role
from m4c.power.models import Office, PowerLoad, Tenure

ENOUGH = 0.9  # of as many as are on record: below this a table that should be whole is a part
SHARED = {"member", "governor", "trustee", "director", "officer", "adviser"}  # offices that any number may hold
ELECTIONS = PowerLoad.Source.DEMOCRACYCLUB

Endings = dict[Tenure, dict[str, Any]]


def endings(plan: Plan, *, is_whole: bool, is_sworn: bool = False) -> Iterator[Endings]:
    """The tenures that end by what the file says, with what is to be written of them, some hundred at a time.

    `is_sworn` is the word of whoever loads it that it names everybody of the bodies and offices in it.
    """
    whole = whole_offices(plan, is_sworn=is_sworn) if is_whole or is_sworn else {}
    offices = {office.pk: office for office in plan.offices.values() if office.pk} | whole
    ended: set[int] = set()
    for chunk in in_chunks(offices):
        running: dict[int, list[Tenure]] = {pk: [] for pk in chunk}
        for tenure in Tenure.objects.filter(office__in=chunk, ended_on=None).select_related("powerholder"):
            running[tenure.office_id].append(tenure)
        gone = []
        for pk, tenures in running.items():
            gone += out_of(plan, offices[pk], tenures, is_all=pk in whole)
        ended |= {tenure.pk for tenure in gone}
        yield from written(plan, {tenure: plan.seats[id(offices[tenure.office_id])] for tenure in gone})
    for found in in_chunks(plan.moved.items()):
        moved = elsewhere(plan, dict(found))
        yield from written(plan, {tenure: seat for tenure, seat in moved.items() if tenure.pk not in ended})


def written(plan: Plan, gone: dict[Tenure, Seat]) -> Iterator[Endings]:
    """What is written of those who are out."""
    plan.counted.ended += len(gone)
    reason = _("somebody else, or nobody, holds the seat now")
    if gone:
        yield {each: {"ended_on": last_day(plan, each, seat), "end_reason": reason} for each, seat in gone.items()}


def whole_offices(plan: Plan, *, is_sworn: bool) -> dict[int, Office]:
    """All offices of the bodies and roles that a whole table covers, with those that it does not name."""
    by_role = plan.book.by_role()
    covered: dict[int, Office] = {}
    for key, count in plan.rows_of.items():
        offices = {office.pk: office for office in by_role.get(key, ()) if office.pk}
        held = 0 if is_sworn else sum(held_before(plan, chunk).count() for chunk in in_chunks(offices))
        if count >= ENOUGH * held:
            covered |= offices
        else:
            plan.in_part.append((count, held))
    return covered


def held_before(plan: Plan, offices: list[int]) -> "QuerySet[Tenure]":
    """Who held these offices before the file was begun."""
    running = Tenure.objects.filter(office__in=offices, ended_on=None)
    return running.exclude(load=plan.load, made_at__gte=plan.load.at) if plan.load else running


def out_of(plan: Plan, office: Office, running: list[Tenure], *, is_all: bool) -> list[Tenure]:
    """Those of an office who are out; and how many the office is held by at once is brought up to what is known."""
    seat = plan.seats[id(office)]
    load = plan.load.pk if plan.load else None
    others = [each for each in running if each.pk not in seat.named and (load is None or each.load_id != load)]
    role = plan.book.role(office.name.split(",")[0])
    gone = others if is_all else replaced(plan, office, role, others)
    held = len(seat.named) + seat.fresh + len(others) - len(gone)
    if not role.is_single and (seats := max(held, seat.seats)) > office.seats:
        plan.raised[office] = {"seats": seats}
    return gone


def replaced(plan: Plan, office: Office, role: Role, others: list[Tenure]) -> list[Tenure]:
    """Of the others in an office, those whose seats somebody else has by now; nobody where it cannot be told who."""
    seat = plan.seats[id(office)]
    named, seats = len(seat.named) + seat.fresh, max(office.seats, seat.seats, 1)
    if not named or not others:
        return []
    if plan.source == ELECTIONS and (named < seats or seats == 1):
        return out_voted(office, role, seat, others)
    if seats == 1 and office.kind != Office.Kind.ELECTED and SHARED & set(role_key(office.name).split()):
        return []
    surplus = named + len(others) - seats
    return others if named >= seats else out_voted(office, role, seat, others)[: max(surplus, 0)]


def out_voted(office: Office, role: Role, seat: Seat, others: list[Tenure]) -> list[Tenure]:
    """Those whose own seats were voted on in the newest election that the file tells of, the longest ago first.

    Where a ward elects by thirds, whoever was elected lately was not up for election; and at a by-election for one of
    several seats nobody knows whose seat it was.
    """
    day = seat.newest
    if day is None:
        return []
    if seat.is_by_election and role.area is Kind.WARD:
        return others if len(others) == 1 and office.seats == 1 else []
    elected = {each: elected_on(each) for each in others}
    over = [each for each in others if elected[each] == date.min or is_over_by(elected[each], day, role)]
    return sorted(over, key=lambda each: elected[each])


def elected_on(tenure: Tenure) -> date:
    """When somebody was last elected, as far as is on record: since when they hold it, or a later election's table."""
    again = tenure.source_on if tenure.source == str(ELECTIONS.label) else None
    return max(tenure.started_on or date.min, again or date.min)


def elsewhere(plan: Plan, moved: dict[int, Office]) -> dict[Tenure, Seat]:
    """The seats of those who sit for another area of the same body by now."""
    running = Tenure.objects.filter(powerholder__in=moved, ended_on=None, office__kind=Office.Kind.ELECTED)
    named = set().union(*(seat.named for seat in plan.seats.values()))
    found = {}
    for tenure in running.exclude(office__in=moved.values()).select_related("office", "powerholder"):
        now, before = moved[tenure.powerholder_id], tenure.office
        same_seats = (role_key(now.name), now.institution.pk) == (role_key(before.name), before.institution_id)
        if same_seats and tenure.pk not in named:
            found[tenure] = plan.seats[id(now)]
    return found


def last_day(plan: Plan, tenure: Tenure, seat: Seat) -> date:
    """The first day on which somebody no longer held it: when the next one began, else as the file stood."""
    begun = tenure.started_on or date.min
    successor = seat.newest if seat.fresh or len(seat.named) == 1 else None
    days = [day for day in (successor, plan.as_it_stood) if day and begun < day <= plan.book.today]
    return days[0] if days else max(begun, plan.as_it_stood)
