"""The tables of leaders."""

from m4c.leaders.models.conversation_pledge import ConversationPledge
from m4c.leaders.models.training_session import Programme, TraineeStanding, TrainingSession

__all__ = ["ConversationPledge", "Programme", "TraineeStanding", "TrainingSession"]
