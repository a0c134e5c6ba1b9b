"""A host writes down what is said with no signal, closes the tab, comes back, and each line goes once."""

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
WRITTEN = (
    "SELECT COUNT(*) FROM listening_concern WHERE struck_at IS NULL",
    "SELECT COUNT(*) FROM listening_hostoffer WHERE declined_at IS NULL",
    "SELECT COUNT(*) FROM events_job",
)


@pytest.fixture
def wire(site: str) -> Iterator[Wire]:
    """A wire to the demo that can be cut."""
    with wire_to(site) as whole:
        yield whole


@pytest.fixture
def page(browser: Browser, wire: Wire) -> Iterator[Page]:
    """Bethan's phone at the house meeting that she hosts tonight, with its page on it."""
    with opened(browser, wire.address, "phone") as (page, problems):
        sign_in(page, "Bethan")
        page.goto("/organise/listening/rounds/")
        page.get_by_role("link", name="Autumn kitchens").click()
        page.get_by_role("list", name="The chain of hosts").get_by_role("link", name="Bethan Griffiths").last.click()
        page.get_by_role("link", name="Write down what is said").click()
        wait_until_kept(page)
        yield page
        assert problems == []


def written(data: Path) -> list[int]:
    """How many concerns, offers and jobs are written."""
    with closing(sqlite3.connect(f"file:{data / 'm4c.sqlite3'}?mode=ro", uri=True)) as database:
        return [database.execute(count).fetchone()[0] for count in WRITTEN]


def hurts(page: Page, words: str) -> None:
    """Write down what hurts."""
    page.get_by_label("What hurts?").fill(words)
    page.get_by_label("burns").check()
    page.locator("#concern").get_by_role("button", name="Write it down").click()
    expect(page.get_by_role("list", name="What hurts").get_by_text(words)).to_be_visible()


def test_a_meeting_without_a_signal(page: Page, wire: Wire, data: Path) -> None:
    concerns, offers, jobs = written(data)
    assert barriers(page) == []

    wire.cut()
    hurts(page, "Damp in every room")
    hurts(page, "The last bus goes at six")
    hurts(page, "A slip of the pen")
    page.get_by_role("listitem").filter(has_text="A slip of the pen").get_by_role("button", name="Take back").click()
    who = page.get_by_label("Who offers?")
    guest = who.locator("option").nth(2).inner_text()
    who.select_option(label=guest)
    page.get_by_role("button", name="They offer").click()
    page.get_by_label("What is to be done?").fill("Ring the landlord")
    page.locator("#job").get_by_role("button", name="Write it down").click()
    expect(page.locator("[data-waits]")).to_contain_text("6")
    assert written(data) == [concerns, offers, jobs]

    here, context = page.url, page.context
    page.close()
    again = context.new_page()
    again.goto(here)
    expect(again.locator("[data-waits]")).to_contain_text("6")
    expect(again.get_by_text("Damp in every room")).to_be_visible()
    expect(again.get_by_text("A slip of the pen")).to_be_hidden()
    expect(again.get_by_role("list", name="Who hosts next").get_by_text(guest)).to_be_visible()

    wire.mend()
    expect(again.locator("[data-waits]")).to_be_hidden(timeout=30_000)
    assert written(data) == [concerns + 2, offers + 1, jobs + 1]
    again.reload()
    expect(again.get_by_text("Damp in every room")).to_have_count(1)
    assert barriers(again) == []


def test_signing_out_forgets_the_guests(page: Page) -> None:
    page.goto("/organise/")
    page.evaluate("document.querySelector('form[action$=\"/account/logout/\"]').requestSubmit()")
    page.wait_for_url(lambda url: "/organise/" not in url)
    left = "async () => [(await indexedDB.databases()).length, (await caches.keys()).length]"
    assert page.evaluate(left) == [0, 0]
