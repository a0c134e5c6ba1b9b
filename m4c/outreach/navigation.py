"""Where outreach stands in the workspace's navigation."""

from django.utils.translation import gettext_lazy as _

from m4c.core.navigation import PLACES, Place
from m4c.outreach.permissions import TELL_SHARE


def register() -> None:
    """Put telling a group among the places."""
    PLACES.add("tellings", Place(_("Tell a group"), "tellings", "megaphone", TELL_SHARE, 75))
