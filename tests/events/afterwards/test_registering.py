"""What becomes of evaluations when two people are made one, and when somebody is erased."""

import pytest

from m4c.events.models import Evaluation
from m4c.people.erasing import ERASERS, Forgotten
from m4c.people.operations.merging.journal import MergeRefused
from m4c.people.operations.person_merge import merge
from tests.cast import Cast
from tests.factories import NOW, gathering, somebody


def test_what_one_said_twice_is_said_whole(cast: Cast):
    event, keep, other = gathering(cast), somebody(cast, "Sian Rees"), somebody(cast, "Siân Rees")
    Evaluation.objects.create(event=event, person=keep, feelings="Proud", learnt="Be early.", next="Tea")
    Evaluation.objects.create(event=event, person=other, feelings="Tired", learnt="Be early.", grew="Kofi")
    merge(keep=keep, other=other, choices={}, at=NOW, by=cast.organiser)
    said = Evaluation.objects.get(event=event)
    assert (said.person, said.feelings, said.learnt) == (keep, "Proud / Tired", "Be early.")
    assert (said.grew, said.next) == ("Kofi", "Tea")


def test_feelings_that_have_no_room_beside_each_other_are_not_cut(cast: Cast):
    event, keep, other = gathering(cast), somebody(cast, "Sian Rees"), somebody(cast, "Siân Rees")
    for person, letter in ((keep, "a"), (other, "b")):
        Evaluation.objects.create(event=event, person=person, feelings=letter * 200)
    with pytest.raises(MergeRefused, match="Two texts say too much"):
        merge(keep=keep, other=other, choices={}, at=NOW, by=cast.organiser)


def test_who_is_erased_is_named_by_nobody_elses_words(cast: Cast):
    event, gone, friend = gathering(cast), somebody(cast, "Ann Arber"), somebody(cast, "Bob Birch")
    for person in (gone, friend):
        Evaluation.objects.create(event=event, person=person, feelings="Proud of Ann Arber", grew="ann arber spoke")
    forgotten = Forgotten(gone, None, NOW, cast.operator, names=frozenset(["Ann Arber"]))
    for name in ("events.evaluation.person", "events.evaluation.mentions"):
        ERASERS[name].run(forgotten, ERASERS[name].held(forgotten))
    said = Evaluation.objects.get()
    assert (said.person, said.feelings, said.grew) == (friend, "Proud of …", "… spoke")
