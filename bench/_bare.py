"""The web server with nothing behind it: one page from memory, the floor that our pages are measured against."""

import os
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

BODY = (Path(os.environ["M4C_DATA"]) / "bare.html").read_bytes()
HEADERS = [("Content-Type", "text/html; charset=utf-8"), ("Content-Length", str(len(BODY)))]


def application(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
    """The page, whatever is asked."""
    start_response("200 OK", HEADERS)
    return [BODY]
