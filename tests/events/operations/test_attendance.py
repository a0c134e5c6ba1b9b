"""Who came and who brought them: one row for each person, right at the second try, and never a leak."""

from datetime import date

import pytest

from m4c.core.errors import NotAllowed
from m4c.core.models import AuditEntry
from m4c.events.models import Attendance
from m4c.events.operations.attendance import (
    AttendanceRefused,
    Came,
    record_attendance,
    record_attendances,
    remove_attendance,
)
from m4c.events.operations.event import call_off_event
from m4c.people.ledger import rebuild
from m4c.people.models import Engagement, Membership, Person
from m4c.people.operations.must_see import Unseen
from m4c.people.operations.person import NewPerson, PersonRefused
from tests.cast import Cast
from tests.factories import NOW, gathering, somebody

CAME, NO, WALK_IN = Attendance.State.CAME, Attendance.State.NO, Attendance.State.WALK_IN


def kinds(person: Person) -> list[str]:
    return sorted(Engagement.objects.filter(person=person).values_list("kind", flat=True))


def test_somebody_came_and_belongs_to_the_group(cast: Cast) -> None:
    event, amal = gathering(cast), somebody(cast, group=cast.swansea)
    attendance = record_attendance(event=event, person=amal, by=cast.operator)

    assert (attendance.state, kinds(amal)) == (CAME, ["came"])
    assert Membership.objects.filter(person=amal, group=cast.cardiff, ended_on=None).count() == 1


def test_who_belongs_below_does_not_join_above(cast: Cast) -> None:
    amal = somebody(cast, group=cast.st_mellons)
    record_attendance(event=gathering(cast), person=amal, by=cast.organiser)
    assert list(Membership.objects.filter(person=amal).values_list("group", flat=True)) == [cast.st_mellons.pk]


def test_recorded_again_it_is_corrected(cast: Cast) -> None:
    event, amal, bob = gathering(cast), somebody(cast), somebody(cast, "Bob Hughes")
    first = record_attendance(event=event, person=amal, brought_by=cast.person("leader"), by=cast.organiser)
    second = record_attendance(event=event, person=amal, brought_by=bob, by=cast.organiser)

    assert (second.pk, second.brought_by) == (first.pk, bob)
    assert (kinds(bob), Engagement.objects.get(person=amal).leader) == (["brought"], bob)
    assert Engagement.objects.filter(person=cast.person("leader"), kind="brought").count() == 0

    record_attendance(event=event, person=amal, state=NO, by=cast.organiser)
    assert (kinds(amal), kinds(bob)) == ([], [])


def test_who_brought_somebody_is_no_name_in_the_audit_entry(cast: Cast) -> None:
    event, amal, bob = gathering(cast), somebody(cast), somebody(cast, "Bob Hughes")
    record_attendance(event=event, person=amal, by=cast.organiser)
    record_attendance(event=event, person=amal, brought_by=bob, by=cast.organiser)

    entry = AuditEntry.objects.filter(operation="events.record_attendance").latest("pk")
    assert entry.changes == {"brought_by": ["None", str(bob.pk)]}


def test_nobody_brings_themselves(cast: Cast) -> None:
    amal = somebody(cast)
    with pytest.raises(AttendanceRefused) as refused:
        record_attendance(event=gathering(cast), person=amal, brought_by=amal, by=cast.organiser)
    assert refused.value.field == "brought_by"


def test_nobody_comes_to_what_was_called_off(cast: Cast) -> None:
    event, amal = gathering(cast), somebody(cast)
    call_off_event(event=event, at=NOW, by=cast.leader)
    with pytest.raises(AttendanceRefused, match="called off"):
        record_attendance(event=event, person=amal, by=cast.organiser)
    with pytest.raises(AttendanceRefused, match="called off"):
        record_attendances(event=event, rows=[Came(amal)], by=cast.organiser)


@pytest.mark.parametrize("persona", ["member", "leader_elsewhere", "organiser_elsewhere", "editor", "treasurer"])
def test_others_record_nothing_here(cast: Cast, persona: str) -> None:
    with pytest.raises(NotAllowed):
        record_attendance(event=gathering(cast), person=somebody(cast), by=getattr(cast, persona))


def test_a_walk_in_becomes_a_person_whom_the_leader_met(cast: Cast) -> None:
    new = NewPerson("Kit", "Okafor", phones=["+447700900321"])
    attendance = record_attendance(event=gathering(cast), person=new, by=cast.leader)

    kit = attendance.person
    assert (kit.name, kit.met_on, kit.met_by, attendance.state) == (
        "Kit Okafor",
        date(2026, 10, 5),
        cast.person("leader"),
        WALK_IN,
    )
    assert Person.objects.visible_to(cast.fresh("leader")).filter(pk=kit.pk).exists()


