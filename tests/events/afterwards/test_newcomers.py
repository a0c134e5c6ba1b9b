"""Who came for the first time, and who welcomes them."""

from m4c.events.afterwards.newcomers import newcomers_at
from m4c.events.operations.afterwards import give_welcomers
from m4c.events.operations.attendance import record_attendance
from m4c.people.models import Welcome
from m4c.people.operations.welcome import mark_welcomed
from tests.cast import Cast
from tests.factories import NOW, gathering, somebody

HELD = -400


def test_whoever_was_at_something_before_is_not_new(cast: Cast):
    before, event = gathering(cast, days=HELD - 7), gathering(cast, days=HELD)
    known, new = somebody(cast, "Ann A"), somebody(cast, "Bob B")
    record_attendance(event=before, person=known, by=cast.operator)
    record_attendance(event=before, person=new, state="yes", by=cast.operator)
    for person in (known, new):
        record_attendance(event=event, person=person, by=cast.operator)
    record_attendance(event=event, person=somebody(cast, "Cat C"), state="no", by=cast.operator)
    record_attendance(event=event, person=cast.person("leader"), by=cast.operator)
    assert [(one.attendance.person, one.waits) for one in newcomers_at(cast.organiser, event)] == [(new, True)]
    assert newcomers_at(cast.member, event) == []


def test_who_welcomes_them_and_that_it_was_done(cast: Cast):
    event = gathering(cast, days=HELD)
    record_attendance(event=event, person=somebody(cast), by=cast.operator)
    give_welcomers(event=event, at=NOW, by=cast.organiser)
    assert [(one.welcomer, one.waits, one.is_own) for one in newcomers_at(cast.organiser, event)] == [
        ("Bethan Griffiths", False, False)
    ]
    mark_welcomed(welcome=Welcome.objects.get(), at=NOW, by=cast.leader)
    assert [one.is_own for one in newcomers_at(cast.organiser, event)] == [False]


def test_whoever_is_kept_safe_is_named_to_nobody(cast: Cast):
    event = gathering(cast, days=HELD)
    record_attendance(event=event, person=cast.person("protected_member"), by=cast.operator)
    assert newcomers_at(cast.organiser, event) == []
