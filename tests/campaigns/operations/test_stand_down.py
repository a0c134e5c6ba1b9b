"""Standing down: each called out is told once, by letter where that is open, else rung by somebody who is named."""

from unittest.mock import patch

import pytest
from django.core import mail
from django.utils import timezone

from m4c.campaigns.ladder.sharing import progress_of, share_of
from m4c.campaigns.models import LadderStep, StandDown, StoodDown
from m4c.campaigns.operations.stand_down import (
    StandDownRefused,
    claim_stand_down,
    gather_called_out,
    say_stood_down,
    settle_stand_down,
    share_calls,
    stand_down,
)
from m4c.core.errors import NotAllowed
from m4c.core.permissions import Role
from m4c.core.worker import run_waiting
from m4c.events.models import Attendance, TurnoutPledge
from m4c.people.models import Account, Person
from m4c.people.posting import NobodyAnswers, Post
from tests.campaigns.ladder.making import WORDS, called, step_of, stood_down
from tests.cast import Cast
from tests.factories import NOW, doers, somebody

State, By = StoodDown.State, StoodDown.By


def expected(step: LadderStep, person: Person, state: str = "yes", asked_by: Person | None = None) -> Person:
    """Somebody on the list of a step's event."""
    assert step.event is not None
    Attendance.objects.create(event=step.event, person=person, state=state, asked_by=asked_by)
    return person


def row(made: StandDown, person: Person) -> StoodDown:
    """What became of somebody."""
    return StoodDown.objects.get(stand_down=made, person=person)


def reachable(cast: Cast, step: LadderStep) -> dict[str, Person]:
    """Somebody for each means, called out."""
    return {
        "email": expected(step, somebody(cast, "Amal Yusuf", emails=["amal@example.org"])),
        "call": expected(step, somebody(cast, "Bryn Cole", phones=["+447700900123"]), "asked"),
        "none": expected(step, somebody(cast, "Dilys Ebo"), "listed"),
    }


def worker() -> Account:
    """Who sends letters."""
    return Account.objects.of_system(Role.WORKER)


def test_each_is_told_once_by_letter_or_by_somebody_who_rings(cast: Cast) -> None:
    step = called(cast)
    people = reachable(cast, step)
    expected(step, somebody(cast, "Ebo Iwu", emails=["ebo@example.org"]), "no")
    made = stood_down(cast, step)
    assert [letter.to for letter in mail.outbox] == [["amal@example.org"]]
    assert WORDS in mail.outbox[0].body
    assert {(each.person, each.means, each.state) for each in StoodDown.objects.filter(stand_down=made)} == {
        (people["email"], By.EMAIL, State.TOLD),
        (people["call"], By.CALL, State.WAITING),
        (people["none"], By.NONE, State.WAITING),
    }
    assert StoodDown.objects.to_ring().filter(teller=None).count() == 0
    assert stand_down(step=step, words="Again", at=NOW, by=cast.organiser) == made
    run_waiting()
    assert len(mail.outbox) == 1


def test_what_is_ahead_is_called_off_and_its_own_letters_do_not_go_too(cast: Cast) -> None:
    step = called(cast)
    reachable(cast, step)
    stood_down(cast, step)
    step.refresh_from_db()
    assert step.event is not None
    assert (step.event.is_called_off, step.event.called_off_why) == (True, WORDS)
    run_waiting()
    assert len(mail.outbox) == 1


def test_nobody_is_stood_down_who_was_not_called_out(cast: Cast) -> None:
    step = step_of(cast)
    with pytest.raises(StandDownRefused):
        stand_down(step=step, words=WORDS, at=NOW, by=cast.organiser)
    called(cast, step)
    with pytest.raises(StandDownRefused):
        stand_down(step=step, words=" ", at=NOW, by=cast.organiser)


def test_leaders_who_were_called_out_are_told_and_whoever_asked_somebody_rings_them(cast: Cast) -> None:
    step, leader = called(cast), cast.person("leader")
    assert step.event is not None
    TurnoutPledge.objects.create(event=step.event, person=leader, number=5, made_at=NOW)
    hers = expected(step, somebody(cast, "Bryn Cole", phones=["+447700900123"]), asked_by=leader)
    made = stood_down(cast, step)
    assert row(made, leader).state == State.TOLD
    assert row(made, hers).teller == leader
    assert not StoodDown.objects.filter(person=cast.person("organiser")).exists()


