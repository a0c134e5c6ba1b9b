"""Lines of a chart: added, worded anew, taken away, undone, never overwritten; and versions of it."""

from datetime import timedelta
from typing import Any

import pytest

from m4c.campaigns.models import ChartEntry, ChartVersion
from m4c.campaigns.operations.chart import (
    ChartRefused,
    EntryReplaced,
    NewLine,
    add_entry,
    change_entry,
    keep_version,
    take_away_entry,
    undo_entry,
)
from tests.campaigns.strategy.making import line_of, target_of
from tests.cast import Cast
from tests.factories import NOW, TODAY, doers, seers

pytestmark = pytest.mark.django_db
OWN = {"leader", "organiser", "national_organiser"}
LATER = NOW + timedelta(minutes=5)


def standing() -> list[str]:
    return [entry.words for entry in ChartEntry.objects.standing().order_by("order", "pk")]


def test_a_line_stands_below_those_of_its_part(cast: Cast) -> None:
    target = target_of(cast)
    first, second = line_of(cast, target, "A shop"), line_of(cast, target, "Forty homes")
    assert (first.column, first.order, second.order) == ("goals", 1, 2)
    assert (first.campaign, first.by) == (target.campaign, cast.organiser)


def test_only_steps_have_who_and_when(cast: Cast) -> None:
    target = target_of(cast)
    more: dict[str, Any] = {"constituency": "Tenants", "due_on": TODAY}
    step = line_of(cast, target, "Picket", part="tactic", **more)
    goal = line_of(cast, target, **more)
    assert (step.constituency, step.due_on) == ("Tenants", TODAY)
    assert (goal.constituency, goal.due_on) == ("", None)


@pytest.mark.parametrize(("line", "code"), [(NewLine("nowhere", "x"), "part"), (NewLine("middle", "  "), "blank")])
def test_a_line_says_something_under_a_part(cast: Cast, line: NewLine, code: str) -> None:
    with pytest.raises(ChartRefused) as refused:
        add_entry(target=target_of(cast), line=line, at=NOW, by=cast.organiser)
    assert refused.value.code == code


def test_a_change_keeps_the_wording_before(cast: Cast) -> None:
    entry = line_of(cast, words="A shop")
    new, old = change_entry(entry=entry, line=NewLine("long", "A shop and a square"), at=LATER, by=cast.leader)
    assert (new.replaces, new.order, new.part, new.by) == (entry, entry.order, "long", cast.leader)
    old.refresh_from_db()
    assert (old.words, old.ended_at, old.ended_by) == ("A shop", LATER, cast.leader)
    assert standing() == ["A shop and a square"]


def test_a_line_stays_in_its_column(cast: Cast) -> None:
    with pytest.raises(ChartRefused) as refused:
        change_entry(entry=line_of(cast), line=NewLine("tactic", "Picket"), at=NOW, by=cast.organiser)
    assert refused.value.code == "column"


def test_who_comes_second_overwrites_nothing(cast: Cast) -> None:
    entry = line_of(cast, words="A shop")
    as_read = ChartEntry.objects.get(pk=entry.pk)
    change_entry(entry=entry, line=NewLine("middle", "Theirs"), at=LATER, by=cast.leader)
    with pytest.raises(EntryReplaced):
        change_entry(entry=as_read, line=NewLine("middle", "Mine"), at=LATER, by=cast.organiser)
    with pytest.raises(EntryReplaced):
        take_away_entry(entry=as_read, at=LATER, by=cast.organiser)
    with pytest.raises(EntryReplaced):
        undo_entry(entry=as_read, at=LATER, by=cast.organiser)
    assert standing() == ["Theirs"]


def test_undoing_goes_back_one_wording_and_forth(cast: Cast) -> None:
    entry = line_of(cast, words="A shop")
    new, _old = change_entry(entry=entry, line=NewLine("middle", "A square"), at=LATER, by=cast.organiser)
    back = undo_entry(entry=new, at=LATER, by=cast.organiser)[0]
    assert standing() == ["A shop"]
    undo_entry(entry=back, at=LATER, by=cast.organiser)
    assert standing() == ["A square"]


def test_what_was_taken_away_or_added_is_undone(cast: Cast) -> None:
    entry = line_of(cast, words="A shop")
    take_away_entry(entry=entry, at=LATER, by=cast.organiser)
    assert standing() == []
    entry.refresh_from_db()
    back = undo_entry(entry=entry, at=LATER, by=cast.organiser)[0]
    assert (standing(), back.replaces) == (["A shop"], entry)
    added = line_of(cast, entry.target, "Another")
    undo_entry(entry=added, at=LATER, by=cast.organiser)
    assert standing() == ["A shop"]


def test_a_version_keeps_the_chart_as_it_stands(cast: Cast) -> None:
    target = target_of(cast)
    with pytest.raises(ChartRefused):
        keep_version(target=target, at=NOW, by=cast.organiser)
    entry = line_of(cast, target, "Picket", part="tactic", due_on=TODAY)
    kept = keep_version(target=target, at=NOW, words=" before the picket ", by=cast.organiser)
    new, _old = change_entry(entry=entry, line=NewLine("tactic", "Leaflets"), at=LATER, by=cast.organiser)
    again = keep_version(target=target, at=LATER, by=cast.organiser)
    assert (kept.number, again.number, kept.words) == (1, 2, "before the picket")
    first = {"column": "tactics", "part": "tactic", "words": "Picket", "constituency": "", "line": str(entry.uid)}
    assert ChartVersion.objects.get(pk=kept.pk).entries == [first | {"due_on": TODAY.isoformat()}]
    assert again.entries[0]["line"] == str(entry.uid) != str(new.uid)


def test_leaders_and_organisers_of_the_group_see_and_write(cast: Cast) -> None:
    target = target_of(cast)
    entry = line_of(cast, target)
    kept = keep_version(target=target, at=NOW, by=cast.organiser)
    seen = {*OWN, "data_protection", "editor"}
    assert (seers(cast, entry), seers(cast, kept)) == (seen, seen)
    line = NewLine("middle", "x")
    assert doers(lambda by: add_entry(target=target, line=line, at=NOW, by=by), cast) == OWN
    assert doers(lambda by: keep_version(target=target, at=NOW, by=by), cast) == OWN
