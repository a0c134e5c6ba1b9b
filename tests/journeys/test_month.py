"""A group's month through the screens: its committee, a social, a public meeting that all are told of, the door, and
what it was like. The door without a signal has a journey of its own (`test_door.py`).
"""

import re
from collections.abc import Iterator
from contextlib import ExitStack
from datetime import date, timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import Browser, Page, expect

from tests.journeys.chromium import barriers, opened, sign_in
from tests.journeys.readied import send
from tests.journeys.served import PATIENCE

pytestmark = pytest.mark.browser

COMMITTEE, SOCIAL, MEETING = "Committee of the month", "Soup of the month", "Meeting of the month"


class Cast:
    """Siân, who organises, Bethan, who leads, and a stranger, each in a browser window of their own."""

    def __init__(self, browser: Browser, site: str, stack: ExitStack) -> None:
        self.problems: list[list[str]] = []
        self.sian, self.bethan, self.stranger = (self.enter(browser, site, stack) for _ in range(3))
        sign_in(self.sian, "Siân")
        sign_in(self.bethan, "Bethan")

    def enter(self, browser: Browser, site: str, stack: ExitStack) -> Page:
        """A fresh visitor's page on a phone."""
        page, problems = stack.enter_context(opened(browser, site, "phone"))
        self.problems.append(problems)
        return page


@pytest.fixture
def cast(browser: Browser, own_site: str) -> Iterator[Cast]:
    """Those who live the month."""
    with ExitStack() as stack:
        cast = Cast(browser, own_site, stack)
        yield cast
        assert [problem for problems in cast.problems for problem in problems] == []


def test_a_groups_month(cast: Cast) -> None:
    committee = committee_decides(cast)
    stranger_comes_to_the_social(cast)
    door_is_kept(cast.bethan, group_is_told(cast))
    evening_is_evaluated(cast.sian, committee)


def plan(page: Page, title: str, kind: str, day: date, *, seen_by: str = "group", until: str = "") -> str:
    """Put an event of Cardiff in the calendar, or write one up; its address."""
    page.goto("/organise/events/new/")
    page.get_by_label("What is it called?").fill(title)
    page.get_by_label("What kind").select_option(kind)
    page.locator("[name=day]").fill(day.isoformat())
    page.locator("[name=starts]").fill("00:05")
    page.locator("[name=ends]").fill(until)
    page.get_by_label(re.compile("^Where")).fill("St Mellons church hall")
    page.locator(f"[name=visibility][value={seen_by}]").check()
    page.get_by_role("button", name="Put it in the calendar").click()
    expect(page.get_by_role("heading", name=title, level=1)).to_be_visible()
    return page.url


def write_down(page: Page, event: str, name: str) -> None:
    """Somebody of the group was at an event, or comes."""
    page.goto(f"{event}attendance/")
    page.get_by_label("Who", exact=True).fill(name)
    page.get_by_role("radio", name=re.compile(name)).first.check()
    page.get_by_role("button", name="Save, and the next").click()
    expect(page.get_by_role("main")).to_contain_text(name)


def committee_decides(cast: Cast) -> str:
    """An agenda, a decision, a job that Bethan takes and does, and minutes that are ready. The meeting's address."""
    sian, bethan = cast.sian, cast.bethan
    event = plan(sian, COMMITTEE, "committee", timezone.localdate() - timedelta(days=1))
    write_down(sian, event, "Siân Prosser")
    sian.goto(f"{event}meeting/")
    sian.get_by_text("Something to talk about", exact=True).click()
    send(sian, title="The empty shop")
    sian.get_by_text("A decision", exact=True).click()
    send(sian, **{"decision-words": "We write to the owner once more."})
    sian.get_by_text("A job", exact=True).click()
    send(sian, **{"job-what": "Post the letter"})
    sian.get_by_role("button", name="The minutes are ready").click()
    expect(sian.get_by_text("Ready, to be approved next time")).to_be_visible()
    assert barriers(sian) == []
    bethan.goto("/organise/jobs/?only=waiting")
    bethan.locator("main .line").filter(has_text="Post the letter").get_by_role("button").first.click()
    bethan.goto("/organise/")
    done = bethan.locator(".today-line").filter(has_text="Post the letter").get_by_role("button", name="Done")
    done.click()
    expect(bethan.get_by_text("Done. Thank you.")).to_be_visible()
    return event


