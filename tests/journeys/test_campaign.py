"""A campaign against a council through the screens: three targets, a letter that is sent on to a lower department, a
truce that runs out, people called out and stood down, a win that lasts twenty days, and the page for everybody.
"""

import json
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.journeys.campaigned import (
    CABINET,
    CAMPAIGN,
    CHIEF,
    COMES,
    COUNCIL,
    DAYS_SILENT,
    DEMAND,
    LEADER,
    LOWER,
    OWNER,
    PROBLEM,
    TARGETS,
    ago,
    council_is_written_down,
    day_in,
    form_to,
    hand_in,
    is_approached,
    own_form,
    people_are_called_out,
    until_told,
)
from tests.journeys.chromium import barriers, opened, sign_in
from tests.journeys.served import command_line, moved_in, served

pytestmark = pytest.mark.browser

STEP = "Breakfast at the kerb"
SILENT = f"No answer for {DAYS_SILENT} days"
WIN = "A crossing patrol until the holidays"


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The data folder of a demo movement of its own, in which a second campaign is fought."""
    return moved_in(tmp_path_factory.mktemp("campaign"))


@pytest.fixture(scope="module")
def site(data: Path) -> Iterator[str]:
    """Its address."""
    with served(data) as address:
        yield address


def test_a_campaign_against_a_council(browser: Browser, site: str, data: Path) -> None:
    with ExitStack() as stack:
        entered = [stack.enter_context(opened(browser, site, "phone")) for _who in range(2)]
        (page, problems), (stranger, strange) = entered
        sign_in(page, "Siân")
        council_is_written_down(page)
        campaign = campaign_is_begun(page)
        three_are_aimed_at(page, campaign)
        first_is_approached(page, campaign)
        silence_is_told(page, campaign, data)
        step = step_is_prepared(page, campaign)
        event = people_are_called_out(page, step, day_in(3).isoformat())
        truce_is_agreed(page, step)
        three_are_placed(page, campaign)
        step_is_charted(page, campaign)
        truce_lapses(page, step)
        people_are_stood_down(page, step, event)
        step_is_closed(page, step)
        win_is_written_down(page, campaign)
        stranger_reads(page, campaign, stranger)
        assert [*problems, *strange] == []


def campaign_is_begun(page: Page) -> str:
    """Begun plainly for Cardiff, authorised, running, with its demand; its address."""
    page.goto("/organise/campaigns/new/")
    hand_in(own_form(page), name=CAMPAIGN, group="cardiff", problem=PROBLEM, starts_on=ago(60))
    set_up = page.url
    campaign = set_up.removesuffix("set-up/")
    page.goto(campaign)
    expect(page.get_by_text("No group has authorised it yet")).to_be_visible()
    assert barriers(page) == []
    page.goto(set_up)
    hand_in(form_to(page, "/authorisations/"), group="cardiff", how="By show of hands, 31 for.", on=ago(59))
    page.goto(set_up)
    hand_in(form_to(page, "/status/"), status="running", on=ago(58))
    page.goto(set_up)
    hand_in(form_to(page, "/demands/"), words=DEMAND, on=ago(58))
    page.goto(set_up)
    leads = form_to(page, "/leads/")
    leads.get_by_label("Who?").fill("Siân Prosser")
    leads.get_by_role("radio", name="Siân Prosser").first.check()
    hand_in(leads, part="organiser", on=ago(58))
    page.goto(campaign)
    expect(page.get_by_text("No group has authorised it yet")).to_have_count(0)
    expect(page.get_by_role("list", name="Demands")).to_contain_text(DEMAND)
    return campaign


def three_are_aimed_at(page: Page, campaign: str) -> None:
    """The cabinet member can grant it; the leader and the chief executive can move her."""
    for one in TARGETS:
        page.goto(f"{campaign}set-up/")
        more = {"kind": "primary"} if one is CABINET else {"kind": "secondary", "moves": CABINET.name}
        hand_in(form_to(page, "/targets/"), powerholder=one.name, office=one.office, since=ago(50), **more)
    assert barriers(page) == []
    page.goto(campaign)
    lines = page.get_by_role("list", name="Targets").locator(".line")
    expect(lines).to_have_count(3)
    expect(lines.filter(has_text=CABINET.name).first).to_contain_text("Can grant it")
    expect(lines.filter(has_text=CHIEF.name)).to_contain_text(f"Can move {CABINET.name}")


def first_is_approached(page: Page, campaign: str) -> None:
    """A letter to the cabinet member, who sends it on to a lower department; the leader has time left; the owner of
    the verge is asked too.
    """
    letter = {"channel": "letter", "asked": DEMAND, "on": ago(DAYS_SILENT), "answer_due": ago(32)}
    is_approached(page, campaign, CABINET.name, **letter)
    expect(page.get_by_role("main")).to_contain_text(SILENT)
    sent_on = {"outcome": "diverted", "on": ago(40), "diverted_to": LOWER, "words": "Please use the form."}
    hand_in(form_to(page, "/answer/"), **sent_on)
    expect(page.get_by_role("main")).to_contain_text(LOWER)
    expect(page.get_by_role("heading", name="What fits next")).to_be_visible()
    expect(page.get_by_role("main")).to_contain_text("Deadline letter")
    assert barriers(page) == []
    in_time = {"on": ago(10), "answer_due": day_in(4).isoformat()}
    is_approached(page, campaign, LEADER.name, channel="email", asked="Put it on the cabinet's table", **in_time)
    by_telephone = {"channel": "call", "asked": f"May the kerb be moved, Mr {OWNER.split()[1]}?"}
    is_approached(page, campaign, OWNER, **by_telephone, **in_time)


def silence_is_told(page: Page, campaign: str, data: Path) -> None:
    """Who is silent, and for how many days, on the campaign's page and by the command alike."""
    page.goto(campaign)
    lines = page.get_by_role("list", name="Who has not answered").locator(".line")
    expect(lines).to_have_count(3)
    expect(lines.filter(has_text=CABINET.name)).to_contain_text(SILENT)
    expect(lines.filter(has_text=LEADER.name)).to_contain_text("Answer due by")
    assert barriers(page) == []
    told = json.loads(command_line(data, "report", "silence", "--campaign", CAMPAIGN, "--format", "json"))
    assert told[0] == {
        "powerholder": CABINET.name,
        "approach_date": ago(DAYS_SILENT),
        "answer_due": ago(32),
        "days_silent": DAYS_SILENT,
        "state": "silent",
        "next_step": "deadline letter",
    }
    assert {(one["powerholder"], one["state"], one["days_silent"]) for one in told[1:]} == {
        (LEADER.name, "waiting", 10),
        (OWNER, "waiting", 10),
    }


