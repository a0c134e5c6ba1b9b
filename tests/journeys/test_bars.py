"""The bars on every listed page, one test for each of the cast: accessible, within its window, light, and valid HTML.

Each page is loaded twice, on the smallest phone and on a laptop, with an empty cache; a laptop's window is then made a
tablet's, and that of 400 % zoom. The whole of axe's rules runs at 320 and at 1280 px, by night those on colour; at
768 px those that depend on room. No picture is compared: a reference would tell nothing of what is wrong and change
with every release of a browser. What is drawn is asked for by its boxes instead, on the page of all components.
"""

import json
import os
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser

from tests.journeys.bars import LAPTOP, PHONE, Visitor, on_a_laptop, on_a_phone, visiting
from tests.journeys.chromium import opened, sign_in
from tests.journeys.pages import EVENT, PAGES, PERSON, Listed

pytestmark = pytest.mark.browser
NOT_OF_HTML = ".*Attribute “hx-.*”.*"  # htmx reads attributes of its own


def signed_in(browser: Browser, site: str, who: str) -> Any:
    """The session of one of the cast, to be taken along."""
    if not who:
        return None
    with opened(browser, site, "laptop") as (page, _):
        sign_in(page, who)
        return page.context.storage_state()


@pytest.fixture(scope="module")
def read(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder that gathers the HTML of every page on the way, for one run of the checker over all."""
    return tmp_path_factory.mktemp("read")


def look(visitor: Visitor, listed: Listed, file: Path) -> list[str]:
    """Everything wrong with one page in one window. Its HTML goes to the file."""
    file.write_text(visitor.open(listed), encoding="utf-8")
    problems = on_a_phone(visitor.page) if visitor.page.viewport_size == PHONE else on_a_laptop(visitor.page)
    problems += visitor.problems
    visitor.problems.clear()
    return problems


@pytest.mark.parametrize("who", PAGES)
def test_every_page_bears_the_bars(browser: Browser, site: str, read: Path, who: str):
    state = signed_in(browser, site, who)
    found: dict[str, set[str]] = {}
    for size in (PHONE, LAPTOP):
        with visiting(browser, site, size, state) as visitor:
            for number, listed in enumerate(PAGES[who]):
                file = read / f"{who or 'stranger'}-{number:02}.html"
                found.setdefault(listed.line, set()).update(look(visitor, listed, file))
    assert {line: sorted(problems) for line, problems in found.items() if problems} == {}


def test_every_page_is_valid_html(read: Path):
    """By the Nu HTML checker, over what the tests above have read."""
    pages = sorted(map(str, read.glob("*.html")))
    assert pages != []
    checker = os.environ.get("NU_CHECKER")
    if not checker:
        pytest.skip("no NU_CHECKER: python -m ci.with_nu_checker brings it")
    words = ["java", "-jar", checker, "--errors-only", "--format", "json", "--filterpattern", NOT_OF_HTML]
    said = subprocess.run([*words, *pages], capture_output=True, text=True)
    messages = json.loads(said.stderr)["messages"]
    assert sorted({f"{Path(each['url']).stem}: {each['message']} {each.get('extract', '')}" for each in messages}) == []


@pytest.mark.parametrize("line", [PERSON, EVENT, "/organise/reports/so-far/?from=2010-06-01&to=2010-09-30"])
def test_paper_shows_the_page_in_black_and_no_way_around(browser: Browser, site: str, line: str):
    with visiting(browser, site, LAPTOP, signed_in(browser, site, "Nadia")) as visitor:
        visitor.open(Listed(line))
        visitor.page.emulate_media(media="print", color_scheme="dark")
        seen = visitor.page.evaluate(
            """() => [...document.querySelectorAll("nav, .button, .skip, .menu")]
              .filter((element) => element.checkVisibility()).map((element) => element.outerHTML.slice(0, 80))"""
        )
        ink = visitor.page.evaluate("getComputedStyle(document.querySelector('h1')).color")
    assert (seen, ink) == ([], "rgb(0, 0, 0)")


@pytest.fixture(params=[PHONE, LAPTOP], ids=["phone", "laptop"])
def components(request: pytest.FixtureRequest, browser: Browser, site: str) -> Iterator[Visitor]:
    """The page of all components."""
    with visiting(browser, site, request.param, signed_in(browser, site, "Zoë")) as visitor:
        visitor.open(Listed("/organise/components/"))
        yield visitor


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_component_is_drawn(components: Visitor, scheme: str):
    """Each sample fills a box of its own, inside the window, and no line of a heading or a button is cut off."""
    components.page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    wrong = components.page.evaluate(
        """() => [...document.querySelectorAll(".sample-body")].flatMap((sample) => {
          const name = sample.closest(".sample").querySelector(".sample-name").innerText;
          const seen = [...sample.children].map((child) => child.getBoundingClientRect());
          const cut = [...sample.querySelectorAll("h3, h4, .button, .badge, dt, dd, th, td, p")]
            .filter((part) => part.offsetWidth > 1 && getComputedStyle(part).overflowX !== "visible")
            .filter((part) => part.scrollWidth > part.clientWidth + 1);
          const outside = seen.filter((box) => box.right > document.documentElement.clientWidth + 1 || box.left < -1);
          return [
            ...(seen.some((box) => box.width > 8 && box.height > 8) ? [] : [`${name} is not drawn`]),
            ...cut.map((part) => `${name} cuts ${part.textContent.trim().slice(0, 40)}`),
            ...outside.map(() => `${name} reaches out of the window`),
          ];
        })"""
    )
    assert wrong == []
    assert components.page.locator(".sample-body").count() >= 30
