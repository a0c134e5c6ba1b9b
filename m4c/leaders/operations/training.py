"""Record training sessions, who trained, and who was trained."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time

from django.utils import timezone
from django.utils.translation import gettext as _

from m4c.core.operations import change, operation
from m4c.events.models import Attendance, Event
from m4c.events.operations.event import NewEvent, make_event
from m4c.leaders.models import Programme, TraineeStanding, TrainingSession
from m4c.leaders.permissions import RECORD_TRAINING
from m4c.people.models import Account, Group, Person

STARTS = time(10)  # where nobody wrote down the hour


@dataclass(frozen=True)
class NewSession:
    """What is known of a training session: its day (or exact time), kind, and with whom."""

    kind: str
    starts_at: datetime
    title: str = ""
    place: str = ""
    postcode: str = ""
    programme: Programme | None = None
    partner: Group | None = None
    trainers: Sequence[Person] = ()


@operation(RECORD_TRAINING, on="group")
def record_session(*, group: Group, new: NewSession, by: Account) -> TrainingSession:
    """Write up a training session of a group; the group's session of that kind and day is given back if it is there."""
    return session_of(group=group, new=new)


@operation(RECORD_TRAINING, on="session")
def edit_session(*, session: TrainingSession, values: dict[str, object], by: Account) -> TrainingSession:
    """Change kind, programme or partner body, and who trained: only the fields given."""
    trainers = values.get("trainers")
    change(session, **{name: value for name, value in values.items() if name != "trainers"})
    if trainers is not None:
        session.trainers.set(trainers)  # type: ignore[arg-type]
    return session


@operation(RECORD_TRAINING, on="group")
def make_programme(*, group: Group, name: str, by: Account) -> Programme:
    """Make a programme of training in a group; the one of that name is given back if it is there."""
    return Programme.objects.get_or_create(group=group, name=name.strip())[0]


@operation(RECORD_TRAINING, on="session")
def record_standings(
    *, session: TrainingSession, standings: Mapping[Attendance, bool], by: Account
) -> TrainingSession:
    """Record whether many trainees of one session were members of the host organisation then."""
    stand_many(standings)
    return session


@operation(RECORD_TRAINING, on="attendance")
def record_standing(
    *, attendance: Attendance, was_member: bool, by: Account, joined_on: date | None = None
) -> TraineeStanding:
    """Record whether a trainee was a member of the host organisation then, and when they joined afterwards."""
    return TraineeStanding.objects.update_or_create(
        attendance=attendance, defaults={"was_member": was_member, "joined_on": None if was_member else joined_on}
    )[0]


def session_of(*, group: Group, new: NewSession) -> TrainingSession:
    """The group's session of that kind on that day, made with its event where it is new."""
    day = timezone.localtime(new.starts_at).date()
    known = TrainingSession.objects.filter(
        event__group=group, kind=new.kind, event__starts_at__range=day_of(day), event__cancelled_at=None
    ).first()
    if known:
        return known
    kind = TrainingSession.Kind(new.kind)
    title = new.title or _("Training, {kind}: {group}").format(kind=kind.label, group=group.name)
    event = make_event(
        group=group,
        new=NewEvent(
            kind=Event.Kind.TRAINING,
            title=title,
            starts_at=new.starts_at,
            place=new.place or group.place,
            postcode=new.postcode,
        ),
    )
    session = TrainingSession.objects.create(event=event, kind=new.kind, programme=new.programme, partner=new.partner)
    session.trainers.set(new.trainers)
    return session


def stand_many(standings: Mapping[Attendance, bool]) -> None:
    """Write whether each trainee was a member then; what was written before stays."""
    TraineeStanding.objects.bulk_create(
        [TraineeStanding(attendance=attendance, was_member=member) for attendance, member in standings.items()],
        batch_size=500,
        ignore_conflicts=True,
    )


def start_of(day: date) -> datetime:
    """When a session began whose hour nobody wrote down."""
    return timezone.make_aware(datetime.combine(day, STARTS))


def day_of(day: date) -> tuple[datetime, datetime]:
    """The first and the last moment of a day in the movement's zone."""
    first, last = datetime.combine(day, time.min), datetime.combine(day, time.max)
    return timezone.make_aware(first), timezone.make_aware(last)
