"""The door: who comes in first counts, the same tap twice is one, and what was a slip is undone."""

from datetime import timedelta
from uuid import UUID

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from m4c.core.errors import NotAllowed
from m4c.core.models import AuditEntry
from m4c.core.models.record import new_uid
from m4c.events.door.taps import TakenBack, Tap
from m4c.events.models import Arrival, Attendance
from m4c.events.operations.arriving import ArrivalRefused
from m4c.events.operations.attendance import AttendanceRefused, record_attendance
from m4c.events.operations.door import arrive, arrive_many, undo_arrival
from m4c.events.operations.event import call_off_event
from m4c.people import ledger
from m4c.people.models import Engagement, Membership, Person
from tests.factories import NOW, doers, gathering, somebody

State = Attendance.State


@pytest.fixture
def event(cast):
    return gathering(cast)


def listed(cast, event, name="Amal Yusuf", state=State.YES, **more):
    person = somebody(cast, name)
    return record_attendance(event=event, person=person, state=state, by=cast.operator, **more)


def tap(attendance, after=0, uid=None, **more):
    """A tap on somebody of the list, so many seconds after NOW."""
    at = NOW + timedelta(seconds=after)
    return Tap(uid or new_uid(), at, getattr(attendance, "uid", attendance), **more)


def new(name, after=0, **more):
    """A tap that adds somebody."""
    return tap(new_uid(), after, name=name, **more)


def said(taken):
    return [heard.said for heard in taken.heard]


LATER = NOW + timedelta(hours=1)


def test_arrive_lets_somebody_in(cast, event):
    row = listed(cast, event)

    taken = arrive(event=event, tap=tap(row, door="Main"), at=LATER, by=cast.leader)

    row.refresh_from_db()
    arrival = Arrival.objects.get()
    assert (said(taken), row.state) == (["in"], State.CAME)
    assert (arrival.attendance, arrival.arrived_at, arrival.heard_at) == (row, NOW, LATER)
    assert (arrival.by, arrival.host_link, arrival.door, arrival.state_before) == (cast.leader, None, "Main", State.YES)


def test_arrive_writes_the_ledger_and_the_audit_entry_with_it(cast, event):
    row = listed(cast, event, brought_by=cast.person("leader"))
    before = AuditEntry.objects.count()

    arrive(event=event, tap=tap(row), at=LATER, by=cast.leader)

    kinds = Engagement.objects.filter(source_type="events.attendance", source_id=row.pk).values_list("kind", flat=True)
    entry = AuditEntry.objects.order_by("pk").last()
    assert sorted(kinds) == ["brought", "came"]
    assert AuditEntry.objects.count() == before + 1
    assert (entry.operation, entry.by, entry.changes) == ("events.arrive", cast.leader, {"state": None})
    assert set(ledger.rebuild().values()) == {0}


def test_the_same_tap_twice_is_one(cast, event):
    once = tap(listed(cast, event))

    answers = [said(arrive(event=event, tap=once, at=LATER, by=cast.leader)) for _twice in range(2)]

    assert (answers, Arrival.objects.count()) == ([["in"], ["in"]], 1)


def test_the_same_uid_with_somebody_else_is_refused(cast, event):
    once, other = tap(listed(cast, event)), listed(cast, event, "Kofi Owusu")
    arrive(event=event, tap=once, at=LATER, by=cast.leader)

    with pytest.raises(ArrivalRefused, match="^That record cannot be written.$"):
        arrive(event=event, tap=tap(other, uid=once.uid), at=LATER, by=cast.leader)

    other.refresh_from_db()
    assert other.state == State.YES


def test_the_same_uid_at_another_event_is_refused(cast, event):
    once, elsewhere = tap(listed(cast, event)), gathering(cast, days=1)
    arrive(event=event, tap=once, at=LATER, by=cast.leader)

    with pytest.raises(ArrivalRefused, match="^That record cannot be written.$"):
        arrive(event=elsewhere, tap=once, at=LATER, by=cast.leader)


@pytest.mark.parametrize("whose", ["nobody's", "another event's"])
def test_who_is_not_on_the_list_is_refused_with_the_same_sentence(cast, event, whose):
    elsewhere = listed(cast, gathering(cast, days=1)).uid if whose == "another event's" else new_uid()

    with pytest.raises(ArrivalRefused, match="^That record cannot be written.$"):
        arrive(event=event, tap=tap(elsewhere), at=LATER, by=cast.leader)


def test_the_first_tap_counts_and_the_second_is_noted(cast, event):
    row = listed(cast, event)

    first = arrive(event=event, tap=tap(row, door="Main"), at=LATER, by=cast.leader)
    second = arrive(event=event, tap=tap(row, 5, door="Side"), at=LATER, by=cast.organiser)

    assert (said(first), said(second)) == (["in"], ["again"])
    assert list(Arrival.objects.values_list("door", "state_before")) == [("Main", "yes"), ("Side", "came")]
    assert Engagement.objects.filter(source_id=row.pk, kind="came").count() == 1


