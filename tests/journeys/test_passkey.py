"""A passkey from first to last, with a device of the browser's own making: made, used instead of a password, and as a
second proof."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.journeys.chromium import opened
from tests.journeys.readied import SCREEN_LOCK
from tests.journeys.served import command_line

pytestmark = pytest.mark.browser


@pytest.fixture
def with_screen_lock(browser: Browser, site: str) -> Iterator[Page]:
    """A page on a phone that has a screen lock. Passkeys want a name for an address, and `localhost` is one."""
    with opened(browser, site.replace("127.0.0.1", "localhost"), "phone") as (page, problems):
        devtools = page.context.new_cdp_session(page)
        devtools.send("WebAuthn.enable")
        devtools.send("WebAuthn.addVirtualAuthenticator", {"options": SCREEN_LOCK})
        yield page
        assert problems == []


@pytest.fixture
def without_proofs(data: Path) -> Iterator[None]:
    """Siân's second proofs, forgotten at the end: other journeys sign her in with one press."""
    yield
    command_line(data, "account", "forget-second-factor", "--email", "sian.prosser@example.org")


def sign_in_page(page: Page) -> None:
    page.goto("/account/login/?next=/organise/devices/")


def sign_in(page: Page, given_name: str) -> None:
    sign_in_page(page)
    page.get_by_role("button", name=f"{given_name},").click()
    page.wait_for_url("**/organise/devices/")


def sign_out(page: Page) -> None:
    page.goto("/account/logout/")
    page.locator("main").get_by_role("button", name="Sign out").click()
    page.wait_for_url(lambda url: not url.endswith("/account/logout/"))  # what waits is sent first


def test_a_passkey_is_made_and_signs_in(with_screen_lock: Page):
    page = with_screen_lock
    sign_in(page, "Kofi")
    page.goto("/account/passkeys/add/")
    page.get_by_label("What to call it").fill("my phone")
    page.get_by_role("button", name="Make the passkey").click()
    expect(page.get_by_role("heading", name="Your recovery codes")).to_be_visible()
    page.goto("/account/passkeys/")
    expect(page.get_by_role("heading", name="my phone")).to_be_visible()
    sign_out(page)
    sign_in_page(page)
    page.get_by_label("This is my own phone or computer").check()
    page.get_by_role("button", name="Sign in with a passkey").click()
    expect(page.get_by_text("Your own: stays signed in until")).to_be_visible()


def test_a_second_proof_is_set_up_where_it_is_asked_and_leads_back(with_screen_lock: Page, without_proofs: None):
    page = with_screen_lock
    sign_in(page, "Siân")
    page.goto("/organise/second-factor/?next=/organise/devices/")
    page.get_by_role("link", name="Make a passkey").click()
    page.get_by_role("button", name="Make the passkey").click()
    page.get_by_role("link", name="I have them: carry on").click()
    page.wait_for_url("**/organise/devices/")
    sign_out(page)
    sign_in_page(page)
    page.get_by_role("button", name="Siân,").click()  # the demo's door asks for it too
    expect(page.get_by_role("heading", name="One more step")).to_be_visible()
    page.get_by_role("button", name="Use my passkey").click()
    page.wait_for_url("**/organise/devices/")


def test_a_device_that_refuses_says_so_in_a_sentence(with_screen_lock: Page):
    page = with_screen_lock
    sign_in_page(page)
    page.get_by_role("button", name="Sign in with a passkey").click()
    expect(page.get_by_role("alert").filter(has_text="No passkey came")).to_be_visible()
