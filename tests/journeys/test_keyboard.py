"""Every flow by keys alone, on a phone's window and a laptop's, the focus to be seen at each stop."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.chromium import sign_in
from tests.journeys.keyboard import Keyboard

pytestmark = pytest.mark.browser


@pytest.fixture
def stranger(page: Page) -> Iterator[Keyboard]:
    """A visitor of the site, with a keyboard."""
    keyboard = Keyboard(page)
    yield keyboard
    assert keyboard.unseen == []


@pytest.fixture
def sian(stranger: Keyboard) -> Keyboard:
    """The organiser in Cardiff, with a keyboard."""
    sign_in(stranger.page, "Siân")
    return stranger


def heading(keyboard: Keyboard, name: str) -> None:
    """The page now has this heading."""
    expect(keyboard.page.get_by_role("heading", name=name, level=1)).to_be_visible()


def somebody(keyboard: Keyboard) -> str:
    """The address of somebody whom one may open."""
    keyboard.go("/organise/people/")
    keyboard.follow("Ifeoma Achterberg")
    return keyboard.page.url


def test_signing_in(stranger: Keyboard):
    stranger.go("/account/login/")
    stranger.press("Bethan, leader in Cardiff")
    expect(stranger.page).to_have_url(re.compile("/organise/"))


def test_a_password_refused_says_why_where_the_focus_goes(stranger: Keyboard):
    stranger.go("/account/login/")
    stranger.into("E-mail", "nobody@example.org")
    stranger.into("Password", "not this one")
    with stranger.page.expect_navigation():
        stranger.page.keyboard.press("Enter")
    expect(stranger.page.get_by_role("main").get_by_role("alert").first).to_be_visible()


def test_skipping_to_the_page_itself(sian: Keyboard):
    sian.go("/organise/people/")
    sian.tab()
    expect(sian.page.get_by_role("link", name="Skip to the page itself")).to_be_focused()
    sian.page.keyboard.press("Enter")
    sian.tab()
    assert sian.page.evaluate("document.querySelector('main').contains(document.activeElement)")


def test_narrowing_to_one_group_and_back(sian: Keyboard):
    sian.go("/organise/narrow/")
    sian.press("St Mellons")
    sian.go("/organise/people/")
    sian.follow("Take this filter away")
    sian.go("/organise/narrow/")
    sian.press("Back to all my groups")


def test_recording_a_one_to_one(sian: Keyboard):
    sian.go("/organise/conversations/one-to-ones/new/")
    sian.into("With whom?", "Ifeoma Achterberg")
    sian.choose("Ifeoma Achterberg Butetown")
    sian.into("Next step", "Lend her the minutes")
    sian.press("Save")
    expect(sian.page).to_have_url(re.compile(r"one-to-ones/[0-9a-f-]{36}/"))


def test_recording_a_house_meeting(sian: Keyboard):
    sian.go("/organise/conversations/house-meetings/new/")
    sian.into("How many came?", "7")
    sian.press("Save")
    expect(sian.page).to_have_url(re.compile(r"house-meetings/[0-9a-f-]{36}/"))


def test_writing_down_who_comes(sian: Keyboard):
    sian.go("/organise/attendance/")
    sian.enter(sian.page.locator("main a[href$='/attendance/']"))
    sian.into("Who", "Ifeoma Achterberg")
    sian.choose("Ifeoma Achterberg Butetown")
    sian.to(sian.page.get_by_role("button", name="Save, and the next"))
    sian.page.keyboard.press("Enter")
    expect(sian.page.get_by_label("Who", exact=True)).to_have_value("")
    expect(sian.page.get_by_role("main")).to_contain_text("Ifeoma Achterberg")


def test_adding_a_person(sian: Keyboard):
    sian.go("/organise/people/adding/")
    sian.into("First name", "Gwenno")
    sian.into("Last name", "Tudor")
    sian.press("Keep the record")
    heading(sian, "Gwenno Tudor")


def test_writing_down_what_somebody_said_of_being_reached(sian: Keyboard):
    sian.go(f"{somebody(sian)}consent/")
    sian.choose("Agreed")
    sian.into("Where it is written", "The sign-in sheet")
    sian.press("Write it down")


def test_writing_a_note(sian: Keyboard):
    sian.go(f"{somebody(sian)}notes/")
    sian.into("About them", "Speaks Igbo and Welsh.")
    sian.choose("The organisers of this group")
    sian.press("Keep the note")
    expect(sian.page.get_by_text("Speaks Igbo and Welsh.").first).to_be_visible()


def test_keeping_somebody_safe(sian: Keyboard):
    sian.go("/organise/people/adding/")
    sian.into("First name", "Nerys")
    sian.choose("Keep safe")
    sian.press("Keep the record")
    expect(sian.page.get_by_role("main")).to_contain_text(re.compile("safe", re.IGNORECASE))


def test_telling_the_safeguarding_lead(sian: Keyboard):
    sian.go("/organise/at-risk/")
    sian.into("Who is it about?", "A neighbour")
    sian.into("What did you see or hear?", "Shouting at night.")
    sian.choose("It should be looked at today")
    sian.press("Send to the safeguarding lead")
    expect(sian.page).to_have_url(re.compile("/at-risk/sent/"))


def test_bringing_in_a_sheet_up_to_the_look_at_it(sian: Keyboard, tmp_path: Path):
    sheet = tmp_path / "signin_2010-10-23_cardiff_full.csv"
    sheet.write_text("First name,Surname,Email\nTaliesin,Rees,taliesin.rees@example.org\n", encoding="utf-8")
    sian.go("/organise/import/")
    with sian.page.expect_file_chooser() as choosing:  # asked for well before: it takes a browser a moment
        sian.to(sian.page.locator("input[type=file]"))
        sian.page.keyboard.press("Space")
    choosing.value.set_files(sheet)
    sian.to(sian.page.get_by_label("Whose they are"))
    sian.page.keyboard.type("Card")
    sian.press("Look at the columns")
    sian.press("See what would come of it")
    expect(sian.page.get_by_role("button", name=re.compile("Bring in"))).to_be_visible()


def test_grouping_concerns_on_the_board_and_undoing_it(sian: Keyboard):
    """No pointer at all: two are ticked and split off as a theme, one more goes there by its number; all is undone."""
    page, keys = sian.page, sian.page.keyboard
    sian.go("/organise/listening/")
    for link in ("Cardiff listens", "Coding board"):
        sian.follow(link)
    sian.enter(page.get_by_role("link", name=re.compile("^Damp and dear homes")))
    expect(page.get_by_role("link", name="What “Damp and dear homes” weighs")).to_be_visible()
    boxes, rows = page.locator(".board-list input"), page.locator(".board-list li")
    before = [row.get_attribute("id") for row in rows.all()]

    sian.to(boxes)
    for key in ("x", "j", "Space", "n"):
        keys.press(key)
    expect(page.get_by_label("A new theme")).to_be_focused()
    keys.type("By the keys alone")
    with page.expect_response("**/board/moves/**"):
        keys.press("Enter")
    theme = page.get_by_role("link", name=re.compile("^By the keys alone"))
    expect(theme).to_contain_text("2")
    expect(rows.first).to_have_id(before[2] or "")
    expect(boxes.first).to_be_focused()  # whoever types goes on where those ticked stood

    number = page.locator("#board-theme option", has_text="By the keys alone").inner_text().split(" ")[0]
    keys.press("x")
    with page.expect_response("**/board/moves/**"):
        keys.press(number)
    expect(theme).to_contain_text("3")
    for first in (before[2], before[0]):
        sian.press("Undo your last step")
        expect(rows.first).to_have_id(first or "")
    assert [row.get_attribute("id") for row in rows.all()] == before
    expect(theme).to_have_count(0)


def test_a_report_of_another_period(sian: Keyboard):
    sian.go("/organise/reports/so-far/?from=2010-06-01&to=2010-09-30")
    sian.follow("All")
    expect(sian.page).to_have_url(re.compile("period=all"))


def test_joining(stranger: Keyboard):
    stranger.go("/join/")
    stranger.into("First name", "Cadi")
    stranger.into("Last name", "Beynon")
    stranger.into("E-mail", "cadi.beynon@example.org")
    stranger.into("Postcode", "CF3 0LN")
    stranger.choose("You may e-mail me news")
    stranger.press("Join")
    expect(stranger.page).to_have_url(re.compile("/join/look-at-your-mail/"))


def test_writing_to_us(stranger: Keyboard):
    stranger.go("/contact/")
    stranger.into("Your name", "Cadi Beynon")
    stranger.into("Your e-mail", "cadi.beynon@example.org")
    stranger.into("Your message", "When do you next meet?")
    stranger.press("Send")
    expect(stranger.page).to_have_url(re.compile("/contact/sent/"))
