"""An event's timeline: what happened with it by day, in numbers, as far as one may see."""

from datetime import date, timedelta

from django.urls import reverse
from django.utils import timezone

from m4c.events.event_timeline import event_timeline
from m4c.events.models import Attendance, Event
from m4c.events.operations.attendance import record_attendance
from m4c.events.operations.event import call_off_event, count_heads
from m4c.leaders.operations.pledge import NewPledge, record_pledge
from m4c.listening.operations.house_meeting import NewHouseMeeting, hold_house_meeting, record_house_meeting
from m4c.people.models import Account
from tests.cast import Cast
from tests.factories import gathering, queries_of, signed_in, somebody, training, words_of

TODAY = date(2026, 10, 5)


def told(account: Account, event: Event) -> list[str]:
    """The sentences, the newest first."""
    shown = Event.objects.visible_to(account).with_turnout(account).select_related("group").get(pk=event.pk)
    return [entry.sentence for entry in event_timeline(account, shown)]


def ahead(cast: Cast, days: int = 3) -> Event:
    return gathering(cast, starts_at=timezone.now() + timedelta(days=days))


def test_a_meeting_ahead_says_since_when_it_stands_and_how_many_were_asked(cast: Cast) -> None:
    event = ahead(cast)
    for name in ("Ann One", "Bob Two"):
        record_attendance(event=event, person=somebody(cast, name), state=Attendance.State.ASKED, by=cast.organiser)
    assert told(cast.organiser, event) == ["2 people asked or down to come", "Put in the calendar"]


def test_what_was_says_how_many_came_and_who_counted(cast: Cast) -> None:
    event = ahead(cast, -1)
    record_attendance(event=event, person=somebody(cast), by=cast.organiser)
    count_heads(event=event, number=40, how="estimated", by=cast.organiser)
    assert sorted(told(cast.organiser, event)) == [
        "1 person written down",
        "Estimated: 40 there",
        "Took place: 1 person came",
        "Written up",
    ]


def test_called_off_is_the_last_thing_said(cast: Cast) -> None:
    event = ahead(cast)
    call_off_event(event=event, at=timezone.now(), by=cast.organiser)
    assert told(cast.organiser, event) == ["Called off", "Put in the calendar"]


def test_days_of_lists_are_told_to_those_who_see_who_came(cast: Cast) -> None:
    event = ahead(cast)
    record_attendance(event=event, person=cast.person("member"), state=Attendance.State.YES, by=cast.organiser)
    assert told(cast.member, event) == ["Put in the calendar"]


def test_somebody_kept_safe_is_in_no_number(cast: Cast) -> None:
    event = ahead(cast, -1)
    record_attendance(event=event, person=cast.person("protected_member"), by=cast.operator)
    assert sorted(told(cast.organiser, event)) == ["Took place", "Written up"]


def test_a_session_says_what_was_pledged_there_to_those_who_may_know(cast: Cast) -> None:
    session = training(cast)
    for name in ("Ann One", "Bob Two"):
        record_pledge(
            group=cast.cardiff,
            session=session,
            made_on=TODAY,
            pledge=NewPledge(person=somebody(cast, name), kind="one_to_one", number=5),
            by=cast.organiser,
        )
    assert "Pledged there: 10 conversations, by 2 people" in told(cast.organiser, session.event)
    assert not any("Pledged" in sentence for sentence in told(cast.member, session.event))


def test_a_house_meeting_says_when_it_was_held_and_leads_there(cast: Cast) -> None:
    new = NewHouseMeeting(host=cast.person("leader"), day=TODAY)
    meeting = record_house_meeting(group=cast.cardiff, new=new, by=cast.organiser)
    hold_house_meeting(meeting=meeting, on=TODAY, people_attending=6, by=cast.organiser)
    address = reverse("event", kwargs={"uid": meeting.event.uid})
    text = words_of(signed_in(cast, "organiser").get(address))
    assert "The house meeting was held" in text
    assert reverse("house-meeting", kwargs={"uid": meeting.uid}) in text


def test_many_cost_no_more_queries_than_one(cast: Cast) -> None:
    event = ahead(cast, -1)
    client, address = signed_in(cast, "organiser"), reverse("event", kwargs={"uid": event.uid})
    record_attendance(event=event, person=somebody(cast), by=cast.organiser)
    one = queries_of(client, address)
    record_attendance(event=event, person=somebody(cast, "Bob Two"), by=cast.organiser)
    count_heads(event=event, number=40, by=cast.organiser)
    count_heads(event=event, number=50, said_by="The Echo", by=cast.organiser)
    assert queries_of(client, address) == one <= 28
