"""How pledges and trainers come along when two people are made one. A trainee's standing hangs on their attendance."""

from m4c.leaders.models import ConversationPledge, TrainingSession
from m4c.people.merging import move
from m4c.people.operations.merging.journal import Journal


def unite(journal: Journal, kept: ConversationPledge, gone: ConversationPledge) -> bool:
    """One pledge of a kind at a session: the higher number, by the later day, standing where either stands."""
    due = [pledge.due_on for pledge in (kept, gone)]
    journal.change(
        kept,
        number=max(kept.number, gone.number),
        due_on=max(day for day in due if day) if any(due) else None,
        withdrawn_on=kept.withdrawn_on and gone.withdrawn_on,
    )
    return True


def register() -> None:
    """Tell what of training and pledges moves."""
    key = lambda row: (row.kind, row.session_id) if row.session_id else None  # noqa: E731
    move(ConversationPledge, "person", key=key, unite=unite)
    move(TrainingSession.trainers.through, "person", key=lambda row: row.trainingsession_id)
