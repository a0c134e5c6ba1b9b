"""What outreach holds on a person, for the access pack."""

from django.utils.translation import gettext_lazy as _

from m4c.outreach.models import Told
from m4c.people.access.sources import Table, hold


def register() -> None:
    """Say where outreach holds something on a person."""
    hold("told", _("What a group told you, and whom you told"), Table(Told, of=("person", "teller")))
