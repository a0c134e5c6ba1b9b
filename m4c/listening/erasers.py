"""What becomes of conversations on erasure: that they were held stays counted, what was said goes."""

from django.utils.translation import gettext_lazy as _

from m4c.events.models import Event
from m4c.listening.models import Concern, HostOffer, HouseMeeting, MeetingRound, OneToOne, OneToOneAsk
from m4c.listening.operations.erasing import in_their_home, no_place, no_words
from m4c.people.erasers import COUNTED
from m4c.people.erasing import goes, mentions, nameless


def register() -> None:
    """Tell what becomes of conversations."""
    nameless(OneToOne, "asker", _("1-2-1s that they asked for"), COUNTED)
    nameless(OneToOne, "other", _("1-2-1s with them"), COUNTED)
    goes(OneToOneAsk, "asker", _("whom they asked for a 1-2-1"))
    goes(OneToOneAsk, "other", _("that they were asked for a 1-2-1"))
    nameless(HouseMeeting, "host", _("house meetings that they hosted"), COUNTED)
    nameless(
        Event, "house_meeting", _("their home as a place of meetings"), COUNTED, rows=in_their_home, erase=no_place
    )
    nameless(Concern, "person", _("what they said hurts"), COUNTED, erase=no_words)
    mentions(Concern, "words", "place", what=_("their name in what somebody else said hurts"))
    nameless(HostOffer, "person", _("their offers to host a house meeting"), COUNTED)
    mentions(HostOffer, "name", what=_("their name as somebody who offered to host"))
    mentions(MeetingRound, "name", what=_("their name in the name of a round of meetings"))
    said = _("their name in what was agreed with somebody else")
    mentions(OneToOne, "next_step", "commitment", what=said)
    mentions(HouseMeeting, "next_step", what=said)
