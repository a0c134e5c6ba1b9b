"""Two beside a stage write down the answer to the same ask with no signal: what both heard is confirmed, once, and
where they heard something else the two accounts stand beside each other.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.journeys.chromium import barriers, opened, sign_in
from tests.journeys.no_signal import PATIENCE, wait_until_kept
from tests.journeys.test_answers import hears
from tests.journeys.wire import Wire, wire_to

pytestmark = pytest.mark.browser
STAGE, SUMMER, NOT_THE_SHOP = "St Mellons asks the council", "Before the summer", "Not the shop"
HEARD = """SELECT a.kind, a.words, a.confirmed_at IS NOT NULL FROM commitments_answer a
JOIN commitments_ask k ON k.id = a.ask_id WHERE k.words LIKE 'Will you put homes%' AND a.struck_at IS NULL ORDER BY 1"""


@pytest.fixture
def wire(site: str) -> Iterator[Wire]:
    """A wire to the demo that can be cut."""
    with wire_to(site) as whole:
        yield whole


@contextmanager
def phone(browser: Browser, wire: Wire, who: str) -> Iterator[Page]:
    """Somebody's phone beside the stage, which keeps its page."""
    with opened(browser, wire.address, "phone") as (page, problems):
        sign_in(page, who)
        page.goto("/organise/assemblies/?group=st-mellons")
        page.get_by_role("main").get_by_role("link", name=STAGE).click()
        page.get_by_role("link", name="Write down the answers").click()
        wait_until_kept(page)
        yield page
        assert problems == []


def written(data: Path) -> list[tuple[str, str, bool]]:
    """What stands of that ask: which answer, in which words, and whether two people heard it."""
    with closing(sqlite3.connect(f"file:{data / 'm4c.sqlite3'}?mode=ro", uri=True)) as database:
        return [(kind, words, bool(two)) for kind, words, two in database.execute(HEARD)]


def waits(page: Page, number: int) -> None:
    """So many wait on this phone for a signal."""
    badge = page.locator("[data-waits]")
    if number:
        expect(badge).to_contain_text(str(number))
    else:
        expect(badge).to_be_hidden(timeout=1_000 * PATIENCE)


def test_two_phones_hear_the_same_ask_with_no_signal(browser: Browser, wire: Wire, data: Path) -> None:
    with phone(browser, wire, "Siân") as siân, phone(browser, wire, "Bethan") as bethan:
        wire.cut()
        hears(siân, 1, "Yes", SUMMER)
        hears(siân, 1, "No", NOT_THE_SHOP)
        hears(bethan, 1, "Yes", SUMMER.lower())
        waits(siân, 2)

        here, context = siân.url, siân.context
        siân.close()
        again = context.new_page()
        again.goto(here)
        waits(again, 2)
        assert written(data) == []

        wire.mend()
        waits(again, 0)
        waits(bethan, 0)
        assert written(data) == [("no", NOT_THE_SHOP, False), ("yes", written(data)[1][1], True)]
        assert written(data)[1][1].casefold() == SUMMER.casefold()

        bethan.reload()
        to_confirm = bethan.get_by_role("list", name="To be confirmed")
        expect(to_confirm.get_by_text(NOT_THE_SHOP)).to_be_visible()
        again.reload()
        expect(again.get_by_role("list", name="To be confirmed").get_by_role("listitem")).to_have_count(0)
        expect(again.get_by_text("Waits for a second person")).to_be_visible()
        assert barriers(again) == []

        wire.cut()
        to_confirm.get_by_role("button", name="I heard the same").click()
        waits(bethan, 1)
        wire.mend()
        waits(bethan, 0)
        assert [two for _kind, _words, two in written(data)] == [True, True]
