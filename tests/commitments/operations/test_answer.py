"""An answer is one account of it; others stand beside it, a second person confirms where it matters."""

from datetime import timedelta
from typing import Any

import pytest

from m4c.commitments.models import Answer, Witness
from m4c.commitments.operations.answer import AnswerRefused, confirm_answer, strike_answer, write_answer
from m4c.core.models.record import new_uid
from m4c.people.operations.must_see import Unseen
from tests.cast import Cast
from tests.commitments.tabling import an_answer, an_ask, new_answer
from tests.factories import NOW, TODAY, doers, seers

OWN = {"leader", "organiser", "national_organiser"}


def test_who_may_and_who_sees(cast: Cast) -> None:
    ask = an_ask(cast)
    assert doers(lambda by: write_answer(ask=ask, new=new_answer(), at=NOW, by=by), cast) == OWN
    assert seers(cast, Answer.objects.latest("pk")) == OWN | {"editor", "data_protection"}


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ({"kind": "maybe"}, "no_kind"),
        ({"kind": "yes_if"}, "no_words"),
        ({"kind": "more"}, "no_words"),
        ({"says_who": " "}, "nobody"),
        ({"pin": "x"}, "no_pin"),
        ({"on": TODAY + timedelta(days=1)}, "ahead"),
    ],
)
def test_what_would_not_hold_is_refused(cast: Cast, said: dict[str, Any], code: str) -> None:
    with pytest.raises(AnswerRefused) as refused:
        an_answer(cast, **said)
    assert refused.value.code == code


def test_accounts_stand_side_by_side_and_the_ask_was_put(cast: Cast) -> None:
    ask = an_ask(cast)
    one = an_answer(cast, ask)
    two = an_answer(cast, ask, kind="no", says_who="His office, by letter")
    assert (ask.asked_on, list(Answer.objects.filter(ask=ask).standing())) == (TODAY, [one, two])
    with pytest.raises(AnswerRefused) as refused:
        an_answer(cast, ask, on=TODAY - timedelta(days=1))
    assert refused.value.code == "before"


def test_a_second_person_confirms(cast: Cast) -> None:
    answer = an_answer(cast, needs_second=True)
    assert not Answer.objects.standing().exists()
    with pytest.raises(AnswerRefused) as refused:
        confirm_answer(answer=answer, at=NOW, by=cast.leader)
    assert refused.value.code == "not_oneself"
    confirm_answer(answer=answer, at=NOW, by=cast.organiser)
    confirm_answer(answer=answer, at=NOW, by=cast.national_organiser)
    assert Answer.objects.standing().get().confirmed_by == cast.organiser
    with pytest.raises(AnswerRefused) as refused:
        confirm_answer(answer=an_answer(cast, answer.ask), at=NOW, by=cast.organiser)
    assert refused.value.code == "no_need"


def test_an_answer_that_hangs_on_words_is_not_confirmed_without_them(cast: Cast) -> None:
    bare = an_answer(cast, kind="yes_if", needs_second=True)
    with pytest.raises(AnswerRefused) as refused:
        confirm_answer(answer=bare, at=NOW, by=cast.organiser)
    assert refused.value.code == "no_words"


def test_struck_with_its_reason_it_counts_for_nothing(cast: Cast) -> None:
    answer = an_answer(cast)
    with pytest.raises(AnswerRefused):
        strike_answer(answer=answer, why=" ", at=NOW, by=cast.leader)
    strike_answer(answer=answer, why="It was another ask", at=NOW, by=cast.leader)
    assert not Answer.objects.standing().exists()
    with pytest.raises(AnswerRefused):
        strike_answer(answer=answer, why="Again", at=NOW, by=cast.leader)
    with pytest.raises(AnswerRefused):
        confirm_answer(answer=an_answer(cast, answer.ask, needs_second=True, kind="yes_if"), at=NOW, by=cast.organiser)


def test_the_same_uid_twice_is_one_and_witnesses_are_people_one_sees(cast: Cast) -> None:
    ask, uid = an_ask(cast), new_uid()
    heard = [cast.person("leader"), cast.person("leader")]
    first = an_answer(cast, ask, uid=uid, witnesses=heard)
    assert (an_answer(cast, ask, uid=uid), Witness.objects.count()) == (first, 1)
    with pytest.raises(AnswerRefused):
        an_answer(cast, ask, uid=uid, kind="no")
    with pytest.raises(Unseen):
        an_answer(cast, ask, witnesses=[cast.person("member")])
