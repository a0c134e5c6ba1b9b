"""A campaign's strategy in the browser: somebody placed by a form, moved by keys and by drag, and put back; a chart
column by column on a small phone, with no script, and by two people at once.
"""

import re
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from playwright.sync_api import Browser, Locator, Page, ViewportSize, expect

from tests.journeys.chromium import barriers, opened, sign_in
from tests.journeys.readied import send
from tests.journeys.served import laid_out, served

pytestmark = pytest.mark.browser
CAMPAIGN, BODY = "Homes and a shop for St Mellons", "Cardiff East Observer"
SMALL = ViewportSize(width=360, height=780)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a demo movement of its own, whose map is moved about: all of it is made by `m4c serve` itself."""
    with served(laid_out(tmp_path_factory.mktemp("strategy"))) as address:
        yield address


@contextmanager
def at_the_campaign(browser: Browser, site: str, size: str, who: str = "Siân") -> Iterator[Page]:
    """One of the cast on the campaign's page; nothing may go wrong there."""
    with opened(browser, site, size) as (page, problems):
        if size == "phone":
            page.set_viewport_size(SMALL)
        sign_in(page, who)
        page.goto("/organise/campaigns/?group=st-mellons")
        page.get_by_role("main").get_by_role("link", name=CAMPAIGN, exact=True).first.click()
        yield page
        assert problems == []


def sign_of(page: Page, name: str) -> Locator:
    """Somebody's sign on the map."""
    return page.locator(f'.power-map-card[data-name="{name}"]')


def stands(page: Page, name: str, power: int, position: int) -> None:
    """Wait until somebody stands there."""
    card = sign_of(page, name)
    expect(card).to_have_attribute("data-power", str(power))
    expect(card).to_have_attribute("data-position", str(position))


def drag(page: Page, name: str, power: int, position: int) -> None:
    """Drag a sign to a place, by the mouse."""
    sign = sign_of(page, name).locator(".power-map-sign")
    sign.scroll_into_view_if_needed()
    own = sign.bounding_box()
    lane = page.locator(f'.power-map-lane[data-position="{position}"]').bounding_box()
    band = page.locator(f'.power-map-band[data-power="{power}"]').bounding_box()
    assert own
    assert lane
    assert band
    page.mouse.move(own["x"] + own["width"] / 2, own["y"] + own["height"] / 2)
    page.mouse.down()
    page.mouse.move(lane["x"] + lane["width"] / 2, band["y"] + band["height"] / 2, steps=8)
    page.mouse.up()


def keep(page: Page, evidence: str) -> None:
    """Say in the dialog what shows it, and keep it."""
    dialog = page.get_by_role("dialog")
    dialog.get_by_label("What shows it").fill(evidence)
    with page.expect_navigation():
        dialog.get_by_role("button", name="Keep it").click()


@pytest.mark.parametrize("size", ["laptop", "phone"])
def test_somebody_is_placed_moved_and_put_back(browser: Browser, site: str, size: str) -> None:
    with at_the_campaign(browser, site, size) as page:
        page.get_by_role("link", name="Power map", exact=True).first.click()
        owner = page.locator(".power-map-card").first.get_attribute("data-name") or ""
        by_form(page)
        by_keys(page)
        drag(page, BODY, 7, 3)
        keep(page, "Prints our names, and a picture a week")
        stands(page, BODY, 7, 3)
        page.get_by_role("button", name=re.compile("^Undo your last placement")).click()
        stands(page, BODY, 6, 1)
        page.get_by_label("How it moved since").fill("2026-01-01")
        page.get_by_role("button", name="Show").click()
        table = page.get_by_role("table")
        expect(table.get_by_role("row").filter(has_text=BODY)).to_contain_text("Printed our letter")
        expect(table.get_by_role("row").filter(has_text=owner)).to_be_visible()
        assert barriers(page) == []


def by_form(page: Page) -> None:
    """A newspaper, found by its name; a private person is not."""
    page.get_by_role("link", name="Place somebody").click()
    page.get_by_label("Find by name").fill("Kofi Mensah")
    page.get_by_role("button", name="Find").click()
    expect(page.get_by_text("Nobody of that name is on record.")).to_be_visible()
    page.get_by_label("Find by name").fill(BODY)
    page.get_by_role("button", name="Find").click()
    page.get_by_role("main").get_by_role("link", name=BODY).click()
    assert barriers(page) == []
    page.get_by_label("Power over this decision").select_option("5")
    page.get_by_label("Where they stand").select_option("0")
    send(page, evidence="Has not written of it since the fire")
    stands(page, BODY, 5, 0)


