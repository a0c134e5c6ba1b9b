"""How training and pledges come along when a group becomes part of another."""

from django.utils.translation import gettext_lazy as _

from m4c.leaders.models import ConversationPledge, Programme, TrainingSession
from m4c.leaders.operations.programme import unite_programmes
from m4c.people.groups.merging import follows


def register() -> None:
    """Tell what of training and pledges moves."""
    follows(ConversationPledge, title=_("conversation pledges"))
    follows(Programme, key=("name",), unite=unite_programmes)
    follows(TrainingSession, "partner")
