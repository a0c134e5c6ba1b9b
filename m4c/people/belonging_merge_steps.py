"""How asking, leaving and sitting for a body come along when two people are made one."""

from collections.abc import Hashable

from m4c.people.merging import move
from m4c.people.models import Delegate, JoinRequest, Leaving, LeavingLink
from m4c.people.operations.merging.journal import Journal


def open_request(row: JoinRequest) -> Hashable | None:
    """One waiting request to a group for a person."""
    return row.group_id if row.answered_at is None else None


def standing_leaving(row: Leaving) -> Hashable | None:
    """One wish to be out of a group for a person: it stands whichever record told of it."""
    return row.group_id if row.back_at is None else None


def seat_taken(row: Delegate) -> Hashable | None:
    """One seat of a body for a person."""
    return row.member_body_id if row.ended_on is None else None


def unite_seats(journal: Journal, kept: Delegate, gone: Delegate) -> bool:
    """One seat, since the earlier day; named to the others only where both records say that they agreed."""
    agreed = kept.agreed_on if gone.agreed_on else None
    journal.change(kept, started_on=min(kept.started_on, gone.started_on), agreed_on=agreed)
    return True


def register() -> None:
    """Tell what moves."""
    move(JoinRequest, "person", key=open_request)
    move(Leaving, "person", key=standing_leaving)
    move(LeavingLink, "person")
    move(Delegate, "person", key=seat_taken, unite=unite_seats)
