"""A leader writes down on the bus what she heard, with no signal; it outlives tab and session, and is sent once."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from django.utils.timezone import localdate
from playwright.sync_api import Browser, Page, expect

from tests.journeys.chromium import barriers, opened, sign_in
from tests.journeys.no_signal import wait_until, wait_until_kept
from tests.journeys.wire import Wire, wire_to

pytestmark = pytest.mark.browser
BOX, WEEK = "What you heard", timedelta(days=7)
STORED = """async () => {
  const { Store } = await import("/static/js/offline/store.js");
  const drafts = await new Store("m4c-drafts", {}).all("drafts");
  return drafts.map(({ sealed }) => new TextDecoder().decode(sealed));
}"""
LEFT = "async () => (await (await import('/static/js/talk/kept.js')).keptKey()) === null"


@pytest.fixture
def wire(site: str) -> Iterator[Wire]:
    """A wire to the demo that can be cut."""
    with wire_to(site) as whole:
        yield whole


@pytest.fixture
def page(browser: Browser, wire: Wire) -> Iterator[Page]:
    """A leader's phone, with the page of today's 1-2-1 on it."""
    with opened(browser, wire.address, "phone") as (page, problems):
        sign_in(page, "Bethan")
        open_talk(page)
        yield page
        assert problems == []


def open_talk(page: Page) -> None:
    """The 1-2-1 of today, and what is written after it, kept on the phone."""
    page.goto("/organise/conversations/")
    page.get_by_role("link", name="Write it up").last.click()
    expect(page.get_by_role("heading", name="Before you talk")).to_be_visible()
    wait_until_kept(page, after_of(page))


def after_of(page: Page) -> str:
    """The address of what is written afterwards."""
    href = page.get_by_role("link", name="Write down what you heard").get_attribute("href")
    assert href
    return href


def notes(data: Path, words: str) -> int:
    """How many notes say this."""
    with closing(sqlite3.connect(f"file:{data / 'm4c.sqlite3'}?mode=ro", uri=True)) as database:
        found = database.execute("SELECT COUNT(*) FROM people_note WHERE about_them = ?", [words])
        return int(found.fetchone()[0])


def test_signing_out_leaves_drafts_sealed_and_signing_in_opens_them(page: Page) -> None:
    here = after_of(page)
    page.goto(here)
    page.get_by_label(BOX).fill("Not for the bus")
    expect(page.locator("p[data-kept]")).to_be_visible()
    page.goto("/organise/conversations/")
    expect(page.get_by_text("What you wrote after a 1-2-1 on")).to_be_visible()
    page.evaluate("document.querySelector('form[action$=\"/account/logout/\"]').requestSubmit()")
    page.wait_for_url(lambda url: "/organise/" not in url)
    assert page.evaluate(LEFT)
    stored = page.evaluate(STORED)
    assert (len(stored), "bus" in "".join(stored)) == (1, False)

    sign_in(page, "Bethan")
    page.goto(here)
    expect(page.get_by_label(BOX)).to_have_value("Not for the bus")
    page.on("dialog", lambda dialog: dialog.accept())
    page.get_by_role("button", name="Throw this draft away").click()
    page.wait_for_url(lambda url: not url.endswith("/after/"))


def test_a_draft_warns_before_it_goes_and_goes_after_seven_days(page: Page) -> None:
    here, begun = after_of(page), datetime.now(UTC)
    page.clock.set_fixed_time(begun)
    page.goto(here)
    page.get_by_label(BOX).fill("Kept for a week")
    goes_on = localdate(begun + WEEK).strftime("%A %-d %B")
    expect(page.locator("p[data-kept]")).to_contain_text(f"Kept on this phone until {goes_on}")
    for where in ("/organise/", "/organise/conversations/"):
        page.goto(where)
        expect(page.locator("m4c-unsent")).to_contain_text(f"kept on this phone until {goes_on}")

    page.clock.set_fixed_time(begun + WEEK - timedelta(days=1, hours=23))
    for where in ("/organise/", "/organise/conversations/"):
        page.goto(where)
        expect(page.locator("m4c-unsent")).to_contain_text(f"goes from this phone on {goes_on}: send it before then")
    page.goto(here)
    expect(page.get_by_label(BOX)).to_have_value("Kept for a week")
    page.get_by_label(BOX).fill("Kept for a week, and mended")  # that does not begin the week anew
    expect(page.locator("p[data-kept]")).to_contain_text(
        f"This goes from this phone on {goes_on}. Send it before then."
    )
    assert len(page.evaluate(STORED)) == 1

    page.clock.set_fixed_time(begun + WEEK + timedelta(minutes=1))
    page.goto("/organise/conversations/")
    wait_until(page, f"async () => !(await ({STORED})()).length")
    expect(page.locator("m4c-unsent")).to_be_hidden()
    page.goto(here)
    expect(page.locator("m4c-after[data-ready]")).to_be_attached()
    expect(page.get_by_label(BOX)).to_have_value("")


def test_a_draft_without_a_signal(page: Page, wire: Wire, data: Path) -> None:
    here, words = after_of(page), "Came from Sylhet at nine, and sings"
    assert barriers(page) == []

    wire.cut()
    page.goto(here)
    page.get_by_label(BOX).fill(words)
    expect(page.locator("p[data-kept]")).to_contain_text("Kept on this phone until")
    assert barriers(page) == []
    context = page.context
    page.close()
    page = context.new_page()
    page.goto(here)
    expect(page.get_by_label(BOX)).to_have_value(words)
    page.get_by_role("button", name="Keep it").click()
    expect(page.get_by_text("No signal. It waits on this phone")).to_be_visible()
    assert notes(data, words) == 0

    wire.mend()
    context.clear_cookies()  # the session is over, too
    sign_in(page, "Bethan")
    for _try in range(100):
        if notes(data, words):
            break
        page.wait_for_timeout(100)
    assert notes(data, words) == 1
    page.goto(here)
    expect(page.get_by_text("Written up already")).to_be_visible()
    expect(page.get_by_label(BOX)).to_be_hidden()
    assert notes(data, words) == 1
