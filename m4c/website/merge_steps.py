"""How faces in pictures come along when two people are made one."""

from m4c.people.merging import move
from m4c.website.models import Recognised


def register() -> None:
    """Tell what of the website moves."""
    move(Recognised, "person")
