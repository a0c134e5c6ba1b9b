"""What listening holds on a person, for the access pack."""

from django.utils.translation import gettext_lazy as _

from m4c.listening.models import Concern, HostOffer, HouseMeeting, OneToOne, OneToOneAsk
from m4c.people.access.sources import Table, hold


def register() -> None:
    """Say where conversations hold something on a person."""
    hold(
        "conversations",
        _("Conversations"),
        Table(OneToOne, of=("asker", "other"), words=("next_step", "commitment", "alongside")),
        Table(OneToOneAsk, of=("asker", "other")),
        Table(HouseMeeting, of=("host",), words=("next_step",)),
        Table(HostOffer),
    )
    hold("concerns", _("What they said hurts"), Table(Concern, words=("words",)))
