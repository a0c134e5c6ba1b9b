"""Ports: is one free, and does it answer yet."""

import contextlib
import errno
import socket
import subprocess
import time
from urllib.error import URLError
from urllib.request import urlopen

from m4c.core.errors import Refused


def refuse_taken_port(host: str, port: int) -> None:
    """Raise Refused in one sentence where somebody else listens there, or we may not."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            if error.errno == errno.EADDRINUSE:
                raise Refused(
                    f"Port {port} is taken by another program. Choose another, for example: PORT={port + 1} m4c serve"
                ) from None
            raise Refused(f"Cannot listen on {host}:{port}: {error.strerror}.") from None


def wait_until_served(host: str, port: int, children: list[subprocess.Popen[bytes]], seconds: float = 30) -> None:
    """Return once the server answers. Raises Refused where a child ends before, or the time is up."""
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        if any(child.poll() is not None for child in children):
            break
        answered = contextlib.suppress(URLError, ConnectionError, TimeoutError)
        with answered, urlopen(f"http://{host}:{port}/healthz", timeout=2):
            return
        time.sleep(0.1)
    raise Refused("The server did not start; see what it said above.")
