"""How asking, inviting, leaving and sitting for a body come along when two people, or two groups, are made one."""

from collections.abc import Hashable

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from m4c.people.groups.merging import Step, drop, follows, register_step, stays
from m4c.people.merging import Move, follow, move
from m4c.people.models import Delegate, JoinRequest, Leaving, LeavingLink, MemberBody, Membership, OpenInvitation
from m4c.people.operations import belonging_joining as joining
from m4c.people.operations.merging.journal import Journal


def open_request(row: JoinRequest) -> Hashable | None:
    """One waiting request to a group for a person."""
    return row.group_id if row.answered_at is None else None


def standing_leaving(row: Leaving) -> Hashable | None:
    """One wish to be out of a group for a person: it stands whichever record told of it."""
    return row.group_id if row.back_at is None else None


def leavings(journal: Journal) -> None:
    """Whoever left a group on their own wish is out of it, though the other record still belongs there."""
    both = [journal.keep, journal.other]
    standing = Leaving.objects.standing().filter(person__in=both)
    left = {(leaving.group_id, leaving.person_id): leaving.on for leaving in standing}
    for row in Membership.objects.open().filter(person__in=both).order_by("pk"):
        twin_of = journal.other if row.person_id == journal.keep.pk else journal.keep
        day = left.get((row.group_id, twin_of.pk))
        if day:
            journal.change(row, ended_on=max(day, row.started_on or day), ended_by=journal.by)
    Move(Leaving, "person", key=standing_leaving)(journal)


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
    register_step(Step(JoinRequest, "group", joining.requests, _("people who ask to come in")))
    follows(Leaving, key=("person_id",), among=Q(back_at=None), unite=drop)
    follows(LeavingLink)
    follows(OpenInvitation, title=_("invitations by a code"))
    seats = {"key": ("coalition_id",), "among": Q(left_on=None), "unite": joining.end_seats}
    follows(MemberBody, "body", **seats, title=_("seats in coalitions"))
    stays(MemberBody, "coalition")
    move(JoinRequest, "person", key=open_request)
    follow(Leaving, "person", leavings)
    move(LeavingLink, "person")
    move(Delegate, "person", key=seat_taken, unite=unite_seats)
