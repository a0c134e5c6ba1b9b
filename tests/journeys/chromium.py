"""Debian's Chromium, driven by Playwright: a phone and a laptop, and what a page may not do on them."""

import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, Page, Playwright, ViewportSize

from tests.journeys.rules import RULES_OF_WCAG, axe_script, broken_rules

SIZES = {"phone": ViewportSize(width=390, height=844), "laptop": ViewportSize(width=1280, height=800)}
FLAGS = [
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--font-render-hinting=none",  # text as wide without windows as it is with them
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost",  # a page that asks elsewhere fails
]


def launch(playwright: Playwright) -> Browser:
    """A browser without a window: the one that was built so, where it is there, since it opens a page at half the cost.

    It runs without its sandbox, since root may not have one: it sees our pages only.
    """
    program = shutil.which("chromium-headless-shell") or shutil.which("chromium")
    return playwright.chromium.launch(executable_path=program, chromium_sandbox=False, args=FLAGS)


@contextmanager
def opened(browser: Browser, address: str, size: str, scheme: str = "light") -> Iterator[tuple[Page, list[str]]]:
    """A fresh visitor's page, and the list of what goes wrong on it: script errors, policy breaches, missing files."""
    context = browser.new_context(
        base_url=address,
        viewport=SIZES[size],
        is_mobile=size == "phone",
        has_touch=size == "phone",
        color_scheme="dark" if scheme == "dark" else "light",
        reduced_motion="reduce",
        locale="en-GB",
        timezone_id="Europe/London",
    )
    problems: list[str] = []
    page = context.new_page()
    page.on("pageerror", lambda error: problems.append(f"script: {error}"))
    page.on(
        "console",
        lambda said: (
            problems.append(f"console: {said.text}")
            if said.type == "error" and not said.text.startswith("Failed to load resource")
            else None
        ),
    )
    page.on(
        "response",
        lambda answer: (
            problems.append(f"{answer.status}: {answer.url}")
            if answer.status >= 400 and answer.request.resource_type not in ("document", "fetch", "xhr")
            else None
        ),
    )
    try:
        yield page, problems
    finally:
        context.close()


def sign_in(page: Page, given_name: str) -> None:
    """Sign in as one of the demo's cast, by the demo's own door."""
    page.goto("/account/login/")
    page.get_by_role("button", name=re.compile(f"^{re.escape(given_name)},")).click()
    page.wait_for_url("**/organise/**")


def barriers(page: Page) -> list[str]:
    """What on this page keeps somebody out: rules of WCAG 2.2 AA that it breaks, and sideways scrolling."""
    page.evaluate(axe_script())
    broken = broken_rules(page, RULES_OF_WCAG)
    wider = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    return [*broken, f"{wider} px wider than the screen"] if wider > 0 else broken
