"""Measures public pages as strangers load them, against the same bytes from the bare web server.

    M4C_DATA=/tmp/bench python -m bench.public_pages

Loads the demo movement into that folder: never point it at a database in use.
"""

import os
import subprocess
import sys
import time
import urllib.error
import urllib.request

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
django.setup()

from django.conf import settings  # noqa: E402
from django.test import Client  # noqa: E402 - Django must be set up first

from bench._load import Told, load  # noqa: E402
from m4c.cli.demo import fill_if_empty  # noqa: E402
from m4c.cli.shell import prepare  # noqa: E402
from m4c.core.assets import build_assets  # noqa: E402
from m4c.website.models import StoryPage  # noqa: E402

PORTS = (8947, 8948)
SECONDS = 5.0
CLIENTS = 8
RATE = 800  # answers a second: what the issue promises for one machine of two cores
BARE = """
import sys
from granian import Granian
from granian.constants import Interfaces
Granian("bench._bare:application", address="127.0.0.1", port=int(sys.argv[1]), interface=Interfaces.WSGI,
        workers=1, blocking_threads=1, log_enabled=False).serve()
"""


def main() -> None:
    """Serve, load, print; 1 where a page is slower than promised and the bare server is not."""
    prepare()
    build_assets()
    fill_if_empty(echo=lambda line: None)
    settings.ALLOWED_HOSTS = ["*"]
    pages = {"home": "/", "stories": "/stories/", "home in Welsh": "/cy/"}
    if story := StoryPage.objects.live().first():
        pages["a story"] = story.url
    body = Client().get("/").content
    (settings.DATA_DIR / "bare.html").write_bytes(body)
    web = serve([sys.executable, "-m", "m4c", "web", "--host", "127.0.0.1", "--port", str(PORTS[0])], PORTS[0])
    bare = serve([sys.executable, "-c", BARE, str(PORTS[1])], PORTS[1])
    slow = []
    try:
        print(f"{'':34}{'req/s':>8}{'p50 ms':>9}{'p95 ms':>9}{'CPU ms':>9}{'of bare':>9}")
        floor = measured("the same bytes, bare server", f"http://127.0.0.1:{PORTS[1]}/", bare.pid, None)
        for name, path in pages.items():
            told = measured(name, f"http://127.0.0.1:{PORTS[0]}{path}", web.pid, floor)
            if told.rate < RATE and told.cpu_each > 1000 / RATE:  # a busy machine alone fails nobody
                slow.append(name)
    finally:
        for child in (web, bare):
            child.terminate()
            child.wait()
    if slow:
        raise SystemExit(f"Fewer than {RATE} a second: {', '.join(slow)}.")


def measured(name: str, url: str, server: int, floor: Told | None) -> Told:
    """One client for the latency, eight for the rate; prints the row."""
    load(url, "</html>", clients=1, seconds=0.5, server=server)
    alone = load(url, "</html>", clients=1, seconds=SECONDS, server=server)
    many = load(url, "</html>", clients=CLIENTS, seconds=SECONDS, server=server)
    if alone.wrong + many.wrong:
        raise SystemExit(f"{name}: {alone.wrong + many.wrong} answers were not the page.")
    share = f"{many.rate / floor.rate:9.2f}" if floor else ""
    print(f"{name:34}{many.rate:8.0f}{alone.at(0.5):9.2f}{alone.at(0.95):9.2f}{many.cpu_each:9.2f}{share}")
    return many


def serve(command: list[str], port: int) -> "subprocess.Popen[bytes]":
    """Start a server and wait until it answers."""
    child = subprocess.Popen(command, start_new_session=True)
    for _ in range(300):
        try:
            urllib.request.urlopen(f"http://127.0.0.1:{port}/", timeout=5).read()
        except urllib.error.URLError:
            time.sleep(0.1)
        else:
            return child
    raise SystemExit(f"Nothing answers on port {port}.")


if __name__ == "__main__":
    main()
