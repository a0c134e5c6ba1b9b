"""Asking comes before arranging: who was asked, what they said, and the 1-2-1 that came of it; nothing is forced."""

from datetime import timedelta
from typing import Any

import pytest

from m4c.core.errors import NotAllowed
from m4c.core.models import AuditEntry
from m4c.listening.models import OneToOne, OneToOneAsk
from m4c.listening.operations.one_to_one import NewOneToOne, record_one_to_one
from m4c.listening.operations.one_to_one_ask import (
    AskingRefused,
    NewAsking,
    answer_asking,
    ask_for_one_to_one,
    reopen_asking,
    take_back_asking,
)
from m4c.people.models import Person
from m4c.people.operations.must_see import Unseen
from m4c.people.operations.person import NewPerson
from m4c.people.operations.protection import keep_safe
from tests.cast import Cast
from tests.factories import NOW, TODAY, doers, somebody

BEFORE, TOMORROW = TODAY - timedelta(days=3), TODAY + timedelta(days=1)


def asked(cast: Cast, other: Person | NewPerson | None = None, days: int = 3, means: str = "") -> OneToOneAsk:
    """The leader asked somebody, Amal where nobody else is named."""
    other = other or Person.objects.filter(given_name="Amal").first() or somebody(cast)
    new = NewAsking(cast.person("leader"), other, TODAY - timedelta(days=days), means)
    return ask_for_one_to_one(group=cast.cardiff, new=new, by=cast.operator)


def test_it_waits_and_counts_as_no_1_2_1(cast: Cast) -> None:
    asking = asked(cast, means="phone")
    assert (asking.answer, asking.means, asking.is_waiting, OneToOne.objects.count()) == ("", "phone", True, 0)
    assert list(OneToOneAsk.objects.unanswered()) == [asking]


def test_asked_again_while_it_waits_is_one_of_the_later_day(cast: Cast) -> None:
    first, again = asked(cast, days=5, means="letter"), asked(cast, days=2)
    assert (again.pk, again.asked_on, again.means) == (first.pk, TODAY - timedelta(days=2), "letter")
    assert OneToOneAsk.objects.count() == 1


@pytest.mark.parametrize(("said", "is_open"), [("yes", True), ("not_yet", True), ("no", False)])
def test_what_they_said_stands_there_without_a_day(cast: Cast, said: str, is_open: bool) -> None:
    asking = answer_asking(asking=asked(cast), answer=said, on=TODAY, by=cast.leader)
    assert (asking.answer, asking.answered_on, asking.became) == (said, TODAY, None)
    assert (OneToOneAsk.objects.open().exists(), OneToOneAsk.objects.unanswered().exists()) == (is_open, False)


def test_the_audit_says_that_they_answered_and_not_what(cast: Cast) -> None:
    answer_asking(asking=asked(cast), answer="not_yet", on=TODAY, by=cast.leader)
    entry = AuditEntry.objects.filter(operation="listening.answer_asking").latest("pk")
    assert ("answer" in str(entry.changes), "not_yet" in str(entry.changes)) == (True, False)


def test_a_yes_with_a_day_is_arranged(cast: Cast) -> None:
    asking = answer_asking(asking=asked(cast), answer="yes", on=TODAY, day=TOMORROW, by=cast.leader)
    one = OneToOne.objects.get()
    assert (asking.became, one.state, one.day, one.asker) == (one, "arranged", TOMORROW, cast.person("leader"))
    assert not OneToOneAsk.objects.open().exists()
    with pytest.raises(AskingRefused) as settled:
        answer_asking(asking=asking, answer="no", on=TODAY, by=cast.leader)
    assert settled.value.code == "settled"


def test_a_1_2_1_written_down_elsewhere_answers_it(cast: Cast) -> None:
    asking = asked(cast)
    new = NewOneToOne(asking.asker, asking.other, TODAY, held_on=TODAY)
    one = record_one_to_one(group=cast.cardiff, new=new, by=cast.operator)
    asking.refresh_from_db()
    assert (asking.answer, asking.answered_on, asking.became) == ("yes", asking.asked_on, one)


