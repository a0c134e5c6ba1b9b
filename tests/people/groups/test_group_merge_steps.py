"""Nothing that points at a group is left behind, unless it is meant to, when one becomes part of another."""

from datetime import UTC, date, datetime

import pytest

from m4c.people.groups.merging import GROUP_MERGE_STEPS
from m4c.people.models import Group
from m4c.people.operations.group import GroupRefused, make_group
from m4c.people.operations.group_merge import merge_group
from m4c.people.operations.group_passing import begin_passing, call_off_passing
from m4c.people.operations.merging.journal import relations_to
from tests.cast import Cast

DAY = date(2026, 10, 5)


def test_every_field_that_points_at_a_group_has_a_step() -> None:
    fields = {f"{relation.related_model._meta.label_lower}.{relation.field.name}" for relation in relations_to(Group)}
    assert sorted(GROUP_MERGE_STEPS.names()) == sorted(fields)


def test_what_once_was_to_pass_to_the_group_that_goes(cast: Cast, now: datetime) -> None:
    roath, splott, newport = (
        make_group(parent=cast.wales, name=name, by=cast.operator) for name in ("Roath", "Splott", "Newport")
    )
    facts = {"into": roath, "closes_on": DAY, "why": "Few of us", "at": now, "by": cast.operator}
    once = begin_passing(group=splott, **facts).passing  # type: ignore[arg-type]
    with pytest.raises(GroupRefused) as refused:
        merge_group(groups=[roath, splott], on=DAY, at=now, by=cast.operator)
    call_off_passing(passing=once, at=now, by=cast.operator)
    still = begin_passing(group=newport, **facts).passing  # type: ignore[arg-type]
    merge_group(groups=[roath, splott], on=DAY, at=now, by=cast.operator)

    assert refused.value.code == "being_asked"
    for passing, into in ((once, roath), (still, splott)):
        passing.refresh_from_db()
        assert passing.into == into


def test_merge_on_its_day_here_while_utc_is_behind(cast: Cast) -> None:
    at, day = datetime(2026, 6, 4, 23, 30, tzinfo=UTC), date(2026, 6, 5)

    assert merge_group(groups=[cast.lambeth, cast.norwich], on=day, at=at, by=cast.operator).gone.ended_on == day
