"""What our SQLite makes of a statement's text, and that it is Django's own."""

import pytest
from django.db import connection
from django.db.backends.sqlite3.base import SQLiteCursorWrapper

from m4c.core.sqlite3.base import LONGEST, Cursor, with_question_marks

TEXTS = ["SELECT 1", "SELECT %s, '%%s'", "SELECT name FROM t WHERE name LIKE '%%a' AND at = %s OR a %% 2 = %s"]


@pytest.mark.parametrize("text", [*TEXTS, TEXTS[1] + " " * LONGEST])
def test_a_text_is_what_django_makes_of_it(text: str) -> None:
    ours, theirs = (each.convert_query(each.__new__(each), text) for each in (Cursor, SQLiteCursorWrapper))
    assert ours == theirs


def test_names_in_a_text_are_left_to_django() -> None:
    assert Cursor.convert_query(Cursor.__new__(Cursor), "SELECT %(a)s", param_names=["a"]) == "SELECT :a"


def test_only_texts_that_come_again_are_kept() -> None:
    with_question_marks.cache_clear()
    cursor = Cursor.__new__(Cursor)
    for text in (TEXTS[1], TEXTS[1], TEXTS[1] + " " * LONGEST):
        cursor.convert_query(text)
    assert with_question_marks.cache_info()[:2] == (1, 1)


def test_it_answers(db: None) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT %s, '%%s'", [3])
        assert list(cursor.fetchone()) == [3, "%s"]
        cursor.execute("SELECT '%s'")
        assert list(cursor.fetchone()) == ["%s"]
