"""The door's chapter of the demo: a meeting tonight with a list, some of whom are in by two doors."""

from datetime import timedelta

from django.utils import timezone

from m4c.core.demo import Story
from m4c.core.models.record import new_uid
from m4c.events.demo import gathering, local
from m4c.events.door.taps import Sent, Tap
from m4c.events.models import Attendance, Event
from m4c.events.operations.attendance import Came, record_attendances
from m4c.events.operations.door import arrive_many
from m4c.events.operations.host_link import make_host_link

State = Attendance.State
LISTED, IN = 60, 12


def tell(story: Story) -> None:
    """Tonight's meeting: sixty on the list, twelve in already, one of them new, and a link for the side door."""
    meeting = Event.Kind.PUBLIC_MEETING.value
    # Late in the evening it began an hour ago: its door stands open whenever the demo is made.
    hour_ago = story.now.replace(minute=0, second=0, microsecond=0) - timedelta(hours=1)
    tonight = max(local(f"{story.today} 19:00"), hour_ago)
    event = gathering(story, "Manchester", meeting, "Tonight: who decides about our lights?", "Jubilee Hall", tonight)
    summer = {trainee.person.pk: trainee.person for told in story.shelf["summer"] for trainee in told.trainees}
    people = story.random.sample(list(summer.values()), LISTED)
    said = [State.LISTED, State.YES, State.CONFIRMED, State.MAYBE]
    rows = [
        Came(person, said[place % 4], people[place % 7] if place > 7 else None) for place, person in enumerate(people)
    ]
    expected = record_attendances(event=event, rows=rows, by=story.by)
    now = timezone.now()
    sent: list[Sent] = [
        Tap(new_uid(), now - timedelta(minutes=place), row.uid, door=("Main door", "Side door")[place % 3 == 0])
        for place, row in enumerate(expected[:IN])
    ]
    walked = Tap(new_uid(), now, new_uid(), name="Marged Tudor", brought_by=expected[0].uid, door="Main door")
    arrive_many(event=event, sent=[*sent, walked], at=now, by=story.by)
    make_host_link(event=event, for_whom="Ada, side door", at=now, by=story.by)
