"""What is open of a leader's 1-2-1s goes to the next contact: those to hold, and what was agreed in those held."""

from datetime import date, timedelta

import pytest

from m4c.listening.handing_over import people_asked, reasons_asked
from m4c.listening.models import OneToOne, OneToOneAsk
from m4c.listening.operations.one_to_one import NewOneToOne, record_one_to_one
from m4c.listening.operations.one_to_one_ask import NewAsking, answer_asking, ask_for_one_to_one
from m4c.people.models import Account, NextStep, Person
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


def ask(cast: Cast, asker: Person | None, other: Person | None = None, answer: str = "") -> OneToOneAsk:
    """Somebody asked for a 1-2-1 the day before yesterday, and maybe was answered today."""
    new = NewAsking(asker or cast.person("leader"), other or somebody(cast), TODAY - timedelta(days=2))
    asking = ask_for_one_to_one(group=cast.cardiff, new=new, by=cast.operator)
    return answer_asking(asking=asking, answer=answer, on=TODAY, by=cast.operator) if answer else asking


@pytest.mark.parametrize(
    ("answer", "why"),
    [
        ("", "asked for a 1-2-1 on 3 October 2026, without an answer yet"),
        ("yes", "asked for a 1-2-1 on 3 October 2026: yes, with no day found yet"),
        ("not_yet", "asked for a 1-2-1 on 3 October 2026: not yet"),
    ],
)
def test_an_open_asking_makes_them_one_of_theirs_and_goes_along(cast: Cast, answer: str, why: str) -> None:
    asking, to, handing_over = ask(cast, None, answer=answer), next_leader(cast), begin(cast)
    ids = [row["other"] for row in people_asked(cast.organiser, handing_over)]
    assert list(reasons_asked(cast.organiser, handing_over, ids)) == [(asking.other_id, why)]
    hand(handing_over, asking.other, to, cast.organiser)
    asking.refresh_from_db()
    assert (asking.asker, asking.answer, asking.taken_back_at) == (to.person, answer, None)
    assert not list(people_asked(cast.organiser, handing_over))


def test_a_no_stays_with_whoever_heard_it(cast: Cast) -> None:
    asking, handing_over = ask(cast, None, answer="no"), begin(cast)
    assert not list(people_asked(cast.organiser, handing_over))
    waiting = ask(cast, None, asking.other)  # asked once more since
    hand(handing_over, asking.other, next_leader(cast), cast.organiser)
    asking.refresh_from_db()
    waiting.refresh_from_db()
    assert (asking.asker == cast.person("leader"), waiting.asker == cast.person("leader")) == (True, False)


def test_where_the_next_contact_asked_them_too_theirs_stands_alone(cast: Cast) -> None:
    asking, to = ask(cast, None), next_leader(cast)
    theirs = ask(cast, to.person, asking.other)
    hand(begin(cast), asking.other, to, cast.organiser)
    assert list(OneToOneAsk.objects.open()) == [theirs]
    asking.refresh_from_db()
    assert (asking.asker, asking.taken_back_at) == (cast.person("leader"), NOW)


def test_where_the_next_contact_has_a_day_with_them_it_is_the_day_asked_for(cast: Cast) -> None:
    asking, to = ask(cast, None), next_leader(cast)
    one = plan(cast, to.person, other=asking.other)
    hand(begin(cast), asking.other, to, cast.organiser)
    asking.refresh_from_db()
    assert (asking.asker, asking.answer, asking.became) == (to.person, "yes", one)


def test_what_was_asked_for_one_still_to_hold_moves_with_it(cast: Cast) -> None:
    asking, to = ask(cast, None), next_leader(cast)
    one = plan(cast, cast.person("leader"), other=asking.other)
    hand(begin(cast), one.other, to, cast.organiser)
    asking.refresh_from_db()
    assert (asking.asker, asking.became) == (to.person, one)
