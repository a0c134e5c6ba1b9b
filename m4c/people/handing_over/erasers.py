"""What becomes of handing over, of who stays in touch, and of a group's chart, when somebody is erased."""

from django.utils.translation import gettext_lazy as _

from m4c.people.erasing import goes, stays, tells_of_nobody
from m4c.people.models import ChartPlace, HandedOver, HandingOver, PersonContact

OTHERS = _("It tells of the people who were handed over. It says that somebody did this, and no longer who.")


def register() -> None:
    """Tell what goes, and what stays for the sake of others."""
    goes(PersonContact, "person", _("who stays in touch with them"))
    goes(PersonContact, "contact", _("with whom they stay in touch"))
    goes(HandedOver, "person", _("being handed over to a next contact"))
    stays(HandedOver, "next_contact", _("being somebody's next contact"), OTHERS)
    stays(HandingOver, "person", _("having handed their people over"), OTHERS)
    stays(HandingOver, "introducer", _("owing introductions to somebody's people"), OTHERS)
    tells_of_nobody(ChartPlace, why="doors and places of which nobody is known")
