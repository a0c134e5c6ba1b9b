"""Replies when two people are made one, and when somebody is erased."""

from m4c.events.models import Attendance, CalendarFeed, Guest, LetterToSomebody, Reply
from m4c.events.operations.calendar_feed import make_feed
from m4c.events.operations.replier import Replier
from m4c.events.operations.reply import cancel_reply
from m4c.people.erasing import ERASERS, Forgotten
from m4c.people.models.account import website
from m4c.people.operations.person_merge import merge
from tests.cast import Cast
from tests.events.operations.test_reply import NEST, meeting, reply
from tests.factories import NOW


def test_two_replies_of_one_person_become_the_one_that_stands(cast: Cast):
    event = meeting(cast)
    first = reply(event, NEST, guests=1)
    second = reply(event, Replier("Nesta", "Abara", email="nesta@example.org"), names=["Idris"])
    cancel_reply(token=first.token, at=NOW, by=website())
    LetterToSomebody.objects.all().delete()
    keep, other = first.reply.person, second.reply.person
    merge(keep=keep, other=other, choices={}, at=NOW, by=cast.operator)
    left = Reply.objects.get()
    assert (left.person, left.cancelled_at, left.guests) == (keep, None, 1)
    assert Guest.objects.get().reply == left
    assert Attendance.objects.get().state == "yes"


def test_replies_guests_and_calendars_go_with_their_person(cast: Cast):
    replied = reply(meeting(cast), NEST, names=["Idris"])
    make_feed(at=NOW, by=cast.member)
    for person, account in ((replied.reply.person, None), (cast.person("member"), cast.member)):
        forgotten = Forgotten(person, account, NOW, cast.operator)
        for name in ("events.guest.reply__person", "events.reply.person", "events.calendarfeed.account__person"):
            ERASERS[name].run(forgotten, ERASERS[name].held(forgotten))
    assert (Reply.objects.count(), Guest.objects.count(), CalendarFeed.objects.count()) == (0, 0, 0)
    assert Attendance.objects.count() == 1
