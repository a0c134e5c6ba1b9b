"""`m4c serve` and `m4c worker`: the web server and the worker, as one command or apart."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import click
from django.conf import settings
from filelock import FileLock, Timeout

from config.schedule import SCHEDULE
from m4c.cli.demo import fill_if_empty, sign_in_lines
from m4c.cli.ports import refuse_taken_port, wait_until_served
from m4c.cli.shell import prepare
from m4c.core.assets import build_assets
from m4c.core.errors import Refused
from m4c.core.parent import end_with_parent
from m4c.core.worker import run_worker

M4C = [sys.executable, "-m", "m4c"]


@click.command()
@click.option("--port", type=click.IntRange(1, 65535), help="Port to serve on.  [default: PORT, else 8000]")
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on.")
@click.option("--demo/--no-demo", default=True, help="Fill an empty database with the demo movement.")
def serve(port: int | None, host: str, demo: bool) -> None:
    """Serve the web pages and run the worker, until Ctrl+C.

    Migrates the data folder, loads the demo movement into an empty one, and collects the static files that changed.

    Example:  PORT=8080 m4c serve
    """
    port = port or settings.PORT
    with alone("serve.lock", f"{settings.DATA_DIR} is being served already."):
        refuse_taken_port(host, port)
        prepare()
        build_assets()
        if demo:
            fill_if_empty(echo=click.echo)
        children = start(host, port)
        try:
            wait_until_served(host, port, children)
            click.echo(f"\n  Movement for Change is at http://{host}:{port}/\n")
            if host == "127.0.0.1":
                click.echo(f"  (passkeys want a name: http://localhost:{port}/)\n")
            for line in sign_in_lines():
                click.echo(f"  {line}")
            click.echo("  Ctrl+C ends it.")
            sys.exit(watch(children))
        finally:
            end(children)


@click.command(hidden=True)
@click.option("--host", required=True)
@click.option("--port", type=int, required=True)
def web(host: str, port: int) -> None:
    """The web server alone, as `m4c serve` starts it."""
    from granian import Granian
    from granian.constants import Interfaces

    end_with_parent()
    os.environ["M4C_SERVED"] = "yes"
    Granian(
        "config.wsgi:application",
        address=host,
        port=port,
        interface=Interfaces.WSGI,
        workers=int(os.environ.get("WEB_WORKERS", "1")),
        blocking_threads=1,
        log_access=False,
        log_enabled=False,
    ).serve()


@click.command()
@click.option("--name", default="worker", show_default=True, help="A name of its own for each worker of a data folder.")
def worker(name: str) -> None:
    """Run background tasks and the schedule, until Ctrl+C. `m4c serve` runs one by itself.

    Example:  m4c worker --name second
    """
    prepare()
    if os.environ.get("M4C_SERVED"):
        end_with_parent()
    with alone(f"{name}.lock", f"A worker called {name} is at work in {settings.DATA_DIR} already."):
        run_worker(f"{name}@{data_folder_id()}", SCHEDULE)


def alone(lock: str, sentence: str) -> FileLock:
    """Hold a lock of the data folder, or raise Refused with this sentence."""
    held = FileLock(settings.DATA_DIR / lock)
    try:
        held.acquire(timeout=0)
    except Timeout:
        raise Refused(sentence) from None
    return held


def data_folder_id() -> str:
    """What tells this data folder's workers from those of another machine on the same database."""
    path: Path = settings.DATA_DIR / "id"
    if not path.exists():
        path.write_text(os.urandom(6).hex())
    return path.read_text()


def start(host: str, port: int) -> list[subprocess.Popen[bytes]]:
    """The web server and the worker, each a child that ends with this process."""
    environment = os.environ | {"M4C_SERVED": "yes", "PORT": str(port)}
    commands = [[*M4C, "web", "--host", host, "--port", str(port)], [*M4C, "worker"]]
    return [subprocess.Popen(command, env=environment, start_new_session=True) for command in commands]


def watch(children: list[subprocess.Popen[bytes]]) -> int:
    """Wait until told to stop (0), or until a child ends by itself (1)."""
    stopped = False

    def stop(number: int, frame: object) -> None:
        nonlocal stopped
        stopped = True

    signal.signal(signal.SIGTERM, stop)
    signal.signal(signal.SIGINT, stop)
    while not stopped:
        if any(child.poll() is not None for child in children):
            click.echo("A part of the server ended by itself; see what it said above.", err=True)
            return 1
        time.sleep(0.2)
    return 0


def end(children: list[subprocess.Popen[bytes]]) -> None:
    """End the children: asked first, then not."""
    for child in children:
        child.terminate()
    for child in children:
        try:
            child.wait(timeout=10)
        except subprocess.TimeoutExpired:
            child.kill()
