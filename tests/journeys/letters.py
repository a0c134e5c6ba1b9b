"""Links out of letters: asked for in the browser or on the command line, and read where a demo keeps its mail."""

import re
import time
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import Page

from tests.journeys.readied import send
from tests.journeys.served import command_line

PATIENCE = 60  # seconds until the worker has sent a letter
QUICKEST = 2_500  # milliseconds: a public form takes whoever is faster for a robot


def mailed(data: Path, shape: str) -> str:
    """The path of the link of this shape in a letter, as soon as one is sent."""
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        for letter in (data / "mail").glob("*"):
            if found := re.search(shape, letter.read_text(encoding="utf-8")):
                return urlsplit(found[0]).path
        time.sleep(0.2)
    raise LookupError(f"no letter has a link like {shape}")


def to_join(page: Page, data: Path) -> str:
    """The link that somebody who wants to join makes sure by."""
    page.goto("/join/")
    page.wait_for_timeout(QUICKEST)
    send(page, given_name="Nerys", family_name="Tomos", email="nerys.tomos@example.org", postcode="CF24 1AB")
    return mailed(data, r"https?://\S+/join/[\w-]{30,}/")


def to_own_data(page: Page, data: Path) -> str:
    """The link to one's own contact details and consents."""
    page.goto("/my-data/")
    page.wait_for_timeout(QUICKEST)
    send(page, email="kofi.mensah@example.org")
    return mailed(data, r"https?://\S+/my-data/[\w-]{30,}/")


def to_leave(page: Page, data: Path) -> str:
    """The link by which somebody leaves a group."""
    page.goto("/leave/")
    page.wait_for_timeout(QUICKEST)
    send(page, email="kofi.mensah@example.org")
    return mailed(data, r"https?://\S+/leave/[\w-]{30,}/")


def to_sign_in(page: Page, data: Path) -> str:
    """The link that lets somebody in, once."""
    said = command_line(data, "account", "link", "--email", "kofi.mensah@example.org")
    found = re.search(r"/sign-in/\S+/", said)
    assert found, said
    return found[0]


def to_a_new_password(page: Page, data: Path) -> str:
    """The link to set a password anew."""
    page.goto("/account/password/reset/")
    send(page, email="kofi.mensah@example.org")
    return mailed(data, r"https?://\S+/account/password/reset/key/\S+/")


LETTERS: dict[str, Callable[[Page, Path], str]] = {
    "join-confirm": to_join,
    "leave-by-link": to_leave,
    "own-data-link": to_own_data,
    "own-data": to_own_data,
    "sign-in-link": to_sign_in,
    "account_reset_password_from_key": to_a_new_password,
}
PRESSED = {"own-data"}  # pages that a press on the link's own page opens, in the browser that made it
