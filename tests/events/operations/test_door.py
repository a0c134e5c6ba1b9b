"""The door: who comes in first counts, the same tap twice is one, and what was a slip is undone."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from m4c.core.models import AuditEntry
from m4c.core.models.record import new_uid
from m4c.events.models import Arrival, Attendance
from m4c.events.operations.arriving import ArrivalRefused
from m4c.events.operations.attendance import AttendanceRefused, record_attendance
from m4c.events.operations.door import arrive, arrive_many
from m4c.events.operations.event import call_off_event
from m4c.people import ledger
from m4c.people.models import Engagement, Membership, Person
from tests.events.taps import LATER, listed, new, said, tap
from tests.factories import NOW, doers, gathering, somebody

State = Attendance.State


@pytest.fixture
def event(cast):
    return gathering(cast)


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

    with pytest.raises(ArrivalRefused, match=r"^That record cannot be written\.$"):
        arrive(event=event, tap=tap(other, uid=once.uid), at=LATER, by=cast.leader)

    other.refresh_from_db()
    assert other.state == State.YES


def test_the_same_uid_at_another_event_is_refused(cast, event):
    once, elsewhere = tap(listed(cast, event)), gathering(cast, days=1)
    arrive(event=event, tap=once, at=LATER, by=cast.leader)

    with pytest.raises(ArrivalRefused, match=r"^That record cannot be written\.$"):
        arrive(event=elsewhere, tap=once, at=LATER, by=cast.leader)


@pytest.mark.parametrize("whose", ["nobody's", "another event's"])
def test_who_is_not_on_the_list_is_refused_with_the_same_sentence(cast, event, whose):
    elsewhere = listed(cast, gathering(cast, days=1)).uid if whose == "another event's" else new_uid()

    with pytest.raises(ArrivalRefused, match=r"^That record cannot be written\.$"):
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
    with pytest.raises(ArrivalRefused, match=r"^Give a name\.$"):
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

    # Roles, the group of the event; where they stand; state, ledger, arrival; audit entry.
    assert counts == [7, 7, 7]
