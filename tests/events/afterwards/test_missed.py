"""Who said yes and did not come, and who rings them."""

from m4c.events.afterwards.missed import missed_at
from m4c.events.models import Attendance, Event
from m4c.events.operations.afterwards import give_out_calls
from m4c.people.models import NextStep, Person
from m4c.people.operations.next_step import settle_step
from tests.cast import Cast
from tests.factories import NOW, TODAY, gathering, somebody

HELD = -400  # days: long past, whatever day the tests run on
State = Attendance.State


def stands(cast: Cast, event: Event, name: str, state: str, asked_by: Person | None = None) -> Person:
    """Somebody of that name, where they stand, and whose list they are on."""
    person = somebody(cast, name)
    Attendance.objects.create(event=event, person=person, state=state, asked_by=asked_by)
    return person


def test_those_who_said_yes_and_whom_nobody_saw(cast: Cast):
    event = gathering(cast, days=HELD)
    for name, state in [("Ann A", "yes"), ("Bob B", "confirmed"), ("Cat C", "did_not_come")]:
        stands(cast, event, name, state)
    for name, state in [
        ("Dan D", "came"),
        ("Eve E", "maybe"),
        ("Fay F", "no"),
        ("Gil G", "walk_in"),
        ("Hal H", "asked"),
    ]:
        stands(cast, event, name, state)
    assert [one.attendance.person.name for one in missed_at(cast.organiser, event)] == ["Ann A", "Bob B", "Cat C"]


def test_a_leader_sees_their_own_and_an_organiser_all_with_whose_they_are(cast: Cast):
    event = gathering(cast, days=HELD)
    stands(cast, event, "Ann A", State.YES, cast.person("leader"))
    stands(cast, event, "Bob B", State.YES)
    assert [(one.asker, one.is_own) for one in missed_at(cast.leader, event)] == [("Bethan Griffiths", True)]
    assert [(one.asker, one.is_own) for one in missed_at(cast.organiser, event)] == [
        ("Bethan Griffiths", False),
        ("", False),
    ]
    assert missed_at(cast.member, event) == []


def test_nobody_is_to_ring_themself(cast: Cast):
    event = gathering(cast, days=HELD)
    Attendance.objects.create(event=event, person=cast.person("organiser"), state=State.YES)
    assert [len(missed_at(by, event)) for by in (cast.organiser, cast.national_organiser)] == [0, 1]


def test_whoever_is_kept_safe_is_not_missed_aloud(cast: Cast):
    event = gathering(cast, days=HELD)
    Attendance.objects.create(event=event, person=cast.person("protected_member"), state=State.YES)
    assert missed_at(cast.organiser, event) == []


def test_whom_somebody_kept_safe_asked_falls_to_whoever_gives_the_calls_out(cast: Cast):
    """As nobody's, once: else a call that nobody seems to make would tell of her."""
    event = gathering(cast, days=HELD)
    stands(cast, event, "Ann A", State.YES, cast.person("protected_member"))
    for _twice in range(2):
        give_out_calls(event=event, at=NOW, by=cast.organiser)
    assert NextStep.objects.get().owner == cast.person("organiser")


def test_who_rings_them_and_that_it_happened(cast: Cast):
    event = gathering(cast, days=HELD)
    stands(cast, event, "Ann A", State.YES, cast.person("leader"))
    give_out_calls(event=event, at=NOW, by=cast.organiser)
    assert [(one.caller, one.is_rung) for one in missed_at(cast.leader, event)] == [("Bethan Griffiths", False)]
    settle_step(step=NextStep.objects.get(), outcome="happened", on=TODAY, by=cast.leader)
    assert [one.is_rung for one in missed_at(cast.leader, event)] == [True]
