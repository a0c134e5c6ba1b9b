"""What is so on a phone once it had time for it, asked of the browser until it says yes: a page kept, a draft gone."""

import time
from typing import Any

from playwright.sync_api import Page

PATIENCE = 30.0  # seconds
KEPT = """async (here) => {
  const worker = await navigator.serviceWorker.getRegistration(here);
  return worker?.active?.state === "activated" && Boolean(await caches.match(here));
}"""


def wait_until_kept(page: Page, here: str = "") -> None:
    """Wait until the phone keeps the page at this address, or the one it shows, and its worker is at work."""
    wait_until(page, KEPT, here or page.evaluate("location.pathname"))


def wait_until(page: Page, question: str, about: Any = None) -> None:
    """Wait until the browser answers yes to this function of its own, which may take its time.

    Playwright's own waiting takes an answer that is still to come for a yes, so this asks again itself.
    """
    until = time.monotonic() + PATIENCE
    while not page.evaluate(question, about):
        assert time.monotonic() < until, f"not within {PATIENCE:.0f} seconds: {question}"
        page.wait_for_timeout(100)
