"""The software served for real: `m4c serve` on a free port, with a data folder of its own."""

import atexit
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from urllib.error import HTTPError, URLError
from urllib.request import urlopen

from tests.databases import ROOT, SQLite
from tests.typefaces import built_fonts

FURNISH = "from m4c.cli.serve import make_ready; make_ready(demo=True)"
PATIENCE = 300  # seconds for the first start: the demo movement, static files; a busy machine is no failure


def laid_out(data: Path) -> Path:
    """This empty data folder, with what takes longest at a first start: a migrated database, and the typefaces."""
    template = SQLite()
    template.ensure_template()
    shutil.copyfile(template.kept, data / "m4c.sqlite3")
    shutil.copytree(built_fonts(), data / "built" / "fonts")
    return data


@cache
def furnished() -> Path:
    """A folder with all that a first start of `m4c serve` makes, the demo movement and the static files: made once."""
    folder = Path(tempfile.mkdtemp(prefix="m4c-furnished-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    environment = {**os.environ, "M4C_DATA": str(laid_out(folder))}
    made = subprocess.run([sys.executable, "-c", FURNISH], cwd=ROOT, env=environment, capture_output=True, text=True)
    if made.returncode:
        raise RuntimeError(f"The demo movement could not be made:\n{made.stdout}{made.stderr}")
    return folder


def moved_in(data: Path) -> Path:
    """This empty data folder, with a copy of all that: the server that comes has nothing left to prepare."""
    shutil.copytree(furnished(), data, dirs_exist_ok=True)
    return data


@contextmanager
def served(data: Path, *options: str) -> Iterator[str]:
    """Serve this data folder while the block runs; gives the address. What the server says goes to serve.log there."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    address, log = f"http://127.0.0.1:{port}", data / "serve.log"
    command = [str(Path(sys.executable).with_name("m4c")), "serve", *options]
    environment = {**os.environ, "M4C_DATA": str(data), "PORT": str(port)}
    with log.open("w") as output:
        server = subprocess.Popen(command, env=environment, stdout=output, stderr=subprocess.STDOUT)
    try:
        until = time.monotonic() + PATIENCE
        while not answers(address):
            if server.poll() is not None or time.monotonic() > until:
                raise RuntimeError(f"`m4c serve` did not come up:\n{log.read_text()}")
            time.sleep(0.1)
        yield address
    finally:
        server.send_signal(signal.SIGINT)
        server.wait(timeout=30)


def command_line(data: Path, *words: str) -> str:
    """What an `m4c` command says, run beside the movement that is served from this data folder."""
    command = [str(Path(sys.executable).with_name("m4c")), *words]
    environment = {**os.environ, "M4C_DATA": str(data)}
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=True).stdout


def answers(address: str) -> bool:
    """Whether the server there says that it is well."""
    try:
        with urlopen(f"{address}/healthz", timeout=5) as answer:
            return bool(answer.status == 200)
    except (HTTPError, URLError, ConnectionError, TimeoutError):
        return False
