"""Sixty conversations become an issue: captured on a phone, once with no signal, and brought in by a file; coded, put
to the vote, cut, and reported exactly. And a story that goes less far is gone from the site at once.
"""

import io
import json
import re
from collections.abc import Iterator
from contextlib import ExitStack
from datetime import timedelta
from pathlib import Path

import pytest
from django.utils import timezone
from playwright.sync_api import Browser, Page, expect
from pypdf import PdfReader

from tests.journeys import listened, voted
from tests.journeys.captured import meeting_is_captured, talk_is_written_up
from tests.journeys.chromium import barriers, opened, sign_in
from tests.journeys.listened import CAMPAIGN, DAMP, LIGHTS, MEETINGS, SIGNS, TALKS
from tests.journeys.readied import send
from tests.journeys.served import command_line, moved_in, served

pytestmark = pytest.mark.browser

NO_SIGNAL = 1  # which of the 1-2-1s, and which of the house meetings, has none
CHANGE, GRANTER = "Every damp flat is inspected by March", "Rhodri Penhale, who runs the housing association"
OTHER_CHANGE = "Dehumidifiers for every flat"
STORY, LISTED = "Nineteen doors on one staircase", ["/stories/", "/feeds/stories.xml", "/wales/cardiff/"]


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The data folder of a demo movement of its own, in which a story is lowered and an issue is chosen."""
    return moved_in(tmp_path_factory.mktemp("listening"))


@pytest.fixture(scope="module")
def site(data: Path) -> Iterator[str]:
    """Its address."""
    with served(data) as address:
        yield address


class Cast:
    """Siân, who runs Cardiff's listening, Bethan, who visits and hosts, and a stranger: a phone each."""

    def __init__(self, browser: Browser, site: str, stack: ExitStack) -> None:
        self.problems: list[list[str]] = []
        self.sian, self.bethan, self.stranger = (self.enter(browser, site, stack) for _ in range(3))
        sign_in(self.sian, "Siân")
        sign_in(self.bethan, "Bethan")

    @property
    def went_wrong(self) -> list[str]:
        """On all their pages; but for Chromium looking for a newer worker with no signal."""
        found = [problem for problems in self.problems for problem in problems]
        return [problem for problem in found if "error occurred when fetching the script" not in problem]

    def enter(self, browser: Browser, site: str, stack: ExitStack) -> Page:
        """A fresh visitor's page."""
        page, problems = stack.enter_context(opened(browser, site, "phone"))
        self.problems.append(problems)
        return page


def test_from_sixty_conversations_to_an_issue(browser: Browser, site: str, data: Path, tmp_path: Path) -> None:
    with ExitStack() as stack:
        cast = Cast(browser, site, stack)
        campaign = plan(cast.sian)
        for number, talk in enumerate(TALKS):
            talk_is_written_up(cast.bethan, talk, data, has_signal=number != NO_SIGNAL)
        for number, meeting in enumerate(MEETINGS):
            meeting_is_captured(cast.bethan, meeting, number, data, has_signal=number != NO_SIGNAL)
        street_comes_in(data, tmp_path)
        themes_are_found(cast.sian, campaign)
        ballot = group_votes(cast.sian, campaign, browser, site)
        issue_is_cut(cast.sian, campaign, ballot)
        report_is_read(cast, campaign, data)
        assert cast.went_wrong == []


def plan(page: Page) -> str:
    """A campaign of Cardiff's that runs now; its address."""
    today = timezone.localdate()
    page.goto("/organise/listening/campaigns/new/")
    page.get_by_label("Whose").select_option("cardiff")
    days = {"starts_on": today - timedelta(days=14), "ends_on": today + timedelta(days=14)}
    send(page, name=CAMPAIGN, **{name: day.isoformat() for name, day in days.items()})
    expect(page.get_by_role("heading", name=CAMPAIGN, level=1)).to_be_visible()
    assert barriers(page) == []
    return page.url


def street_comes_in(data: Path, folder: Path) -> None:
    """Fifty-five conversations from a file; the same file again changes nothing."""
    (folder / "street.csv").write_text(listened.sheet(timezone.localdate()))
    command = ("import", "concerns", str(folder / "street.csv"), "--campaign", CAMPAIGN, "--format", "json")
    first, again = (json.loads(command_line(data, *command)) for _time in range(2))
    told = ("rows", "concerns", "anonymous", "themes")
    assert [first[name] for name in told] == [55, 55, 51, 0]
    assert [again[name] for name in told] == [55, 0, 0, 0]