def test_somebody_new_who_says_yes_is_no_walk_in(cast: Cast) -> None:
    new = NewPerson("Kit", "Okafor")
    yes = Attendance.State.YES
    assert record_attendance(event=gathering(cast, days=3), person=new, state=yes, by=cast.organiser).state == yes


def test_a_walk_in_needs_a_name_and_leaves_nothing_without(cast: Cast) -> None:
    event = gathering(cast)
    with pytest.raises(PersonRefused):
        record_attendance(event=event, person=NewPerson(phones=["+447700900321"]), by=cast.organiser)
    assert Attendance.objects.filter(event=event).count() == 0


def test_many_are_written_in_their_order_and_once_each(cast: Cast) -> None:
    event, amal, bob = gathering(cast), somebody(cast), somebody(cast, "Bob Hughes")
    rows = [Came(bob), Came(amal, brought_by=bob), Came(bob, NO)]
    written = record_attendances(event=event, rows=rows, by=cast.organiser)

    assert [attendance.person for attendance in written] == [bob, amal, bob]
    assert Attendance.objects.filter(event=event).count() == 2
    assert (kinds(bob), kinds(amal)) == (["brought", "came"], ["came"])


def test_many_cost_the_same_as_few(cast: Cast, django_assert_num_queries) -> None:
    event = gathering(cast)
    people = [somebody(cast, f"Person{number} Example") for number in range(6)]
    record_attendances(
        event=event, rows=[Came(somebody(cast))], by=cast.organiser
    )  # what an account holds is read once
    for rows in ([Came(people[0])], [Came(person) for person in people[1:]]):
        with django_assert_num_queries(10):
            record_attendances(event=event, rows=rows, by=cast.organiser)


def test_many_corrected_cost_the_same_as_few(cast: Cast, django_assert_num_queries) -> None:
    event, bob = gathering(cast), somebody(cast, "Bob Hughes")
    people = [somebody(cast, f"Person{number} Example") for number in range(6)]
    record_attendances(event=event, rows=[Came(person, NO) for person in people], by=cast.organiser)
    for few, queries in ((people[:1], 11), (people[1:], 11)):
        with django_assert_num_queries(queries):
            record_attendances(event=event, rows=[Came(person, brought_by=bob) for person in few], by=cast.organiser)
    written = Attendance.objects.filter(event=event).values_list("state", "brought_by")
    assert set(written) == {(Attendance.State.CAME, bob.pk)}
    entry = AuditEntry.objects.filter(operation="events.record_attendances").latest("pk")
    assert entry.changes["brought_by"] == ["None", str(bob.pk)]


def test_many_recorded_again_keep_who_brought_them(cast: Cast) -> None:
    event, amal, bob = gathering(cast), somebody(cast), somebody(cast, "Bob Hughes")
    record_attendances(event=event, rows=[Came(amal, brought_by=bob)], by=cast.organiser)
    record_attendances(event=event, rows=[Came(amal, brought_by=cast.person("leader"))], by=cast.organiser)
    assert Attendance.objects.get(person=amal).brought_by == bob


def test_a_slip_is_removed_with_its_ledger_rows(cast: Cast) -> None:
    event, amal, bob = gathering(cast), somebody(cast), somebody(cast, "Bob Hughes")
    attendance = record_attendance(event=event, person=amal, brought_by=bob, by=cast.organiser)
    remove_attendance(attendance=attendance, by=cast.leader)

    assert (Attendance.objects.filter(event=event).count(), kinds(amal), kinds(bob)) == (0, [], [])


def test_a_rebuild_of_the_ledger_changes_nothing(cast: Cast) -> None:
    event, amal, bob = gathering(cast), somebody(cast), somebody(cast, "Bob Hughes")
    record_attendances(event=event, rows=[Came(amal, brought_by=bob), Came(bob, NO)], by=cast.organiser)
    assert rebuild() == {"added": 0, "changed": 0, "withdrawn": 0}


def test_whom_one_cannot_see_is_not_named(cast: Cast) -> None:
    """Else an organiser would come to see anybody by writing that they came, or that they brought somebody."""
    event, amal = gathering(cast), somebody(cast)
    for unseen in (cast.person("leader_elsewhere"), cast.person("protected_member")):
        with pytest.raises(Unseen, match="whom you may see"):
            record_attendance(event=event, person=unseen, by=cast.organiser)
        with pytest.raises(Unseen, match="whom you may see"):
            record_attendance(event=event, person=amal, brought_by=unseen, by=cast.organiser)
        with pytest.raises(Unseen, match="whom you may see"):
            record_attendances(event=event, rows=[Came(amal), Came(unseen)], by=cast.organiser)
    assert Attendance.objects.count() == 0
