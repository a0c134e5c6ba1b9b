"""What waited on a device goes in together, and what was a slip is undone."""

from datetime import timedelta
from uuid import UUID

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from m4c.core.errors import NotAllowed
from m4c.core.models.record import new_uid
from m4c.events.door.taps import TakenBack
from m4c.events.models import Arrival, Attendance
from m4c.events.operations.arriving import ArrivalRefused
from m4c.events.operations.attendance import record_attendance
from m4c.events.operations.door import arrive, arrive_many, undo_arrival
from m4c.people.models import Engagement, PersonPhone
from tests.events.taps import LATER, listed, new, said, tap
from tests.factories import NOW, gathering

State = Attendance.State


@pytest.fixture
def event(cast):
    return gathering(cast)


def test_many_that_waited_go_in_together_in_the_order_in_which_they_came(cast, event):
    one, two = listed(cast, event), listed(cast, event, "Kofi Owusu")
    walked = new("Mair Pugh", 3, brought_by=two.uid)
    sent = [tap(one, 9, door="Side"), tap(two, 1), walked, tap(one, 2, door="Main"), tap(new_uid(), 4)]

    taken = arrive_many(event=event, sent=sent, at=LATER, by=cast.leader)

    by_uid = {heard.uid: heard.said for heard in taken.heard}
    assert [by_uid[each.uid] for each in sent] == ["again", "in", "in", "in", "refused"]
    assert Attendance.objects.get(uid=walked.attendance).brought_by_id == two.person_id


def test_many_take_as_many_statements_as_few(cast, event):
    rows = [listed(cast, event, f"Amal Yusuf{letter}") for letter in "abcdefgh"]
    counts = []
    for some in (rows[:2], rows[2:]):
        account = cast.fresh("leader")
        with CaptureQueriesContext(connection) as queries:
            arrive_many(event=event, sent=[tap(row) for row in some], at=LATER, by=account)
        counts.append(len(queries))
    assert counts[0] == counts[1]


def test_more_than_five_hundred_are_refused(cast, event):
    with pytest.raises(ArrivalRefused):
        arrive_many(event=event, sent=[new("Mair Pugh")] * 501, at=LATER, by=cast.leader)


def test_undo_puts_somebody_back_where_they_stood(cast, event):
    row = listed(cast, event, state=State.CONFIRMED)
    arrive(event=event, tap=tap(row), at=LATER, by=cast.leader)

    undo_arrival(event=event, attendance=row.uid, at=LATER, by=cast.leader)

    row.refresh_from_db()
    assert (row.state, Arrival.objects.get().undone_at) == (State.CONFIRMED, LATER)
    assert not Engagement.objects.filter(source_type="events.attendance", source_id=row.pk).exists()


def test_who_walked_in_by_a_slip_stays_on_the_list(cast, event):
    walked = new("Mair Pugh")
    arrive(event=event, tap=walked, at=LATER, by=cast.leader)

    undo_arrival(event=event, attendance=walked.attendance, at=LATER, by=cast.leader)

    assert Attendance.objects.get().state == State.LISTED


def test_a_tap_after_the_undo_counts_again(cast, event):
    row = listed(cast, event)
    sent = [tap(row), TakenBack(new_uid(), NOW + timedelta(seconds=5), row.uid), tap(row, 9)]

    taken = arrive_many(event=event, sent=sent, at=LATER, by=cast.leader)

    row.refresh_from_db()
    assert (row.state, said(taken)) == (State.CAME, ["in", "again", "back"])
    undo_arrival(event=event, attendance=row.uid, at=LATER, by=cast.leader)
    row.refresh_from_db()
    assert row.state == State.YES


def test_what_was_recorded_elsewhere_is_not_undone_by_a_tap_that_came_later(cast, event):
    row = listed(cast, event, state=State.CAME)
    arrive(event=event, tap=tap(row), at=LATER, by=cast.leader)

    undo_arrival(event=event, attendance=row.uid, at=LATER, by=cast.leader)

    row.refresh_from_db()
    assert row.state == State.CAME


def test_undo_of_somebody_who_is_not_on_the_list_is_refused(cast, event):
    with pytest.raises(ArrivalRefused):
        undo_arrival(event=event, attendance=UUID(int=7), at=LATER, by=cast.leader)


def test_undo_asks_for_the_right(cast, event):
    with pytest.raises(NotAllowed):
        undo_arrival(event=event, attendance=listed(cast, event).uid, at=LATER, by=cast.member)


def test_somebody_kept_safe_since_a_phone_took_the_list_is_let_in_without_a_word(cast, event):
    row = record_attendance(event=event, person=cast.person("protected_member"), state=State.YES, by=cast.operator)

    taken = arrive_many(event=event, sent=[tap(row)], at=LATER, by=cast.organiser)

    row.refresh_from_db()
    assert (said(taken), row.state) == (["in"], State.CAME)
    assert not Attendance.objects.visible_to(cast.organiser).filter(pk=row.pk).exists()


def test_somebody_kept_safe_who_walks_in_is_answered_like_somebody_new(cast, event):
    """Whether she is expected or in already: whoever types her name and number learns neither."""
    safe = cast.person("protected_member")
    PersonPhone.objects.create(person=safe, number="+447700900188")
    row = record_attendance(event=event, person=safe, state=State.CAME, by=cast.operator)
    walks = new(safe.name, phone="+447700900188")

    for _again in range(2):
        heard = arrive_many(event=event, sent=[walks], at=LATER, by=cast.organiser).heard
        assert [(one.said, one.attendance) for one in heard] == [("in", walks.attendance)]
    assert (Attendance.objects.get(), Arrival.objects.get().attendance) == (row, row)
