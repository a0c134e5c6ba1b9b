"""Putting many on the list of an event: those of its group who are not on it yet, the others told by reason."""

from typing import Any

from m4c.events.asking_people import AskManyForm
from m4c.events.models import Attendance, Event
from m4c.events.operations.attendance import record_attendance
from m4c.events.operations.event import call_off_event
from m4c.people.list_permissions import CHANGE_MANY
from m4c.people.models import PeopleChange
from m4c.people.operations.people_change import Meant, begin_change
from m4c.people.operations.protection import keep_safe
from tests.cast import Cast
from tests.factories import NOW, gathering, somebody


def asked(cast: Cast, event: Event, people: Any, persona: str = "national_organiser") -> PeopleChange:
    by = cast.fresh(persona)
    values = {"event": str(event.uid), "state": "asked"}
    meant = Meant("event", values, picked=[str(person.uid) for person in people])
    return begin_change(groups=by.groups_for(CHANGE_MANY), meant=meant, by=by, at=NOW)


def test_who_is_asked_and_who_is_left_as_they_stand(cast: Cast) -> None:
    event, amal, bet = gathering(cast, days=60), somebody(cast), somebody(cast, "Bet Yusuf")
    outside = somebody(cast, "Cai Yusuf", group=cast.swansea)
    record_attendance(event=event, person=bet, state=Attendance.State.YES, by=cast.operator)
    done = asked(cast, event, [amal, bet, outside])
    states = dict(Attendance.objects.filter(event=event).values_list("person", "state"))
    assert states == {amal.pk: "asked", bet.pk: "yes"}
    assert done.refused == [
        [str(bet.uid), "They are on the list of this event already: yes."],
        [str(outside.uid), "They do not belong to Cardiff, whose event it is."],
    ]


def test_nobody_kept_safe_is_asked(cast: Cast) -> None:
    event, amal = gathering(cast, days=60), somebody(cast)
    keep_safe(person=amal, by=cast.organiser, at=NOW)
    asked(cast, event, [amal], "organiser")
    assert not Attendance.objects.filter(event=event).exists()


def test_events_to_come_where_one_records_attendance_are_offered(cast: Cast) -> None:
    coming = gathering(cast, days=60, title="The assembly")
    gathering(cast, days=-60)
    gathering(cast, cast.manchester, days=60)
    cancelled = gathering(cast, days=61)
    call_off_event(event=cancelled, at=NOW, by=cast.operator)
    form = AskManyForm(cast.fresh("organiser"), None)
    assert list(form.fields["event"].queryset) == [coming]  # type: ignore[attr-defined]
