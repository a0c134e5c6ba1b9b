"""The waiting list of an event: who has a place, who waits for one, and who gets the place that somebody gives up."""

from datetime import datetime

from m4c.core.inserting import insert_many
from m4c.core.operations import change, operation
from m4c.core.public_version import bump
from m4c.events.models import Attendance, Event, EventLetter, LetterToSomebody, Reply
from m4c.events.replies.places import COMING, places_left
from m4c.events.replies.standing import attendances_of, occasions
from m4c.events.reply_permissions import LOOK_AFTER_REPLIES
from m4c.people.models import Account

State = Attendance.State


@operation(LOOK_AFTER_REPLIES, on="event")
def call_up_waiting(*, event: Event, at: datetime, by: Account) -> list[Reply]:
    """Give what places there are to those who wait, as when somebody said no on the phone or a larger hall is found."""
    placed = fill_places(event, at)
    if placed:
        bump()
    return placed


def fill_places(event: Event, at: datetime) -> list[Reply]:
    """Give what places an event that is ahead has, as it stands in the database now."""
    locked = Event.objects.select_for_update(no_key=True).get(pk=event.pk)
    return give_places(locked, at) if not locked.is_called_off and locked.starts_at > at else []


def give_places(event: Event, at: datetime) -> list[Reply]:
    """Give the first who waits and fits their place, and so on while there are any; each is written to."""
    left = places_left(event)
    if left == 0:
        return []
    waiting = Reply.objects.waiting().filter(event=event)
    if left is not None:
        waiting = waiting.filter(guests__lt=left)
    placed = []
    for reply in waiting:
        heads = 1 + reply.guests
        if left is not None:
            if heads > left:
                continue
            left -= heads
        change(reply, waiting_since=None)
        say_coming(reply, attendance_of(reply))
        letter(reply, EventLetter.Kind.PLACE, at)
        placed.append(reply)
        if left == 0:
            break
    return placed


def with_waiting(at: datetime) -> list[Event]:
    """Events ahead for which somebody waits."""
    waited_for = Reply.objects.waiting().order_by().values("event")
    return list(Event.objects.filter(pk__in=waited_for, cancelled_at=None, starts_at__gt=at).select_related("group"))


def attendance_of(reply: Reply) -> Attendance | None:
    """Where somebody who replies stands with the event, if anybody has written it."""
    return next(iter(attendances_of(reply.event_id, reply.person_id)), None)


def say_coming(reply: Reply, known: Attendance | None) -> None:
    """They come: yes, unless more is known of them already."""
    stand(reply, known, State.YES, keep=COMING)


def say_waiting(reply: Reply, known: Attendance | None) -> None:
    """They wait: on the list, and no yes, which would take a place; whoever was down as coming stays so."""
    stand(reply, known, State.LISTED, keep=[*COMING, State.ASKED, State.MAYBE])


def say_not_coming(reply: Reply, known: Attendance | None) -> None:
    """They do not come."""
    stand(reply, known, State.NO, keep=[State.CAME, State.WALK_IN, State.DID_NOT_COME])


def stand(reply: Reply, known: Attendance | None, state: str, *, keep: list[State]) -> None:
    """Write where somebody stands, unless they stand at one of those to keep. No such state is told in the ledger."""
    if known is None:
        row = Attendance(event_id=reply.event_id, person_id=reply.person_id, state=state)
        insert_many([row], but_known=True)  # recorded this very moment at the door: it holds
    elif known.state not in keep:
        change(known, state=state)


def letter(reply: Reply, kind: str, at: datetime, *, is_first: bool = False) -> None:
    """Queue a letter of an event to somebody; each occasion has a number of its own."""
    one = {"event_id": reply.event_id, "person_id": reply.person_id, "kind": kind}
    occasion = 0 if is_first else len(occasions(reply.event_id, reply.person_id, kind))
    insert_many([LetterToSomebody(**one, occasion=occasion, queued_at=at)])
