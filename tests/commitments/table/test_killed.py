"""A server that is killed while answers come in loses none that it answered, and what is sent again is there once."""

import json
import os
import signal
import socket
import sqlite3
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from urllib.error import URLError
from urllib.request import Request, urlopen

import pytest

from m4c.core.models.record import new_uid
from tests.databases import SQLite

PATIENCE = 120
ENOUGH = 8  # confirmed before the server is killed
WRITTEN = "SELECT uid, confirmed_at IS NOT NULL FROM commitments_answer WHERE struck_at IS NULL"


class Phone:
    """One of two who write beside the stage."""

    def __init__(self, event: str, cookie: str) -> None:
        self.event, self.cookie, self.guard = event, cookie, ""

    def send(self, address: str, *entries: dict[str, str]) -> list[dict[str, str]]:
        """What the server says to these. Raises OSError where it says nothing."""
        here = f"{address}/organise/events/{self.event}/answers/"
        headers = {"Cookie": self.cookie}
        if not self.guard:
            with urlopen(Request(f"{here}list/", headers=headers), timeout=20) as told:
                self.guard = json.load(told)["guard"]
        headers |= {"X-CSRFToken": self.guard, "Content-Type": "application/json", "Referer": here, "Origin": address}
        with urlopen(Request(f"{here}entries/", json.dumps(entries).encode(), headers), timeout=20) as told:
            found: list[dict[str, str]] = json.load(told)
            return found


@contextmanager
def web(data: Path) -> Iterator[tuple[str, "subprocess.Popen[bytes]"]]:
    """Our web server on this data folder, in a process group of its own."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "m4c", "web", "--host", "127.0.0.1", "--port", str(port)]
    with (data / "web.log").open("ab") as log:
        server = subprocess.Popen(command, env=surroundings(data), start_new_session=True, stdout=log, stderr=log)
    try:
        until = time.monotonic() + PATIENCE
        while not answers(f"http://127.0.0.1:{port}"):
            assert server.poll() is None, (data / "web.log").read_text()
            assert time.monotonic() < until, (data / "web.log").read_text()
            time.sleep(0.1)
        yield f"http://127.0.0.1:{port}", server
    finally:
        if server.poll() is None:
            os.killpg(server.pid, signal.SIGKILL)
        server.wait()


def surroundings(data: Path) -> dict[str, str]:
    """What a process needs to find this data folder."""
    left_out = {"DATABASE_URL"}
    return {name: value for name, value in os.environ.items() if name not in left_out} | {"M4C_DATA": str(data)}


def answers(address: str) -> bool:
    """Whether the server is there."""
    try:
        with urlopen(f"{address}/healthz", timeout=5) as told:
            return bool(told.status == 200)
    except (URLError, OSError):
        return False


def written(data: Path) -> dict[str, bool]:
    """Answers by their uid, and whether a second person confirmed each."""
    with closing(sqlite3.connect(f"file:{data / 'm4c.sqlite3'}?mode=ro", uri=True)) as database:
        return {uid.replace("-", ""): bool(confirmed) for uid, confirmed in database.execute(WRITTEN)}


def heard(ask: str) -> dict[str, str]:
    """A yes to an ask, as a phone mints it."""
    told = {"kind": "answer", "ask": ask, "answer": "yes", "words": "I will"}
    return told | {"uid": str(new_uid()), "at": datetime.now(UTC).isoformat()}


def confirmed(entry: dict[str, str]) -> dict[str, str]:
    """That somebody else heard the same."""
    return {"kind": "confirm", "of": entry["uid"], "uid": str(new_uid()), "at": entry["at"]}


@pytest.mark.slow
def test_killed_in_the_middle_it_loses_no_confirmed_answer(tmp_path: Path) -> None:
    template = SQLite()
    template.ensure_template()
    (tmp_path / "m4c.sqlite3").write_bytes(template.kept.read_bytes())
    made = subprocess.run(
        [sys.executable, "-m", "tests.commitments.table.stage"], env=surroundings(tmp_path), capture_output=True
    )
    assert made.returncode == 0, made.stderr.decode()
    stage: dict[str, Any] = json.loads(made.stdout)
    leader, organiser = (Phone(stage["event"], stage[who]) for who in ("leader", "organiser"))
    pairs = [(entry, confirmed(entry)) for entry in map(heard, stage["asks"])]
    kept: list[str] = []

    with web(tmp_path) as (address, server):

        def write() -> None:
            for entry, second in pairs:
                try:
                    assert leader.send(address, entry)[0]["said"] == "kept"
                    assert organiser.send(address, second)[0]["said"] == "confirmed"
                except OSError:
                    return
                kept.append(entry["uid"].replace("-", ""))

        writing = threading.Thread(target=write)
        writing.start()
        until = time.monotonic() + PATIENCE
        while len(kept) < ENOUGH and writing.is_alive() and time.monotonic() < until:
            time.sleep(0.005)
        os.killpg(server.pid, signal.SIGKILL)
        server.wait()
        writing.join()

    assert ENOUGH <= len(kept) < len(pairs)
    found = written(tmp_path)
    assert [uid for uid in kept if not found.get(uid)] == []

    with web(tmp_path) as (address, _server):  # what got no answer waits on the phones, and is sent again, all of it
        assert {one["said"] for one in leader.send(address, *(entry for entry, _second in pairs))} == {"kept"}
        assert {one["said"] for one in organiser.send(address, *(second for _entry, second in pairs))} == {"confirmed"}
    assert written(tmp_path) == {entry["uid"].replace("-", ""): True for entry, _second in pairs}
