"""What others read of public tables of office-holders: only their chapter of the demo.

These tables are of public roles, and tell of none of our people.
"""

from m4c.core.demo import CHAPTERS, Chapter


def register() -> None:
    """Put the chapter into the story, after who decides."""
    CHAPTERS.add("power.loading", Chapter(101, "m4c.power.loading.demo.tell"))
