"""When a commitment is due, its milestones, and where its conditions stand."""

from datetime import timedelta
from decimal import Decimal

import pytest

from m4c.commitments.models import DueDate, Milestone
from m4c.commitments.operations.terms import (
    add_condition,
    add_milestone,
    say_condition,
    set_due,
    strike_condition_state,
    take_off_milestone,
)
from m4c.commitments.record.checking import CommitmentRefused
from tests.commitments.making import MADE, a_commitment, a_condition, stands
from tests.factories import NOW, TODAY

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


def test_a_day_becomes_known_and_what_was_known_before_stays(cast):
    made = a_commitment(cast, due_on=None, due_words="Before the election")
    told = {"due_on": TODAY - DAY, "words": "Before the election", "because": "It was called", "known_on": TODAY - DAY}
    set_due(commitment=made, **told, at=NOW, by=cast.leader)
    assert list(DueDate.objects.values_list("due_on", flat=True)) == [None, TODAY - DAY]
    assert (made.due_on, stands(made)) == (TODAY - DAY, "overdue")
    assert stands(made, TODAY - 2 * DAY) == "made"


def test_an_older_day_written_late_does_not_count_for_today(cast):
    made = a_commitment(cast)
    for days, due in ((1, 10), (20, 30)):
        told = {"due_on": TODAY + due * DAY, "because": "They wrote", "known_on": TODAY - days * DAY}
        set_due(commitment=made, **told, at=NOW, by=cast.leader)
    assert made.due_on == TODAY + 10 * DAY


@pytest.mark.parametrize(
    ("told", "field"),
    [
        ({"due_on": MADE - DAY}, "due_on"),
        ({"due_on": MADE.replace(year=2127)}, "due_on"),
        ({"due_on": None}, "due_on"),
        ({"because": " "}, "because"),
        ({"known_on": TODAY + DAY}, "known_on"),
        ({"known_on": MADE - DAY}, "known_on"),
    ],
)
def test_a_day_that_would_not_hold_is_refused(cast, told, field):
    made = a_commitment(cast)
    given = {"due_on": TODAY + DAY, "because": "They wrote", "known_on": TODAY} | told
    with pytest.raises(CommitmentRefused) as refused:
        set_due(commitment=made, **given, at=NOW, by=cast.leader)
    assert (refused.value.field, DueDate.objects.count()) == (field, 1)


def test_milestones_are_added_and_taken_off(cast):
    made = a_commitment(cast)
    told = {"on": TODAY - 10 * DAY, "known_on": TODAY - 5 * DAY, "at": NOW, "by": cast.leader}
    milestone = add_milestone(commitment=made, level=Decimal(1), **told)
    assert [stands(made, TODAY - number * DAY) for number in (6, 5)] == ["made", "overdue"]
    with pytest.raises(CommitmentRefused, match="on that day"):
        add_milestone(commitment=made, level=Decimal(2), **told)
    for day in (MADE - DAY, TODAY + DAY):
        with pytest.raises(CommitmentRefused) as refused:
            add_milestone(commitment=made, level=Decimal(2), **told | {"known_on": day})
        assert refused.value.field == "known_on"
    take_off_milestone(milestone=milestone, by=cast.leader)
    assert (Milestone.objects.count(), stands(made)) == (0, "made")


def test_a_failed_condition_makes_it_void_from_its_day(cast):
    made = a_commitment(cast)
    condition = a_condition(cast, made)
    shown = {"evidence": "The declaration of the result", "says_who": "The returning officer"}
    state = say_condition(condition=condition, state="failed", on=TODAY - DAY, **shown, at=NOW, by=cast.leader)
    assert [stands(made, TODAY - 2 * DAY), stands(made)] == ["made", "void"]
    strike_condition_state(state=state, at=NOW, by=cast.leader)
    assert stands(made) == "made"


def test_another_bodys_no_voids_nothing(cast):
    made = a_commitment(cast)
    waits = add_condition(commitment=made, words="The committee", kind="dependency", at=NOW, by=cast.leader)
    shown = {"evidence": "Minutes", "says_who": "The clerk"}
    say_condition(condition=waits, state="failed", on=TODAY, **shown, at=NOW, by=cast.leader)
    assert stands(made) == "made"


@pytest.mark.parametrize(
    ("told", "field"),
    [
        ({"state": "perhaps"}, "state"),
        ({"evidence": ""}, "evidence"),
        ({"says_who": ""}, "says_who"),
        ({"on": TODAY + DAY}, "on"),
        ({"on": MADE - DAY}, "on"),
    ],
)
def test_a_state_needs_its_evidence(cast, told, field):
    condition = a_condition(cast, a_commitment(cast))
    given = {"state": "met", "on": TODAY, "evidence": "Minutes", "says_who": "The clerk"} | told
    with pytest.raises(CommitmentRefused) as refused:
        say_condition(condition=condition, **given, at=NOW, by=cast.leader)
    assert refused.value.field == field


def test_a_condition_says_on_what_it_hangs(cast):
    made = a_commitment(cast)
    for told, field in (({"words": " "}, "words"), ({"words": "If elected", "kind": "maybe"}, "kind")):
        with pytest.raises(CommitmentRefused) as refused:
            add_condition(commitment=made, **told, at=NOW, by=cast.leader)
        assert refused.value.field == field
