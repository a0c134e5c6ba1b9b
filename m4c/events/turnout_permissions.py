"""The right to bring people to an event: to pledge how many, to list and ask them, and to write down what they say."""

from django.utils.translation import gettext_lazy as _

from m4c.core.permissions import MACHINE, Permission, Role

ASK_TO_EVENTS = Permission(
    "events.ask",
    _("Say how many one brings to an event, keep one's own list of whom to ask, and write down what they say."),
    holders=[Role.LEADER, Role.ORGANISER, *MACHINE],
)
