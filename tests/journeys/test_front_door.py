"""The first thing a visitor sees, and the way in."""

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.chromium import barriers, sign_in

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("path", ["/", "/account/login/"])
def test_a_visitor_meets_no_barrier(page: Page, path: str):
    answer = page.goto(path)
    assert answer is not None
    assert answer.status == 200
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    assert barriers(page) == []


def test_the_workspace_asks_a_visitor_to_sign_in(phone: Page):
    phone.goto("/organise/")
    expect(phone.get_by_role("button", name="Sign in")).to_be_visible()


def test_on_the_demo_an_organiser_comes_in_with_one_click(page: Page):
    sign_in(page, "Nadia")
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    assert barriers(page) == []
