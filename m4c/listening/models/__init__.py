"""The tables of listening."""

from m4c.listening.models.house_meeting import HouseMeeting
from m4c.listening.models.one_to_one import OneToOne

__all__ = ["HouseMeeting", "OneToOne"]
