"""What is written after a 1-2-1 is written once, in one go, and by whoever held it."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from m4c.core.errors import NotAllowed
from m4c.core.models.record import new_uid
from m4c.listening.models import Concern, OneToOne
from m4c.listening.operations.one_to_one import NewOneToOne, OneToOneRefused, record_one_to_one
from m4c.listening.operations.writing_up import WrittenUp, write_up
from m4c.people.models import Engagement, NameOnList, Note, Person
from tests.cast import Cast
from tests.factories import NOW, TODAY, somebody
from tests.listening.campaigning import campaign_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def one(cast: Cast) -> OneToOne:
    """A 1-2-1 that the leader arranged."""
    new = NewOneToOne(cast.person("leader"), somebody(cast), TODAY)
    return record_one_to_one(group=cast.cardiff, new=new, by=cast.operator)


def words(**more: Any) -> WrittenUp:
    return WrittenUp(new_uid(), TODAY, **more)


def written(one: OneToOne, cast: Cast, words: WrittenUp) -> OneToOne:
    return write_up(one_to_one=one, written=words, at=NOW, by=cast.leader)


def test_all_of_it_is_written_in_one_go(cast: Cast, one: OneToOne) -> None:
    told = words(
        about_them="Came from Sylhet at nine",
        about_others="Her sister is ill",
        reflection="She could chair",
        commitment="Bring two neighbours",
        next_step="Ring the landlord",
        next_step_of="other",
        next_step_by=TODAY + timedelta(days=7),
        names=("Mair Pugh", "Ada"),
        concerns=("Damp in every room", "No bus after six"),
        may_quote=True,
    )
    done = written(one, cast, told)

    assert (done.held_on, done.commitment, done.next_step, done.next_step_of, done.next_step_by) == (
        TODAY,
        "Bring two neighbours",
        "Ring the landlord",
        "other",
        TODAY + timedelta(days=7),
    )
    note = done.note
    assert note is not None
    assert (note.about_them, note.about_others, note.reflection) == (
        "Came from Sylhet at nine",
        "Her sister is ill",
        "She could chair",
    )
    assert (note.tier, note.person, note.author, note.group) == ("private", one.other, cast.leader, cast.cardiff)
    assert list(NameOnList.objects.values_list("owner", "name")) == [
        (cast.person("leader").pk, "Ada"),
        (cast.person("leader").pk, "Mair Pugh"),
    ]
    assert list(Concern.objects.values_list("words", "person", "one_to_one", "may_quote")) == [
        ("Damp in every room", one.other_id, one.pk, True),
        ("No bus after six", one.other_id, one.pk, True),
    ]
    assert Engagement.objects.filter(kind="held_one_to_one", source_id=one.pk).count() == 1


def test_whom_else_to_meet_is_never_a_person(cast: Cast, one: OneToOne) -> None:
    before = Person.objects.count()
    written(one, cast, words(names=("Mair Pugh",)))
    assert Person.objects.count() == before


def test_what_hurts_is_heard_by_the_campaign_of_the_1_2_1(cast: Cast) -> None:
    campaign = campaign_of(cast)
    new = NewOneToOne(asker=cast.person("leader"), other=somebody(cast), day=TODAY, campaign=campaign)
    one = record_one_to_one(group=cast.cardiff, new=new, by=cast.operator)
    written(one, cast, words(concerns=("Damp",)))
    assert Concern.objects.get().campaign == campaign


def test_sent_twice_is_once(cast: Cast, one: OneToOne) -> None:
    told = words(about_them="Afraid of the stairs", names=("Ada",), concerns=("Damp",))
    written(one, cast, told)
    written(one, cast, replace(told))
    assert (Note.objects.count(), NameOnList.objects.count(), Concern.objects.count()) == (1, 1, 1)


def test_a_late_answer_undoes_no_change_made_since(cast: Cast, one: OneToOne) -> None:
    told = words(about_them="Afraid", next_step="Ring her")
    written(one, cast, told)
    Note.objects.update(about_them="Mended since")
    written(one, cast, told)
    assert Note.objects.get().about_them == "Mended since"


@pytest.mark.parametrize("again", ["the same name", "another name"])
def test_other_words_are_refused_and_change_nothing(cast: Cast, one: OneToOne, again: str) -> None:
    told = words(about_them="Afraid")
    written(one, cast, told)
    other = replace(told, about_them="Brave", uid=told.uid if again == "the same name" else new_uid())
    with pytest.raises(OneToOneRefused) as refused:
        written(one, cast, other)
    assert (refused.value.code, Note.objects.get().about_them) == ("written_up", "Afraid")


def test_nothing_is_forced(cast: Cast, one: OneToOne) -> None:
    done = written(one, cast, words())
    assert (done.held_on, done.note, done.next_step) == (TODAY, None, "")


def test_what_was_agreed_before_stands_where_nothing_is_said_of_it(cast: Cast, one: OneToOne) -> None:
    OneToOne.objects.filter(pk=one.pk).update(next_step="Ring her")
    assert written(one, cast, words()).next_step == "Ring her"


def test_whoever_did_not_hold_it_writes_nothing(cast: Cast, one: OneToOne) -> None:
    for persona in ("organiser", "leader_elsewhere", "member"):
        with pytest.raises(NotAllowed):
            write_up(one_to_one=one, written=words(about_them="Said"), at=NOW, by=getattr(cast, persona))
    assert Note.objects.count() == 0


def test_a_refusal_leaves_nothing_behind(cast: Cast, one: OneToOne) -> None:
    OneToOne.objects.filter(pk=one.pk).update(called_off_on=TODAY)
    with pytest.raises(OneToOneRefused):
        written(one, cast, words(about_them="Said", names=("Ada",)))
    assert (Note.objects.count(), NameOnList.objects.count()) == (0, 0)
