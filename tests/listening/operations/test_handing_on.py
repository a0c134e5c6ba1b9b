"""What is open of a leader's 1-2-1s goes to the next contact: those to hold, and what was agreed in those held."""

from datetime import date

import pytest

from m4c.listening.models import OneToOne
from m4c.listening.operations.one_to_one import NewOneToOne, record_one_to_one
from m4c.people.models import Account, NextStep
from m4c.people.next_steps import own_steps
from m4c.people.operations.handed_over import answer_about_notes
from m4c.people.operations.handing_over import call_off_handing_over
from tests.cast import Cast
from tests.factories import NOW, TODAY, seers, somebody
from tests.people.handing_over.leaving import begin, hand, next_leader

LATER = date(2026, 12, 3)


def plan(cast: Cast, persona_or_person: object, **more: object) -> OneToOne:
    facts = {"day": LATER, "other": somebody(cast)} | more
    return record_one_to_one(group=cast.cardiff, new=NewOneToOne(asker=persona_or_person, **facts), by=cast.operator)  # type: ignore[arg-type]


def test_one_still_to_hold_is_theirs_to_hold(cast: Cast) -> None:
    one, to = plan(cast, cast.person("leader")), next_leader(cast)
    hand(begin(cast), one.other, to, cast.organiser)
    one.refresh_from_db()
    assert (one.asker, one.called_off_on) == (to.person, None)


def test_where_they_have_one_that_day_already_it_is_called_off(cast: Cast) -> None:
    one, to = plan(cast, cast.person("leader")), next_leader(cast)
    plan(cast, to.person, other=one.other)
    hand(begin(cast), one.other, to, cast.organiser)
    one.refresh_from_db()
    assert (one.asker, one.called_off_on) == (cast.person("leader"), LATER)


def test_what_was_agreed_becomes_their_next_step_and_the_1_2_1_stays_whose_it_was(cast: Cast) -> None:
    held = {"day": TODAY, "held_on": TODAY, "next_step": "Meet her aunt", "next_step_by": LATER}
    one, to = plan(cast, cast.person("leader"), **held), next_leader(cast)
    hand(begin(cast), one.other, to, cast.organiser)
    one.refresh_from_db()
    step = NextStep.objects.get(owner=to.person)
    assert (step.words, step.due_on, step.person) == ("Meet her aunt", LATER, one.other)
    assert (one.asker, one.held_on, one.next_step, one.followed_up_on) == (cast.person("leader"), TODAY, "", None)


def agreed(cast: Cast) -> tuple[OneToOne, Account]:
    """What the leader agreed in a 1-2-1, and who is next."""
    held = {"day": TODAY, "held_on": TODAY, "next_step": "Meet her aunt", "next_step_by": LATER}
    return plan(cast, cast.person("leader"), **held), next_leader(cast)


@pytest.mark.parametrize(
    ("pass_on", "reads", "outcome"), [(True, ["Meet her aunt"], ""), (False, [], NextStep.Outcome.DROPPED)]
)
def test_the_next_contact_reads_what_was_agreed_by_the_persons_word_alone(
    cast: Cast, pass_on: bool, reads: list[str], outcome: str
) -> None:
    one, to = agreed(cast)
    before = seers(cast, one)
    handed = hand(begin(cast), one.other, to, cast.organiser)
    step = NextStep.objects.get(owner=to.person)

    assert seers(cast, step) == before - {"leader"}  # whoever leaves has done with it
    assert (handed.is_awaited, list(own_steps(to, one.other))) == (True, [])
    answer_about_notes(handed=handed, pass_on=pass_on, at=NOW, by=cast.organiser)
    step.refresh_from_db()
    assert ([each.words for each in own_steps(Account.objects.get(pk=to.pk), one.other)], step.outcome) == (
        reads,
        outcome,
    )


def test_called_off_what_was_agreed_is_theirs_again(cast: Cast) -> None:
    one, to = agreed(cast)
    handing_over = begin(cast)
    hand(handing_over, one.other, to, cast.organiser)
    call_off_handing_over(handing_over=handing_over, at=NOW, by=cast.leader)
    step = NextStep.objects.get(words="Meet her aunt")
    assert (step.owner, step.sealed_for) == (cast.person("leader"), None)


def test_what_others_asked_for_stays(cast: Cast) -> None:
    own = plan(cast, cast.person("leader"))
    theirs = plan(cast, cast.person("organiser"), other=own.other, day=date(2026, 12, 4))
    hand(begin(cast), own.other, next_leader(cast), cast.organiser)
    theirs.refresh_from_db()
    assert theirs.asker == cast.person("organiser")
