"""What leaders adds to other pages: a person's training and pledges, a group's sessions, the session an event is."""

from typing import Any

from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from m4c.core.panels import GROUP_PANELS, PERSON_PANELS, Panel
from m4c.core.permissions import SIGNED_IN
from m4c.core.prepared import padded, prepared
from m4c.core.visibility import Rows
from m4c.events.event_panels import EVENT_PANELS
from m4c.events.models import Attendance, Event
from m4c.leaders.draw_down import drawn_down_of
from m4c.leaders.models import ConversationPledge, TraineeStanding, TrainingSession
from m4c.leaders.permissions import RECORD_TRAINING, SEE_TRAINING
from m4c.people.models import Account, Group, Person
from m4c.people.written import by_sql, one_of

NEWEST = 4


def came_to_training(person: int) -> Rows:
    """The training that somebody came to, or was down for."""
    return Rows(Attendance, Q(person=person, event__kind=Event.Kind.TRAINING))


def pledges_by(person: int) -> Rows:
    """What somebody ever pledged."""
    return Rows(ConversationPledge, Q(person=person))


def training_of(account: Account, person: Person) -> dict[str, Any] | None:
    """The sessions where somebody was trained, as far as one may see that they came."""
    attendances = dict(trained_at(account, person.pk))
    if not attendances:
        return None
    ids = padded(list(attendances.values()))
    standings = {standing.attendance_id: standing for standing in standings_at(account, ids)}
    sessions = [
        (session, standings.get(attendances[session.event_id]))
        for session in sessions_at(account, padded([*attendances]))
    ]
    return {"sessions": sessions} if sessions else None


@prepared
def trained_at(account: Account, person: int) -> QuerySet[Attendance, tuple[int, int]]:
    """The training where somebody was, as far as one may see it: event and attendance."""
    came = Attendance.objects.visible_to(account).present().filter(came_to_training(person).which)
    return came.values_list("event", "pk")


@prepared
def sessions_at(account: Account, events: list[int]) -> QuerySet[TrainingSession]:
    """The sessions that these events are, as far as one may see them, the latest first."""
    found = TrainingSession.objects.visible_to(account).filter(by_sql("event", one_of(events)))
    return found.latest_first().select_related("event__group")


@prepared
def standings_at(account: Account, attendances: list[int]) -> QuerySet[TraineeStanding]:
    """What trainees were to the host then, by these attendances."""
    return TraineeStanding.objects.visible_to(account).filter(by_sql("attendance", one_of(attendances)))


def pledges_of(account: Account, person: Person) -> dict[str, Any] | None:
    """What somebody pledged, with what was held: for themselves and their organiser only."""
    shown = set(pledges_seen(account, person.pk))
    if not shown:
        return None
    drawn = [one for one in drawn_down_of([person.pk], account) if one.pledge.pk in shown]
    return {"pledges": drawn, "today": timezone.localdate()}


@prepared
def pledges_seen(account: Account, person: int) -> QuerySet[ConversationPledge, int]:
    """The standing pledges of somebody that one may see."""
    seen = ConversationPledge.objects.visible_to(account).standing().filter(person=person)
    return seen.values_list("pk", flat=True)


def sessions_of(account: Account, group: Group) -> dict[str, Any] | None:
    """The latest sessions of a group and those below it."""
    sessions = latest_sessions(account, group)
    may_record = account.may(RECORD_TRAINING, [frozenset([group.path])])
    return {"sessions": sessions, "group": group, "may_record": may_record} if sessions or may_record else None


@prepared
def latest_sessions(account: Account, group: Group) -> QuerySet[TrainingSession]:
    """The same."""
    found = TrainingSession.objects.visible_to(account).of_group(group).with_trained(account).latest_first()
    return found.select_related("event__group", "programme")[:NEWEST]


def session_of(account: Account, event: Event) -> dict[str, Any] | None:
    """The training session that an event is."""
    if event.kind != Event.Kind.TRAINING:
        return None
    session = TrainingSession.objects.visible_to(account).filter(event=event).select_related("programme").first()
    return {"session": session} if session else None


def register() -> None:
    """Put the panels on their pages."""
    training = Panel(_("Training"), "leaders/person_training.html", training_of, SIGNED_IN, 40, came_to_training)
    pledges = Panel(_("Pledges"), "leaders/person_pledges.html", pledges_of, SIGNED_IN, 30, pledges_by)
    PERSON_PANELS.add("leaders.training", training)
    PERSON_PANELS.add("leaders.pledges", pledges)
    GROUP_PANELS.add("leaders", Panel(_("Training"), "leaders/group_panel.html", sessions_of, SEE_TRAINING, 40))
    EVENT_PANELS.add("leaders", Panel(_("The training session"), "leaders/event_panel.html", session_of, SIGNED_IN, 20))
