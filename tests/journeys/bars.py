"""What every page must bear, measured in the browser; each bar is named where it is missed."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from importlib.resources import files
from typing import Any, Literal
from urllib.parse import urlsplit

from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Request, Response, ViewportSize

from tests.journeys.pages import UID, Listed

# A laptop at 400 % zoom is 320 by 256 CSS pixels, without a touch screen: only the room is checked again there.
PHONE = ViewportSize(width=320, height=640)
LAPTOP = ViewportSize(width=1280, height=800)
TABLET = ViewportSize(width=768, height=1024)
ZOOMED = ViewportSize(width=320, height=256)
HEAVIEST = 120_000  # bytes of a page as they travel, all but fonts
THUMB = 44  # CSS pixels: the least height of what one presses most on a phone
PRESSED = (
    ".button:not(.button-plain, .menu-items *), .bar-item, .choice, .field :is(input, select, textarea):not(.choice *)"
)
RULES = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "rules": {"target-size": {"enabled": True}},  # off unless asked for
    "resultTypes": ["violations"],
}
# What may differ by night; and what may differ with the width of the window, by night too.
CONTRAST = {"runOnly": {"type": "rule", "values": ["color-contrast"]}, "resultTypes": ["violations"]}
OF_ROOM = ["color-contrast", "target-size", "scrollable-region-focusable", "aria-hidden-focus"]
RULES_OF_ROOM = {"runOnly": {"type": "rule", "values": OF_ROOM}, "resultTypes": ["violations"]}
UNWEIGHED = {"/organise/components/"}  # everything there is, on one page


class Visitor:
    """One of the demo's cast in one browser window, and what goes wrong while the pages are loaded."""

    def __init__(self, context: BrowserContext, address: str) -> None:
        self.context, self.address = context, address
        self.page = context.new_page()
        self.problems: list[str] = []
        self.travelled: list[Request] = []
        context.on("request", self.on_request)
        context.on("response", self.on_response)
        context.on("requestfinished", lambda request: self.travelled.append(request))
        context.on("weberror", lambda error: self.problems.append(f"script: {error.error}"))
        context.on("console", self.on_console)

    def on_console(self, said: ConsoleMessage) -> None:
        if said.type == "error":
            self.problems.append(f"console: {said.text}")

    def on_request(self, request: Request) -> None:
        if urlsplit(request.url).scheme not in ("data", "blob") and not request.url.startswith(f"{self.address}/"):
            self.problems.append(f"asks elsewhere: {request.url}")

    def on_response(self, response: Response) -> None:
        if response.status >= 400:
            self.problems.append(f"{response.status}: {urlsplit(response.url).path}")

    def find(self, listed: Listed) -> str:
        """The address of a listed page: each further step is the first link of that shape on the page before."""
        here, *further = listed.steps
        for step in further:
            shape = re.compile('href="(' + re.escape(step).replace(r"\*", UID) + '[^"]*)"')
            found = shape.search(self.context.request.get(self.address + here).text())
            if not found:
                raise LookupError(f"{here} leads to no {step}")
            here = found[1].replace("&amp;", "&")
        return here

    def open(self, listed: Listed) -> str:
        """Load a page with an empty cache and answer its HTML; what is wrong with it goes to `problems`."""
        self.travelled.clear()
        answer = self.page.goto(self.address + self.find(listed))
        assert answer is not None
        weight = sum(
            request.sizes()["responseBodySize"] for request in self.travelled if request.resource_type != "font"
        )
        if weight > HEAVIEST and listed.line not in UNWEIGHED:
            self.problems.append(f"weighs {weight} bytes")
        self.page.evaluate(axe_script())
        return answer.text()


@contextmanager
def visiting(browser: Browser, address: str, size: ViewportSize, state: Any = None) -> Iterator[Visitor]:
    """A visitor with a window of this size, on a phone where it is the phone's; `state` brings a session along."""
    phone = size == PHONE
    context = browser.new_context(
        viewport=size,
        is_mobile=phone,
        has_touch=phone,
        reduced_motion="reduce",
        locale="en-GB",
        timezone_id="Europe/London",
        storage_state=state,
    )
    visitor = Visitor(context, address)
    context.new_cdp_session(visitor.page).send("Network.setCacheDisabled", {"cacheDisabled": True})
    yield visitor
    context.close()


@cache
def axe_script() -> str:
    """The accessibility rules' own script, from their package."""
    return files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")


def broken_rules(page: Page, options: dict[str, Any]) -> list[str]:
    """Accessibility rules this page breaks as it stands, each with the elements that break it."""
    found = page.evaluate("options => axe.run(document, options)", options)
    return [f"{rule['id']}: {rule['help']} {node['target']}" for rule in found["violations"] for node in rule["nodes"]]


def wider(page: Page) -> list[str]:
    """Whether the page must be scrolled sideways."""
    over = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    return [f"{over} px wider than the screen"] if over > 0 else []


def in_scheme(page: Page, scheme: Literal["light", "dark"]) -> None:
    """Turn day into night, and wait until what fades from one to the other has done so."""
    page.emulate_media(color_scheme=scheme)
    page.evaluate("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")


def in_both_schemes(page: Page) -> list[str]:
    """Rules broken by day, and colours that cannot be told apart by night."""
    in_scheme(page, "light")
    by_day = broken_rules(page, RULES)
    in_scheme(page, "dark")
    return by_day + [f"by night, {problem}" for problem in broken_rules(page, CONTRAST)]


def on_a_phone(page: Page) -> list[str]:
    """What is wrong with a loaded page on the smallest phone: rules, room, and what a thumb would miss."""
    small = page.evaluate(
        """([selector, least]) => [...document.querySelectorAll(selector)]
          .map((element) => [element, element.getBoundingClientRect()])
          .filter(([, box]) => box.width && box.height && box.height < least - 0.5)
          .map(([element, box]) => `${element.outerHTML.slice(0, 80)} is ${Math.round(box.height)} px high`)""",
        [PRESSED, THUMB],
    )
    return [f"320: {problem}" for problem in (*in_both_schemes(page), *wider(page), *small)]


def on_a_laptop(page: Page) -> list[str]:
    """What is wrong with a loaded page on a laptop, on a tablet, and at 400 % zoom."""
    problems = [f"1280: {problem}" for problem in (*in_both_schemes(page), *wider(page))]
    page.set_viewport_size(TABLET)
    problems += [f"768: {problem}" for problem in (*broken_rules(page, RULES_OF_ROOM), *wider(page))]
    page.set_viewport_size(ZOOMED)
    problems += [f"at 400 %: {problem}" for problem in wider(page)]
    page.set_viewport_size(LAPTOP)
    return problems