def themes_are_found(page: Page, campaign: str) -> None:
    """What belongs together is ticked on the board and put under a theme; a slip is undone, a name is changed."""
    for theme, sign in SIGNS.items():
        page.goto(f"{campaign}board/")
        tick(page, sign)
        page.get_by_label("A new theme").fill(theme)
        with page.expect_response("**/board/moves/**"):
            page.get_by_role("button", name="Make it").click()
        expect(page.get_by_role("link", name=re.compile(f"^{theme}"))).to_be_visible()
        page.goto(f"{campaign}board/")
        if tick(page, sign):  # those that stood on the second page
            page.locator("select[name=theme]").select_option(label=f"{list(SIGNS).index(theme) + 1} {theme}")
            with page.expect_response("**/board/moves/**"):
                page.get_by_role("button", name="Move").click()
    page.goto(f"{campaign}board/")
    expect(page.locator(".board-concern")).to_have_count(4)
    assert barriers(page) == []


def tick(page: Page, sign: str) -> int:
    """Tick every concern on this page in which a word stands; how many."""
    found = page.locator(".board-concern").filter(has_text=re.compile(sign, re.IGNORECASE))
    for concern in found.all():
        concern.get_by_role("checkbox").check()
    return found.count()


def group_votes(page: Page, campaign: str, browser: Browser, site: str) -> str:
    """Thirty telephones and ten papers rank the themes; the count is the one by hand. The ballot's name."""
    title = "What we take up in Splott"
    page.goto(f"/organise/listening/ballots/new/?campaign={campaign.split('/')[-2]}")
    page.get_by_label("Which group decides").select_option("cardiff")
    for theme in voted.OPTIONS:
        page.get_by_label(re.compile(f"^{theme}")).check()
    page.locator("[name=method][value=ranked]").check()
    send(page, title=title, quorum="25")
    ballot = page.url
    page.get_by_role("button", name="Open it").click()
    page.goto(f"{ballot}slips/")
    send(page, number=str(len(voted.PHONES)))
    codes = page.locator(".slip-words strong").all_inner_texts()
    assert len(set(codes)) == len(voted.PHONES)
    voted.vote_by_phones(browser, site, codes)
    voted.type_papers_in(page, ballot)
    page.goto(ballot)
    expect(page.locator(".fact, dl div").filter(has_text="Cast").first).to_contain_text("40")
    page.get_by_role("button", name="Close and count").click()
    expect(page.get_by_text(f"“{DAMP}” won, with 23 votes.")).to_be_visible()
    assert voted.counted(page) == voted.ROUNDS
    assert barriers(page) == []
    send(page, words=f"We take up {DAMP.lower()}.")
    return title


def issue_is_cut(page: Page, campaign: str, ballot: str) -> None:
    """Two candidates of the theme that won, scored by three papers each, and the one of them that is taken up."""
    page.goto(f"{campaign}themes/")
    page.get_by_role("main").get_by_role("link", name=DAMP).first.click()
    cutting = f"{page.url}cutting/"
    for change in (CHANGE, OTHER_CHANGE):
        page.goto(cutting)
        send(page, change=change, who_can_grant=GRANTER)
    for place in range(2):
        for slip, answers in enumerate(("220", "210", "200"), 1):
            page.goto(cutting)
            page.get_by_role("link", name="Score it").nth(place).click()
            score(page, slip, answers[place:])
    line = page.get_by_role("row").filter(has_text="Would it make a real improvement")
    assert re.findall(r"\d\.\d", line.inner_text()) == ["2.0", "1.0"]
    assert barriers(page) == []
    page.get_by_role("link", name="Choose it").first.click()
    page.get_by_label("By which ballot").select_option(label=ballot)
    send(page, name="Inspections by March", problem="Damp, and nobody who answers")
    expect(page.get_by_role("heading", name="Inspections by March", level=1)).to_be_visible()
    expect(page.locator(".stat").filter(has_text="people said it")).to_contain_text("23")
    assert barriers(page) == []


def score(page: Page, slip: int, answers: str) -> None:
    """What a paper answers to the first lines of the checklist."""
    page.get_by_label("Number of the paper").fill(str(slip))
    for criterion, answer in zip(("improvement", "own_power"), answers, strict=False):
        page.locator(f"[name={criterion}][value='{answer}']").check()
    page.get_by_role("button", name="Keep these answers").click()
    expect(page.get_by_role("heading", name="Cutting the issue", level=1)).to_be_visible()


