"""What others read of kits: what becomes of them when groups come together or somebody goes."""

from django.utils.translation import gettext_lazy as _

from m4c.campaigns.models import Kit, KitIntroduction, KitRun, KitWish
from m4c.core.demo import CHAPTERS, Chapter
from m4c.core.operations import change
from m4c.people.access.own import BY_EMAIL, has_email
from m4c.people.access.sources import Table, hold
from m4c.people.erasing import by_email, goes, mentions
from m4c.people.groups.merging import Joining, follows


def another_name(joining: Joining, kept: Kit, gone: Kit) -> None:
    """Two kits of one name are two still: the one that comes along says of which group it was."""
    change(gone, group=kept.group, name=f"{gone.name[:90]} ({gone.group.name[:20]}, {gone.pk})")


def register() -> None:
    """Tell what becomes of kits and runs when groups come together, and of a name in them when somebody goes."""
    follows(Kit, title=_("kits"), key=("name",), unite=another_name)
    follows(KitRun, title=_("runs of kits"))
    mentions(Kit, "what_for", "steps", "materials", "texts", "lessons", what=_("their name in a kit"))
    mentions(KitRun, "words", what=_("their name in what came of a kit"))
    goes(KitWish, "email", _("that they want a kit in their place"), rows=by_email(KitWish))
    met = by_email(KitIntroduction, "wish__email")
    goes(KitIntroduction, "wish__email", _("that they were asked to meet others"), rows=met)
    hold("kits", _("What you want in your place"), Table(KitWish, where=has_email, always=BY_EMAIL))
    CHAPTERS.add("kits", Chapter(110, "m4c.campaigns.kits.demo.tell"))
