"""What becomes of training and pledges on erasure: the figures stay, and say no more who."""

from django.utils.translation import gettext_lazy as _

from m4c.leaders.models import ConversationPledge, Programme, TraineeStanding, TrainingSession
from m4c.people.erasers import COUNTED
from m4c.people.erasing import goes, stays, tells_of_nobody


def register() -> None:
    """Tell what becomes of training and pledges."""
    stays(ConversationPledge, "person", _("pledges of conversations, as a count"), COUNTED)
    stays(TrainingSession.trainers.through, "person", _("training given, as a count"), COUNTED)
    goes(TraineeStanding, "attendance__person", _("whether they were a member when they were trained"))
    tells_of_nobody(Programme, TrainingSession, why="names of programmes and sessions, not of people")
