"""Run a command with DATABASE_URL set to a PostgreSQL of its own: new, on loopback, gone afterwards.

python -m ci.with_postgres python -m pytest
"""

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
from pathlib import Path

from ci import debian

USER = "postgres"  # the package's own: the server refuses to run as root
QUICK = ("fsync=off", "synchronous_commit=off", "full_page_writes=off")  # nothing here outlives the run


def programs() -> Path:
    """The folder of the newest PostgreSQL, which Debian keeps off the path; installed when there is none."""
    for attempt in (1, 2):
        found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: int(path.parts[-3]))
        if found:
            return found[-1].parent
        if attempt == 1:
            debian.install("postgresql")
    sys.exit("PostgreSQL was installed, and its programs are not in /usr/lib/postgresql.")


@contextmanager
def postgres() -> Iterator[str]:
    """A running server; the address of an empty database on it."""
    folder = programs()
    home = Path(tempfile.mkdtemp(prefix="m4c-postgres-"))
    as_user = []
    if os.geteuid() == 0:
        shutil.chown(home, USER, USER)
        as_user = ["setpriv", f"--reuid={USER}", f"--regid={USER}", "--clear-groups"]
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = str(free.getsockname()[1])
    data, log = str(home / "data"), home / "log"
    initdb = ["-D", data, "-U", "m4c", "--auth=trust", "--encoding=UTF8", "--locale=C.UTF-8", "--no-sync"]
    subprocess.run([*as_user, f"{folder}/initdb", *initdb], check=True, stdout=subprocess.DEVNULL, cwd=home)
    options = ["-D", data, "-k", str(home), "-h", "127.0.0.1", "-p", port]
    quick = [word for setting in QUICK for word in ("-c", setting)]
    words = [*as_user, f"{folder}/postgres", *options, *quick]
    # In a session of its own: a Ctrl-C reaches the command first, and the server through us.
    server = subprocess.Popen(words, cwd=home, stderr=log.open("w"), start_new_session=True)
    try:
        ready = [f"{folder}/pg_isready", "-q", "-h", "127.0.0.1", "-p", port]
        deadline = time.monotonic() + 30
        while subprocess.run(ready).returncode != 0:
            if server.poll() is not None or time.monotonic() > deadline:
                sys.exit(f"PostgreSQL did not start:\n{log.read_text()}")
            time.sleep(0.1)
        yield f"postgresql://m4c@127.0.0.1:{port}/postgres"
    finally:
        server.send_signal(signal.SIGINT)  # end at once, sessions and all
        server.wait(timeout=30)
        shutil.rmtree(home)


def main(command: list[str]) -> int:
    """Run the command; its exit status is ours."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    with postgres() as url:
        return subprocess.run(command, env={**os.environ, "DATABASE_URL": url}).returncode


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
