"""Somebody who touched every app is erased, and is found in no table, no file, no index and no queued work after it."""

import json
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.apps import apps
from django.core import mail
from django.db import connection

from m4c.core.worker import run_waiting
from m4c.people import ledger
from m4c.people.erasing import ERASERS
from m4c.people.models import Erasure, Person
from m4c.people.operations.erasure import decide_erasures
from tests.cast import Cast
from tests.erasure.touched import (
    EMAIL,
    FAMILY,
    GIVEN,
    LINES,
    PHONE,
    STORIES,
    files_below,
    somebody_who_touched_everything,
)
from tests.factories import NOW
from tests.importing import data_folder
from tests.website.conftest import laid_out, site

__all__ = ["data_folder", "laid_out", "site"]

WORDS = {GIVEN, FAMILY, EMAIL, PHONE, PHONE.removeprefix("+44"), "07700 900188", LINES}
# Where the uid stays: the emptied record itself, which answers to it, and what was done to it, by whom.
UID_STAYS = {"people_person", "core_auditentry"}


def forms(word: str) -> set[bytes]:
    """A word as it is written, folded, and as JSON holds it."""
    plain = unicodedata.normalize("NFKD", word).encode("ascii", "ignore").decode()
    return {form.casefold().encode() for form in (word, plain, json.dumps(word)[1:-1])}


def tables() -> Iterator[tuple[str, list[tuple[Any, ...]]]]:
    """Every table of the database with all its rows, those of the search's own index among them."""
    with connection.cursor() as cursor:
        for name in sorted(connection.introspection.table_names(cursor)):
            if not name.startswith("places_"):
                cursor.execute(f"SELECT * FROM {connection.ops.quote_name(name)}")
                yield name, cursor.fetchall()


def text_of(value: Any) -> bytes:
    """A value as bytes to look in."""
    if isinstance(value, bytes | memoryview):
        return bytes(value).lower()
    return str(value).casefold().encode()


def tables_with(*wanted: bytes) -> set[str]:
    """Tables in which one of these stands."""
    return {
        name
        for name, rows in tables()
        if any(word in text_of(value) for row in rows for value in row for word in wanted)
    }


def test_every_app_of_ours_is_in_the_story() -> None:
    names = [each.name for each in apps.get_app_configs() if each.name.startswith("m4c.")]
    assert list(STORIES) == [name.removeprefix("m4c.") for name in names]


@pytest.mark.slow
def test_nothing_is_left_of_somebody_who_touched_every_app(laid_out: Cast, data_folder: Path) -> None:
    cast = laid_out
    person = somebody_who_touched_everything(cast)
    run_waiting()
    wanted = set().union(*map(forms, WORDS))
    before = tables_with(*wanted)
    assert {"people_person", "people_note", "events_event", "website_storypage", "people_importrow"} <= before
    assert any(word in text for text in files_below(data_folder).values() for word in forms(EMAIL))
    figures = ledger.rebuild()
    mail.outbox.clear()

    ticked = [name for name in ERASERS.names() if ERASERS[name].by_name]
    decide_erasures(people=[person], why="asked", at=NOW, ticked=ticked, by=cast.data_protection)
    run_waiting()

    assert Erasure.objects.get(person=person).swept_at
    assert tables_with(*wanted) == set()
    uid = {str(person.uid).encode(), person.uid.hex.encode()}
    assert tables_with(*uid) - UID_STAYS == set()
    left = {path for path, content in files_below(data_folder).items() if any(word in content for word in wanted | uid)}
    assert left == set()
    assert mail.outbox == []
    assert ledger.rebuild() == {"added": 0, "changed": 0, "withdrawn": 0}, figures
    assert Person.objects.get(pk=person.pk).name == "somebody erased"
