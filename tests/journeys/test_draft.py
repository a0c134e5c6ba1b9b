"""Whoever says on the phone how an evening was loses no word by a reload, and no draft outlives what was sent."""

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.chromium import sign_in

pytestmark = pytest.mark.browser
FELT, NEXT = "How do you feel?", "What is next?"


def test_a_draft_survives_a_reload_and_goes_once_it_is_sent(page: Page):
    sign_in(page, "Bethan")
    page.goto("/organise/events/?group=cardiff&kind=public_meeting&when=past")
    page.get_by_role("link", name="The empty shop: we heard the owner").click()
    page.get_by_role("link", name="What it was like").click()
    page.get_by_role("link", name="Change what I said").click()
    page.get_by_label(FELT).fill("Still proud")
    page.get_by_label(NEXT).fill("Tea\nCake")
    page.reload()
    expect(page.get_by_label(FELT)).to_have_value("Still proud")
    page.get_by_role("button", name="That is how it was").click()
    expect(page.get_by_text("Still proud")).to_be_visible()
    page.get_by_role("link", name="Change what I said").click()
    expect(page.get_by_label(NEXT)).to_have_value("Tea\nCake")
    drafts = page.evaluate("Object.keys(sessionStorage).filter((name) => name.startsWith('draft:'))")
    assert drafts == []
