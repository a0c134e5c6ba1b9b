"""How attendance comes along when two people are made one."""

from m4c.events.models import Attendance, Job
from m4c.people.merging import move
from m4c.people.operations.merging.journal import Journal

State = Attendance.State
STRENGTH = [
    State.LISTED,
    State.ASKED,
    State.MAYBE,
    State.NO,
    State.YES,
    State.CONFIRMED,
    State.DID_NOT_COME,
    State.WALK_IN,
    State.CAME,
]


def strength(state: str) -> int:
    """How much a state says that somebody was there."""
    return STRENGTH.index(State(state))


def unite(journal: Journal, kept: Attendance, gone: Attendance) -> bool:
    """Who stands twice at an event was there once: by the stronger state, brought by whoever is known."""
    state = max(State(kept.state), State(gone.state), key=strength)
    journal.change(kept, state=state, brought_by_id=kept.brought_by_id or gone.brought_by_id)
    return True


def register() -> None:
    """Tell what of events moves."""
    move(Attendance, "person", key=lambda row: row.event_id, unite=unite)
    move(Attendance, "brought_by")
    move(Job, "taken_by")
