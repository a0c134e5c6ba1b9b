"""What becomes of a note to the press when whoever was named in it is erased: it stays, and says no more who it was."""

from typing import Any

from django.db.models import QuerySet

from m4c.people.erasing import Forgotten


def no_contact(forgotten: Forgotten, rows: "QuerySet[Any]") -> None:
    """The note stays without its contact."""
    rows.update(contact=None)
