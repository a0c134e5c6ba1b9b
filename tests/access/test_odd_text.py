"""Whatever stands behind the `?` of an address: no page breaks, and no database is asked for what it cannot hold."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.db import connection
from django.test import Client

from tests.access.all_rows import TABLE
from tests.cast import Cast

READ = re.compile(r"""(?:GET\.get(?:list)?\(|GET\[|chosen\()"(\w+)\"""")
ODD = ["\0x", "9" * 40]  # no text to PostgreSQL, and no number to any database
READABLE = [name for name, row in TABLE.items() if "get" in row.methods and row.opens and ":" not in name]


def words_read() -> list[str]:
    """The names that our views read behind the `?`."""
    sources = (path.read_text() for path in Path(settings.BASE_DIR, "m4c").rglob("*.py"))
    return sorted({"page", "after", "before", *(name for source in sources for name in READ.findall(source))})


WORDS = words_read()


def refuse_zero_bytes(execute: Callable[..., Any], sql: str, given: Any, many: bool, context: Any) -> Any:
    """What PostgreSQL does with a text that holds a zero byte, in every database."""
    assert "\\x00" not in repr(given), sql
    return execute(sql, given, many, context)


@pytest.mark.parametrize("name", READABLE)
def test_odd_text_breaks_no_page(name: str, cast: Cast, clients: dict[str, Client]) -> None:
    row = TABLE[name]
    url = row.address(name, cast).partition("?")[0]
    persona = "organiser" if "organiser" in row.opens else min(row.opens)
    for odd in ODD:
        with connection.execute_wrapper(refuse_zero_bytes):
            answer = clients[persona].get(url, dict.fromkeys(WORDS, odd))
        assert answer.status_code < 500, odd
