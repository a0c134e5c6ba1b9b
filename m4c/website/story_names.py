"""Whether a story says more of its teller's name than they agreed to: in its text, its address, or in searches."""

import json
import re
from collections.abc import Iterator
from html import unescape
from typing import TYPE_CHECKING, Any

from m4c.people.names import PARTICLE, words
from m4c.website.models.pictures_on_page import pictures_on

if TYPE_CHECKING:
    from m4c.website.models import StoryPage

READ = ("title", "teller", "lead", "slug", "seo_title", "search_description", "place")
LINK = re.compile(r'href="([^"]*)"')
TAG = re.compile(r"<[^>]*>")
POSSESSIVE = re.compile(r"['\u2019]s\b")


def told_of_name(story: "StoryPage", *names: str, allowed: str = "") -> tuple[str, str] | None:
    """The first word of these names, but for those allowed, that the story says, and its field; None for none."""
    hidden = set[str]().union(*map(words_of, names)) - words_of(allowed)
    for field, text in texts(story):
        if found := hidden & words_of(text):
            return min(found), field
    return None


def texts(story: "StoryPage") -> Iterator[tuple[str, str]]:
    """Everything that a reader or a machine reads of a story, with the field where it is written."""
    for field in READ:
        yield field, str(getattr(story, field))
    body = json.loads(story.serializable_data()["body"] or "[]")
    for text in texts_within(body):
        yield "body", unescape(" ".join([TAG.sub("", text), TAG.sub(" ", text), *LINK.findall(text)]))
    for picture in pictures_on(story):
        yield "picture", picture.description


def texts_within(block: Any) -> Iterator[str]:
    """Every text in a tree of blocks."""
    if isinstance(block, str):
        yield block
    elif isinstance(block, list | dict):
        for inner in block.values() if isinstance(block, dict) else block:
            yield from texts_within(inner)


def words_of(text: str) -> set[str]:
    """The words of a text, folded as names are compared; without those that join the parts of a name."""
    found = words(POSSESSIVE.sub("", text))
    return {word for word in found if len(word) > 1 and not PARTICLE.fullmatch(word)}
