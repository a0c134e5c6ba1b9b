"""How conversations come along when two people are made one."""

from collections.abc import Callable, Hashable

from django.utils.translation import gettext as _

from m4c.listening.models import Concern, HostOffer, HouseMeeting, OneToOne, OneToOneAsk
from m4c.people.merging import joined, move
from m4c.people.operations.merging.journal import Journal, MergeRefused


def unite(journal: Journal, kept: OneToOne, gone: OneToOne) -> bool:
    """Two records of one 1-2-1 are one: held where either was, with the next step and the promise of both.

    A note hangs on one record alone: the other's stays, as a note about the person.
    """
    held_on = kept.held_on or gone.held_on
    days = [day for day in (kept.next_step_by, gone.next_step_by) if day]
    journal.change(
        kept,
        held_on=held_on,
        called_off_on=None if held_on else kept.called_off_on and gone.called_off_on,
        next_step=joined(kept.next_step, gone.next_step, 300, _("next step")),
        next_step_by=min(days, default=None),
        next_step_of=kept.next_step_of if kept.next_step else gone.next_step_of,
        commitment=joined(kept.commitment, gone.commitment, 300, _("what they said they would do")),
        written_as=kept.written_as or gone.written_as,
        followed_up_on=kept.followed_up_on or gone.followed_up_on,
    )
    if gone.note_id and not kept.note_id:
        note = gone.note
        journal.change(gone, note=None)
        journal.change(kept, note=note)
    return True


def refuse_two_meetings(journal: Journal, kept: HouseMeeting, gone: HouseMeeting) -> bool:
    """Two house meetings of a day have guests and figures of their own: nobody can tell here which is which."""
    raise MergeRefused(
        _("Both are down as host of a house meeting on {day}. Settle first which of them took place.").format(
            day=f"{kept.day:%d.%m.%Y}"
        ),
        code="two_house_meetings",
    )


def unite_offers(journal: Journal, kept: HostOffer, gone: HostOffer) -> bool:
    """Two offers of one guest are one, with the meeting that came of either."""
    became = gone.became
    if became and kept.became_id is None:
        journal.change(gone, became=None)
        journal.change(kept, became=became)
    return True


def waits_for(field: str) -> "Callable[[OneToOneAsk], Hashable | None]":
    """Two askings say the same where both wait, between the same two people; any other says something of its own."""
    return lambda row: getattr(row, field) if row.is_waiting and not row.taken_back_at else None


def unite_askings(journal: Journal, kept: OneToOneAsk, gone: OneToOneAsk) -> bool:
    """Two askings that wait are one, of the later day."""
    journal.change(kept, asked_on=max(kept.asked_on, gone.asked_on), means=kept.means or gone.means)
    return True


def register() -> None:
    """Tell what of conversations moves."""
    move(OneToOne, "asker", key=lambda row: (row.other_id, row.day), unite=unite)
    move(OneToOne, "other", key=lambda row: (row.asker_id, row.day), unite=unite)
    move(OneToOneAsk, "asker", key=waits_for("other_id"), unite=unite_askings)
    move(OneToOneAsk, "other", key=waits_for("asker_id"), unite=unite_askings)
    move(Concern, "person")
    move(HostOffer, "person", key=lambda row: row.meeting_id, unite=unite_offers)
    move(HouseMeeting, "host", key=lambda row: row.day, unite=refuse_two_meetings)
