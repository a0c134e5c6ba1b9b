"""The operators' log: a scanner's wrong host is one line, and nothing else loses its traceback."""

import io
import logging
from collections.abc import Iterator
from typing import Any

import pytest
from django.conf import settings
from django.test import Client, override_settings
from django.utils.module_loading import import_string


@pytest.fixture
def log() -> Iterator[io.StringIO]:
    """What a handler with the filters of the settings writes."""
    told: dict[str, Any] = settings.LOGGING
    written = io.StringIO()
    handler = logging.StreamHandler(written)
    for name in told["handlers"]["stderr"]["filters"]:
        handler.addFilter(import_string(told["filters"][name]["()"])())
    logging.getLogger().addHandler(handler)
    yield written
    logging.getLogger().removeHandler(handler)


@override_settings(ALLOWED_HOSTS=["ours.example"])
def test_a_host_that_is_not_ours_is_one_line(log: io.StringIO) -> None:
    answer = Client(raise_request_exception=False).get("/", headers={"Host": "scanner.example"})

    lines = [line for line in log.getvalue().splitlines() if "scanner.example" in line]
    assert (answer.status_code, len(lines), "Traceback" in log.getvalue()) == (400, 1, False)


def test_other_errors_keep_their_traceback(log: io.StringIO) -> None:
    try:
        raise ValueError("broken")
    except ValueError:
        logging.getLogger("m4c").exception("It broke")

    assert "Traceback" in log.getvalue()