def report_is_read(cast: Cast, campaign: str, data: Path) -> None:
    """Page, PDF, JSON and command tell exactly what was put in; everybody's version leaves out the few."""
    page = cast.sian
    page.goto(f"{campaign}report/")
    told = page.request.get(f"{campaign}report.json").json()
    assert told["heard"] == listened.heard()
    assert (told["themes"], told["suppressed_themes"]) == (listened.themes(), 0)
    assert told["coverage"] == listened.coverage()
    assert (told["issue"]["change"], told["issue"]["who_can_grant"]) == (CHANGE, GRANTER)
    assert told["issue"]["themes"] == [DAMP]
    command = ("report", "listening", "--campaign", CAMPAIGN, "--format", "json")
    assert json.loads(command_line(data, *command)) == told
    assert barriers(page) == []
    rows = page.get_by_role("table", name="Themes").locator("tbody tr").all()
    shown = [re.findall(r"\d+", row.locator("td").first.inner_text()) for row in rows]
    assert shown == [[str(theme["people"])] for theme in listened.themes()]
    page.get_by_role("button", name="Make a PDF").click()
    with page.expect_download() as download:
        page.get_by_role("link", name="Download the PDF").click(timeout=60_000)
    paper = PdfReader(io.BytesIO(Path(download.value.path()).read_bytes()))
    text = " ".join(" ".join(sheet.extract_text() for sheet in paper.pages).split())
    assert [words for words in (CAMPAIGN, CHANGE, *SIGNS) if words not in text] == []
    public_version(cast, campaign, json.loads(command_line(data, *command, "--public")))


def public_version(cast: Cast, campaign: str, told: dict[str, object]) -> None:
    """The theme of four people is left out, with a place that would tell of it; what is published has neither."""
    page, stranger = cast.sian, cast.stranger
    assert (told["themes"], told["suppressed_themes"]) == (listened.themes()[:-1], 1)
    places = {"places": listened.coverage()["places"][:2], "places_left_out": 2}
    assert told["coverage"] == listened.coverage() | places
    page.goto(f"{campaign}report/?public=1")
    page.get_by_role("button", name="Publish").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text(CAMPAIGN)
    stranger.goto(page.url)
    expect(stranger.get_by_role("main")).to_contain_text(CHANGE)
    expect(stranger.get_by_role("main")).not_to_contain_text(LIGHTS)
    assert barriers(stranger) == []


def test_a_story_that_goes_less_far_is_gone_at_once(browser: Browser, site: str) -> None:
    with ExitStack() as stack:
        cast = Cast(browser, site, stack)
        editor = cast.enter(browser, site, stack)
        sign_in(editor, "Zoë")
        sian, stranger = cast.sian, cast.stranger
        sian.goto("/organise/listening/stories/")
        sian.get_by_role("link", name=STORY).click()
        sian.get_by_role("button", name="Put a draft on the website").click()
        address = publish(editor)
        until_read(stranger, address)
        assert traces(stranger, address) == [address, *LISTED]
        line = sian.locator(".line").filter(has_text="On our website")
        line.locator("summary").click()
        line.get_by_role("button", name="No further at all").click()
        expect(sian.get_by_text("Lowered.")).to_be_visible()
        assert (traces(stranger, address), stranger.request.get(address).status) == ([], 404)
        expect(sian.get_by_text("Leaflet for the October assembly")).to_be_visible()
        assert barriers(sian) == []
        assert cast.went_wrong == []


def publish(page: Page) -> str:
    """Publish the draft of the story as it stands; where it is read."""
    drafts = page.request.get("/cms/api/main/pages/", params={"type": "website.StoryPage", "title": STORY}).json()
    [draft] = drafts["items"]
    page.goto(f"/cms/pages/{draft['id']}/edit/")
    page.get_by_role("button", name="More actions").click()
    page.get_by_role("button", name="Publish", exact=True).click()
    expect(page.get_by_text(re.compile("has been published|published\\.", re.IGNORECASE)).first).to_be_visible()
    return re.sub(r"^https?://[^/]+", "", draft["meta"]["html_url"])


def until_read(page: Page, address: str) -> None:
    """Wait until everybody reads it: what the public sees follows within a second."""
    for _look in range(20):
        if traces(page, address) == [address, *LISTED]:
            return
        page.wait_for_timeout(500)


def traces(page: Page, address: str) -> list[str]:
    """Where a stranger reads of the story: its page, lists, and feed, each as it is kept whole."""
    return [each for each in (address, *LISTED) if STORY in page.request.get(each).text()]
