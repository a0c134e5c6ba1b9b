"""Loaded before Django's settings: gives a test run a data folder of its own and keeps it off the network."""

import atexit
import gc
import os
import shutil
import sys
import tempfile
from pathlib import Path
from typing import Any

# What a developer's shell may hold for a server of their own; DATABASE_URL stays, it chooses the database tested.
OF_A_SERVER = {
    "ALLOWED_HOSTS",
    "BEHIND_PROXY",
    "DEBUG",
    "DEFAULT_FROM_EMAIL",
    "LOG_LEVEL",
    "PORT",
    "SECRET_KEY",
    "SITE_URL",
    "SUPPRESSION_KEY",
}


def own_data_folder() -> None:
    """Point M4C_DATA at a folder of this process, gone when it ends, and forget the settings of other servers."""
    folder = tempfile.mkdtemp(prefix="m4c-tests-")
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    for name in list(os.environ):
        if name in OF_A_SERVER or name.startswith(("EMAIL_", "IMPORT_", "PLACES_", "WEB_")):
            del os.environ[name]
    os.environ["M4C_DATA"] = folder
    Path(folder, "static").mkdir()  # or each client would say that there is none


def only_loopback(event: str, arguments: tuple[Any, ...]) -> None:
    """Refuse a connection, a datagram or a look-up of a name that would leave this machine."""
    if event in ("socket.connect", "socket.sendto", "socket.sendmsg"):
        address = arguments[1]
        host = address[0] if isinstance(address, tuple) else None  # a path or None stays on the machine
    elif event == "socket.getaddrinfo":
        host = arguments[0]
    else:
        return
    name = host.decode() if isinstance(host, bytes) else host
    if name and name not in ("localhost", "::1", "0.0.0.0") and not name.startswith("127."):
        raise RuntimeError(f"A test may not reach the network, and this one tried {name}.")


def keep_bytecode() -> None:
    """Let Python keep what it compiled, though containers often forbid it: or each process compiles all tests anew."""
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    sys.dont_write_bytecode = False


def collect_seldom() -> None:
    """Let Python look for rubbish less often than for a program of ordinary size: a tenth of a run went into it."""
    gc.set_threshold(50_000, 20, 20)


own_data_folder()
keep_bytecode()
collect_seldom()
sys.addaudithook(only_loopback)
