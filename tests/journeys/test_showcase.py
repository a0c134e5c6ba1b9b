"""The Showcase, run from its run of show through the screens: roll call, four asks, answers typed in by one person and
confirmed by
another, one of them with no signal; what was promised, what fell void, and what everybody reads of it.
"""

import re
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.journeys.campaigned import ago, day_in, form_to, hand_in, own_form
from tests.journeys.chromium import barriers, opened, sign_in
from tests.journeys.served import PATIENCE, laid_out, served
from tests.journeys.showcased import (
    ASSEMBLY,
    BODIES,
    HOME,
    JOBS,
    PAY,
    QUOTED,
    RENT,
    TURNS,
    Turn,
    answer_is_confirmed,
    answer_is_typed,
    answers_kept,
    ask_is_written,
    ask_page,
    assembly_is_planned,
    body_answers,
    card_is_made,
    item_is_added,
    office_holders_are_written_down,
    stage_is_opened,
)

pytestmark = pytest.mark.browser

SCREENS = ({"width": 360, "height": 780}, {"width": 1280, "height": 900})
COVENANT = "/covenants/northern-moor-respect-covenant/"
SHADOW = "The shadow member for housing"


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The data folder of a demo movement of its own, in which another showcase is held."""
    return laid_out(tmp_path_factory.mktemp("showcase"))


@pytest.fixture(scope="module")
def site(data: Path) -> Iterator[str]:
    """Its address."""
    with served(data) as address:
        yield address


def test_a_showcase_from_its_run_of_show(browser: Browser, site: str) -> None:
    with ExitStack() as stack:
        entered = [stack.enter_context(opened(browser, site, size)) for size in ("phone", "phone", "laptop")]
        (siân, problems), (bethan, other), (stranger, strange) = entered
        sign_in(siân, "Siân")
        sign_in(bethan, "Bethan")
        office_holders_are_written_down(siân)
        card_is_made(siân)
        assembly = assembly_is_planned(siân)
        run_of_show_is_written(siân, assembly)
        roll_is_called(siân, assembly)
        answers_are_heard(siân, bethan, assembly)
        assert answers_kept(siân, assembly) == len(TURNS)
        home, jobs, pay, rent = (commitment_is_recorded(siân, assembly, turn) for turn in (HOME, JOBS, PAY, RENT))
        election_is_lost(siân, jobs)
        two_meetings_are_held(siân, rent)
        for commitment in (home, jobs, pay, rent):
            everybody_may_read(siân, commitment)
        stranger_reads(stranger)
        poster_is_printed(stranger)
        assert [*problems, *other, *strange] == []


def run_of_show_is_written(page: Page, assembly: str) -> None:
    """Welcome, roll call, then a story before each ask, and the close; it ends after so many minutes."""
    item_is_added(page, assembly, "welcome", "Welcome")
    item_is_added(page, assembly, "roll_call", "The roll")
    for number, turn in enumerate(TURNS):
        ask_is_written(page, assembly, turn)
        item_is_added(page, assembly, "story", f"A story before ask {number + 1}", with_card=number == 0)
        item_is_added(page, assembly, "ask", f"Ask {number + 1}", ask=turn.ask)
    item_is_added(page, assembly, "close", "What we do on Monday")
    page.goto(assembly)
    expect(page.get_by_role("main").locator(".show > li")).to_have_count(11)
    expect(page.get_by_text("It ends at 00:45.")).to_be_visible()
    assert barriers(page) == []
    page.get_by_role("main").locator("section", has_text="On paper").get_by_role("link").first.click()
    expect(page.get_by_role("main")).to_contain_text(ASSEMBLY)
    assert barriers(page) == []


def roll_is_called(page: Page, assembly: str) -> None:
    """Two bodies answer, and how many of each are there."""
    for body, number in BODIES:
        body_answers(page, assembly, body, number)
    expect(page.get_by_text("55 people answered so far")).to_be_visible()
    assert barriers(page) == []


def answers_are_heard(siân: Page, bethan: Page, assembly: str) -> None:
    """One types, another reads it again; the last is typed by both while the second has no signal."""
    stage_is_opened(siân, assembly)
    stage_is_opened(bethan, assembly)
    for turn in (HOME, JOBS, PAY):
        answer_is_typed(siân, turn)
    assert barriers(siân) == []
    expect(bethan.get_by_role("list", name="To be confirmed").get_by_role("listitem")).to_have_count(0)
    bethan.reload()
    assert barriers(bethan) == []
    for turn in (HOME, JOBS, PAY):
        answer_is_confirmed(bethan, turn)
    expect(bethan.locator("[data-waits]")).to_be_hidden(timeout=30_000)
    bethan.context.set_offline(True)
    answer_is_typed(bethan, RENT)
    expect(bethan.locator("[data-waits]")).to_contain_text("1")
    answer_is_typed(siân, RENT)
    bethan.context.set_offline(False)
    expect(bethan.locator("[data-waits]")).to_be_hidden(timeout=30_000)


def commitment_is_recorded(page: Page, assembly: str, turn: Turn) -> str:
    """The answer becomes a commitment, with what counts as kept; its address."""
    ask_page(page, assembly, turn)
    expect(page.get_by_text("Waits for a second person")).to_have_count(0)
    page.get_by_role("link", name="Write down the commitment").first.click()
    more = {
        HOME: {"due_on": day_in(20).isoformat()},
        JOBS: {"only_if": "If they are elected"},
        PAY: {"counts_as_kept": "Staff can save from their pay"},
        RENT: {"measure": "count", "target": "3", "unit": "meetings", "due_words": "before the vote"},
    }[turn]
    hand_in(own_form(page), occasion=ASSEMBLY, **more)
    expect(page.get_by_role("main")).to_contain_text(turn.words)
    assert barriers(page) == []
    return page.url


def election_is_lost(page: Page, commitment: str) -> None:
    """The condition failed: it is void, neither kept nor broken."""
    page.goto(commitment)
    page.get_by_role("main").get_by_role("link", name="Where it stands").click()
    told = {"evidence": "The declaration", "says_who": "The returning officer"}
    hand_in(own_form(page), state="failed", on=ago(0), **told)
    page.goto(commitment)
    expect(page.get_by_role("main")).to_contain_text("neither kept nor broken")
    assert barriers(page) == []


def two_meetings_are_held(page: Page, commitment: str) -> None:
    """A count adds up: two of three."""
    told = {"evidence": "Minutes", "says_who": "Bethan"}
    for words in ("The first", "The second"):
        page.goto(f"{commitment}progress/")
        hand_in(form_to(page, "/progress/"), kind="reached", amount="1", on=ago(0), words=words, **told)
    page.goto(commitment)
    expect(page.get_by_role("main")).to_contain_text("2 of 3")


def everybody_may_read(page: Page, commitment: str) -> None:
    """Somebody decides that it is public."""
    page.goto(f"{commitment}public-page/")
    with page.expect_navigation():
        page.get_by_role("button", name="let everybody read it").click()
    expect(page.get_by_role("button", name="Take it off at once")).to_be_visible()


def stranger_reads(page: Page) -> None:
    """The board, a commitment, a decision-maker, and a covenant's poster, on a small phone and a laptop."""
    for screen in SCREENS:
        page.set_viewport_size(screen)  # type: ignore[arg-type]
        page.goto("/commitments/")
        main = page.get_by_role("main")
        main.get_by_text("Each status by itself").click()
        for word in ("Due soon", "In progress", "Void"):
            expect(main.get_by_text(word).first).to_be_visible()
        assert barriers(page) == []
        page.goto("/commitments/who/")
        main.get_by_role("link", name=SHADOW).first.click()
        expect(page.get_by_role("heading", name=SHADOW, level=1)).to_be_visible()
        expect(main).to_contain_text(RENT.words)
        assert QUOTED not in main.inner_text()
        assert barriers(page) == []
        main.get_by_role("link", name=RENT.words).first.click()
        expect(main).to_contain_text("2 of 3")
        assert barriers(page) == []


def poster_is_printed(page: Page) -> None:
    """The covenant as everybody reads it, and its poster, which the worker lays out for whoever keeps it."""
    for screen in SCREENS:
        page.set_viewport_size(screen)  # type: ignore[arg-type]
        page.goto(COVENANT)
        expect(page.get_by_role("heading", level=1)).to_contain_text("Covenant")
        assert barriers(page) == []
    sign_in(page, "Nadia")
    page.goto("/organise/commitments/covenants/")
    page.get_by_role("main").get_by_role("link", name=re.compile("respect covenant", re.IGNORECASE)).first.click()
    page.get_by_role("button", name="Lay it out on A3").click()
    download = page.get_by_role("link", name="Download the PDF")
    expect(download).to_be_visible(timeout=1_000 * PATIENCE)
    assert barriers(page) == []
    with page.expect_download() as waiting:
        download.click()
    assert waiting.value.path().read_bytes().startswith(b"%PDF-")
