"""Whether a phone has what it needs before its signal goes: asked of the browser until it says yes."""

import time

from playwright.sync_api import Page

PATIENCE = 30.0  # seconds
KEPT = """async (here) => {
  const worker = await navigator.serviceWorker.getRegistration(here);
  return worker?.active?.state === "activated" && Boolean(await caches.match(here));
}"""


def wait_until_kept(page: Page, here: str = "") -> None:
    """Wait until the phone keeps the page at this address, or the one it shows, and its worker is at work.

    Playwright's own waiting takes an answer that is still to come for a yes, so this asks again itself.
    """
    path, until = here or page.evaluate("location.pathname"), time.monotonic() + PATIENCE
    while not page.evaluate(KEPT, path):
        assert time.monotonic() < until, f"{path} was not kept within {PATIENCE:.0f} seconds"
        page.wait_for_timeout(100)
