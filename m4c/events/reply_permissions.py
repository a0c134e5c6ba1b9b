"""The rights over replies of the public page that nobody needs a link for."""

from django.utils.translation import gettext_lazy as _

from m4c.core.permissions import MACHINE, Permission, Role

LOOK_AFTER_REPLIES = Permission(
    "events.look_after_replies",
    _("Give places that came free to those who wait, and forget guests and needs after an event."),
    holders=[Role.ORGANISER, Role.WORKER, *MACHINE],
)
