"""The rights over conversations, and the roles that hold each."""

from django.utils.translation import gettext_lazy as _

from m4c.core.permissions import MACHINE, Permission, Role

SEE_CONVERSATIONS = Permission(
    "listening.see",
    _("See that 1-2-1s and house meetings of a group took place, and their next steps."),
    holders=[Role.ORGANISER, Role.DATA_PROTECTION, *MACHINE],
)
RECORD_CONVERSATIONS = Permission(
    "listening.record",
    _("Record 1-2-1s and house meetings."),
    holders=[Role.LEADER, Role.ORGANISER, Role.IMPORTER, *MACHINE],
)
RECORD_FOR_OTHERS = Permission(
    "listening.record_for_others",
    _("Record, in their name, 1-2-1s and house meetings that somebody else held."),
    holders=[Role.ORGANISER, Role.IMPORTER, *MACHINE],
)
