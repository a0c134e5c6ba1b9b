"""Who sees who came: organisers, oneself, and whoever brought them; never of somebody kept safe."""

from m4c.events.models import Attendance
from m4c.events.operations.attendance import record_attendance
from tests.cast import Cast
from tests.factories import gathering, seers, somebody


def test_who_sees_it(cast: Cast) -> None:
    bethan = cast.person("leader")
    attendance = record_attendance(event=gathering(cast), person=somebody(cast), brought_by=bethan, by=cast.operator)
    assert seers(cast, attendance) == {"leader", "organiser", "national_organiser", "data_protection"}


def test_a_leader_who_brought_nobody_sees_only_themselves(cast: Cast) -> None:
    event = gathering(cast)
    own = record_attendance(event=event, person=cast.person("leader"), by=cast.operator)
    record_attendance(event=event, person=somebody(cast), by=cast.operator)
    assert list(Attendance.objects.visible_to(cast.leader)) == [own]


def test_that_of_somebody_kept_safe_is_seen_by_her_and_her_contact_who_brought_her(cast: Cast) -> None:
    hana, bethan = cast.person("protected_member"), cast.person("leader")
    attendance = record_attendance(event=gathering(cast), person=hana, brought_by=bethan, by=cast.operator)
    assert seers(cast, attendance) == {"protected_member", "leader"}


def test_a_list_by_name_goes_on_from_each_row(cast: Cast) -> None:
    event = gathering(cast)
    for name in ("Bob Hughes", "Amal Yusuf", "Amal Hughes"):
        record_attendance(event=event, person=somebody(cast, name), by=cast.organiser)
    rows = list(Attendance.objects.by_name().select_related("person"))
    assert [row.person.name for row in rows] == ["Amal Hughes", "Bob Hughes", "Amal Yusuf"]
    assert list(Attendance.objects.by_name().after(rows[0])) == rows[1:]
    assert list(Attendance.objects.by_name().before(rows[2])) == rows[:2]
