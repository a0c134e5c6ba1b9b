"""Record who was trained, one after another, with what they pledge; and take back a slip."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils import timezone

from m4c.core.operations import operation
from m4c.events.models import Attendance
from m4c.events.operations.attendance import record_attendance, remove_attendance
from m4c.leaders.models import ConversationPledge, TraineeStanding, TrainingSession
from m4c.leaders.operations.pledge import NewPledge, pledge_one
from m4c.leaders.operations.training import stand
from m4c.leaders.permissions import RECORD_TRAINING
from m4c.people import ledger
from m4c.people.models import Account, Person
from m4c.people.operations.person import NewPerson


@dataclass(frozen=True)
class NewTrainee:
    """Somebody at a session: who, brought by whom, a member of the host organisation or not, and what they pledged.

    `was_member` None says that nobody asked. `pledges` are numbers by kind of conversation; none of a kind is left out.
    """

    person: Person | NewPerson
    brought_by: Person | None = None
    was_member: bool | None = None
    pledges: Mapping[str, int] | None = None
    due_on: date | None = None


@dataclass(frozen=True)
class Recorded:
    """A trainee as written."""

    attendance: Attendance
    pledges: Sequence[ConversationPledge]

    @property
    def touched(self) -> list[Attendance | ConversationPledge]:
        """What the audit entry names."""
        return [self.attendance, *self.pledges]


@operation(RECORD_TRAINING, on="session")
def record_trainee(*, session: TrainingSession, trainee: NewTrainee, by: Account) -> Recorded:
    """Record that somebody was trained and what they pledged there; again corrects it, and takes nothing back.

    Raises AttendanceRefused, PledgeRefused, and PersonRefused for somebody new without a name.
    """
    attendance = record_attendance(event=session.event, person=trainee.person, brought_by=trainee.brought_by, by=by)
    if trainee.was_member is not None:
        said_before = TraineeStanding.objects.filter(attendance=attendance, was_member=trainee.was_member)
        if not said_before.exists():
            stand(attendance, trainee.was_member, None)
    pledges = [
        pledge_one(
            group=session.event.group,
            session=session,
            made_on=timezone.localdate(session.event.starts_at),
            row=NewPledge(attendance.person, kind, number, trainee.due_on),
        )
        for kind, number in (trainee.pledges or {}).items()
    ]
    return Recorded(attendance, pledges)


@operation(RECORD_TRAINING, on="attendance")
def remove_trainee(*, attendance: Attendance, by: Account) -> Attendance:
    """Take back that somebody was trained, recorded by mistake, with what they were said to have pledged there."""
    pledges = ConversationPledge.objects.filter(session__event=attendance.event_id, person=attendance.person_id)
    ledger.withdraw(pledges)
    pledges.delete()
    return remove_attendance(attendance=attendance, by=by)
