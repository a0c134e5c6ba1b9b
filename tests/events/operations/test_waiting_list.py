"""Places that came free otherwise than by a link, and the two rights over replies."""

from m4c.core.worker import run_waiting
from m4c.events.models import Attendance, Event, EventLetter, Guest, LetterToSomebody, Reply
from m4c.events.operations.event import call_off_event, edit_event
from m4c.events.operations.reply_forgetting import forget_what_was_for_the_event
from m4c.events.operations.waiting_list import call_up_waiting, with_waiting
from m4c.events.replies import tasks
from tests.cast import Cast
from tests.events.operations.test_reply import EBO, NEST, meeting, reply
from tests.factories import NOW, doers


def full(cast: Cast) -> tuple[Event, Reply]:
    """An event with one place, which Nest has, and Ebo who waits."""
    event = meeting(cast, 1)
    reply(event, NEST)
    return event, reply(event, EBO).reply


def test_a_no_on_the_phone_frees_a_place(cast: Cast):
    event, waiting = full(cast)
    Attendance.objects.filter(person__given_name="Nest").update(state="no")
    assert call_up_waiting(event=event, at=NOW, by=cast.operator) == [waiting]
    waiting.refresh_from_db()
    assert (waiting.waiting_since, LetterToSomebody.objects.filter(kind=EventLetter.Kind.PLACE).count()) == (None, 1)
    assert with_waiting(NOW) == []


def test_a_larger_hall_brings_places_by_itself(cast: Cast, monkeypatch):
    event, waiting = full(cast)
    Event.objects.filter(pk=event.pk).update(capacity=None)
    monkeypatch.setattr("django.utils.timezone.now", lambda: NOW)
    tasks.call_up.enqueue()
    run_waiting()
    waiting.refresh_from_db()
    assert waiting.waiting_since is None


def test_nobody_is_called_up_to_what_does_not_take_place(cast: Cast):
    event, _waiting = full(cast)
    Event.objects.filter(pk=event.pk).update(capacity=9)
    call_off_event(event=event, at=NOW, by=cast.organiser)
    assert (call_up_waiting(event=event, at=NOW, by=cast.operator), with_waiting(NOW)) == ([], [])


def test_organisers_of_the_group_may(cast: Cast):
    event, _waiting = full(cast)
    assert doers(lambda by: call_up_waiting(event=event, at=NOW, by=by), cast) == {"organiser", "national_organiser"}


def test_what_was_good_until_the_event_is_forgotten_a_week_after(cast: Cast):
    over, ahead = meeting(cast), meeting(cast, title="Later")
    for event in (over, ahead):
        reply(event, names=["Idris"], access_needs=["bsl"], words="Late")
    Event.objects.filter(pk=over.pk).update(starts_at=NOW.replace(year=2025))
    forget_what_was_for_the_event(at=NOW, by=cast.operator)
    assert [guest.reply.event for guest in Guest.objects.all()] == [ahead]
    assert [(row.access_needs, row.words) for row in Reply.objects.order_by("pk")] == [([], ""), (["bsl"], "Late")]


def test_more_room_goes_to_those_who_wait_as_soon_as_it_is_written(cast: Cast, monkeypatch):
    event, waiting = full(cast)
    monkeypatch.setattr("django.utils.timezone.now", lambda: NOW)
    edit_event(event=event, values={"capacity": 1, "title": "Lights"}, by=cast.organiser)
    waiting.refresh_from_db()
    assert waiting.waiting_since is not None
    edit_event(event=event, values={"capacity": 2}, by=cast.organiser)
    assert Reply.objects.get(pk=waiting.pk).waiting_since is None
    assert LetterToSomebody.objects.filter(kind=EventLetter.Kind.PLACE, person=waiting.person).count() == 1
