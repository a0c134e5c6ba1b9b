"""How conversations come along when a group becomes part of another."""

from django.utils.translation import gettext_lazy as _

from m4c.listening.models import HouseMeeting, OneToOne
from m4c.people.groups.merging import follows


def register() -> None:
    """Tell what of conversations moves."""
    follows(OneToOne, title=_("1-2-1s"))
    follows(HouseMeeting, title=_("house meetings"))
