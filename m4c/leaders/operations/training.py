"""Record training sessions, who trained there, and how the trainees stood with the host organisation."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time

from django.utils import timezone
from django.utils.translation import gettext as _

from m4c.core.errors import Refused
from m4c.core.operations import change, operation
from m4c.events.models import Attendance, Event
from m4c.events.operations.event import NewEvent, make_event
from m4c.leaders.models import Programme, TraineeStanding, TrainingSession
from m4c.leaders.permissions import RECORD_TRAINING
from m4c.people.models import Account, Group, Person
from m4c.people.operations.must_see import must_see

STARTS = time(10)  # where nobody wrote down the hour
EDITABLE = {"kind", "programme", "partner"}


class TrainingRefused(Refused):
    """The session would not make sense."""


@dataclass(frozen=True)
class NewSession:
    """What is known of a training session: its day (or exact time), kind, and with whom.

    A programme is given as a record or by its name, which makes it in the session's group where nothing above has it.
    """

    kind: str
    starts_at: datetime
    title: str = ""
    place: str = ""
    postcode: str = ""
    programme: Programme | str | None = None
    partner: Group | None = None
    trainers: Sequence[Person] = ()


@operation(RECORD_TRAINING, on="group", public=True)
def record_session(*, group: Group, new: NewSession, by: Account) -> TrainingSession:
    """Write up a training session of a group; the group's session of that kind and day is given back if it is there.

    Raises Unseen for a trainer whom the account cannot see.
    """
    must_see(new.trainers, by)
    return session_of(group=group, new=new)


@operation(RECORD_TRAINING, on="session", public=True)
def edit_session(*, session: TrainingSession, values: Mapping[str, object], by: Account) -> TrainingSession:
    """Change kind, programme (a record, or its name) or partner body: only the fields given."""
    if unknown := values.keys() - EDITABLE:
        raise TypeError(f"edit_session: {', '.join(sorted(unknown))} cannot be changed here")
    wanted = dict(values)
    if isinstance(name := wanted.get("programme"), str):
        wanted["programme"] = programme_named(name, session.event.group)
    change(session, **wanted)
    return session


@operation(RECORD_TRAINING, on="session")
def add_trainer(*, session: TrainingSession, person: Person, by: Account) -> TrainingSession:
    """Say that somebody trained at a session. Raises Unseen."""
    must_see([person], by)
    session.trainers.add(person)
    return note_trainers(session)


@operation(RECORD_TRAINING, on="session")
def remove_trainer(*, session: TrainingSession, person: Person, by: Account) -> TrainingSession:
    """Take back that somebody trained at a session."""
    session.trainers.remove(person)
    return note_trainers(session)


@operation(RECORD_TRAINING, on="group")
def make_programme(*, group: Group, name: str, by: Account) -> Programme:
    """Make a programme of training in a group; the one of that name is given back if it is there."""
    if not name.strip():
        raise TrainingRefused(_("Give the programme a name."), field="name")
    return Programme.objects.get_or_create(group=group, name=name.strip())[0]


@operation(RECORD_TRAINING, on="attendance")
def record_standing(
    *, attendance: Attendance, was_member: bool, by: Account, joined_on: date | None = None
) -> TraineeStanding:
    """Record whether a trainee was a member of the host organisation then, and when they joined afterwards.

    Raises TrainingRefused for a day before the session.
    """
    if joined_on and joined_on < timezone.localdate(attendance.event.starts_at):
        raise TrainingRefused(_("Who joined before the session was a member then."), field="joined_on", code="before")
    return stand(attendance, was_member, None if was_member else joined_on)


@operation(RECORD_TRAINING, on="session")
def record_standings(*, session: TrainingSession, standings: Mapping[Attendance, bool], by: Account) -> TrainingSession:
    """Record whether many trainees of one session were members of the host organisation then."""
    stand_many(standings)
    return session


def session_of(*, group: Group, new: NewSession) -> TrainingSession:
    """The group's session of that kind on that day, made with its event where it is new."""
    if known := find_session(group=group, kind=new.kind, day=timezone.localdate(new.starts_at)):
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
    programme = programme_named(new.programme, group) if isinstance(new.programme, str) else new.programme
    session = TrainingSession.objects.create(event=event, kind=new.kind, programme=programme, partner=new.partner)
    session.trainers.set(new.trainers)
    return session


def find_session(*, group: Group, kind: str, day: date) -> TrainingSession | None:
    """The group's session of that kind on that day, where it is there and was not called off."""
    sessions = TrainingSession.objects.filter(event__group=group, event__cancelled_at=None, kind=kind)
    return sessions.filter(event__starts_at__range=day_of(day)).select_related("event").first()


def programme_named(name: str, group: Group) -> Programme | None:
    """The programme of that name in the group or above it, the nearest first, or a new one there; None for no name."""
    if not name.strip():
        return None
    above = Programme.objects.filter(group__path__in=group.ancestor_paths, name__iexact=name.strip())
    return above.order_by("-group__path").first() or Programme.objects.create(group=group, name=name.strip())


def stand(attendance: Attendance, was_member: bool, joined_on: date | None) -> TraineeStanding:
    """Write one trainee's standing, over what was written before."""
    return TraineeStanding.objects.update_or_create(
        attendance=attendance, defaults={"was_member": was_member, "joined_on": joined_on}
    )[0]


def stand_many(standings: Mapping[Attendance, bool]) -> None:
    """Write whether each trainee was a member then; what was written before stays."""
    TraineeStanding.objects.bulk_create(
        [TraineeStanding(attendance=attendance, was_member=member) for attendance, member in standings.items()],
        batch_size=500,
        ignore_conflicts=True,
    )


def note_trainers(session: TrainingSession) -> TrainingSession:
    """Leave for the audit entry that the trainers changed; who they are is not for it to say."""
    session.__dict__.setdefault("audit_changes", {})["trainers"] = None
    return session


def start_of(day: date) -> datetime:
    """When a session began whose hour nobody wrote down."""
    return timezone.make_aware(datetime.combine(day, STARTS))


def day_of(day: date) -> tuple[datetime, datetime]:
    """The first and the last moment of a day in the movement's zone."""
    first, last = datetime.combine(day, time.min), datetime.combine(day, time.max)
    return timezone.make_aware(first), timezone.make_aware(last)
