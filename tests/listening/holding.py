"""House meetings for tests: one that the leader hosts tonight, with guests on its list."""

from datetime import timedelta
from typing import Any

from m4c.events.models import Attendance
from m4c.events.operations.attendance import record_attendance
from m4c.listening.models import HostOffer, HouseMeeting, MeetingRound
from m4c.listening.operations.host_offer import write_offer
from m4c.listening.operations.house_meeting import NewHouseMeeting, record_house_meeting
from m4c.listening.operations.meeting_round import begin_round
from m4c.people.models import Channel, Person
from m4c.people.operations.consent import record_consent
from tests.cast import Cast
from tests.factories import NOW, TODAY, somebody

LATER = TODAY + timedelta(days=7)


def meeting_of(cast: Cast, host: Person | None = None, **more: Any) -> HouseMeeting:
    """A house meeting in Cardiff today, of the leader's where no host is named."""
    facts: dict[str, Any] = {"host": host or cast.person("leader"), "day": TODAY}
    return record_house_meeting(group=cast.cardiff, new=NewHouseMeeting(**(facts | more)), by=cast.operator)


def guest_at(cast: Cast, meeting: HouseMeeting, name: str = "Amal Yusuf", person: Person | None = None) -> Attendance:
    """Somebody who came to it."""
    return record_attendance(event=meeting.event, person=person or somebody(cast, name), by=cast.operator)


def offer_at(cast: Cast, meeting: HouseMeeting, person: Person | None = None, name: str = "Mair") -> HostOffer:
    """Somebody there offered to host, by name alone where nobody on record is given."""
    return write_offer(meeting=meeting, person=person, name=name, by_when=None)


def round_of(cast: Cast, name: str = "Autumn in Splott", **more: Any) -> MeetingRound:
    """A round in Cardiff that begins today; made once."""
    known = MeetingRound.objects.filter(name=name).first()
    facts: dict[str, Any] = {"group": cast.cardiff, "name": name, "starts_on": TODAY, "by": cast.operator}
    return known or begin_round(**(facts | more))


def objects(cast: Cast, person: Person) -> None:
    """They do not want to be reached for anything, in any way."""
    for channel in Channel.values:
        said = {"channel": channel, "purpose": "all", "state": "objected", "source": "Said so at the door"}
        record_consent(person=person, at=NOW, by=cast.operator, **said)
