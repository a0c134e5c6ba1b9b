"""Tells small stories for reports: sessions, pledges and conversations of a group, by the operations people use."""

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time

from m4c.events.models import Event
from m4c.events.operations.attendance import Came, record_attendances
from m4c.events.operations.event import NewEvent, plan_event
from m4c.insight.so_far import Period
from m4c.leaders.models import ConversationPledge, TrainingSession
from m4c.leaders.operations.pledge import NewPledge, record_pledge
from m4c.leaders.operations.training import NewSession, record_session
from m4c.listening.models import HouseMeeting, OneToOne
from m4c.listening.operations.house_meeting import NewHouseMeeting, record_house_meeting
from m4c.listening.operations.one_to_one import NewOneToOne, record_one_to_one
from m4c.people.models import Account, Group, Person
from m4c.people.operations.person import NewPerson, add_people

SUMMER = Period(date(2010, 6, 1), date(2010, 9, 30))
NOW = datetime(2010, 12, 1, 12, tzinfo=UTC)


@dataclass
class Story:
    """Records that a report reads, told by the command line's account."""

    by: Account
    told: int = field(default=0)

    def people(self, group: Group, number: int) -> list[Person]:
        """So many people of a group, each with a name of their own."""
        rows = [NewPerson(f"Given{self.told + row}", f"Family{self.told + row:03}") for row in range(number)]
        self.told += number
        return add_people(group=group, rows=rows, by=self.by)

    def session(
        self, group: Group, kind: str, day: date, came: list[Person], title: str = "", hour: time = time(10)
    ) -> TrainingSession:
        """A training session of a day, and who came."""
        new = NewSession(kind, datetime.combine(day, hour, tzinfo=UTC), title=title)
        session = record_session(group=group, new=new, by=self.by)
        self.attend(session.event, came)
        return session

    def event(self, group: Group, day: date, came: list[Person], kind: str = Event.Kind.PUBLIC_MEETING) -> Event:
        """Another gathering of a day, and who came by name."""
        new = NewEvent(kind, f"Gathering of {day}", datetime.combine(day, time(18), tzinfo=UTC))
        event = plan_event(group=group, new=new, by=self.by)
        self.attend(event, came)
        return event

    def attend(self, event: Event, came: list[Person]) -> None:
        """Put people down as having come."""
        record_attendances(event=event, rows=[Came(person) for person in came], by=self.by)

    def pledge(
        self,
        group: Group,
        person: Person,
        number: int,
        day: date,
        kind: str = ConversationPledge.Kind.ONE_TO_ONE,
        session: TrainingSession | None = None,
    ) -> ConversationPledge:
        """Somebody's word, given on a day."""
        return record_pledge(
            group=group, pledge=NewPledge(person, kind, number), made_on=day, session=session, by=self.by
        )

    def one_to_one(self, group: Group, asker: Person, other: Person, day: date, state: str = "arranged") -> OneToOne:
        """A 1-2-1 that got as far as `state`: arranged, held or followed_up."""
        held_on = None if state == "arranged" else day
        new = NewOneToOne(asker, other, day, held_on, day if state == "followed_up" else None)
        return record_one_to_one(group=group, new=new, by=self.by)

    def house_meeting(
        self, group: Group, host: Person, day: date, state: str = "arranged", people: int | None = None
    ) -> HouseMeeting:
        """A house meeting that got as far as `state`, with so many there."""
        held_on = None if state == "arranged" else day
        new = NewHouseMeeting(host, day, held_on, people, day if state == "followed_up" else None)
        return record_house_meeting(group=group, new=new, by=self.by)
