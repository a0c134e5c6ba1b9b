"""A showcase of four asks to four office-holders: who they are, whose story comes first, what is asked and answered."""

import re
from dataclasses import dataclass

from django.utils import timezone
from playwright.sync_api import Page, expect

from tests.journeys.campaigned import ago, hand_in, own_form
from tests.journeys.no_signal import wait_until_kept

ASSEMBLY, BODY = "The spring showcase", "The shadow cabinet of Glanrhyd"
STORY, QUOTED = "Nineteen doors on one staircase", "I rang eleven times."
CAPTURE, CONFIRM = "Write the answers down", "I heard the same"
BODIES = (("Butetown table", "24"), ("Renters of Splott", "31"))


@dataclass(frozen=True)
class Turn:
    """One of the four: the office by which somebody is known, what they are asked, and what they answer."""

    office: str
    ask: str
    kind: str
    words: str


HOME = Turn("Shadow member for safety", "Will you meet our young people in Cardiff?", "yes", "Of course I will.")
JOBS = Turn("Shadow member for work", "Will you end the targets?", "yes_if", "I end them, if we are elected.")
PAY = Turn("Shadow member for health", "Will you meet us about saving from pay?", "more", "Let us make it happen!")
RENT = Turn("Shadow member for housing", "Will you meet us three times before the vote?", "yes", "Three times, yes.")
TURNS = (HOME, JOBS, PAY, RENT)


def office_holders_are_written_down(page: Page) -> None:
    """A party's body, its four offices, and who holds each."""
    page.goto("/organise/power/institutions/new/")
    hand_in(own_form(page), name=BODY, kind="party")
    body = page.url
    for turn in TURNS:
        page.goto(f"{body}offices/")
        hand_in(own_form(page), name=turn.office, kind="shadow")
        office = page.url
        page.goto("/organise/power/new/")
        hand_in(own_form(page), name=f"The {turn.office.lower()}", source="The party's website")
        page.goto(f"{office}tenures/")
        hand_in(own_form(page), powerholder=f"The {turn.office.lower()}", started_on=ago(200), source="The same")


def card_is_made(page: Page) -> None:
    """A card for a meeting, in words that the teller said yes to."""
    page.goto("/organise/listening/stories/")
    page.get_by_role("main").get_by_role("link", name=STORY).first.click()
    page.get_by_role("link", name="Make a card").click()
    hand_in(own_form(page), use="meeting", quotation=QUOTED, line="From the fourth floor")


def assembly_is_planned(page: Page) -> str:
    """Planned for today, so that it has begun; its address."""
    page.goto("/organise/assemblies/new/")
    day = timezone.localdate().isoformat()
    hand_in(own_form(page), title=ASSEMBLY, group="cardiff", day=day, starts="00:01", place="The market hall")
    expect(page.get_by_role("heading", name=ASSEMBLY, level=1)).to_be_visible()
    return page.url


def ask_is_written(page: Page, assembly: str, turn: Turn) -> None:
    """An ask, to somebody found by name."""
    page.goto(assembly)
    page.get_by_role("link", name="Write an ask").click()
    page.get_by_label("Their name").fill(turn.office)
    page.get_by_role("button", name="Find").click()
    page.get_by_role("main").get_by_role("link", name=f"The {turn.office.lower()}").first.click()
    hand_in(own_form(page), words=turn.ask)


def item_is_added(page: Page, assembly: str, kind: str, title: str, *, with_card: bool = False, ask: str = "") -> None:
    """One timed item of the run of show."""
    page.goto(f"{assembly}items/new/")
    form = own_form(page)
    if with_card:
        form.locator("select[name=card]").select_option(index=1)
    if ask:
        label = form.locator("select[name=ask] option").filter(has_text=ask).first.inner_text()
        form.locator("select[name=ask]").select_option(label=label)
    hand_in(form, kind=kind, title=title, minutes="4")


def body_answers(page: Page, assembly: str, body: str, number: str) -> None:
    """A body answers the roll."""
    page.goto(f"{assembly}roll/")
    hand_in(own_form(page), words=body, number=number)
    expect(page.get_by_role("list", name="Bodies that answered")).to_contain_text(body)


def stage_is_opened(page: Page, assembly: str) -> None:
    """The page for a phone beside the stage, kept on it."""
    page.goto(assembly)
    page.get_by_role("link", name="Write down the answers").click()
    wait_until_kept(page)


def answer_is_typed(page: Page, turn: Turn) -> None:
    """What was heard, typed on a phone."""
    form = page.locator("#answer")
    label = form.locator("select[name=ask] option").filter(has_text=turn.ask).first.inner_text()
    form.locator("select[name=ask]").select_option(label=label)
    form.locator(f"[name=answer][value={turn.kind}]").check()
    form.locator("[name=words]").fill(turn.words)
    form.get_by_role("button", name="Write it down").click()
    expect(page.get_by_role("list", name="What was heard").get_by_text(turn.words)).to_be_visible()


def answer_is_confirmed(page: Page, turn: Turn) -> None:
    """The second person reads it and heard the same."""
    waiting = page.get_by_role("list", name="To be confirmed").get_by_role("listitem").filter(has_text=turn.words)
    waiting.get_by_role("button", name=CONFIRM).click()
    expect(waiting).to_have_count(0)


def answers_kept(page: Page, assembly: str) -> int:
    """How many answers stand on the assembly's page that two people heard."""
    page.goto(assembly)
    return sum(page.get_by_role("main").get_by_text(turn.words).count() > 0 for turn in TURNS)


def ask_page(page: Page, assembly: str, turn: Turn) -> None:
    """The page of an ask."""
    page.goto(assembly)
    page.get_by_role("main").get_by_role("link", name=re.compile(re.escape(turn.ask))).first.click()
