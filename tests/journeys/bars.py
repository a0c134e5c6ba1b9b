"""What every page must bear, measured in the browser; each bar is named where it is missed."""

import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any, Literal, NamedTuple
from urllib.parse import urlsplit

from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Request, Response

from tests.journeys.listed import Listed, shape_of
from tests.journeys.rules import RULES, RULES_OF_COLOUR, axe_script, broken_rules, only_colours_changed


class Window(NamedTuple):
    """A window's size in CSS pixels, and whether it is worked by touch."""

    width: int
    height: int
    touch: bool


PHONE = Window(320, 640, touch=True)
TABLET = Window(768, 1024, touch=True)
LAPTOP = Window(1280, 800, touch=False)
ZOOMED = Window(320, 256, touch=False)  # the laptop at 400 %: the room is the same as a phone's, and lower
HEAVIEST = 120_000  # bytes of a page as they travel, all but fonts
THUMB = 44  # CSS pixels: the least height of what one presses most on a phone
PRESSED = (
    ".button:not(.button-plain, .menu-items *), .bar-item, .choice, .field :is(input, select, textarea):not(.choice *)"
)
Scheme = Literal["light", "dark"]
SCHEMES: tuple[Scheme, ...] = ("light", "dark")
UNWEIGHED = {"/organise/components/"}  # everything there is, on one page


class Visitor:
    """One of the demo's cast in one browser window, and what goes wrong while the pages are loaded.

    The window changes round a loaded page: size and touch are set as Chromium's own tools set them, since Playwright
    settles touch when a window is opened.
    """

    def __init__(self, context: BrowserContext, address: str, met: Iterable[str] = ()) -> None:
        self.context, self.address, self.met = context, address, list(met)
        context.add_init_script(axe_script())
        self.page = context.new_page()
        self.devtools = context.new_cdp_session(self.page)
        self.devtools.send("Network.setCacheDisabled", {"cacheDisabled": True})
        self.leading: dict[str, str] = {}
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
        """The address of a listed page: each further step is the first link of that shape on the page before.

        A first step that is a shape itself stands for an address that was met while things were readied.
        """
        first, *further = listed.steps
        met = [address for address in self.met if re.fullmatch(shape_of(first), address)]
        here = met[0] if met else first
        for step in further:
            found = re.search(f'href="({shape_of(step)})"', self.read(here))
            if not found:
                raise LookupError(f"{here} leads to no {step}")
            here = found[1].replace("&amp;", "&")
        return here

    def read(self, path: str) -> str:
        """The HTML of a page that leads on to others; it is asked for once."""
        if path not in self.leading:
            self.leading[path] = self.context.request.get(self.address + path).text()
        return self.leading[path]

    def resize(self, window: Window) -> None:
        """Give the loaded page this window."""
        metrics = {"width": window.width, "height": window.height, "deviceScaleFactor": 1, "mobile": window.touch}
        self.devtools.send("Emulation.setDeviceMetricsOverride", metrics)
        self.devtools.send("Emulation.setTouchEmulationEnabled", {"enabled": window.touch})

    def open(self, listed: Listed) -> str:
        """Load a page with an empty cache and answer its HTML; what is wrong with it goes to `problems`."""
        self.travelled.clear()
        there = self.address + self.find(listed)
        answer = self.page.goto(there)
        assert answer is not None
        if self.page.url != there:
            self.problems.append(f"leads on to {urlsplit(self.page.url).path}")
        weight = sum(
            request.sizes()["responseBodySize"] for request in self.travelled if request.resource_type != "font"
        )
        if weight > HEAVIEST and listed.line not in UNWEIGHED:
            self.problems.append(f"weighs {weight} bytes")
        return answer.text()


@contextmanager
def visiting(
    browser: Browser, address: str, window: Window, state: Any = None, met: Iterable[str] = ()
) -> Iterator[Visitor]:
    """A visitor with this window; `state` brings a session along, and `met` what was readied for it."""
    context = browser.new_context(
        no_viewport=True, reduced_motion="reduce", locale="en-GB", timezone_id="Europe/London", storage_state=state
    )
    visitor = Visitor(context, address, met)
    visitor.resize(window)
    yield visitor
    context.close()


def wider(page: Page) -> list[str]:
    """Whether the page must be scrolled sideways."""
    over = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    return [f"{over} px wider than the screen"] if over > 0 else []


def in_scheme(page: Page, scheme: Scheme) -> None:
    """Turn day into night, and wait until what fades from one to the other has done so."""
    page.emulate_media(color_scheme=scheme)
    page.evaluate("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")


def too_low(page: Page) -> list[str]:
    """What a thumb would miss."""
    found: list[str] = page.evaluate(
        """([selector, least]) => [...document.querySelectorAll(selector)]
          .map((element) => [element, element.getBoundingClientRect()])
          .filter(([, box]) => box.width && box.height && box.height < least - 0.5)
          .map(([element, box]) => `${element.outerHTML.slice(0, 80)} is ${Math.round(box.height)} px high`)""",
        [PRESSED, THUMB],
    )
    return found


def found_wrong(visitor: Visitor) -> list[str]:
    """What is wrong with a loaded page: all rules by day and by night, and room, on each window; at 400 % zoom room.

    Where the other half of the day shows the same page in other colours, the rules that look at colours run for it: the
    others would find what they have just found. Each window begins with the light that the one before it ended with.
    """
    problems, schemes = [], list(SCHEMES)
    for window in (PHONE, TABLET, LAPTOP):
        visitor.resize(window)
        for scheme in schemes:
            in_scheme(visitor.page, scheme)
            recoloured = only_colours_changed(visitor.page) and scheme != schemes[0]
            rules = RULES_OF_COLOUR if recoloured else RULES
            problems += [f"{window.width} {scheme}: {problem}" for problem in broken_rules(visitor.page, rules)]
        schemes.reverse()
        problems += [f"{window.width}: {problem}" for problem in wider(visitor.page)]
        if window == PHONE:
            problems += [f"{window.width}: {problem}" for problem in too_low(visitor.page)]
    visitor.resize(ZOOMED)
    problems += [f"at 400 %: {problem}" for problem in wider(visitor.page)]
    visitor.resize(PHONE)
    return problems