def step_is_prepared(page: Page, campaign: str) -> str:
    """The next rung, with its test and what sets it off: it is due, and waits until it is authorised."""
    page.goto(f"{campaign}ladder/new/")
    page.get_by_label("Whom it is aimed at").select_option(label=CABINET.name)
    test = dict.fromkeys(("inside_ours", "outside_theirs", "enjoyed", "stops_in_time"), "yes")
    words = {"what": "We have breakfast where the crossing should be.", "alternative": "She signs the order tonight."}
    set_off = {"trigger": "silence", "trigger_on": ago(20)}
    hand_in(own_form(page), name=STEP, needs="Toast, and ten stewards", **set_off, **words, **test)
    main = page.get_by_role("main")
    expect(main).to_contain_text("no answer")
    expect(main.locator(".tactic-test").get_by_text("Yes")).to_have_count(4)
    expect(main.get_by_role("link", name="Call people out")).to_have_count(0)
    hand_in(form_to(page, "/authorisation/"), on=ago(3), how="Members' meeting, 24 for and 1 against.")
    expect(main.get_by_role("link", name="Call people out")).to_be_visible()
    assert barriers(page) == []
    return page.url


def truce_is_agreed(page: Page, step: str) -> None:
    """They offer to meet us: the step is held until a day, and everybody called out is told in the same breath."""
    when = {"day": day_in(2).isoformat(), "hour": "12:00"}
    page.goto(step)
    hand_in(form_to(page, "/truce/"), offered="A meeting on the site", condition="She names a day", **when)
    until_told(page)
    page.goto(step)
    expect(page.get_by_role("heading", name="Held by a truce")).to_be_visible()
    assert barriers(page) == []


def three_are_placed(page: Page, campaign: str) -> None:
    """Each target on the power map, by the form, with what shows it."""
    for one in TARGETS:
        page.goto(f"{campaign}power-map/places/")
        page.get_by_role("main").get_by_role("link", name=one.name).first.click()
        hand_in(
            form_to(page, "/places/"), power=one.power, position=one.position, evidence="Cabinet minutes of September"
        )
        sign = page.locator(f'.power-map-card[data-name="{one.name}"]')
        expect(sign).to_have_attribute("data-power", one.power)
        expect(sign).to_have_attribute("data-position", one.position)
    assert barriers(page) == []