def test_one_from_before_the_asking_answers_nothing(cast: Cast) -> None:
    asking = asked(cast)
    new = NewOneToOne(asking.asker, asking.other, asking.asked_on - timedelta(days=1))
    record_one_to_one(group=cast.cardiff, new=new, by=cast.operator)
    asking.refresh_from_db()
    assert asking.is_waiting


def test_not_yet_goes_from_the_list_once_they_are_asked_again(cast: Cast) -> None:
    answer_asking(asking=asked(cast), answer="not_yet", on=BEFORE, by=cast.leader)
    again = asked(cast, days=0)
    assert list(OneToOneAsk.objects.open()) == [again]


def test_a_day_that_makes_no_sense_is_refused(cast: Cast) -> None:
    asking = asked(cast)
    wrong: list[dict[str, Any]] = [
        {"answer": "maybe", "on": TODAY},
        {"answer": "yes", "on": asking.asked_on - timedelta(days=1)},
        {"answer": "no", "on": TODAY, "day": TOMORROW},
        {"answer": "yes", "on": TODAY, "day": asking.asked_on - timedelta(days=1)},
    ]
    codes = []
    for said in wrong:
        with pytest.raises(AskingRefused) as refused:
            answer_asking(asking=asking, by=cast.leader, **said)
        codes.append(refused.value.code)
    assert codes == ["no_answer", "too_early", "day_without_a_yes", "too_early"]


def test_a_mistake_and_an_answer_can_be_taken_back(cast: Cast) -> None:
    asking = take_back_asking(asking=asked(cast), at=NOW, by=cast.leader)
    assert not OneToOneAsk.objects.unanswered().exists()
    assert take_back_asking(asking=asking, at=NOW, by=cast.leader).taken_back_at == asking.taken_back_at
    assert reopen_asking(asking=asking, by=cast.leader).is_waiting
    answer_asking(asking=asking, answer="no", on=TODAY, by=cast.leader)
    assert reopen_asking(asking=asking, by=cast.leader).is_waiting
    with pytest.raises(AskingRefused) as nothing:
        reopen_asking(asking=asking, by=cast.leader)
    assert nothing.value.code == "only_asked"


def test_an_answer_stays_where_they_were_asked_again(cast: Cast) -> None:
    asking = answer_asking(asking=asked(cast), answer="not_yet", on=TODAY, by=cast.leader)
    asked(cast, days=0)
    with pytest.raises(AskingRefused) as again:
        reopen_asking(asking=asking, by=cast.leader)
    assert again.value.code == "asked_again"


def test_somebody_new_comes_on_record_and_nobody_asks_themselves(cast: Cast) -> None:
    assert str(asked(cast, NewPerson("Mair", "Pugh", phones=["+447700900123"])).other) == "Mair Pugh"
    with pytest.raises(AskingRefused) as oneself:
        asked(cast, cast.person("leader"))
    assert oneself.value.code == "with_oneself"


def test_in_ones_own_name_or_for_ones_own_leaders(cast: Cast) -> None:
    asking = asked(cast)
    assert doers(lambda by: answer_asking(asking=asking, answer="not_yet", on=TODAY, by=by), cast) == {
        "leader",
        "organiser",
        "national_organiser",
    }
    new = NewAsking(cast.person("organiser"), asking.other, TODAY)
    with pytest.raises(NotAllowed):
        ask_for_one_to_one(group=cast.cardiff, new=new, by=cast.leader)


def test_whom_one_may_not_see_one_cannot_name(cast: Cast) -> None:
    new = NewAsking(cast.person("organiser"), cast.person("leader_elsewhere"), TODAY)
    with pytest.raises(Unseen):
        ask_for_one_to_one(group=cast.cardiff, new=new, by=cast.organiser)


def test_it_is_seen_by_who_asked_and_their_organiser_and_never_of_one_kept_safe(cast: Cast) -> None:
    asking = asked(cast)
    who = ("leader", "organiser", "leader_elsewhere", "organiser_elsewhere", "member")
    seen = [name for name in who if OneToOneAsk.objects.visible_to(cast.fresh(name)).exists()]
    assert seen == ["leader", "organiser"]
    keep_safe(person=asking.other, at=NOW, by=cast.operator)
    assert [name for name in who if OneToOneAsk.objects.visible_to(cast.fresh(name)).exists()] == []
