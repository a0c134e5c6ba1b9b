"""The rights over what a group tells its people, and the roles that hold each."""

from django.utils.translation import gettext_lazy as _

from m4c.core.permissions import MACHINE, Permission, Role

TELL_GROUP = Permission(
    "outreach.tell_group",
    _("Write to the people of a group who agreed to hear from it, and share out calls and letters to the rest."),
    holders=[Role.ORGANISER, *MACHINE],
)
TELL_SHARE = Permission(
    "outreach.tell_share",
    _("See whom one took on to call or write to, and say who was told."),
    holders=[Role.LEADER, Role.ORGANISER, *MACHINE],
)
SEND_TELLINGS = Permission(
    "outreach.send_tellings",
    _("Gather who is told and send the letters, once somebody who may has sent a telling off."),
    holders=[Role.WORKER, *MACHINE],
)
