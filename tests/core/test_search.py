"""The search box: what it makes of what is typed, and that sources answer only to those who may ask."""

from typing import Any

import pytest
from django.db.models import Q

from m4c.core import search as module
from m4c.core.permissions import SIGNED_IN
from m4c.core.register import Register
from m4c.core.search import Found, Hit, Source, cleaned, holds, pattern, search
from m4c.people.models import Group
from m4c.people.permissions import SEE_PROTECTED
from tests.cast import Cast


@pytest.fixture
def sources(monkeypatch: pytest.MonkeyPatch) -> Register[Source]:
    register: Register[Source] = Register("Sources of a test.")
    monkeypatch.setattr(module, "SOURCES", register)
    return register


def hits(account: Any, words: str, limit: int) -> list[Hit]:
    return [Hit(f"{words} {number}", "/") for number in range(limit)]


def test_what_is_typed_is_cleaned() -> None:
    assert cleaned("  Siân \x00\n Prosser\u202e ") == "Siân Prosser"
    assert cleaned("x" * 5_000) == "x" * 100


def test_sources_answer_in_order_and_only_to_those_who_may_ask(cast: Cast, sources: Register[Source]) -> None:
    sources.add("late", Source("Late", "users", SIGNED_IN, hits, 20))
    sources.add("early", Source("Early", "users", SIGNED_IN, lambda *asked: [Hit("one", "/")], 10))
    sources.add("none", Source("None", "users", SIGNED_IN, lambda *asked: [], 5))
    sources.add("closed", Source("Closed", "users", SEE_PROTECTED, hits, 1))
    found = search(cast.member, "lamps", 2)
    assert found == [
        Found("Early", "users", [Hit("one", "/")], more=False),
        Found("Late", "users", [Hit("lamps 0", "/"), Hit("lamps 1", "/")], more=True),
    ]
    assert search(cast.member, " l ", 2) == []


TYPED = ["lampau yr", "LÂMPAU", "Stryd", "llŷr o'r", "llyr o\u2019r", "[1]", "100%_\\", "(a|b)*"]


@pytest.mark.parametrize("typed", TYPED)
def test_words_are_found_whatever_their_accents_case_and_signs(cast: Cast, typed: str) -> None:
    group = cast.cardiff
    group.name = "Lampau yr Stryd Llŷr O\u2019r 100%_\\ [1] (a|b)*"
    group.save()
    cast.swansea.name = "Another"
    cast.swansea.save()
    found = Group.objects.filter(holds("name", typed), pk__in=[group.pk, cast.swansea.pk])
    assert list(found) == [group]


@pytest.mark.parametrize("typed", [".*", "[", "\\", "a{9999}", "'; drop table", "ffi", "😀", "%", "_"])
def test_nothing_that_is_typed_breaks_it_or_finds_all(cast: Cast, typed: str) -> None:
    assert list(Group.objects.filter(holds("name", typed))) == []


def test_no_words_are_no_filter() -> None:
    assert (holds("name", ""), pattern("b")[:2]) == (Q(), "[b")
