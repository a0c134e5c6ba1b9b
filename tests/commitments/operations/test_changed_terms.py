"""A commitment amended by agreement, replaced by another, left to whoever came after."""

from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest

from m4c.commitments.models import Amendment, Progress
from m4c.commitments.operations.changed_terms import (
    amend_commitment,
    inherit_commitment,
    let_stand_again,
    supersede_commitment,
)
from m4c.commitments.record.checking import CommitmentRefused
from m4c.commitments.watching.restating import restate
from tests.commitments.making import MADE, WORDS, a_commitment, a_speaker, stands
from tests.factories import NOW, TODAY

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)
AGREED: dict[str, Any] = {
    "words": "Two meetings",
    "because": "We asked",
    "agreed_with": "Her office",
    "on": TODAY - 2 * DAY,
}


def test_other_words_are_agreed_and_the_old_ones_stay(cast):
    made = a_commitment(cast)
    Progress.objects.create(
        commitment=made, kind="reached", on=MADE, amount=2, says_who="We", added_by=cast.organiser, added_at=NOW
    )
    amend_commitment(commitment=made, target=Decimal(2), **AGREED, at=NOW, by=cast.leader)
    amendment = Amendment.objects.get()
    assert (amendment.words_before, amendment.target_before, made.words, made.target) == (WORDS, 3, "Two meetings", 2)
    assert [stands(made, day) for day in (TODAY - 3 * DAY, TODAY - 2 * DAY)] == ["in_progress", "kept"]


@pytest.mark.parametrize(
    ("told", "field"),
    [
        ({"words": " "}, "words"),
        ({"because": ""}, "because"),
        ({"agreed_with": ""}, "agreed_with"),
        ({"words": WORDS}, "words"),
        ({"on": TODAY + DAY}, "on"),
        ({"target": Decimal(-1)}, "target"),
    ],
)
def test_one_side_alone_changes_nothing(cast, told, field):
    made = a_commitment(cast)
    with pytest.raises(CommitmentRefused) as refused:
        amend_commitment(commitment=made, **(AGREED | told), at=NOW, by=cast.leader)
    assert (refused.value.field, Amendment.objects.count()) == (field, 0)


def test_amendments_follow_each_other(cast):
    made = a_commitment(cast)
    amend_commitment(commitment=made, **AGREED, at=NOW, by=cast.leader)
    with pytest.raises(CommitmentRefused, match="after that day"):
        amend_commitment(commitment=made, **(AGREED | {"words": "One", "on": MADE}), at=NOW, by=cast.leader)


def test_another_takes_its_place_from_a_day(cast):
    made, instead = a_commitment(cast), a_commitment(cast)
    supersede_commitment(commitment=made, instead=instead, on=TODAY, at=NOW, by=cast.leader)
    assert [stands(made, TODAY - DAY), stands(made), stands(instead)] == ["made", "superseded", "made"]
    with pytest.raises(CommitmentRefused, match="own place"):
        supersede_commitment(commitment=instead, instead=made, on=TODAY, at=NOW, by=cast.leader)
    let_stand_again(commitment=made, by=cast.leader)
    assert stands(made) == "made"


def test_nothing_unseen_takes_its_place(cast):
    made, elsewhere = a_commitment(cast), a_commitment(cast, group=cast.manchester)
    with pytest.raises(CommitmentRefused, match="none such"):
        supersede_commitment(commitment=made, instead=elsewhere, on=TODAY, at=NOW, by=cast.leader)


def test_who_came_after_says_how_they_stand_to_it(cast):
    made = a_commitment(cast)
    after = a_speaker(cast, "New minister")
    told = {"commitment": made, "powerholder": after, "on": TODAY, "at": NOW, "by": cast.leader}
    said = inherit_commitment(stance="takes_on", says_who="By letter", **told)
    assert (said.stance, said.office.name) == ("takes_on", "Office of the new minister")
    assert made.powerholder.name == "Shadow minister for housing"
    with pytest.raises(CommitmentRefused, match="who says so"):
        inherit_commitment(stance="declines", **told)
    with pytest.raises(CommitmentRefused, match="themselves"):
        inherit_commitment(**(told | {"powerholder": made.powerholder}))
    with pytest.raises(CommitmentRefused, match="how they stand"):
        inherit_commitment(stance="perhaps", **told)


def test_a_commitment_is_restated_in_as_many_statements_as_ten(cast, django_assert_num_queries):
    many = [a_commitment(cast) for _number in range(4)]
    for rows in (many[:1], many):
        with django_assert_num_queries(9):
            restate(rows)
