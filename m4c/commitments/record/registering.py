"""What others read of commitments and their terms."""

from django.utils.translation import gettext_lazy as _

from m4c.commitments.models import (
    Amendment,
    Commitment,
    Condition,
    ConditionState,
    DueDate,
    Inheritance,
    Milestone,
    Standing,
)
from m4c.commitments.permissions import SEE_COMMITMENTS
from m4c.commitments.record import searched
from m4c.core.demo import CHAPTERS, Chapter
from m4c.core.navigation import PLACES, Place
from m4c.people.access.sources import Table, hold
from m4c.people.erasers import COUNTED
from m4c.people.erasing import mentions, nameless, tells_of_nobody
from m4c.people.groups.merging import follows
from m4c.people.merging import move


def erasers() -> None:
    """What becomes of rows when somebody is erased."""
    said = _("their name in what is written of a commitment")
    nameless(Commitment, "keeper", _("that they kept an eye on a commitment"), COUNTED)
    told = ("made_to", "occasion", "words", "counts_as_kept", "evidence_needed", "source", "due_words", "office_words")
    mentions(Commitment, *told, what=said)
    tells_of_nobody(Standing, why="how a commitment stands, worked out from its entries")
    mentions(DueDate, "words", "because", what=said)
    mentions(Milestone, "words", what=said)
    mentions(Condition, "words", what=said)
    mentions(ConditionState, "evidence", "says_who", what=said)
    mentions(Amendment, "words_before", "words_after", "because", "agreed_with", what=said)
    mentions(Inheritance, "words", "says_who", what=said)


def register() -> None:
    """Tell what becomes of it when people or groups come together, go, or ask; and where it stands elsewhere."""
    erasers()
    move(Commitment, "keeper")
    follows(Commitment, title=_("commitments"))
    only = ("reference", "made_on", "words", "next_contact_on")
    hold("commitments", _("Commitments you keep an eye on"), Table(Commitment, of=("keeper",), only=only))
    PLACES.add("commitments", Place(_("Commitments"), "commitments", "scale", SEE_COMMITMENTS, 60))
    searched.register()
    CHAPTERS.add("commitments", Chapter(120, "m4c.commitments.record.demo.tell"))
