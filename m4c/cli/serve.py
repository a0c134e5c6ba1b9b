"""`m4c serve`: the web server and the worker as one command. Most starts load Django only in the two of them."""

import os
import signal
import subprocess
import sys
import time

import click
from django.conf import settings

from m4c.cli.alone import alone
from m4c.cli.ports import refuse_taken_port, wait_until_served
from m4c.cli.readiness import is_ready, mark_ready
from m4c.cli.shell import prepare, set_up
from m4c.core.parent import end_with_parent

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
        if not is_ready(wants_demo=demo):
            make_ready(demo=demo)
        children = [start("web", "--host", host, "--port", str(port), port=port)]
        try:
            lines = what_to_say()
            wait_until_served(host, port, children)
            click.echo(f"\n  Movement for Change is at http://{host}:{port}/\n")
            if host == "127.0.0.1":
                click.echo(f"  (passkeys want a name: http://localhost:{port}/)\n")
            for line in lines:
                click.echo(f"  {line}")
            click.echo("  Ctrl+C ends it.")
            children.append(start("worker", port=port))  # last, so that it takes no time from the first page
            sys.exit(watch(children))
        finally:
            end(children)


def make_ready(*, demo: bool) -> None:
    """Migrate, collect static files, and fill an empty database with the demo movement where that is wanted."""
    set_up()
    from m4c.cli.demo import fill_if_empty
    from m4c.core.assets import build_assets

    prepare()
    build_assets()
    if demo:
        fill_if_empty(echo=click.echo)
    mark_ready()


def what_to_say() -> list[str]:
    """How to sign in. Loads Django, while the web server, a process of its own, does so too."""
    set_up()
    from m4c.cli.demo import sign_in_lines

    return sign_in_lines()


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


def start(*words: str, port: int) -> subprocess.Popen[bytes]:
    """A command of ours as a child that ends with this process."""
    environment = os.environ | {"M4C_SERVED": "yes", "PORT": str(port)}
    return subprocess.Popen([*M4C, *words], env=environment, start_new_session=True)


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
