"""What apps to the right do when a story may not go as far any more, and where they show it: filled in their `ready()`.

A follower runs in the very transaction that lowers, so that what it takes off is off with it.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from m4c.core.register import Register
from m4c.listening.models import Story

if TYPE_CHECKING:
    from django.utils.functional import Promise


@dataclass(frozen=True)
class Shown:
    """A place where a story is shown now, and that lets go of it by itself."""

    title: str
    url: str


@dataclass(frozen=True)
class Press:
    """Something that an app to the right does with a story that may be used for it, by one press on its page."""

    label: "str | Promise"
    route: str
    use: str


STORY_LOWERED: Register[Callable[[Story], None]] = Register("What else follows how far a story may go.")
STORY_SHOWN: Register[Callable[[Story], Iterable[Shown]]] = Register("Where a story is shown now.")
STORY_PRESSES: Register[Press] = Register("What else can be done with a story.")


def story_lowered(story: Story) -> None:
    """Have every app take off what a story may not be used for any more."""
    for follow in STORY_LOWERED.all():
        follow(story)


def where_shown(story: Story) -> list[Shown]:
    """Every place where a story is shown now."""
    return [place for places in STORY_SHOWN.all() for place in places(story)]
