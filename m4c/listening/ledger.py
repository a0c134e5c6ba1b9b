"""What conversations write into the engagement ledger: who asked, who talked, who hosted."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime, time

from django.utils import timezone

from m4c.listening.models import HouseMeeting, OneToOne
from m4c.people.ledger import Source, follow
from m4c.people.models import Engagement


def one_to_one_rows(one_to_ones: Sequence[OneToOne]) -> Iterable[Engagement]:
    """Of a held 1-2-1: `held_one_to_one` for the one who asked, `had_one_to_one` for the other."""
    for one_to_one in one_to_ones:
        if not one_to_one.held_on:
            continue
        common = {
            "at": noon(one_to_one.held_on),
            "group_id": one_to_one.group_id,
            "source_type": "listening.onetoone",
            "source_id": one_to_one.pk,
        }
        asker, other = one_to_one.asker_id, one_to_one.other_id
        yield Engagement(kind="held_one_to_one", person_id=asker, other_id=other, **common)
        yield Engagement(kind="had_one_to_one", person_id=other, other_id=asker, leader_id=asker, **common)


def house_meeting_rows(meetings: Sequence[HouseMeeting]) -> Iterable[Engagement]:
    """Of a held house meeting: `hosted_house_meeting` for its host. Who came stands in the event's attendance."""
    for meeting in meetings:
        if meeting.held_on:
            yield Engagement(
                kind="hosted_house_meeting",
                person_id=meeting.host_id,
                at=noon(meeting.held_on),
                group_id=meeting.group_id,
                source_type="listening.housemeeting",
                source_id=meeting.pk,
            )


def noon(day: date) -> datetime:
    """The middle of a day whose hour nobody wrote down."""
    return timezone.make_aware(datetime.combine(day, time(12)))


def register() -> None:
    """Tell the ledger of 1-2-1s and house meetings."""
    follow(Source(OneToOne, one_to_one_rows))
    follow(Source(HouseMeeting, house_meeting_rows))
