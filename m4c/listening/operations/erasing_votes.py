"""Erase somebody from open ballots: what they voted stays counted, and leads to nobody."""

from django.db.models import QuerySet

from m4c.listening.models import Vote
from m4c.people.erasing import Forgotten


def unlink(forgotten: Forgotten, rows: "QuerySet[Vote]") -> None:
    """Cut the way from a vote to whoever cast it."""
    rows.update(voter=None)
