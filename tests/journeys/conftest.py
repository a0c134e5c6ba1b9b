"""What a journey starts from: the demo movement served for real, and a page on a phone or a laptop."""

import re
from collections.abc import Generator, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from tests.journeys.chromium import SIZES, launch, opened
from tests.journeys.served import moved_in, served

PICTURES = Path(__file__).resolve().parents[2] / "var" / "journeys"
FAILED = pytest.StashKey[bool]()


@pytest.fixture(scope="session")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The data folder of the demo movement that is served."""
    return moved_in(tmp_path_factory.mktemp("served"))


@pytest.fixture(scope="session")
def site(data: Path) -> Iterator[str]:
    """The address of the demo movement, served for all journeys."""
    with served(data) as address:
        yield address


@pytest.fixture
def own_data(tmp_path: Path) -> Path:
    """The data folder of a demo movement of its own: what its journey makes would stand in the way of others."""
    return moved_in(tmp_path)


@pytest.fixture
def own_site(own_data: Path) -> Iterator[str]:
    """Its address."""
    with served(own_data) as address:
        yield address


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One browser for all journeys; each has a visitor of its own."""
    with sync_playwright() as playwright:
        browser = launch(playwright)
        yield browser
        browser.close()


def visit(request: pytest.FixtureRequest, browser: Browser, site: str, size: str) -> Iterator[Page]:
    """A page for one test, pictured in var/journeys/ when the test fails."""
    with opened(browser, site, size) as (page, problems):
        yield page
        if request.node.stash.get(FAILED, False):
            PICTURES.mkdir(parents=True, exist_ok=True)
            name = re.sub(r"\W+", "-", request.node.name).strip("-")
            page.screenshot(path=PICTURES / f"{name}.png", full_page=True)
        assert problems == []


@pytest.fixture
def phone(request: pytest.FixtureRequest, browser: Browser, site: str) -> Iterator[Page]:
    """A page on a phone, 390 by 844."""
    yield from visit(request, browser, site, "phone")


@pytest.fixture
def laptop(request: pytest.FixtureRequest, browser: Browser, site: str) -> Iterator[Page]:
    """A page on a laptop, 1280 by 800."""
    yield from visit(request, browser, site, "laptop")


@pytest.fixture(params=SIZES)
def page(request: pytest.FixtureRequest, browser: Browser, site: str) -> Iterator[Page]:
    """A page on each of them in turn."""
    yield from visit(request, browser, site, request.param)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Remember a failure, for `visit` to picture it."""
    report = yield
    item.stash[FAILED] = item.stash.get(FAILED, False) or report.failed
    return report
