"""What strangers type into the public forms, before any rule has looked at it."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Written:
    """Who wrote what, in which language."""

    name: str
    email: str
    words: str
    language: str
