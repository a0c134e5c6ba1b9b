"""What others read of wins."""

from django.utils.translation import gettext_lazy as _

from m4c.campaigns.casework.roll_up import TOTALS, Total
from m4c.commitments.models import Win, WinLook
from m4c.commitments.wins import panels, public, today
from m4c.core.demo import CHAPTERS, Chapter
from m4c.people.erasing import mentions
from m4c.people.groups.merging import follows


def register() -> None:
    """Tell what becomes of it when people or groups come together, go, or ask; and where it stands on other pages."""
    said = _("their name in what is written of a win")
    mentions(
        Win,
        "name",
        "change_words",
        "for_whom",
        "missing",
        "says_who",
        "source",
        "rule",
        "scope_words",
        what=said,
    )
    mentions(WinLook, "words", what=said)
    follows(Win, title=_("wins"))
    TOTALS.add("commitments.wins", Total(_("wins"), Win.objects.all, 70, one=_("win")))
    panels.register()
    public.register()
    today.register()
    CHAPTERS.add("commitments.wins", Chapter(109, "m4c.commitments.wins.demo.tell"))
