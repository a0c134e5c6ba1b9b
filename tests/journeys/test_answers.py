"""Answers are written down at a table with no signal, the tab is closed, and each of them goes once."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.journeys.chromium import barriers, opened, sign_in
from tests.journeys.no_signal import wait_until_kept
from tests.journeys.wire import Wire, wire_to

pytestmark = pytest.mark.browser
WRITTEN = "SELECT COUNT(*) FROM commitments_answer WHERE struck_at IS NULL"


@pytest.fixture
def wire(site: str) -> Iterator[Wire]:
    """A wire to the demo that can be cut."""
    with wire_to(site) as whole:
        yield whole


@pytest.fixture
def page(browser: Browser, wire: Wire) -> Iterator[Page]:
    """Siân's phone at the table with the cabinet member."""
    with opened(browser, wire.address, "phone") as (page, problems):
        sign_in(page, "Siân")
        page.goto("/organise/negotiations/")
        page.get_by_role("link", name="County Hall, with the cabinet member").click()
        page.get_by_role("link", name="Write down the answers").click()
        wait_until_kept(page)
        yield page
        assert problems == []


def written(data: Path) -> int:
    """How many answers stand."""
    with closing(sqlite3.connect(f"file:{data / 'm4c.sqlite3'}?mode=ro", uri=True)) as database:
        return int(database.execute(WRITTEN).fetchone()[0])


def hears(page: Page, ask: int, answer: str, words: str) -> None:
    """Write an answer down."""
    page.get_by_label("To which ask?").select_option(index=ask)
    page.get_by_label(answer, exact=True).check()
    page.get_by_label("In their exact words").fill(words)
    page.get_by_role("button", name="Write it down").click()
    expect(page.get_by_role("list", name="What was heard").get_by_text(words)).to_be_visible()


def test_answers_without_a_signal(page: Page, wire: Wire, data: Path) -> None:
    before = written(data)
    assert barriers(page) == []

    wire.cut()
    page.get_by_role("button", name="Write it down").click()
    expect(page.get_by_text("Choose the ask and the answer.")).to_be_visible()
    hears(page, 1, "Yes, if", "If it does not rain")
    hears(page, 2, "No", "Not each month")
    hears(page, 3, "Yes", "A slip")
    page.get_by_role("listitem").filter(has_text="A slip").get_by_role("button", name="Take back").click()
    expect(page.locator("[data-waits]")).to_contain_text("4")
    assert written(data) == before

    here, context = page.url, page.context
    page.close()
    again = context.new_page()
    again.goto(here)
    expect(again.locator("[data-waits]")).to_contain_text("4")
    expect(again.get_by_text("If it does not rain")).to_be_visible()
    expect(again.get_by_text("A slip")).to_be_hidden()

    wire.mend()
    expect(again.locator("[data-waits]")).to_be_hidden(timeout=30_000)
    assert written(data) == before + 2
    again.reload()
    expect(again.get_by_text("If it does not rain")).to_have_count(1)
    assert barriers(again) == []
