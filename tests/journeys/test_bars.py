"""The bars on every listed page, some of them a test: accessible, within its window, light, and valid HTML.

Each page is loaded once, with an empty cache, and its window made a phone's, a tablet's and a laptop's, by day and by
night: all of axe's rules run in each of the six that could show something else than colours. No picture is compared:
decision 16 says what holds what is drawn.
"""

import json
import os
import subprocess
from collections.abc import Callable, Iterator
from functools import cache
from math import ceil
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser

from tests.journeys.bars import LAPTOP, PHONE, SCHEMES, Visitor, found_wrong, in_scheme, visiting
from tests.journeys.chromium import opened
from tests.journeys.ink import share_of_ink
from tests.journeys.letters import LETTERS, PRESSED
from tests.journeys.listed import Listed
from tests.journeys.pages import EVENT, PAGES, PERSON
from tests.journeys.readied import HALF_IN, WITH_APP, ready

pytestmark = pytest.mark.browser
LEAST_INK = 0.002  # of a sample's pixels: an icon alone has more
NAME_OF_SAMPLE = "sample => sample.closest('.sample').querySelector('.sample-name').innerText"
A_RUN = 25  # pages of one test, so that two may share a long list
RUNS = [(who, run) for who, pages in PAGES.items() for run in range(ceil(len(pages) / A_RUN))]
NU_CHECKER = os.environ.get("NU_CHECKER", "")
NOT_OF_HTML = ".*Attribute “hx-.*”.*"  # htmx reads attributes of its own


@pytest.fixture(scope="module")
def address(site: str) -> str:
    """The site by a name: passkeys are made for names only."""
    return site.replace("127.0.0.1", "localhost")


@pytest.fixture(scope="module")
def signed_in(browser: Browser, address: str) -> Callable[[str], dict[str, Any]]:
    """By a name of the cast their session, and the addresses met while their pages were readied: once for each."""

    @cache
    def of(who: str) -> dict[str, Any]:
        if not who:
            return {}
        if who == HALF_IN:
            of(WITH_APP)
        with opened(browser, address, "laptop") as (page, _):
            met = ready(page, who)
            return {"state": page.context.storage_state(), "met": met}

    return of


@pytest.fixture(scope="module")
def read(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The folder that gathers the HTML of every page on the way; at the end the checker reads them all in one run."""
    folder = tmp_path_factory.mktemp("read")
    yield folder
    if NU_CHECKER:
        assert invalid_html(folder) == []


@pytest.mark.parametrize(("who", "run"), RUNS)
def test_every_page_bears_the_bars(
    browser: Browser, address: str, signed_in: Callable[[str], dict[str, Any]], read: Path, who: str, run: int
):
    found: dict[str, list[str]] = {}
    with visiting(browser, address, PHONE, **signed_in(who)) as visitor:
        for number, listed in enumerate(PAGES[who][run * A_RUN : (run + 1) * A_RUN]):
            html = visitor.open(listed)
            (read / f"{who or 'stranger'}-{run}-{number:02}.html").write_text(html, encoding="utf-8")
            found[listed.line] = [*found_wrong(visitor), *visitor.problems]
            visitor.problems.clear()
    assert {line: sorted(problems) for line, problems in found.items() if problems} == {}


@pytest.mark.parametrize("letter", LETTERS)
def test_every_page_that_a_letter_opens_bears_the_bars(
    browser: Browser, address: str, data: Path, read: Path, letter: str
):
    with visiting(browser, address, PHONE) as visitor:
        with opened(browser, address, "phone") as (page, _):
            link = LETTERS[letter](page, data)
        visitor.page.goto(address + link)
        if letter in PRESSED:
            with visitor.page.expect_navigation():
                visitor.page.locator("main form button").first.click()
        link = urlsplit(visitor.page.url).path  # to set a password anew it leads on, and the key is in no address
        (read / f"letter-{letter}.html").write_text(visitor.open(Listed(link)), encoding="utf-8")
        assert [*found_wrong(visitor), *visitor.problems] == []


def test_the_html_of_every_page_above_is_checked(tmp_path: Path):
    """By the Nu HTML checker, once the last of them has been read (`read`): it knows what is wrong when it sees it."""
    if not NU_CHECKER:
        pytest.skip("no NU_CHECKER: python -m ci.with_nu_checker brings it")
    (tmp_path / "wrong.html").write_text("<!doctype html><title>Wrong</title><p><div></p>", encoding="utf-8")
    assert invalid_html(tmp_path) != []


def invalid_html(folder: Path) -> list[str]:
    """What the checker finds wrong with the pages of a folder."""
    words = ["java", "-jar", NU_CHECKER, "--errors-only", "--format", "json", "--filterpattern", NOT_OF_HTML]
    pages = sorted(map(str, folder.glob("*.html")))
    said = subprocess.run([*words, *pages], capture_output=True, text=True)
    messages = json.loads(said.stderr)["messages"]
    return sorted({f"{Path(each['url']).stem}: {each['message']} {each.get('extract', '')}" for each in messages})


@pytest.mark.parametrize("line", [PERSON, EVENT, "/organise/reports/so-far/?from=2010-06-01&to=2010-09-30"])
def test_paper_shows_the_page_in_black_and_no_way_around(
    browser: Browser, address: str, signed_in: Callable[[str], dict[str, Any]], line: str
):
    with visiting(browser, address, LAPTOP, **signed_in("Siân")) as visitor:
        visitor.open(Listed(line))
        visitor.page.emulate_media(media="print", color_scheme="dark")
        seen = visitor.page.evaluate(
            """() => [...document.querySelectorAll("nav, .button, .skip, .menu")]
              .filter((element) => element.checkVisibility()).map((element) => element.outerHTML.slice(0, 80))"""
        )
        ink = visitor.page.evaluate("getComputedStyle(document.querySelector('h1')).color")
    assert (seen, ink) == ([], "rgb(0, 0, 0)")


@pytest.fixture(params=[PHONE, LAPTOP], ids=["phone", "laptop"])
def components(
    request: pytest.FixtureRequest, browser: Browser, address: str, signed_in: Callable[[str], dict[str, Any]]
) -> Iterator[Visitor]:
    """The page of all components."""
    with visiting(browser, address, request.param, **signed_in("Zoë")) as visitor:
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


def test_the_picture_of_each_component_shows_it_by_day_and_by_night(components: Visitor):
    """What the browser paints, not what the page says: each sample stands out from its ground."""
    faint = []
    for scheme in SCHEMES:
        in_scheme(components.page, scheme)
        faint += [
            f"{scheme}: {sample.evaluate(NAME_OF_SAMPLE)}"
            for sample in components.page.locator(".sample-body").all()
            if share_of_ink(sample.screenshot(animations="disabled")) < LEAST_INK
        ]
    assert faint == []
