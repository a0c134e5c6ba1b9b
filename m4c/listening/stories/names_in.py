"""Names that a text may hold, as a hint to whoever looks through a story for the people in it: better one too many."""

import re
from collections.abc import Iterable

from m4c.people.names import words

WORD = re.compile("[^\\W\\d_]+(?:['\u2019-][^\\W\\d_]+)*")
SENTENCE_ENDS = '.!?:\n\u201c\u2018"('
SMALL = {"i", "i'm", "i'd", "i've", "i'll"}


def names_in(text: str, known: Iterable[str] = ()) -> list[str]:
    """What reads like a name: words with a capital within a sentence, joined where they stand together, and every
    word of the names that are `known`, wherever it stands. Each once, in the order of the text.
    """
    told = set().union(*map(words, known)) if known else set()
    found: dict[str, None] = {}
    run: list[str] = []
    end = 0
    for match in WORD.finditer(text):
        word, between = match[0], text[end : match.start()]
        begins = not text[: match.start()].strip() or any(sign in between for sign in SENTENCE_ENDS)
        plain = word.replace("\u2019", "'").removesuffix("'s")
        is_name = bool(told & set(words(plain))) or (word[0].isupper() and not begins and plain.casefold() not in SMALL)
        if run and (not is_name or between.strip()):
            found[" ".join(run)] = None
            run = []
        if is_name:
            run.append(plain)
        end = match.end()
    if run:
        found[" ".join(run)] = None
    return list(found)


def says_name(text: str, *names: str) -> str:
    """The first word of these names that a text says; blank where it says none."""
    hidden = {word for name in names for word in words(name) if len(word) > 1}
    return next((match[0] for match in WORD.finditer(text) if hidden & set(words(match[0]))), "")
