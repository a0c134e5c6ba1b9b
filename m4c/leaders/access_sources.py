"""What leaders holds on a person, for the access pack."""

from django.utils.translation import gettext_lazy as _

from m4c.leaders.models import ConversationPledge, TraineeStanding
from m4c.people.access.sources import Table, hold


def register() -> None:
    """Say where training and pledges hold something on a person."""
    hold(
        "pledges",
        _("What you pledged, and your training"),
        Table(ConversationPledge),
        Table(TraineeStanding, of=("attendance__person",)),
    )