def step_is_charted(page: Page, campaign: str) -> None:
    """A tactic on the chart against the cabinet member: who of ours does it, and by when."""
    page.goto(f"{campaign}chart/")
    page.get_by_role("link", name="Plan a first step").click()
    tactics = page.locator("#tactics")
    tactics.get_by_text("Add a step").click()
    whose = {"constituency": "The parents of Hendre school", "due_on": day_in(5).isoformat()}
    hand_in(tactics.locator("form"), words=STEP, **whose)
    expect(page.locator("#tactics .strategy-line")).to_contain_text("The parents of Hendre school")
    expect(page.get_by_role("heading", level=1)).to_contain_text(CABINET.name)
    assert barriers(page) == []


def truce_lapses(page: Page, step: str) -> None:
    """She takes her offer back before its hour: without a word of what they broke nothing happens; with it the step is
    offered again. (What runs out by itself is shown where no clock has to be waited for: tests/campaigns/ladder.)
    """
    page.goto(step)
    lapsed = page.get_by_role("button", name="It lapsed: offer the step again")
    lapsed.click()
    expect(page.get_by_text("Say what they broke").first).to_be_visible()
    assert barriers(page) == []
    page.get_by_label("What came of it").fill("She wrote that she will name no day.")
    lapsed.click()
    expect(page.get_by_role("main")).to_contain_text("the truce ran out, so the step is offered again")
    expect(page.get_by_role("main").get_by_role("link", name="Call people out")).to_be_visible()


def people_are_stood_down(page: Page, step: str, before: str) -> None:
    """Called out anew, and then it is off: one press tells everybody, with words for the chat."""
    event = people_are_called_out(page, step, day_in(2).isoformat())
    assert event != before
    page.goto(step)
    hand_in(form_to(page, "/stand-down/"), words="Off: a patrol begins on Monday!", chat_words="Off! Patrol Monday.")
    until_told(page)
    expect(page.locator(".copy-field-value")).to_have_value("Off! Patrol Monday.")
    assert barriers(page) == []


def step_is_closed(page: Page, step: str) -> None:
    """An action is in its reaction."""
    page.goto(step)
    hand_in(form_to(page, "/closing/"), on=ago(0), what_they_did="She sent a crossing patrol for three weeks.")
    expect(page.get_by_role("main")).to_contain_text("She sent a crossing patrol for three weeks.")
    expect(page.get_by_role("main")).to_contain_text("Done on")
    expect(page.get_by_role("link", name="Say how it was")).to_have_count(0)  # nobody came: it was called off


def win_is_written_down(page: Page, campaign: str) -> None:
    """It ends in twenty days: the campaign's page and Today warn of it."""
    page.goto(f"{campaign.replace(campaign.split('/')[-2], 'wins/new')}?campaign={campaign.split('/')[-2]}")
    said = {"change_words": "Somebody stops the cars.", "for_whom": "The children", "says_who": "We saw her"}
    days = {"on": ago(0), "expires_on": day_in(20).isoformat()}
    hand_in(own_form(page), name=WIN, kind="expiring", group="cardiff", **said, **days)
    expect(page.get_by_role("main")).to_contain_text("It ends in 20 days")
    page.get_by_role("button", name="Let everybody read it").click()
    expect(page.get_by_role("button", name="Take it down")).to_be_visible()
    assert barriers(page) == []
    page.goto(campaign)
    expect(page.get_by_role("list", name="Wins").locator(".line")).to_contain_text("It ends in 20 days")
    page.goto("/organise/")
    expect(page.locator(".today-line").filter(has_text=WIN)).to_contain_text("It ends in 20 days")


def stranger_reads(page: Page, campaign: str, stranger: Page) -> None:
    """The page for everybody: officials with their offices, the letter, the win; the owner without a name."""
    page.goto(f"{campaign}public-page/")
    hand_in(form_to(page, "/words/"), public_problem=PROBLEM, this_week="Count the cars with us.")
    page.get_by_role("button", name="We have read it: let everybody read it").click()
    public = page.get_by_role("link", name="Open the page as everybody sees it").get_attribute("href") or ""
    assert barriers(page) == []
    assert stranger.goto(public)
    main = stranger.get_by_role("main")
    for words in (DEMAND, PROBLEM, WIN, "Count the cars with us.", "sent us on to a lower department"):
        expect(main).to_contain_text(words)
    for one in TARGETS:
        card = stranger.locator(".campaign-deciders li").filter(has_text=one.name)
        expect(card).to_contain_text(f"{one.office}, {COUNCIL}")
    expect(main).to_contain_text("the owner")
    assert OWNER.split()[1] not in stranger.content()
    assert COMES not in stranger.content()
    assert barriers(stranger) == []
