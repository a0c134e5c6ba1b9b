"""The tables of what was won."""

from m4c.commitments.models.win import Win, WinLook

__all__ = ["Win", "WinLook"]