def by_keys(page: Page) -> None:
    """Moved by the arrow keys: first put back, then kept with what shows it."""
    card = sign_of(page, BODY)
    card.focus()
    page.keyboard.press("ArrowRight")
    expect(page.locator("[data-said]")).to_have_text(f"{BODY}: 5 of 10, leans to us.")
    page.keyboard.press("Escape")
    expect(page.locator("[data-said]")).to_be_hidden()
    expect(card).to_be_focused()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowUp")
    page.keyboard.press("Enter")
    assert barriers(page) == []
    keep(page, "Printed our letter")
    stands(page, BODY, 6, 1)


def test_the_chart_is_read_column_by_column_on_a_small_phone(browser: Browser, site: str) -> None:
    with at_the_campaign(browser, site, "phone") as page:
        page.get_by_role("link", name="Strategy chart", exact=True).first.click()
        heads = page.locator(".strategy-title")
        for number in range(5):
            expect(heads.nth(number)).to_be_visible()
            assert [heads.nth(other).is_visible() for other in range(5)] == [other == number for other in range(5)]
            assert barriers(page) == []
            if number < 4:
                page.locator(".strategy-next:visible").get_by_role("link").click()
        page.get_by_text("Add a step").click()
        step = page.locator("#tactics form").filter(has=page.locator("textarea"))
        step.get_by_label("In words").fill("Sing carols at his shop")
        step.get_by_role("button", name="Write it down").click()
        line = page.locator(".strategy-line").filter(has_text="Sing carols at his shop")
        expect(line).to_contain_text("Who of ours does it?")
        expect(line).to_contain_text("By when?")
        page.get_by_role("button", name="Undo your last change").click()
        expect(page.get_by_text("Sing carols at his shop")).to_have_count(0)


def test_two_at_once_lose_nothing(browser: Browser, site: str) -> None:
    with (
        at_the_campaign(browser, site, "laptop") as sian,
        at_the_campaign(browser, site, "phone", "Bethan") as bethan,
    ):
        for page in (sian, bethan):
            page.get_by_role("link", name="Strategy chart", exact=True).first.click()
        line = sian.locator("#goals .strategy-line a").first.get_attribute("href") or ""
        for page in (sian, bethan):
            page.goto(line)
        send(sian, words="No site stands empty for two years")
        send(bethan, words="No site stands empty for one year")
        expect(bethan.get_by_role("heading", name="Two of you at once")).to_be_visible()
        assert barriers(bethan) == []
        bethan.get_by_role("button", name="Keep both, as two lines").click()
        for words in ("No site stands empty for two years", "No site stands empty for one year"):
            expect(bethan.locator("#goals").get_by_role("link", name=words)).to_be_visible()
        bethan.get_by_role("link", name="Versions").click()
        send(bethan, words="With both wordings")
        bethan.get_by_role("link", name="What changed since").last.click()
        expect(bethan.get_by_text(re.compile(r"New: \d+\. Changed: \d+\. Gone: \d+\."))).to_be_visible()
        assert barriers(bethan) == []


def test_with_no_script_a_sign_is_a_link_to_the_form(browser: Browser, site: str) -> None:
    context = browser.new_context(base_url=site, java_script_enabled=False, viewport=SMALL, locale="en-GB")
    page = context.new_page()
    sign_in(page, "Siân")
    page.goto("/organise/campaigns/?group=st-mellons")
    page.get_by_role("main").get_by_role("link", name=CAMPAIGN, exact=True).first.click()
    page.get_by_role("link", name="Power map", exact=True).first.click()
    card = page.locator(".power-map-card").first
    name = card.get_attribute("data-name") or ""
    page.goto(card.get_attribute("href") or "")
    page.get_by_label("Power over this decision").select_option("9")
    page.get_by_label("Where they stand").select_option("3")
    page.get_by_label("What shows it").fill("Signed our letter")
    page.get_by_role("button", name="Keep it").click()
    stands(page, name, 9, 3)
    context.close()
