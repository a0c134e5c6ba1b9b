"""How tellings come along when two people, or two groups, are made one."""

from django.utils.translation import gettext_lazy as _

from m4c.outreach.models import Telling, Told
from m4c.people.groups.merging import follows
from m4c.people.merging import move
from m4c.people.operations.merging.journal import Journal

State = Told.State
STRENGTH = [State.WAITING, State.QUEUED, State.HELD_BACK, State.FAILED, State.NOT_REACHED, State.TOLD]


def unite(journal: Journal, kept: Told, gone: Told) -> bool:
    """Who stood twice in a telling was told once: as the stronger of the two says, by whoever took the share."""
    stronger = max(kept, gone, key=lambda told: STRENGTH.index(State(told.state)))
    journal.change(kept, state=stronger.state, teller_id=kept.teller_id or gone.teller_id)
    return True


def register() -> None:
    """Tell what of outreach moves."""
    move(Told, "person", key=lambda row: row.telling_id, unite=unite)
    move(Told, "teller")
    follows(Telling, title=_("what it told its people"))