def test_whoever_is_kept_safe_is_told_by_her_contact_alone(cast: Cast) -> None:
    step = called(cast)
    hana = expected(step, cast.person("protected_member"))
    made = stood_down(cast, step)
    told = row(made, hana)
    assert (told.means, told.teller, mail.outbox) == (By.NONE, cast.person("leader"), [])
    assert progress_of(cast.organiser, made).total == 0
    assert progress_of(cast.leader, made).total == 1
    line = share_of(cast.fresh("leader"), made, timezone.now())[0]
    assert (line.numbers, bool(line.answer)) == ([], False)


def test_a_letter_that_does_not_go_is_rung_at_once(cast: Cast) -> None:
    step = called(cast)
    amal = expected(step, somebody(cast, emails=["amal@example.org"], phones=["+447700900124"]))
    with patch.object(Post, "send", side_effect=NobodyAnswers("No mail server answers.")):
        made = stood_down(cast, step)
    told = row(made, amal)
    assert (told.means, told.state, told.why) == (By.CALL, State.WAITING, "No mail server answers.")
    assert told.teller is not None


def test_a_share_is_told_by_whoever_took_it_and_by_nobody_twice(cast: Cast) -> None:
    step = called(cast)
    bryn = expected(step, somebody(cast, "Bryn Cole", phones=["+447700900123"]), asked_by=cast.person("leader"))
    told = row(stood_down(cast, step), bryn)
    for state in (State.MISSED, State.WAITING, State.TOLD):
        assert say_stood_down(stood_down=told, state=state, at=NOW, by=cast.leader).state == state
    with pytest.raises(StandDownRefused) as refused:
        say_stood_down(stood_down=told, state=State.TOLD, at=NOW, by=cast.organiser)
    assert refused.value.code == "told"
    with pytest.raises(StandDownRefused):
        say_stood_down(stood_down=told, state=State.TOLD, at=NOW, by=cast.leader_elsewhere)


def test_a_letter_is_no_call(cast: Cast) -> None:
    step = called(cast)
    amal = expected(step, somebody(cast, emails=["amal@example.org"]))
    told = row(stood_down(cast, step), amal)
    with pytest.raises(StandDownRefused):
        say_stood_down(stood_down=told, state=State.MISSED, at=NOW, by=cast.organiser)


def test_calls_are_shared_out_anew_but_for_those_told(cast: Cast) -> None:
    step = called(cast)
    ann, bea = (expected(step, somebody(cast, name), "asked") for name in ("Ann Abel", "Bea Bell"))
    made = stood_down(cast, step)
    first = row(made, ann)
    say_stood_down(stood_down=first, state=State.TOLD, at=NOW, by=cast.organiser)
    before = row(made, ann).teller
    share_calls(stand_down=made, tellers=[cast.person("leader")], at=NOW, by=cast.organiser)
    assert (row(made, ann).teller, row(made, bea).teller) == (before, cast.person("leader"))
    with pytest.raises(StandDownRefused):
        share_calls(stand_down=made, tellers=[], at=NOW, by=cast.organiser)


def test_gathering_goes_on_from_where_it_broke_off(cast: Cast) -> None:
    step = called(cast)
    reachable(cast, step)
    made = stand_down(step=step, words=WORDS, at=NOW, by=cast.organiser)
    with patch("m4c.campaigns.operations.stand_down.AT_ONCE", 1), patch("m4c.campaigns.ladder.called_out.AT_ONCE", 1):
        while made.gathered_at is None:
            gather_called_out(stand_down=made, at=NOW, by=worker())
    assert StoodDown.objects.filter(stand_down=made).count() == 3
    claimed = claim_stand_down(stand_down=made, at=NOW, by=worker())
    assert claim_stand_down(stand_down=made, at=NOW, by=worker()) == []
    outcomes = dict.fromkeys(claimed, (State.TOLD.value, ""))
    settle_stand_down(stand_down=made, outcomes=outcomes, at=NOW, by=worker())
    run_waiting()
    assert mail.outbox == []


def test_who_may_stand_people_down(cast: Cast) -> None:
    step = called(cast)
    may = doers(lambda by: stand_down(step=step, words=WORDS, at=NOW, by=by), cast)
    assert may == {"leader", "organiser", "national_organiser"}
    made = StandDown.objects.get()
    with pytest.raises(NotAllowed):
        gather_called_out(stand_down=made, at=NOW, by=cast.organiser)
