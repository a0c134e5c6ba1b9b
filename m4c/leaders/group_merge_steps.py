"""How training and pledges come along when a group becomes part of another."""

from django.utils.translation import gettext_lazy as _

from m4c.leaders.models import ConversationPledge, Programme, TrainingSession
from m4c.people.group_merging import Joining, follows


def unite_programmes(joining: Joining, kept: Programme, gone: Programme) -> None:
    """One programme of a name, with the sessions of both."""
    TrainingSession.objects.filter(programme=gone).update(programme=kept)
    gone.delete()


def register() -> None:
    """Tell what of training and pledges moves."""
    follows(ConversationPledge, title=_("conversation pledges"))
    follows(Programme, key=("name",), unite=unite_programmes)
    follows(TrainingSession, "partner")
