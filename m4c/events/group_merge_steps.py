"""How events come along when a group becomes part of another."""

from django.utils.translation import gettext_lazy as _

from m4c.events.models import Event, Job
from m4c.people.groups.merging import follows


def register() -> None:
    """Tell what of events moves."""
    follows(Event, title=_("events"))
    follows(Job, title=_("jobs"))