def stranger_comes_to_the_social(cast: Cast) -> None:
    """Whoever reads the public page says that they come, and the group sees who and with how many."""
    day = timezone.localdate() + timedelta(days=6)
    event = plan(cast.sian, SOCIAL, "social", day, seen_by="public", until="22:00")
    stranger = cast.stranger
    stranger.goto(event.replace("/organise", ""))
    stranger.get_by_role("link", name="I am coming").first.click()
    stranger.get_by_label("First name").fill("Gwyneth")
    stranger.get_by_label(re.compile("^Last name")).fill("Quayle")
    stranger.get_by_label(re.compile("^E-mail")).fill("gwyneth.quayle@example.org")
    stranger.get_by_label("How many do you bring along?").fill("2")
    stranger.wait_for_timeout(2_500)  # nobody fills in a form faster: the guard of public forms asks for it
    stranger.get_by_role("button", name="I am coming").click()
    expect(stranger.get_by_role("heading", level=1)).to_have_text("See you there")
    cast.sian.goto(f"{event}replies/")
    expect(cast.sian.get_by_role("main")).to_contain_text("Gwyneth Quayle")


def group_is_told(cast: Cast) -> str:
    """By e-mail at once, in the chat, and the rest by telephone and printed letters that Bethan takes on. Of what."""
    sian, bethan = cast.sian, cast.bethan
    event = plan(sian, MEETING, "public_meeting", timezone.localdate(), until="23:59")
    sian.get_by_role("link", name="Tell the group").click()
    if sian.locator("select[name=group]").count():
        sian.locator("select[name=group]").select_option("cardiff")
    send(sian, subject="Tonight at seven", words="We decide about the shop.", chat_words="Tonight, 7pm, church hall!")
    expect(sian.locator(".copy-field-value")).to_have_value("Tonight, 7pm, church hall!")
    telling = sian.url
    sian.get_by_role("button", name="Send it off").click()
    until_told(sian)
    sian.get_by_role("checkbox", name="Bethan Griffiths").check()
    sian.get_by_role("button", name="Share it out").click()
    expect(sian.get_by_text("Shared out. Each finds their share on Today.")).to_be_visible()
    bethan.goto("/organise/")
    bethan.get_by_role("link", name=re.compile(r"^Tell \d+ people")).first.click()
    bethan.get_by_role("button", name=re.compile("^Told")).first.click()
    expect(bethan.get_by_text("Told", exact=True).first).to_be_visible()
    bethan.goto(f"{telling}share/letters/")
    expect(bethan.locator(".letter-sheet").first).to_contain_text("We decide about the shop.")
    write_down(sian, event, "Bethan Griffiths")
    return event


def until_told(page: Page) -> None:
    """Wait for the worker: the page says when all letters have gone."""
    gone = page.get_by_text("All letters have gone")
    for _look in range(PATIENCE):
        if gone.is_visible():
            return
        page.wait_for_timeout(1_000)
        page.reload()
    raise AssertionError("the letters did not go")


def door_is_kept(page: Page, event: str) -> None:
    """Bethan finds herself in, and lets somebody in whom she brought."""
    page.goto(event)
    page.get_by_role("link", name="Open the door").click()
    page.get_by_label("Two letters of the name").fill("Bet")
    expect(page.get_by_role("main")).to_contain_text("Bethan Griffiths")
    expect(page.locator("[data-came]")).to_have_text("1")
    page.goto(f"{page.url.partition('?')[0]}walk-in/")
    send(page, name="Ifor Walkin", brought_by="Bethan Griffiths")
    expect(page.locator("[data-came]")).to_have_text("2")


def evening_is_evaluated(page: Page, event: str) -> None:
    """Siân says how the committee was, and what is next becomes a job."""
    page.goto(f"{event}evaluations/own/")
    send(page, feelings="Hopeful", learnt="He reads his post.", next="Ask for a date")
    page.goto(f"{event}evaluations/")
    expect(page.get_by_role("main")).to_contain_text("Hopeful")
    page.get_by_role("button", name="Make it a job").click()
    expect(page.get_by_role("main")).to_contain_text("It is a job of the group now")
    assert barriers(page) == []
