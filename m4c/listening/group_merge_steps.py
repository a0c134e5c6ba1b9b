"""How conversations come along when a group becomes part of another."""

from django.utils.translation import gettext_lazy as _

from m4c.listening.models import Concern, HouseMeeting, MeetingRound, OneToOne, OneToOneAsk
from m4c.listening.operations.meeting_round import one_round
from m4c.people.groups.merging import follows


def register() -> None:
    """Tell what of conversations moves."""
    follows(OneToOne, title=_("1-2-1s"))
    follows(OneToOneAsk, title=_("those asked for a 1-2-1"))
    follows(HouseMeeting, title=_("house meetings"))
    follows(MeetingRound, title=_("rounds of house meetings"), key=("name",), unite=one_round)
    follows(Concern, title=_("concerns"))
