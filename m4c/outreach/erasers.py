"""What becomes of tellings on erasure: that somebody was told stays as a number, without whom."""

from django.utils.translation import gettext_lazy as _

from m4c.outreach.models import Telling, Told
from m4c.people.erasers import COUNTED
from m4c.people.erasing import goes, mentions, nameless


def register() -> None:
    """Tell what becomes of outreach's rows."""
    goes(Told, "person", _("that they were told something by a group"))
    nameless(Told, "teller", _("whom they took on to tell"), COUNTED)
    mentions(Telling, "subject", "words", "chat_words", what=_("their name in what a group told its people"))
