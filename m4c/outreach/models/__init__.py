"""The tables of outreach."""

from m4c.outreach.models.telling import Telling, Told

__all__ = ["Telling", "Told"]