def test_a_device_whose_clock_runs_ahead_tapped_when_it_was_heard(cast, event):
    arrive(event=event, tap=tap(listed(cast, event), after=86_400), at=LATER, by=cast.leader)

    assert Arrival.objects.get().arrived_at == LATER


def test_somebody_new_is_on_record_and_a_walk_in(cast, event):
    bringer = listed(cast, event)
    walked = new("Mair Pugh", brought_by=bringer.uid)

    taken = arrive(event=event, tap=walked, at=LATER, by=cast.leader)

    row = Attendance.objects.get(uid=walked.attendance)
    assert (said(taken), row.state, row.brought_by_id) == (["in"], State.WALK_IN, bringer.person_id)
    assert (row.person.name, row.person.met_by) == ("Mair Pugh", cast.person("leader"))
    assert Membership.objects.filter(person=row.person, group=cast.cardiff).exists()
    assert Engagement.objects.filter(source_id=row.pk, kind="brought", person=bringer.person_id).exists()


def test_somebody_new_sent_twice_is_one(cast, event):
    walked, people = new("Mair Pugh"), Person.objects.count()

    for _twice in range(2):
        arrive(event=event, tap=walked, at=LATER, by=cast.leader)

    assert (Person.objects.count(), Arrival.objects.count()) == (people + 1, 1)


def test_somebody_new_sent_again_by_another_name_is_refused(cast, event):
    walked = new("Mair Pugh")
    arrive(event=event, tap=walked, at=LATER, by=cast.leader)

    with pytest.raises(ArrivalRefused):
        arrive(event=event, tap=tap(walked.attendance, uid=walked.uid, name="Rhys Pugh"), at=LATER, by=cast.leader)


def test_two_new_people_of_one_name_are_two(cast, event):
    people = Person.objects.count()

    arrive_many(event=event, sent=[new("Mair Pugh"), new("Mair Pugh", 1)], at=LATER, by=cast.leader)

    assert Person.objects.count() == people + 2


def test_a_phone_tells_who_is_on_record_already(cast, event):
    known = somebody(cast, "Mair Pugh", phones=["+447700900111"])
    people = Person.objects.count()

    arrive(event=event, tap=new("Mair Pugh", phone="+447700900111"), at=LATER, by=cast.leader)

    assert (Attendance.objects.get().person, Person.objects.count()) == (known, people)


def test_who_walks_in_and_is_on_the_list_already_has_that_place(cast, event):
    known = somebody(cast, "Mair Pugh", phones=["+447700900111"])
    row = record_attendance(event=event, person=known, state=State.YES, by=cast.operator)
    walked = new("Mair Pugh", phone="+447700900111")

    answers = [arrive(event=event, tap=walked, at=LATER, by=cast.leader) for _twice in range(2)]

    row.refresh_from_db()
    assert [taken.heard[0].attendance for taken in answers] == [row.uid, row.uid]
    assert (row.state, Attendance.objects.count()) == (State.CAME, 1)


def test_somebody_new_needs_a_name(cast, event):
    with pytest.raises(ArrivalRefused, match="^Give a name.$"):
        arrive(event=event, tap=new("  "), at=LATER, by=cast.leader)


def test_nobody_comes_to_an_event_that_was_called_off(cast, event):
    row = listed(cast, event)
    call_off_event(event=event, at=NOW, by=cast.organiser)

    with pytest.raises(AttendanceRefused):
        arrive(event=event, tap=tap(row), at=LATER, by=cast.leader)


def test_who_came_belongs_to_the_group(cast, event):
    person = somebody(cast, "Amal Yusuf", group=cast.manchester)
    row = Attendance.objects.create(event=event, person=person, state=State.YES)

    arrive(event=event, tap=tap(row), at=LATER, by=cast.leader)

    assert Membership.objects.filter(person=person, group=cast.cardiff).exists()


def test_who_may_stand_at_the_door(cast, event):
    row = listed(cast, event)

    def lets_in(account):
        arrive(event=event, tap=tap(row), at=LATER, by=account)

    assert doers(lets_in, cast) == {"leader", "organiser", "national_organiser"}


def test_a_tap_costs_few_statements_however_many_are_expected(cast, event, django_assert_num_queries):
    rows = [listed(cast, event, name) for name in ("Amal Yusuf", "Kofi Owusu", "Mair Pugh")]
    counts = []
    for row in rows:
        account = cast.fresh("leader")
        with CaptureQueriesContext(connection) as queries:
            arrive(event=event, tap=tap(row), at=LATER, by=account)
        counts.append(len([query for query in queries if "SAVEPOINT" not in query["sql"]]))

    # Roles, the group of the event; the tap, the list; state, belonging, ledger, arrival; audit entry.
    assert counts == [9, 9, 9]


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
