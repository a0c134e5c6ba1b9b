"""What comes after an event, on its page and on the event's own."""

from django.urls import reverse

from m4c.events.models import Attendance, Event
from m4c.events.operations.attendance import record_attendance
from m4c.events.operations.event import count_heads
from m4c.people.models import NextStep, Person, Welcome
from tests.cast import Cast
from tests.factories import gathering, queries_of, signed_in, somebody, words_of

HELD = -400  # days: long past, whatever day the tests run on
State = Attendance.State


def address(name: str, event: Event) -> str:
    """A page of what comes after an event."""
    return reverse(name, kwargs={"uid": event.uid})


def at(cast: Cast, event: Event, name: str, state: str = State.CAME, by: Person | None = None) -> Attendance:
    """Somebody at an event, brought or asked by somebody."""
    attendance = record_attendance(
        event=event, person=somebody(cast, name), state=state, brought_by=by, by=cast.operator
    )
    Attendance.objects.filter(pk=attendance.pk).update(asked_by=by)
    return attendance


def lived(cast: Cast) -> Event:
    """An event that is over: the leader brought one who brought another, and missed one."""
    event, leader = gathering(cast, days=HELD), cast.person("leader")
    record_attendance(event=event, person=leader, by=cast.operator)
    first = at(cast, event, "Ann Arber", by=leader)
    at(cast, event, "Bob Birch", State.WALK_IN, first.person)
    at(cast, event, "Cat Cedar", State.YES, leader)
    at(cast, event, "Dan Dogwood", State.YES)
    count_heads(event=event, number=31, how="counted", by=cast.operator)
    count_heads(event=event, number=40, how="reported", said_by="the Echo", by=cast.operator)
    return event


def test_an_organiser_sees_all_of_it_and_gives_out_both(cast: Cast) -> None:
    event, client = lived(cast), signed_in(cast, "organiser")
    text = words_of(client.get(address("afterwards", event)))
    for told in ("Ann Arber", "Bob Birch", "Cat Cedar", "Dan Dogwood", "the Echo", "31", "Give the call"):
        assert told in text
    client.post(address("give-out-calls", event))
    client.post(address("give-welcomers", event))
    assert {step.person.name for step in NextStep.objects.all()} == {"Cat Cedar", "Dan Dogwood"}
    assert {welcome.person.name for welcome in Welcome.objects.all()} >= {"Ann Arber", "Bob Birch"}
    text = words_of(client.get(address("afterwards", event)))
    assert "Bethan Griffiths rings by" in text
    assert "Give a welcomer" not in text


def test_one_button_is_about_one_person(cast: Cast) -> None:
    event, client = lived(cast), signed_in(cast, "organiser")
    cat = Attendance.objects.get(event=event, person__given_name="Cat")
    client.post(address("give-out-calls", event), {"attendance": str(cat.uid)})
    assert [step.person for step in NextStep.objects.all()] == [cat.person]
    assert client.post(address("give-out-calls", event), {"attendance": "Cat"}).status_code == 404


def test_a_leader_sees_whom_they_asked_and_brought(cast: Cast) -> None:
    text = words_of(signed_in(cast, "leader").get(address("afterwards", lived(cast))))
    assert ("Ann Arber" in text, "Cat Cedar" in text, "Dan Dogwood" in text) == (True, True, False)
    assert "Bob Birch" not in text


def test_a_member_sees_how_many_were_there_and_nobody(cast: Cast) -> None:
    text = words_of(signed_in(cast, "member").get(address("afterwards", lived(cast))))
    assert "the Echo" in text
    assert not any(name in text for name in ("Ann Arber", "Cat Cedar", "Bethan Griffiths"))


def test_there_is_no_afterwards_before_it_is_over(cast: Cast) -> None:
    event, client = gathering(cast, days=9_999), signed_in(cast, "organiser")
    assert client.get(address("afterwards", event)).status_code == 404
    assert address("afterwards", event) not in words_of(client.get(address("event", event)))


def test_the_events_page_says_what_waits(cast: Cast) -> None:
    event, client = lived(cast), signed_in(cast, "organiser")
    text = words_of(client.get(address("event", event)))
    assert address("afterwards", event) in text
    assert "2 people said yes and did not come, and nobody rings them yet." in text
    assert address("afterwards", event) not in words_of(signed_in(cast, "member").get(address("event", event)))


def test_nonsense_for_a_page_is_the_first(cast: Cast) -> None:
    event, client = lived(cast), signed_in(cast, "organiser")
    assert "Ann Arber" in words_of(client.get(address("afterwards", event) + "?page=²"))


def test_the_page_costs_the_same_whatever_its_length(cast: Cast) -> None:
    event, client = lived(cast), signed_in(cast, "organiser")
    queries_of(client, address("afterwards", event))
    few = queries_of(client, address("afterwards", event))
    by = cast.person("leader")
    for number in range(3):
        at(cast, event, f"New {number}", by=by)
        at(cast, event, f"Missed {number}", State.YES, by)
    assert queries_of(client, address("afterwards", event)) == few <= 30
