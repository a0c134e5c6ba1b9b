"""How conversations come along when two people are made one."""

from django.utils.translation import gettext as _

from m4c.listening.models import HouseMeeting, OneToOne
from m4c.people.merging import joined, move
from m4c.people.operations.merging.journal import Journal, MergeRefused


def unite(journal: Journal, kept: OneToOne, gone: OneToOne) -> bool:
    """Two records of one 1-2-1 are one: held where either was, with the next step of both."""
    held_on = kept.held_on or gone.held_on
    days = [day for day in (kept.next_step_by, gone.next_step_by) if day]
    journal.change(
        kept,
        held_on=held_on,
        called_off_on=None if held_on else kept.called_off_on and gone.called_off_on,
        next_step=joined(kept.next_step, gone.next_step, 300, _("next step")),
        next_step_by=min(days, default=None),
        followed_up_on=kept.followed_up_on or gone.followed_up_on,
    )
    return True


def refuse_two_meetings(journal: Journal, kept: HouseMeeting, gone: HouseMeeting) -> bool:
    """Two house meetings of a day have guests and figures of their own: nobody can tell here which is which."""
    raise MergeRefused(
        _("Both are down as host of a house meeting on {day}. Settle first which of them took place.").format(
            day=f"{kept.day:%d.%m.%Y}"
        ),
        code="two_house_meetings",
    )


def register() -> None:
    """Tell what of conversations moves."""
    move(OneToOne, "asker", key=lambda row: (row.other_id, row.day), unite=unite)
    move(OneToOne, "other", key=lambda row: (row.asker_id, row.day), unite=unite)
    move(HouseMeeting, "host", key=lambda row: row.day, unite=refuse_two_meetings)
