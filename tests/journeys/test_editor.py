"""The site's editor at work: a story is changed, refused until its teller approved the change, and then out."""

import re

import pytest
from django.utils import timezone
from playwright.sync_api import Browser, Page, expect

from tests.journeys.chromium import opened, sign_in

pytestmark = pytest.mark.browser
LEAD = "We bought the lamps ourselves, and lit the street by hand."


def test_a_changed_story_goes_out_once_its_teller_approved_it(laptop: Page, browser: Browser, site: str):
    page = laptop
    sign_in(page, "Zoë")
    page.goto("/cms/")
    expect(page.get_by_role("heading", name="Not yet in Cymraeg")).to_be_visible()
    pages = page.request.get("/cms/api/main/pages/").json()["items"]
    story = next(one["id"] for one in pages if one["meta"]["type"] == "website.StoryPage")

    page.goto(f"/cms/pages/{story}/edit/")
    page.locator("[name=lead]").fill(LEAD)
    publish(page)
    expect(page.get_by_role("status").get_by_text("has not approved this very text")).to_be_visible()
    expect(page.locator("[name=lead]")).to_have_value(LEAD)  # the draft is kept
    page.goto(f"/cms/pages/{story}/view_draft/")
    expect(page.get_by_text(LEAD)).to_be_visible()

    with opened(browser, site, "phone") as (visitor, problems):
        page.goto(f"/cms/pages/{story}/edit/")
        address = page.request.get(f"/cms/api/main/pages/{story}/").json()["meta"]["html_url"]
        where = re.sub(r"^https?://[^/]+", "", address)
        visitor.goto(where)
        expect(visitor.get_by_text(LEAD)).to_have_count(0)
        page.locator("[name=given_name]").fill("Ffion")
        page.locator("[name=family_name]").fill("Maddocks")
        page.locator("[name=consent_level]").select_option("5")
        page.locator("[name=approved_on]").fill(timezone.localdate().isoformat())
        publish(page)
        expect(page.get_by_text(re.compile("has been published|published\\.", re.IGNORECASE)).first).to_be_visible()
        visitor.wait_for_timeout(1000)  # what the public sees follows within a second
        visitor.reload()
        expect(visitor.get_by_text(LEAD)).to_be_visible()
        assert problems == []


def publish(page: Page) -> None:
    """Press Wagtail's button to publish, which lies beside the one that saves a draft."""
    page.get_by_role("button", name="More actions").click()
    page.get_by_role("button", name="Publish", exact=True).click()
