"""What events hold on a person, for the access pack."""

from django.utils.translation import gettext_lazy as _

from m4c.events.models import Attendance, Job
from m4c.people.access.sources import Table, hold


def register() -> None:
    """Say where events hold something on a person."""
    hold("attendance", _("What you came to"), Table(Attendance, of=("person", "brought_by")))
    hold("jobs", _("Jobs that you took on"), Table(Job, of=("taken_by",)))
