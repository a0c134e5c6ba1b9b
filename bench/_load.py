"""A small keep-alive load client for loopback, and what a process tree burns. Each answer is checked."""

import asyncio
import os
import random
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import cycle
from pathlib import Path
from urllib.parse import quote, urlsplit


@dataclass
class Told:
    """What a run measured: latencies in milliseconds, wall seconds, wrong answers, CPU seconds of the server."""

    latencies: list[float] = field(default_factory=list)
    wrong: int = 0
    seconds: float = 0.0
    cpu: float = 0.0
    size: int = 0  # bytes of the largest answer

    def at(self, share: float) -> float:
        """The latency below which this share of the answers came."""
        ordered = sorted(self.latencies)
        return ordered[min(len(ordered) - 1, int(len(ordered) * share))]

    @property
    def rate(self) -> float:
        """Answers a second."""
        return len(self.latencies) / self.seconds

    @property
    def cpu_each(self) -> float:
        """Milliseconds of the server's CPU for an answer."""
        return 1000 * self.cpu / len(self.latencies)


def visitor() -> str:
    """An address of somebody's machine."""
    return f"10.{random.randrange(256)}.{random.randrange(256)}.{random.randrange(1, 255)}"


@dataclass(frozen=True)
class Asked:
    """What is asked and what a right answer has: a GET, or a POST of each of these forms once."""

    url: str
    expect: str = ""
    status: int = 200
    forms: Iterator[str] | None = None

    def next(self) -> bytes | None:
        """The next request on the wire; None where no form is left."""
        parts = urlsplit(self.url)
        if self.forms is None:
            return f"GET {parts.path} HTTP/1.1\r\nHost: {parts.netloc}\r\nAccept: text/html\r\n\r\n".encode()
        form = next(self.forms, None)
        if form is None:
            return None
        head = f"POST {parts.path} HTTP/1.1\r\nHost: {parts.netloc}\r\nContent-Length: {len(form)}\r\n"
        who = f"X-Forwarded-For: {visitor()}\r\n"  # each form is somebody else's
        return f"{head}{who}Content-Type: application/x-www-form-urlencoded\r\n\r\n{form}".encode()


@dataclass(frozen=True)
class Visiting(Asked):
    """Somebody signed in by a cookie, or nobody, who opens these addresses below `url` in turn."""

    paths: tuple[str, ...] = ()
    cookie: str = ""
    turn: Iterator[str] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "turn", cycle(self.paths))

    def next(self) -> bytes:
        """The next request on the wire."""
        who = f"Cookie: {self.cookie}\r\n" if self.cookie else ""
        host = urlsplit(self.url).netloc
        path = quote(next(self.turn), safe="/?=&%+")
        return f"GET {path} HTTP/1.1\r\nHost: {host}\r\nAccept: text/html\r\n{who}\r\n".encode()


def load(url: str, expect: str, *, clients: int, seconds: float, server: int) -> Told:
    """Ask for one address from so many connections for so long; `server` is the process whose tree is measured."""
    return ask(Asked(url, expect), clients=clients, seconds=seconds, server=server)


def ask(asked: Asked, *, clients: int, seconds: float, server: int) -> Told:
    """The same for anything that can be asked."""
    told = Told()
    before, started = cpu_seconds(server), time.perf_counter()
    asyncio.run(together(asked, clients, started + seconds, told))
    told.seconds, told.cpu = time.perf_counter() - started, cpu_seconds(server) - before
    return told


async def together(asked: Asked, clients: int, until: float, told: Told) -> None:
    """All connections at once."""
    await asyncio.gather(*(one(asked, until, told) for _ in range(clients)))


async def one(asked: Asked, until: float, told: Told) -> None:
    """One connection, that asks again as soon as it is answered."""
    parts = urlsplit(asked.url)
    reader, writer = await asyncio.open_connection(parts.hostname, parts.port)
    expect = asked.expect.encode()
    while time.perf_counter() < until and (request := asked.next()):
        began = time.perf_counter()
        writer.write(request)
        status, body = await answer(reader)
        told.latencies.append(1000 * (time.perf_counter() - began))
        told.wrong += status != asked.status or expect not in body
        told.size = max(told.size, len(body))
    writer.close()


async def answer(reader: asyncio.StreamReader) -> tuple[int, bytes]:
    """The status of one answer, and where it leads with its body, of known length or in chunks."""
    head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").split("\r\n")
    headers = {name.lower(): value.strip() for name, _, value in (line.partition(":") for line in head[1:] if line)}
    status, where = int(head[0].split()[1]), headers.get("location", "").encode()
    if "content-length" in headers:
        return status, where + await reader.readexactly(int(headers["content-length"]))
    body = where
    while size := int(await reader.readuntil(b"\r\n"), 16):
        body += (await reader.readexactly(size + 2))[:-2]
    await reader.readuntil(b"\r\n")
    return status, body


def cpu_seconds(root: int) -> float:
    """CPU seconds of a process and all below it."""
    parents: dict[int, list[int]] = {}
    for folder in Path("/proc").iterdir():
        if folder.name.isdigit():
            try:
                fields = (folder / "stat").read_text().rsplit(")", 1)[1].split()
            except OSError:  # it ended meanwhile
                continue
            parents.setdefault(int(fields[1]), []).append(int(folder.name))
    found, total = [root], 0.0
    for process in found:
        found += parents.get(process, [])
        fields = Path(f"/proc/{process}/stat").read_text().rsplit(")", 1)[1].split()
        total += sum(int(ticks) for ticks in fields[11:15])
    return total / os.sysconf("SC_CLK_TCK")
