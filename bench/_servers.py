"""Servers of a measurement: ours as `m4c serve` starts it, and others in the same web server, each on its own port."""

import os
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager

OTHER = """
import sys
from granian import Granian
from granian.constants import Interfaces
Granian(sys.argv[2], address="127.0.0.1", port=int(sys.argv[1]), interface=Interfaces.WSGI,
        workers=1, blocking_threads=1, log_enabled=False).serve()
"""


@contextmanager
def ours(port: int, settings: str = "bench._limitless") -> "Iterator[subprocess.Popen[bytes]]":
    """Our web server alone."""
    command = [sys.executable, "-m", "m4c", "web", "--host", "127.0.0.1", "--port", str(port)]
    with served(command, port, DJANGO_SETTINGS_MODULE=settings) as server:
        yield server


@contextmanager
def other(port: int, application: str, **surroundings: str) -> "Iterator[subprocess.Popen[bytes]]":
    """Another application in the same web server."""
    with served([sys.executable, "-c", OTHER, str(port), application], port, **surroundings) as server:
        yield server


@contextmanager
def served(command: list[str], port: int, **surroundings: str) -> "Iterator[subprocess.Popen[bytes]]":
    """Start a server, wait until it answers anything, and end it."""
    child = subprocess.Popen(command, env=os.environ | surroundings, start_new_session=True)
    try:
        wait_for(port)
        yield child
    finally:
        kill(child, signal.SIGTERM)


def wait_for(port: int) -> None:
    """Until something answers there."""
    for _ in range(300):
        try:
            urllib.request.urlopen(f"http://127.0.0.1:{port}/", timeout=5).read()
        except urllib.error.HTTPError:
            return
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            time.sleep(0.1)
        else:
            return
    raise SystemExit(f"Nothing answers on port {port}.")


def kill(child: "subprocess.Popen[bytes]", how: signal.Signals) -> None:
    """End a server and all that it started."""
    if child.poll() is None:
        os.killpg(child.pid, how)
        child.wait()
