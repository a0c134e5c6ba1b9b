"""Where reports stand in the workspace's navigation."""

from django.utils.translation import gettext_lazy as _

from m4c.core.navigation import PLACES, Place
from m4c.insight.permissions import SEE_REPORTS


def register() -> None:
    """Put reports into the navigation."""
    PLACES.add("reports", Place(_("Reports"), "reports", "chart-bar", SEE_REPORTS, order=80))
