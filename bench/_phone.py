"""A phone for measuring: Chromium at 360 pixels, four times as slow, which tells paints, frames and long tasks."""

import shutil
import statistics
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, fields

from playwright.sync_api import Page, sync_playwright

SLOWER = 4
WATCH = """
window.longs = [];
new PerformanceObserver((list) => window.longs.push(...list.getEntries().map((e) => e.duration)))
  .observe({ type: "longtask", buffered: true });
window.watch = () => {
  window.longs = [];
  window.gaps = [];
  let last = performance.now();
  const next = () => {
    const now = performance.now();
    window.gaps.push(now - last);
    last = now;
    requestAnimationFrame(next);
  };
  requestAnimationFrame(next);
};
"""
TOLD = """() => ({
  bytes: performance.getEntriesByType("navigation")[0].encodedBodySize,
  paint: performance.getEntriesByName("first-contentful-paint")[0].startTime,
  load_task: Math.max(0, ...window.longs),
})"""
WORST_FRAME = "() => Math.max(...window.gaps.slice(1))"
LONGEST_TASK = "() => Math.max(0, ...window.longs)"


@dataclass(frozen=True)
class Felt:
    """What a phone does, in milliseconds but for the bytes of the page and of the answer to a move."""

    bytes: float
    paint: float
    load_task: float
    scroll_frame: float
    move_bytes: float
    move: float
    move_task: float


@contextmanager
def phone(address: str, cookie: tuple[str, str] | None = None) -> "Iterator[Page]":
    """A page on a phone, signed in by a cookie."""
    with sync_playwright() as playwright:
        program = shutil.which("chromium")
        browser = playwright.chromium.launch(
            executable_path=program, chromium_sandbox=False, args=["--disable-gpu", "--no-first-run"]
        )
        context = browser.new_context(
            base_url=address, viewport={"width": 360, "height": 740}, is_mobile=True, has_touch=True
        )
        context.add_init_script(WATCH)
        if cookie:
            context.add_cookies([{"name": cookie[0], "value": cookie[1], "url": address}])
        page = context.new_page()
        context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
        yield page
        browser.close()


def felt(page: Page, path: str, move: str, answer: str) -> Felt:
    """Open the board, scroll through it, tick three in the middle and move them by the button `move`.

    `answer` is a part of the address whose answer brings the new state.
    """
    page.goto(path, wait_until="load")
    page.wait_for_timeout(1500)
    told = page.evaluate(TOLD)
    gesture = page.context.new_cdp_session(page)
    page.evaluate("window.watch()")
    for _swipe in range(3):
        gesture.send("Input.synthesizeScrollGesture", {"x": 180, "y": 400, "yDistance": -1500, "speed": 2500})
    scroll_frame = page.evaluate(WORST_FRAME)
    boxes = page.locator("li input[type=checkbox]")
    for place in (20, 21, 22):
        boxes.nth(place).tap()
    moving = boxes.nth(20).get_attribute("value")
    page.locator("select[name=theme]").select_option(index=1)
    page.evaluate("window.watch()")
    began = page.evaluate("performance.timeOrigin + performance.now()")
    with page.expect_response(lambda response: answer in response.url and response.request.method != "OPTIONS") as got:
        page.locator(move).tap()
    page.wait_for_function("(value) => !document.querySelector(`input[value='${value}']`)", arg=moving)
    ended = page.evaluate(
        "() => new Promise((told) => requestAnimationFrame(() => setTimeout(() => "
        "told(performance.timeOrigin + performance.now()))))"
    )
    page.wait_for_timeout(800)
    size = got.value.request.sizes()["responseBodySize"]
    return Felt(
        **told, scroll_frame=scroll_frame, move_bytes=size, move=ended - began, move_task=page.evaluate(LONGEST_TASK)
    )


def middle(rounds: list[Felt]) -> Felt:
    """The median of each figure."""
    return Felt(
        **{one.name: round(statistics.median(getattr(each, one.name) for each in rounds), 1) for one in fields(Felt)}
    )
