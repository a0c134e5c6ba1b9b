"""A round of house meetings in the demo: Bethan's kitchen, what grew out of it, and the one that she hosts tonight."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from m4c.core.demo import Story
from m4c.core.models.record import new_uid
from m4c.events.models import Attendance
from m4c.events.operations.attendance import Came, record_attendances
from m4c.events.turnout.demo import whom_to_ask
from m4c.listening.ledger import noon
from m4c.listening.models import HostOffer, HouseMeeting
from m4c.listening.operations.capture import capture
from m4c.listening.operations.host_offer import arrange_offered
from m4c.listening.operations.house_meeting import NewHouseMeeting, hold_house_meeting, record_house_meeting
from m4c.listening.operations.meeting_round import begin_round, call_gathering, put_in_round, usual_start
from m4c.listening.operations.usual_agenda import lay_usual_agenda
from m4c.listening.rounds.entries import Entry, Heard, Offered, TakenOn
from m4c.people.models import Person

State = Attendance.State
IN_BETHANS_KITCHEN = [  # words, how strongly, may we quote, by which guest or by nobody named
    ("The mould comes back through the paint every winter", 3, True, 0),
    ("I ring the housing office and wait an hour, then it goes dead", 2, True, 1),
    ("My boy sleeps in the front room because his own is too damp", 3, False, 2),
    ("No bus after six, so I turned down the evening shift", 2, True, 3),
    ("You cannot see your feet by the underpass", 2, True, None),
    ("The youth club closed, and nobody said a word", 1, True, 4),
]
AT_THE_SECOND = [
    ("They painted over it and put the rent up", 3, True, 0),
    ("My mother's chest is worse since we moved here", 3, False, 1),
    ("The last bus drives past when it is full", 2, True, None),
    ("I would go to the meeting if I could get home after", 2, True, 2),
]


def tell(story: Story) -> None:
    """A round of three weeks: two meetings held, one arranged, one tonight, and the first gathering planned."""
    cardiff, bethan = story.shelf["groups"]["Cardiff"], story.shelf["cast"]["Bethan"]
    guests = [person for person in whom_to_ask(cardiff) if person.pk != bethan.pk]
    days = [story.today + timedelta(days=days) for days in (-20, -9, 6)]
    shared = begin_round(group=cardiff, name="Autumn kitchens", starts_on=days[0] - timedelta(days=1), by=story.by)
    first = met(story, record(story, bethan, days[0]), guests[:9], IN_BETHANS_KITCHEN)
    put_in_round(meeting_round=shared, meetings=[first], by=story.by)
    second = met(story, grown(story, first, guests[2], days[1]), guests[9:16], AT_THE_SECOND)
    grown(story, second, guests[10], days[2])
    said(story, first, [Offered(new_uid(), noon(days[0]), name="Mair from the second floor")])
    tonight = record(story, bethan, story.today)
    invite(story, tonight, guests[16:26], State.CONFIRMED)
    lay_usual_agenda(meeting=tonight, by=story.by)
    put_in_round(meeting_round=shared, meetings=[tonight], by=story.by)
    starts_at = usual_start(shared, "fourth_week")
    call_gathering(
        meeting_round=shared, week="fourth_week", starts_at=starts_at, place="St Mellons church hall", by=story.by
    )


def record(story: Story, host: Person, day: date) -> HouseMeeting:
    """A meeting that somebody hosts."""
    new = NewHouseMeeting(host=host, day=day)
    return record_house_meeting(group=story.shelf["groups"]["Cardiff"], new=new, by=story.by)


def grown(story: Story, meeting: HouseMeeting, host: Person, day: date) -> HouseMeeting:
    """The meeting that a guest of this one offered to host."""
    place = Attendance.objects.get(event=meeting.event_id, person=host)
    said(story, meeting, [Offered(new_uid(), noon(meeting.day), place.uid)])
    offer = HostOffer.objects.get(meeting=meeting, person=host)
    arrange_offered(offer=offer, host=host, day=day, by=story.by)
    return HouseMeeting.objects.select_related("event", "group", "host").get(grew_from=meeting, host=host)


def met(
    story: Story, meeting: HouseMeeting, guests: Sequence[Person], lines: Sequence[tuple[str, int, bool, int | None]]
) -> HouseMeeting:
    """It was held with these guests, who said these things, and somebody took something on."""
    invite(story, meeting, guests, State.CAME)
    given: dict[str, Any] = {"people_attending": len(guests) + 1, "next_step": "Go round the stairs with a camera"}
    held = hold_house_meeting(meeting=meeting, on=meeting.day, by=story.by, **given)
    places = [Attendance.objects.get(event=meeting.event_id, person=guest) for guest in guests]
    at = noon(meeting.day)
    heard: list[Entry] = [
        Heard(new_uid(), at, words, None if who is None else places[who].uid, strength, may_quote)
        for words, strength, may_quote, who in lines
    ]
    job = TakenOn(new_uid(), at, "Find out who owns the stairwells", places[0].uid, meeting.day + timedelta(days=14))
    said(story, meeting, [*heard, job])
    return held


def invite(story: Story, meeting: HouseMeeting, guests: Sequence[Person], state: str) -> None:
    """Guests on the list of a meeting."""
    record_attendances(event=meeting.event, rows=[Came(guest, state) for guest in guests], by=story.by)


def said(story: Story, meeting: HouseMeeting, sent: Sequence[Entry]) -> None:
    """What was written down at a meeting."""
    capture(meeting=meeting, sent=sent, at=story.now, by=story.by)
