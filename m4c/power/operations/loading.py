"""Write down who holds which office by a public table, some hundred rows at a time; ended, never deleted."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

from m4c.core.operations import change, change_many, operation
from m4c.people.models import Account
from m4c.power.loading.planning import Plan, Writing
from m4c.power.loading.rows import Row
from m4c.power.loading.settling import settled
from m4c.power.models import Institution, Office, Powerholder, PowerholderId, PowerLoad, Tenure
from m4c.power.permissions import LOAD_POWERHOLDERS


@operation(LOAD_POWERHOLDERS, on=None)
def begin_load(*, source: str, file_name: str, digest: str, as_it_stood: date, at: datetime, by: Account) -> PowerLoad:
    """Begin to load a file, or go on with the same one where it was broken off."""
    broken_off = PowerLoad.objects.filter(digest=digest, source=source, counts={}).first()
    return broken_off or PowerLoad.objects.create(
        source=source, file_name=file_name[:200], digest=digest, as_it_stood=as_it_stood, by=by, at=at
    )


@operation(LOAD_POWERHOLDERS, on=None)
def write_holders(*, plan: Plan, rows: Sequence[Row], by: Account) -> Writing:
    """Write what these rows bring that is not on record: at most some hundred at a time."""
    writing = settled(plan, rows)
    made: list[Any] = [*writing.bodies, *writing.offices, *writing.holders, *writing.tenures]
    for record in made:
        record.made_by = by
    for tenure in writing.tenures:
        tenure.load = plan.load
    Institution.objects.bulk_create(writing.bodies)
    for office in writing.offices:
        office.institution = office.institution  # which has its pk by now
    Office.objects.bulk_create(writing.offices)
    Powerholder.objects.bulk_create(writing.holders)
    of_somebody: list[Any] = [*writing.numbers, *writing.tenures]
    for held in of_somebody:
        held.powerholder = held.powerholder
    for tenure in writing.tenures:
        tenure.office = tenure.office
    PowerholderId.objects.bulk_create(writing.numbers, ignore_conflicts=True)
    Tenure.objects.bulk_create(writing.tenures)
    for model in (Powerholder, Tenure):
        change_many({record: values for record, values in writing.changes.items() if isinstance(record, model)})
    for day, ids in writing.confirmed.items():
        Tenure.objects.filter(pk__in=ids).update(source_on=day, load=plan.load)
    return writing


@operation(LOAD_POWERHOLDERS, on=None)
def end_tenures(*, endings: Mapping[Tenure, Mapping[str, Any]], by: Account) -> list[Tenure]:
    """End tenures whose seats somebody else has by now; whoever held them stays on record."""
    return change_many(endings)


@operation(LOAD_POWERHOLDERS, on=None)
def finish_load(*, load: PowerLoad, plan: Plan, by: Account) -> PowerLoad:
    """Write down what came of a file, and how many hold an office at once where it told."""
    change_many(plan.raised)
    told = plan.counted.as_json()
    counts = {name: value for name, value in told.items() if isinstance(value, int)}
    change(load, counts=counts | {"refused": len(told["refused"])}, unmatched_areas=told["unmatched_areas"])
    return load
