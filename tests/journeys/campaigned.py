"""A made-up campaign against a made-up council: who is who there, and how a form of its pages is filled in and sent."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from django.utils import timezone
from playwright.sync_api import Locator, Page, expect

from tests.journeys.served import PATIENCE

CAMPAIGN, DEMAND = "A crossing at Hendre school", "A crossing with lights at the school gate by Easter"
PROBLEM = "Two lanes, no crossing, and three hundred children at half past eight."
COUNCIL, LOWER = "Glanrhyd Council", "the highways customer desk"
OWNER = "Gethin Marlowe"  # he holds no public office: everybody reads of “the owner”
DAYS_SILENT = 46
CROWD, COMES = "Breakfast at the kerb, half past eight", "Bethan Griffiths"


@dataclass(frozen=True)
class Official:
    """Somebody who decides at the council: their office, how it is held, and what it decides."""

    name: str
    office: str
    held: str
    decides: str
    power: str
    position: str


CABINET = Official("Menna Tregarth", "Cabinet member for roads", "elected", "What is built on roads", "9", "-1")
LEADER = Official("Idwal Pencerrig", "Leader of the council", "elected", "Who sits in the cabinet", "10", "0")
CHIEF = Official("Sunita Abermor", "Chief executive", "appointed", "What officers work on first", "6", "1")
TARGETS = (CABINET, LEADER, CHIEF)


def ago(days: int) -> str:
    """A day so many days ago, as a form takes it."""
    return day_in(-days).isoformat()


def day_in(days: int) -> date:
    """The day that many days from now."""
    return timezone.localdate() + timedelta(days=days)


def form_to(page: Page, address: str) -> Locator:
    """The form that is sent to an address with this end, unfolded where it is folded."""
    return unfolded(page.locator(f"main form[action$='{address}']").first)


def own_form(page: Page) -> Locator:
    """The form that a page is made for."""
    return page.locator("main form[method=post]:not([action])").first


def unfolded(form: Locator) -> Locator:
    """The same form, its disclosure open."""
    if not form.is_visible():
        form.locator("xpath=ancestor::details[1]/summary").click()
    return form


def hand_in(form: Locator, **filled: str) -> None:
    """Fill in a form and press its button; it is not refused."""
    page = form.page
    for name, value in filled.items():
        put(form, name, value)
    with page.expect_navigation():
        form.locator("button:not([type=button])").first.click()
    expect(page.locator(".error-summary, .field-error")).to_have_count(0)


def put(form: Locator, name: str, value: str) -> None:
    """Choose, tick or type what a field is to hold."""
    field = form.locator(f"[name={name}]")
    if form.locator(f"[name={name}][type=checkbox]").count():
        field.check()
    elif form.locator(f"[name={name}][type=radio]").count():
        form.locator(f"[name={name}][value='{value}']").check()
    elif form.locator(f"select[name={name}]").count():
        field.select_option(value)
    else:
        field.fill(value)


def council_is_written_down(page: Page) -> None:
    """The council, its three offices, and who holds each; and an owner who holds none."""
    page.goto("/organise/power/institutions/new/")
    hand_in(own_form(page), name=COUNCIL, kind="council")
    council = page.url
    for one in TARGETS:
        page.goto(f"{council}offices/")
        hand_in(own_form(page), name=one.office, kind=one.held, decides=one.decides)
        office = page.url
        official_is_written_down(page, one.name)
        page.goto(f"{office}tenures/")
        hand_in(own_form(page), powerholder=one.name, started_on=ago(700), source="The council's website")
        expect(page.get_by_role("main")).to_contain_text(one.name)
    official_is_written_down(page, OWNER, is_private_owner="on")


def official_is_written_down(page: Page, name: str, **more: str) -> None:
    """Somebody who decides, with who says so."""
    page.goto("/organise/power/new/")
    hand_in(own_form(page), name=name, source="The council's website", **more)
    expect(page.get_by_role("heading", name=name, level=1)).to_be_visible()


def is_approached(page: Page, campaign: str, name: str, **filled: str) -> str:
    """Write an approach down, to one of the targets or whoever is found by name; its address."""
    page.goto(f"{campaign}approaches/new/?q={name.replace(' ', '+')}")
    page.get_by_role("main").get_by_role("link", name=name).first.click()
    hand_in(own_form(page), **filled)
    page.goto(f"{campaign}approaches/")
    page.get_by_role("main").get_by_role("link", name=name).first.click()
    return page.url


def people_are_called_out(page: Page, step: str, day: str) -> str:
    """The step becomes an event, to which somebody comes; its address."""
    page.goto(step)
    page.get_by_role("main").get_by_role("link", name="Call people out").click()
    when = {"day": day, "starts": "08:30", "ends": "09:00"}
    hand_in(own_form(page), title=CROWD, place="Hendre school gate", target="40", **when)
    page.goto(step)
    page.get_by_role("main").get_by_role("link", name=CROWD).click()
    event = page.url
    page.goto(f"{event}attendance/")
    page.get_by_label("Who", exact=True).fill(COMES)
    page.get_by_role("radio", name=re.compile(COMES)).first.check()
    page.get_by_role("button", name="Save, and the next").click()
    expect(page.get_by_role("main")).to_contain_text(COMES)
    return event


def until_told(page: Page) -> None:
    """Wait for the worker: everybody called out is told by letter, or is to be rung by somebody."""
    expect(page.get_by_role("heading", name="Everybody is told that it is off", level=1)).to_be_visible()
    for _look in range(PATIENCE):
        if page.get_by_text(re.compile(r"^\d+ of [1-9]\d*$")).count():
            return
        page.wait_for_timeout(1_000)
        page.reload()
    raise AssertionError("nobody was told")
