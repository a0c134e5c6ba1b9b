"""What a word of the glossary is."""

from dataclasses import dataclass, field

from django.utils.functional import Promise


@dataclass(frozen=True)
class Term:
    """A word, what it means, and the words beside it; `key` is its place on the page in every language."""

    key: str
    word: "str | Promise"
    meaning: "str | Promise"
    see: tuple[str, ...] = field(default=())
