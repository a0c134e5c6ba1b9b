"""Walks the resolver: every address of the project, with its view behind partials and wrappers."""

import functools
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.urls import URLPattern, URLResolver, get_resolver


@dataclass(frozen=True)
class Address:
    """One address: where it is, its name, its view, and the tree that it came with where that is not ours."""

    where: str
    name: str
    view: Any
    mounted: str


def addresses() -> list[Address]:
    """All addresses of the project."""
    return list(walk(get_resolver().url_patterns, "", ""))


def walk(patterns: list[Any], prefix: str, mounted: str) -> Iterator[Address]:
    """The addresses below some patterns."""
    for pattern in patterns:
        where = prefix + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            yield from walk(pattern.url_patterns, where, mounted or getattr(pattern, "mounted", ""))
        elif isinstance(pattern, URLPattern):
            view = pattern.callback
            while isinstance(view, functools.partial):
                view = view.func
            yield Address(where, pattern.name or "", view, mounted)
