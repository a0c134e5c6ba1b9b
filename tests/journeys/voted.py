"""A ballot of thirty telephones and ten papers: who ranked what, and what a count by hand comes to."""

import re
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from urllib.parse import urlencode
from urllib.request import Request, urlopen

from playwright.sync_api import Browser, Page, expect

from tests.journeys.chromium import barriers, opened
from tests.journeys.listened import BUSES, DAMP, YOUNG

OPTIONS = (DAMP, BUSES, YOUNG)  # as a paper lists them: what was said most stands first
Ranked = tuple[str, ...]
PHONES: tuple[Ranked, ...] = (
    *[(DAMP, BUSES)] * 13,
    *[(BUSES, DAMP, YOUNG)] * 10,
    *[(YOUNG, DAMP)] * 4,
    *[(YOUNG, BUSES)] * 2,
    (YOUNG,),
)
PAPERS: tuple[Ranked, ...] = (*[(DAMP,)] * 4, *[(BUSES, YOUNG)] * 3, *[(YOUNG, DAMP)] * 2, (YOUNG,))
ROUNDS = [{DAMP: 17, BUSES: 13, YOUNG: 10}, {DAMP: 23, BUSES: 15}]
BY_BROWSER = 3  # of the telephones; the others send what a browser would
CAST = "Your vote has been cast"


def ranks(ranked: Ranked) -> dict[str, str]:
    """The fields of a paper on which this is ranked."""
    return {f"option_{OPTIONS.index(words) + 1}": str(rank) for rank, words in enumerate(ranked, 1)}


def mark(page: Page, ranked: Ranked) -> None:
    """Rank this on the paper that is shown."""
    for name, rank in ranks(ranked).items():
        page.locator(f"[name={name}]").select_option(rank)


def vote_by_phones(browser: Browser, site: str, codes: list[str]) -> None:
    """Thirty vote from one hall, most of them at once; whoever sends it again votes no more."""
    with opened(browser, site, "phone") as (first, problems):
        first.goto("/vote/")
        first.get_by_label("Your code").fill(codes[0])
        first.get_by_role("button", name="To my paper").click()
        expect(first.get_by_label(DAMP)).to_be_visible()
        assert barriers(first) == []
    assert problems == []
    for code, ranked in zip(codes[:BY_BROWSER], PHONES[:BY_BROWSER], strict=True):
        with opened(browser, site, "phone") as (phone, problems):
            phone.goto(f"/vote/{code}/")
            mark(phone, ranked)
            phone.get_by_role("button", name="Cast my vote").click()
            expect(phone.get_by_role("heading", level=1)).to_have_text(CAST)
        assert problems == []
    with ThreadPoolExecutor(max_workers=9) as hall:
        answers = list(hall.map(partial(cast, site), codes[BY_BROWSER:], PHONES[BY_BROWSER:]))
    assert [CAST in answer for answer in answers] == [True] * (len(PHONES) - BY_BROWSER)
    assert CAST in cast(site, codes[-1], (DAMP,))


def cast(site: str, code: str, ranked: Ranked) -> str:
    """What a telephone is shown that sends its paper."""
    paper = Request(f"{site}/vote/{code}/", data=urlencode(ranks(ranked)).encode())
    with urlopen(paper, timeout=60) as answer:
        return str(answer.read().decode())


def type_papers_in(page: Page, ballot: str) -> None:
    """Ten papers, and one of them once more."""
    numbers = range(len(PHONES) + 1, len(PHONES) + len(PAPERS) + 1)
    for number, ranked in zip(numbers, PAPERS, strict=True):
        type_in(page, ballot, number, ranked)
        expect(page.get_by_text(f"Paper {number} counts.")).to_be_visible()
    type_in(page, ballot, numbers[0], (YOUNG,))
    expect(page.locator(".error-summary, [role=alert]").first).to_be_visible()


def type_in(page: Page, ballot: str, number: int, ranked: Ranked) -> None:
    """Type in the paper of this number."""
    page.goto(f"{ballot}papers/")
    page.get_by_label("Number of the paper").fill(str(number))
    mark(page, ranked)
    page.get_by_role("button", name="Count it, and the next").click()


def counted(page: Page) -> list[dict[str, int]]:
    """The rounds as a ballot's page draws them: the votes of each option."""
    rounds = []
    for each in page.locator(".rounds").all():
        bars = [bar.inner_text() for bar in each.locator(".round-bar").all()]
        rounds.append({words: last_number(bar) for bar in bars for words in OPTIONS if bar.startswith(words)})
    return rounds


def last_number(text: str) -> int:
    """The last number in a text."""
    return int(re.findall(r"\d+", text)[-1])
