"""Whether a story says more of its teller's name than they agreed to: in its text, its address, or in searches."""

import json
import re
import unicodedata
from collections.abc import Iterator
from html import unescape
from typing import TYPE_CHECKING, Any

from m4c.people.names import PARTICLE, words
from m4c.website.models.pictures_on_page import pictures_on

if TYPE_CHECKING:
    from m4c.website.models import StoryPage

READ = ("title", "teller", "lead", "seo_title", "search_description", "place")
LINK = re.compile(r'href="([^"]*)"')
TAG = re.compile(r"<[^>]*>")
WORD = re.compile("[^\\W_]+(?:['\u2019][^\\W_]+)*")
POSSESSIVE = re.compile(r"['\u2019]s\b")


def told_of_name(story: "StoryPage", *names: str, allowed: str = "") -> tuple[str, str] | None:
    """The first word of these names, but for those allowed, that the story says, and its field; None for none.

    A word in small letters is no name, so that one called Will may say "we will", unless its owner writes it so. An
    address has no capitals: there it is a name, unless the title has the word in small letters.
    """
    hidden = set[str]().union(*map(words_of, names)) - words_of(allowed)
    written_small = hidden - words_of(without_small(" ".join(names)))
    for field, text in texts(story):
        if found := (hidden & words_of(without_small(text))) | (written_small & words_of(text)):
            return min(found), field
    ordinary = words_of(story.title) - words_of(without_small(story.title))
    for field, address in addresses(story):
        if found := (hidden & words_of(address)) - ordinary:
            return min(found), field
    return None


def texts(story: "StoryPage") -> Iterator[tuple[str, str]]:
    """All words that a reader or a machine reads of a story, with the field where they are written."""
    for field in READ:
        yield field, str(getattr(story, field))
    for text in texts_within(body_of(story)):
        yield "body", unescape(f"{TAG.sub('', text)} {TAG.sub(' ', text)}")
    for picture in pictures_on(story):
        yield "picture", picture.description


def addresses(story: "StoryPage") -> Iterator[tuple[str, str]]:
    """The story's own address, and those that it links to."""
    yield "slug", story.slug
    for text in texts_within(body_of(story)):
        for address in LINK.findall(text):
            yield "body", unescape(address)


def body_of(story: "StoryPage") -> Any:
    """The blocks of a story, as they are kept."""
    return json.loads(story.serializable_data()["body"] or "[]")


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


def without_small(text: str) -> str:
    """A text without its words that are all in small letters; those of scripts that have no capitals stay."""
    return WORD.sub(lambda word: "" if word[0].islower() else word[0], unicodedata.normalize("NFC", text))
