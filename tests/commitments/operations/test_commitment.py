"""Writing a commitment down, putting it right, its keeper."""

import uuid
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

import pytest

from m4c.commitments.models import Amendment, Answer, Ask, Commitment, Condition, DueDate, Milestone, Standing
from m4c.commitments.operations.commitment import (
    NewCondition,
    NewMilestone,
    edit_commitment,
    look_over_commitment,
    make_commitment,
    name_keeper,
)
from m4c.commitments.operations.named import Unnamed
from m4c.commitments.record.checking import CommitmentRefused
from m4c.people.operations.must_see import Unseen
from tests.commitments.making import MADE, WORDS, a_commitment, a_speaker, new_commitment, stands
from tests.commitments.winning import a_campaign
from tests.factories import NOW, TODAY, doers

pytestmark = pytest.mark.django_db


def test_a_commitment_has_its_reference_its_office_and_its_day(cast):
    made = a_commitment(cast)
    assert (made.reference, made.slug) == ("C-2026-0001", "c-2026-0001")
    assert made.office_words == "Office of the shadow minister for housing, Cardiff Council"
    assert list(DueDate.objects.values_list("known_on", "due_on")) == [(MADE, made.due_on)]
    assert stands(made) == "made"
    assert stands(made, TODAY + timedelta(days=61)) == "overdue"


def test_references_count_up_in_a_year(cast):
    a_commitment(cast, reference="C-2026-0041")
    older = a_commitment(cast, made_on=MADE.replace(year=2014), due_on=None)
    assert [older.reference, a_commitment(cast).reference] == ["C-2014-0001", "C-2026-0042"]


def test_a_reference_taken_in_the_meantime_is_not_given_twice(cast, monkeypatch):
    first = a_commitment(cast)
    given = iter([first.reference, "C-2026-0002"])
    monkeypatch.setattr("m4c.commitments.operations.commitment_naming.next_reference", lambda _year: next(given))
    assert a_commitment(cast).reference == "C-2026-0002"


def test_a_reference_is_given_once(cast):
    a_commitment(cast, reference="Housing 1")
    with pytest.raises(CommitmentRefused, match="has this reference"):
        a_commitment(cast, reference="Housing 1")


def test_milestones_and_conditions_are_written_with_it(cast):
    halves = [NewMilestone(TODAY, Decimal(45)), NewMilestone(TODAY + timedelta(days=365), Decimal(100), "all of it")]
    told = {"measure": "percentage", "target": Decimal(100), "milestones": halves, "due_on": None}
    made = a_commitment(cast, conditions=[NewCondition("If elected"), NewCondition("Committee", "dependency")], **told)
    assert list(Milestone.objects.values_list("level", "words")) == [(45, ""), (100, "all of it")]
    found = Condition.objects.filter(commitment=made).values_list("words", "kind")
    assert list(found) == [("If elected", "condition"), ("Committee", "dependency")]
    assert stands(made, TODAY + timedelta(days=1)) == "overdue"


def test_the_same_uid_twice_is_one(cast):
    uid = uuid.uuid7() if hasattr(uuid, "uuid7") else uuid.uuid4()
    first = a_commitment(cast, uid=uid)
    assert a_commitment(cast, uid=uid).pk == first.pk
    with pytest.raises(CommitmentRefused, match="cannot be written down"):
        a_commitment(cast, uid=uid, words="Another promise")
    assert Commitment.objects.count() == 1


def test_it_comes_out_of_an_answer(cast):
    campaign = a_campaign(cast)
    asked = {"campaign": campaign, "words": "Will you meet us?", "powerholder": a_speaker(cast), "asked_on": MADE}
    ask = Ask.objects.create(group=cast.cardiff, made_by=cast.organiser, made_at=NOW, **asked)
    said = {"kind": "yes", "on": MADE, "says_who": "Recording"}
    answer = Answer.objects.create(ask=ask, typed_by=cast.organiser, typed_at=NOW, **said)
    made = a_commitment(cast, answer=answer)
    assert (made.ask, made.campaign, made.powerholder) == (ask, campaign, ask.powerholder)
    with pytest.raises(CommitmentRefused, match="Somebody else was asked"):
        a_commitment(cast, answer=answer, powerholder=a_speaker(cast, "Somebody else"))


