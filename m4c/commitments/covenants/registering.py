"""What others read of covenants and affiliations."""

from django.utils.translation import gettext_lazy as _

from m4c.commitments.covenants import today
from m4c.commitments.models import (
    Affiliation,
    AffiliationStep,
    Covenant,
    CovenantParty,
    CovenantReview,
    CovenantText,
)
from m4c.core.demo import CHAPTERS, Chapter
from m4c.core.operations import change
from m4c.people.erasing import mentions
from m4c.people.groups.merging import Joining, follows


def another_name(joining: Joining, kept: Affiliation, gone: Affiliation) -> None:
    """Two records of one body are two still: the one that comes along says of which group it was."""
    change(gone, group=kept.group, body_words=f"{gone.body_words[:120]} ({gone.group.name[:20]}, {gone.pk})")


def register() -> None:
    """Tell what becomes of it when people or groups come together, go, or ask; and where it stands elsewhere."""
    said = _("their name in a covenant or an affiliation")
    mentions(Covenant, "name", "about", what=said)
    mentions(CovenantText, "words", "changed_because", what=said)
    mentions(CovenantParty, "name", "kind_words", "will_do", "signed_by", "ended_because", what=said)
    mentions(CovenantReview, "words", "says_who", what=said)
    mentions(Affiliation, "body_words", "about", what=said)
    mentions(AffiliationStep, "hangs_on", "words", "says_who", what=said)
    follows(Covenant, title=_("covenants"))
    follows(CovenantParty, "body", title=_("their part in covenants"))
    follows(Affiliation, title=_("affiliations"), key=("body_words",), unite=another_name)
    today.register()
    CHAPTERS.add("commitments.covenants", Chapter(126, "m4c.commitments.covenants.demo.tell"))
