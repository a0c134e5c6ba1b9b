"""Moderation in the site's editor: a piece is handed in, comes back with a comment, is handed in again, and is out."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.journeys.chromium import opened, sign_in
from tests.journeys.served import command_line

pytestmark = pytest.mark.browser
TITLE = "The council said yes"
COMMENT = "Say which council."
MENDED = "Cardiff's council said yes."


@pytest.fixture
def way_in(site: str, data: Path) -> str:
    """A link that signs a new editor of Cardiff in, once, printed by the command line beside the served movement."""
    who = ("--email", "nerys@example.org", "--role", "editor", "--group", "Cardiff")
    made = command_line(data, "account", "create", *who)
    found = re.search(r"/sign-in/\S+", made)
    assert found, made
    return found[0]


def test_a_piece_is_handed_in_comes_back_and_goes_out_once_it_is_approved(
    laptop: Page, browser: Browser, site: str, way_in: str
) -> None:
    movement = laptop
    sign_in(movement, "Zoë")
    with opened(browser, site, "laptop") as (local, problems):
        local.goto(way_in)
        local.get_by_role("main").get_by_role("button").first.click()
        local.goto("/cms/pages/")
        expect(local).to_have_title(re.compile("^Exploring: Cardiff"))
        section = re.findall(r"\d+", local.url)[-1]

        local.goto(f"/cms/pages/add/website/newspage/{section}/")
        local.locator("[name=title]").fill(TITLE)
        local.locator("[name=excerpt]").fill("They said yes.")
        local.locator("[name=published_on]").fill("2026-11-20")
        press(local, re.compile("^Submit to"))
        expect(local.get_by_text(re.compile("submitted for moderation"))).to_be_visible()
        piece = number_of(local)

        movement.goto("/cms/")
        expect(movement.get_by_role("link", name=TITLE).first).to_be_visible()  # it awaits their review
        movement.goto(f"/cms/pages/{piece}/edit/")
        press(movement, "Request changes")
        movement.locator(".modal textarea").fill(COMMENT)
        movement.locator(".modal [type=submit]:visible").click()
        movement.wait_for_url(f"**/cms/pages/{section}/")

        local.goto(f"/cms/pages/{piece}/history/")
        for told in ("Changes requested", COMMENT):
            expect(local.get_by_text(told).first).to_be_visible()
        local.goto(f"/cms/pages/{piece}/edit/")
        local.locator("[name=excerpt]").fill(MENDED)
        press(local, re.compile("^Resubmit to"))
        expect(local.get_by_text(re.compile("submitted for moderation|resubmitted")).first).to_be_visible()

        movement.goto(f"/cms/pages/{piece}/edit/")
        expect(movement.locator("[name=excerpt]")).to_have_value(MENDED)
        press(movement, re.compile("^Approve and publish$", re.IGNORECASE))
        expect(movement.get_by_text(re.compile("has been (published|updated)"))).to_be_visible()
        assert problems == []

    address = movement.request.get(f"/cms/api/main/pages/{piece}/").json()["meta"]["html_url"]
    with opened(browser, site, "phone") as (visitor, problems):
        visitor.wait_for_timeout(1000)  # what the public sees follows within a second
        visitor.goto(re.sub(r"^https?://[^/]+", "", address))
        expect(visitor.get_by_role("heading", name=TITLE, level=1)).to_be_visible()
        assert problems == []


def press(page: Page, name: str | re.Pattern[str]) -> None:
    """Press one of the buttons that lie beside the one that saves a draft."""
    page.get_by_role("button", name="More actions").click()
    page.get_by_role("button", name=name, exact=isinstance(name, str)).click()


def number_of(page: Page) -> int:
    """The number of the piece of news made last."""
    found = page.request.get("/cms/api/main/pages/?type=website.NewsPage&order=-id").json()["items"]
    return int(found[0]["id"])
