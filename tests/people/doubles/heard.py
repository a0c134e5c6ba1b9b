"""What somebody who is on record twice said hurts, and that they offered to host."""

from m4c.listening.models import Concern, HostOffer, HouseMeeting
from m4c.listening.operations.house_meeting import NewHouseMeeting, record_house_meeting
from m4c.people.models import Person
from tests.cast import Cast
from tests.factories import TODAY
from tests.listening.campaigning import campaigned


def hear(cast: Cast, person: Person, friend: Person, number: int) -> None:
    """Rows of listening that name this record, at one meeting of the friend's."""
    shared = HouseMeeting.objects.filter(host=friend).first() or record_house_meeting(
        group=cast.cardiff, new=NewHouseMeeting(friend, TODAY), by=cast.operator
    )
    said = {"words": f"Damp {number}", "said_on": TODAY, "person": person, "noted_by": cast.organiser}
    Concern.objects.create(group=cast.cardiff, house_meeting=shared, **said)
    HostOffer.objects.create(meeting=shared, person=person)
    campaigned(cast, person, friend, f"Splott {number}", number)
