"""What of themes others read: ways in from a group's page, the demo, and what becomes of them on merges and erasure."""

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from m4c.core.demo import CHAPTERS, Chapter
from m4c.core.panels import GROUP_PANELS, Panel
from m4c.core.permissions import SIGNED_IN
from m4c.core.visibility import scopes_of
from m4c.listening.models import PublishedListening, Theme, ThemeStep
from m4c.listening.operations.theme_joining import one_theme
from m4c.listening.permissions import HEAR, SEE_LISTENING
from m4c.people.erasing import mentions, tells_of_nobody
from m4c.people.groups.merging import follows
from m4c.people.models import Account, Group


def ways_of(account: Account, group: Group) -> dict[str, object] | None:
    """What of a group's listening the account may open. No statement: the group's path is known."""
    scopes = scopes_of(group)
    sees, hears = (account.may(right, scopes) for right in (SEE_LISTENING, HEAR))
    return {"sees": sees, "hears": hears, "group": group} if group.is_in_tree and (sees or hears) else None


def register() -> None:
    """Tell all of it."""
    outside = {"campaign": None, "ended_at": None}
    follows(Theme, title=_("themes"), key=("name",), among=Q(**outside), unite=one_theme)
    said = _("their name in the name of a theme")
    mentions(Theme, "name", "about", what=said)
    mentions(ThemeStep, "words", what=said)
    tells_of_nobody(PublishedListening, why="figures without small numbers; of quotations it keeps no words")
    GROUP_PANELS.add("listening", Panel(_("Listening"), "listening/group_panel.html", ways_of, SIGNED_IN, 34))
    CHAPTERS.add("themes", Chapter(98, "m4c.listening.themes.demo.tell"))