@pytest.mark.parametrize(
    ("told", "field"),
    [
        ({"words": " "}, "words"),
        ({"made_on": TODAY + timedelta(days=1)}, "made_on"),
        ({"measure": "hopefully"}, "measure"),
        ({"target": None}, "target"),
        ({"target": Decimal(0)}, "target"),
        ({"measure": "recurring", "every": ""}, "every"),
        ({"due_on": MADE - timedelta(days=1)}, "due_on"),
        ({"due_on": MADE.replace(year=2127)}, "due_on"),
        ({"expires_on": MADE.replace(year=2127)}, "expires_on"),
        ({"expires_on": MADE - timedelta(days=1)}, "expires_on"),
        ({"target": Decimal("2.5")}, "target"),
        ({"measure": "percentage", "target": Decimal(120)}, "target"),
        ({"measure": "done", "milestones": [NewMilestone(TODAY, Decimal(1))]}, "on"),
        ({"milestones": [NewMilestone(TODAY, Decimal(0))]}, "level"),
        ({"milestones": [NewMilestone(TODAY, Decimal(1)), NewMilestone(TODAY, Decimal(2))]}, "milestones"),
        ({"milestones": [NewMilestone(MADE - timedelta(days=1), Decimal(1))]}, "on"),
    ],
)
def test_what_would_not_hold_is_refused(cast, told, field):
    with pytest.raises(CommitmentRefused) as refused:
        a_commitment(cast, **told)
    assert (refused.value.field, Commitment.objects.count()) == (field, 0)


def test_nothing_unseen_is_named(cast):
    elsewhere = a_campaign(cast, "Elsewhere", group=cast.manchester)
    refused = {"campaign": elsewhere}, {"keeper": cast.person("leader_elsewhere")}
    for told, error in zip(refused, (Unnamed, Unseen), strict=True):
        with pytest.raises(error):
            make_commitment(group=cast.cardiff, new=new_commitment(cast, **told), at=NOW, by=cast.leader)


def test_what_was_mistyped_is_put_right_and_stays_on_the_page(cast):
    made = a_commitment(cast)
    right = replace(new_commitment(cast), made_to="The renters of Wales")
    edit_commitment(commitment=made, new=right, at=NOW, by=cast.leader)
    assert (made.made_to, Amendment.objects.get().because) == ("The renters of Wales", "to whom")
    edit_commitment(commitment=made, new=right, at=NOW, by=cast.leader)
    assert Amendment.objects.count() == 1
    fewer = replace(right, target=Decimal(2))
    with pytest.raises(CommitmentRefused, match="what was wrong"):
        edit_commitment(commitment=made, new=fewer, at=NOW, by=cast.leader)
    edit_commitment(commitment=made, new=fewer, why="The recording says two", at=NOW, by=cast.leader)
    correction = Amendment.objects.get(target_after=2)
    assert (correction.words_before, correction.target_before, correction.agreed_with) == (WORDS, 3, "")
    assert made.target == 2


def test_a_keeper_is_named_and_taken_off(cast):
    made = a_commitment(cast)
    assert name_keeper(commitment=made, keeper=cast.person("leader"), by=cast.organiser).keeper == cast.person("leader")
    with pytest.raises(Unseen):
        name_keeper(commitment=made, keeper=cast.person("leader_elsewhere"), by=cast.leader)
    assert name_keeper(commitment=made, keeper=None, by=cast.organiser).keeper is None


def test_an_imported_one_is_looked_at(cast):
    made = a_commitment(cast)
    Commitment.objects.filter(pk=made.pk).update(to_review="No day")
    made.refresh_from_db()
    look_over_commitment(commitment=made, by=cast.leader)
    assert Commitment.objects.to_review().count() == 0


def test_who_may_write_one_down(cast):
    def act(by):
        return make_commitment(group=cast.cardiff, new=new_commitment(cast), at=NOW, by=by)

    assert doers(act, cast) == {"leader", "organiser", "national_organiser"}
    assert Standing.objects.count() == 3 * Standing.objects.filter(commitment=Commitment.objects.first()).count()
