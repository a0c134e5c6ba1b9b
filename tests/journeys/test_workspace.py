"""Finding one's way in the workspace: search by keyboard, one group at a time, and nothing wider than a phone."""

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.journeys.chromium import barriers, opened, sign_in

pytestmark = pytest.mark.browser


def test_search_by_keyboard_alone(laptop: Page):
    sign_in(laptop, "Siân")
    laptop.keyboard.press("/")
    box = laptop.get_by_role("combobox", name="Search people, groups and events")
    expect(box).to_be_focused()
    laptop.keyboard.type("mellons")
    option = laptop.get_by_role("option", name="St Mellons Local group")
    expect(option).to_be_visible()
    assert barriers(laptop) == []
    laptop.keyboard.press("Escape")
    expect(option).to_be_hidden()
    expect(box).to_have_attribute("aria-expanded", "false")
    laptop.keyboard.press("ArrowDown")
    expect(option).to_have_attribute("aria-selected", "true")
    laptop.keyboard.press("ArrowUp")
    expect(option).to_have_attribute("aria-selected", "false")
    laptop.keyboard.press("ArrowDown")
    laptop.keyboard.press("Enter")
    expect(laptop.get_by_role("heading", name="St Mellons", level=1)).to_be_visible()


def test_enter_without_a_choice_leads_to_the_page(laptop: Page):
    sign_in(laptop, "Siân")
    laptop.keyboard.press("/")
    laptop.keyboard.type("mellons")
    laptop.keyboard.press("Enter")
    laptop.wait_for_url("**/organise/search/?q=mellons")
    expect(laptop.get_by_role("main").get_by_role("link", name="St Mellons").first).to_be_visible()
    assert barriers(laptop) == []


def test_on_a_phone_a_sign_leads_to_the_search_page(phone: Page):
    sign_in(phone, "Siân")
    phone.get_by_role("link", name="Search").click()
    phone.get_by_label("A name, a place, a title, a phone number").fill("mellons")
    expect(phone.get_by_role("main").get_by_role("link", name="St Mellons").first).to_be_visible()
    assert barriers(phone) == []


def test_one_group_and_back_to_all(page: Page):
    sign_in(page, "Siân")
    page.get_by_text("All my groups").first.click()
    page.get_by_role("button", name="St Mellons").click()
    expect(page.get_by_role("banner").get_by_text("St Mellons").first).to_be_visible()
    page.goto("/organise/people/")
    chip = page.get_by_role("link", name=re.compile("Take this filter away"))
    expect(chip).to_be_visible()
    assert barriers(page) == []
    chip.click()
    expect(chip).to_be_hidden()
    page.get_by_role("banner").get_by_text("St Mellons").first.click()
    page.get_by_role("button", name="All my groups").click()
    page.goto("/organise/events/")
    expect(chip).to_be_hidden()


@pytest.mark.parametrize(("width", "scheme"), [(320, "light"), (768, "dark")])
def test_the_workspace_fits_every_screen(browser: Browser, site: str, width: int, scheme: str):
    with opened(browser, site, "phone", scheme) as (page, problems):
        page.set_viewport_size({"width": width, "height": 700})
        sign_in(page, "Siân")
        for address in ("", "people/", "events/", "groups/cardiff/", "search/?q=an", "narrow/", "attendance/"):
            page.goto(f"/organise/{address}")
            assert (address, barriers(page)) == (address, [])
        page.goto("/organise/people/")
        page.get_by_role("main").get_by_role("table").get_by_role("link").first.click()
        expect(page.get_by_role("link", name="Record a 1-2-1")).to_be_visible()
        assert barriers(page) == []
        page.get_by_role("navigation", name=re.compile("thumb")).get_by_text("More").click()
        expect(page.get_by_role("link", name="Reports")).to_be_visible()
        assert (barriers(page), problems) == ([], [])


def test_the_shell_works_without_a_script(browser: Browser, site: str):
    with opened(browser, site, "laptop") as (page, _problems):
        sign_in(page, "Siân")
        kept = page.context.storage_state()
    context = browser.new_context(base_url=site, java_script_enabled=False, storage_state=kept)
    plain = context.new_page()
    plain.goto("/organise/search/?q=mellons")
    expect(plain.get_by_role("main").get_by_role("link", name="St Mellons").first).to_be_visible()
    plain.get_by_text("All my groups").first.click()
    plain.get_by_role("button", name="St Mellons").click()
    plain.goto("/organise/events/")
    expect(plain.get_by_role("link", name=re.compile("Take this filter away"))).to_be_visible()
    context.close()
