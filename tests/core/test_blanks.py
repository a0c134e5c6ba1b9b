"""Blanks: nothing is decided by a value that is filled in later."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest
from django.db import connection

from m4c.core.blanks import Blank, adapted, outline_of

UID = UUID("a8098c1a-f86e-11da-bd1a-00112444be1e")


@pytest.mark.parametrize(
    "decide",
    [
        lambda blank: blank == 5,
        lambda blank: blank != 5,
        lambda blank: blank > 5,
        lambda blank: blank <= 5,
        lambda blank: blank in (5, 6),
        lambda blank: sorted([blank, Blank("other")]),
        lambda blank: f"{blank}",
        lambda blank: blank + 5,
        lambda blank: blank * 2,
        lambda blank: int(blank),
        lambda blank: len(blank),
        lambda blank: list(blank),
    ],
)
def test_nothing_is_decided_by_a_blank(decide: Callable[[Any], Any]) -> None:
    with pytest.raises(TypeError):
        decide(Blank("given"))


def test_a_blank_counts_as_true_and_is_neither_none_nor_empty() -> None:
    assert [bool(Blank("given")), Blank("given") == None, Blank("given") == ""] == [True, False, False]  # noqa: E711


def test_blanks_of_one_name_are_one() -> None:
    assert {Blank("given"), Blank("given"), Blank("other")} == {Blank("given"), Blank("other")}


@pytest.mark.parametrize(
    ("blank", "value", "filled"),
    [
        (Blank("given"), 5, 5),
        (Blank("given") + "zz", "00001", "00001zz"),
        (Blank("given") - timedelta(days=14), date(2026, 3, 15), adapted(date(2026, 3, 1), connection)),
        (Blank("given") + timedelta(hours=1), datetime(2026, 3, 29, tzinfo=UTC), datetime(2026, 3, 29, 1, tzinfo=UTC)),
    ],
)
@pytest.mark.django_db
def test_a_blank_is_filled_in(blank: Blank, value: Any, filled: Any) -> None:
    assert blank.filled({"given": value}, connection) == adapted(filled, connection)


@pytest.mark.django_db
def test_a_uid_is_filled_in_as_the_database_keeps_it() -> None:
    kept = UID if connection.features.has_native_uuid_field else UID.hex
    assert Blank("given").filled({"given": UID}, connection) == kept


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        (5, 6, True),
        (5, "6", False),
        ("a", "b", True),
        ("a", "", False),
        (None, 5, False),
        (True, False, False),
        ([1, 2], [3, 4], True),
        ([1, 2], [3], False),
    ],
)
def test_arguments_are_alike_but_for_what_is_filled_in(one: Any, other: Any, alike: bool) -> None:
    assert (outline_of("given", one).shape == outline_of("given", other).shape) is alike


def test_a_list_has_a_blank_for_each_of_its_values() -> None:
    outline = outline_of("given", ["x", "y"])
    assert (outline.drawn(), outline.values) == (
        [Blank("given.0"), Blank("given.1")],
        {"given.0": "x", "given.1": "y"},
    )
