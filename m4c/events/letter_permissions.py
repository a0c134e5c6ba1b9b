"""The right to send the letters of events, which the software's worker holds; planners write and approve them."""

from django.utils.translation import gettext_lazy as _

from m4c.core.permissions import MACHINE, Permission, Role

SEND_EVENT_LETTERS = Permission(
    "events.send_letters",
    _("Queue and send letters of events that whoever plans them wrote or approved."),
    holders=[Role.WORKER, *MACHINE],
)
