"""What is heard, written down on a phone: after a 1-2-1 and at a house meeting, with a signal and with none."""

import sqlite3
from contextlib import closing
from datetime import timedelta
from pathlib import Path

from django.utils import timezone
from playwright.sync_api import Page, expect

from tests.journeys.listened import CAMPAIGN, Line, Meeting, Talk
from tests.journeys.no_signal import wait_until_kept
from tests.journeys.readied import send


def talk_is_written_up(page: Page, talk: Talk, data: Path, *, has_signal: bool) -> None:
    """A 1-2-1 with somebody new, written up on the phone; with no signal it waits, and is sent once."""
    page.goto("/organise/conversations/one-to-ones/new/")
    page.get_by_label("With whom?").press_sequentially(talk.other)
    page.locator("[name=other-chosen][value=new]").check()
    page.locator("[name=other-phone]").fill(talk.phone)
    page.get_by_label("Part of a listening campaign").select_option(label=CAMPAIGN)
    page.locator("select[name=group]").select_option("cardiff")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_role("heading", name=talk.other, level=1)).to_be_visible()
    after = page.get_by_role("link", name="Write down what you heard").get_attribute("href")
    wait_until_kept(page, after or "")
    page.goto(after or "", wait_until="networkidle")
    page.context.set_offline(not has_signal)
    page.get_by_label("What you heard").fill(f"{talk.other} would knock on doors")
    page.get_by_text("What moves them").click()
    page.get_by_label("What hurts, in their words").fill(talk.line.words)
    page.get_by_role("button", name="Keep it").click()
    if not has_signal:
        expect(page.get_by_text("No signal. It waits on this phone")).to_be_visible()
        assert written(data, talk.line.words) == 0
        page.context.set_offline(False)
    expect(page.get_by_role("heading", name="Your note")).to_be_visible(timeout=30_000)
    assert written(data, talk.line.words) == 1


def meeting_is_captured(page: Page, meeting: Meeting, number: int, data: Path, *, has_signal: bool) -> None:
    """A house meeting of Bethan's, its lines typed while it is held; with no signal they wait, and are sent once."""
    page.goto("/organise/conversations/house-meetings/new/")
    page.get_by_label("It is arranged").check()
    page.get_by_label("Part of a listening campaign").select_option(label=CAMPAIGN)
    page.locator("select[name=group]").select_option("cardiff")
    send(page, day=(timezone.localdate() - timedelta(days=3 + number)).isoformat())
    home = page.url
    page.get_by_role("link", name="Write down what is said").click()
    wait_until_kept(page)
    page.context.set_offline(not has_signal)
    for line in meeting.lines:
        capture(page, line)
    if not has_signal:
        expect(page.locator("[data-waits]")).to_contain_text(str(len(meeting.lines)))
        assert [written(data, line.words) for line in meeting.lines] == [0] * len(meeting.lines)
        page.context.set_offline(False)
    settles(page, meeting, data)
    page.goto(home)
    send(page, people_attending=str(meeting.came))
    expect(page.get_by_text(f"{meeting.came} people came.")).to_be_visible()


def settles(page: Page, meeting: Meeting, data: Path) -> None:
    """Wait until the last line has gone from the phone, which it does a moment after its tap; each is there once."""
    for _try in range(300):
        if all(written(data, line.words) for line in meeting.lines):
            break
        page.wait_for_timeout(100)
    expect(page.locator("[data-waits]")).to_be_hidden(timeout=30_000)
    assert [written(data, line.words) for line in meeting.lines] == [1] * len(meeting.lines)


def capture(page: Page, line: Line) -> None:
    """One concern, as it is said."""
    page.get_by_label("What hurts?").fill(line.words)
    page.locator(f"[name=concern-strength][value='{line.strength}']").check()
    page.get_by_label("We may quote it, without a name").set_checked(line.may_quote)
    page.locator("#concern").get_by_role("button", name="Write it down").click()
    expect(page.get_by_role("list", name="What hurts").get_by_text(line.words)).to_be_visible()


def written(data: Path, words: str) -> int:
    """How many concerns of the campaign say this."""
    counting = (
        "SELECT COUNT(*) FROM listening_concern JOIN listening_listeningcampaign AS campaign"
        " ON campaign.id = campaign_id WHERE words = ? AND campaign.name = ?"
    )
    with closing(sqlite3.connect(f"file:{data / 'm4c.sqlite3'}?mode=ro", uri=True)) as database:
        return int(database.execute(counting, [words, CAMPAIGN]).fetchone()[0])
