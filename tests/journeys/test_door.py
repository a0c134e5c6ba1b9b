"""A steward lets people in without a signal, closes the tab, comes back, and each goes once when the signal is back."""

import re
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


@pytest.fixture
def wire(site: str) -> Iterator[Wire]:
    """A wire to the demo that can be cut."""
    with wire_to(site) as whole:
        yield whole


@pytest.fixture
def page(browser: Browser, wire: Wire) -> Iterator[Page]:
    """A steward's phone at tonight's door, with its list on it."""
    with opened(browser, wire.address, "phone") as (page, problems):
        sign_in(page, "Nadia")
        page.goto("/organise/events/")
        page.get_by_role("link", name="Tonight: who decides").first.click()
        page.get_by_role("link", name="Open the door").click()
        wait_until_kept(page)
        yield page
        assert problems == []


def arrivals(data: Path) -> tuple[int, int]:
    """How many taps are written, and how many people are in."""
    with closing(sqlite3.connect(f"file:{data / 'm4c.sqlite3'}?mode=ro", uri=True)) as database:
        taps = database.execute("SELECT COUNT(*) FROM events_arrival WHERE undone_at IS NULL").fetchone()[0]
        came = database.execute(
            "SELECT COUNT(*) FROM events_attendance WHERE id IN (SELECT attendance_id FROM events_arrival) "
            "AND state IN ('came', 'walk_in')"
        ).fetchone()[0]
    return taps, came


def expected(page: Page) -> list[str]:
    """The names of those on the list who are not in."""
    told = page.request.get(page.url.partition("?")[0] + "list/").json()
    return [name for _uid, name, is_in, _besides in told["people"] if not is_in]


def let_in(page: Page, name: str) -> None:
    """Type what begins a name, and tap it."""
    page.get_by_label("Two letters of the name").fill(name[:12])
    page.get_by_role("button", name=name, exact=True).first.click()


def settles(page: Page, data: Path, wanted: tuple[int, int]) -> None:
    """Wait until what is written is as it should be, and nothing waits on the phone any more."""
    for _try in range(100):
        if arrivals(data) == wanted:
            break
        page.wait_for_timeout(100)
    expect(page.locator("[data-waits]")).to_be_hidden()
    assert arrivals(data) == wanted


def test_a_steward_without_a_signal(page: Page, wire: Wire, data: Path) -> None:
    taps, came = arrivals(data)
    names = expected(page)
    assert barriers(page) == []

    wire.cut()
    for name in names[:2]:
        let_in(page, name)
        expect(page.get_by_text(f"{name} is in.")).to_be_visible()
    page.get_by_label("Two letters of the name").fill("Mair Pugh")
    page.get_by_role("button", name=re.compile("Not on the list")).click()
    page.get_by_label(names[0]).check()
    page.get_by_role("button", name="Let them in").click()
    expect(page.locator("[data-waits]")).to_contain_text("3")
    assert arrivals(data) == (taps, came)

    door, context = page.url, page.context
    page.close()
    again = context.new_page()
    again.goto(door)
    expect(again.locator("[data-waits]")).to_contain_text("3")
    again.get_by_label("Two letters of the name").fill("Mair")
    expect(again.get_by_text("Mair Pugh", exact=True).first).to_be_visible()

    wire.mend()
    expect(again.locator("[data-waits]")).to_be_hidden(timeout=30_000)
    settles(again, data, (taps + 3, came + 3))
    assert again.evaluate("async () => (await (await import('/static/js/door/kept.js')).allWaiting()).length") == 0


def test_a_slip_is_taken_back_with_a_signal(page: Page, data: Path) -> None:
    taps, came = arrivals(data)
    name = expected(page)[0]
    let_in(page, name)
    settles(page, data, (taps + 1, came + 1))
    page.get_by_role("button", name="Take back").first.click()
    expect(page.get_by_text(f"{name}: taken back.")).to_be_visible()
    settles(page, data, (taps, came))


def test_a_code_opens_the_entry_of_whose_it_is(page: Page, data: Path) -> None:
    taps, came = arrivals(data)
    told = page.request.get(page.url.partition("?")[0] + "list/").json()
    uid, name = next((uid, name) for uid, name, is_in, _besides in told["people"] if not is_in)
    page.goto(page.url.partition("?")[0] + f"people/{uid}/code/")
    assert barriers(page) == []
    page.goto(page.locator(".qr code").inner_text())
    expect(page.get_by_role("heading", name=name)).to_be_visible()
    assert barriers(page) == []
    page.get_by_role("button", name="Let in").click()
    expect(page.get_by_text(f"{name} is in.").first).to_be_visible()
    assert arrivals(data) == (taps + 1, came + 1)


def test_signing_out_forgets_the_list(page: Page) -> None:
    page.get_by_role("link", name="Back to the event").click()
    page.goto("/organise/")
    page.evaluate("document.querySelector('form[action$=\"/account/logout/\"]').requestSubmit()")
    page.wait_for_url(lambda url: "/organise/" not in url)
    left = "async () => [(await indexedDB.databases()).length, (await caches.keys()).length]"
    assert page.evaluate(left) == [0, 0]


def test_a_host_runs_the_door_on_one_phone(page: Page, browser: Browser, wire: Wire, data: Path) -> None:
    page.get_by_role("link", name="Back to the event").click()
    page.get_by_role("link", name="A link for a host").click()
    page.get_by_label("Who stands at the door with it?").fill("Ada, back door")
    page.get_by_role("button", name="Make a link").click()
    link = page.locator(".copy-field-value").input_value()
    taps, came = arrivals(data)
    with opened(browser, wire.address, "phone") as (host, problems):
        host.goto(link)
        host.get_by_role("button", name="Open the door on this phone").click()
        wait_until_kept(host)
        assert barriers(host) == []
        let_in(host, expected(host)[0])
        settles(host, data, (taps + 1, came + 1))
        assert problems == []
    with opened(browser, wire.address, "phone") as (other, _problems):
        other.goto(link)
        other.get_by_role("button", name="Open the door on this phone").click()
        expect(other.get_by_text("This link opens nothing").first).to_be_visible()
