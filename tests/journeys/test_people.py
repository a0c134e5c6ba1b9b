"""The people we know, in one story: a stranger's list goes in by the page, doubles are healed, a leader's people are
handed over, one of them is kept safe, one is erased, and one is given a copy.
"""

import csv
import io
import json
import re
from contextlib import ExitStack
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from pypdf import PdfReader

from tests.journeys.bringing_in import PATIENCE, figures, give, row_of, write
from tests.journeys.chromium import barriers, opened, sign_in
from tests.journeys.readied import authenticator_app, send
from tests.journeys.served import command_line
from tests.people.imports import nation

pytestmark = pytest.mark.browser

ROWS = 20_000
ANSWERS = {"id", "rows", "people_created", "people_matched", "needs_review", "suppressed", "refused", "source"}
TWICE, AGAIN, SAFE, ERASED = 1_001, 1_003, 1_005, 1_006  # numbers of people on the list whom nothing else befalls
OPEN_TO_ALL = ("/", "/people/", "/groups/", "/wales/cardiff/", "/events/", "/stories/", "/news/")


class Cast:
    """Those of the demo's cast who appear, each signed in in a browser window of their own, and what goes wrong."""

    def __init__(self, browser: Browser, site: str, stack: ExitStack) -> None:
        self.browser, self.site, self.stack = browser, site, stack
        self.problems: list[list[str]] = []
        self.stranger = self.enter()
        self.sian, self.meera, self.huw = (self.signed_in(name, proven=True) for name in ("Siân", "Meera", "Huw"))
        self.bethan, self.nadia, self.kofi = (self.signed_in(name) for name in ("Bethan", "Nadia", "Kofi"))

    def enter(self) -> Page:
        """A fresh visitor's page."""
        page, problems = self.stack.enter_context(opened(self.browser, self.site, "laptop"))
        self.problems.append(problems)
        return page

    def signed_in(self, name: str, *, proven: bool = False) -> Page:
        """Somebody's page, with a second proof where they need one."""
        page = self.enter()
        sign_in(page, name)
        if proven:
            authenticator_app(page)
        return page

    @property
    def blind(self) -> list[Page]:
        """All who may not see whoever Siân keeps safe: not even another leader of her own group."""
        return [self.stranger, self.bethan, self.huw, self.nadia, self.kofi, self.meera]


def test_the_people_we_know(browser: Browser, own_site: str, own_data: Path, tmp_path: Path) -> None:
    with ExitStack() as stack:
        cast = Cast(browser, own_site, stack)
        list_goes_in(cast.sian, own_data)
        rows_are_looked_through(cast.sian)
        refused_rows_are_mended(cast.sian)
        doubles_are_healed(cast.sian)
        leader_is_handed_over(cast.sian)
        somebody_is_kept_safe(cast, own_data)
        somebody_is_erased(cast.meera, own_data)
        somebody_is_given_a_copy(cast.meera)
        assert [problem for problems in cast.problems for problem in problems] == []


def list_goes_in(page: Page, data: Path) -> None:
    """A hundred are on record before; the list finds them again, and says what it did to the row."""
    (data / "known.csv").write_bytes(nation.known_file())
    before = json.loads(
        command_line(data, "import", "people", str(data / "known.csv"), "--group", "Cardiff", "--format", "json")
    )
    assert (before.keys() - {"remarks"}, before["people_created"]) == (ANSWERS, nation.KNOWN)
    give(page, "a stranger's list.csv", nation.nation_file(ROWS))
    expect(page.get_by_text("is never taken over: a score of how far somebody supports us")).to_be_visible()
    assert barriers(page) == []
    write(page, ROWS - nation.REFUSED)
    came = nation.came_of(ROWS)
    assert figures(page) == {
        "new people": came["created"],
        "known already": came["matched"],
        "not to be written to": came["suppressed"],
    }
    assert barriers(page) == []


def rows_are_looked_through(page: Page) -> None:
    """Somebody at a known e-mail is someone else; somebody of the same name and home is the same person."""
    result = page.url
    page.get_by_role("link", name=f"{nation.REVIEWED} people to look at").click()
    assert barriers(page) == []
    row_of(page, "Zebedee Other0").get_by_role("button", name="Someone else").click()
    expect(page.get_by_text(re.compile(r"Row \d+: noted"))).to_be_visible()
    moved = " ".join(nation.name_of(1))
    while not page.get_by_role("heading", name=moved).count():  # twenty at a time
        page.get_by_role("button", name="Someone else").first.click()
    row_of(page, moved).get_by_role("button", name="The same person").click()
    expect(page.get_by_text(re.compile(r"Row \d+: noted"))).to_be_visible()
    page.goto("/organise/people/?q=moved1@example.org")
    expect(page.get_by_role("main").get_by_role("link", name=moved)).to_have_count(1)
    page.goto(result)


def refused_rows_are_mended(page: Page) -> None:
    """The rows that were not taken come back with their reasons; mended, they alone are new; and that is undone."""
    with page.expect_download() as taken:
        page.get_by_role("link", name=f"{nation.REFUSED} rows were not taken").click()
    rows = list(csv.DictReader(io.StringIO(Path(taken.value.path()).read_text(encoding="utf-8-sig"))))
    reasons = [list(row.values())[-1] for row in rows]
    assert (len(rows), all(reasons)) == (nation.REFUSED, True)
    nameless = [row for row in rows if row["first_name"] == "Nobody"]
    for number, row in enumerate(nameless):
        row["email"] = f"mended{number}@example.org"
    mended = io.StringIO()
    writer = csv.DictWriter(mended, rows[0])
    writer.writeheader()
    writer.writerows(rows)
    give(page, "mended.csv", mended.getvalue().encode())
    write(page, nation.NAMELESS)
    assert figures(page)["new people"] == nation.NAMELESS
    page.get_by_role("button", name="Undo this import").click()
    expect(page.get_by_text("It left nothing behind.")).to_be_visible(timeout=PATIENCE)


def doubles_are_healed(page: Page) -> None:
    """Two who are on the list are met again by hand and stand beside themselves; made one, one of them is undone."""
    for number in (TWICE, AGAIN):
        met_again(page, number)
        page.get_by_role("link", name="Look at both").click()
        assert barriers(page) == []
        page.get_by_role("button", name="Make them one").click()
        expect(page.get_by_text("can be undone until")).to_be_visible()
        assert how_many(page, number) == 1
    find(page, AGAIN)
    page.get_by_role("button", name="Undo").click()
    expect(page.get_by_text("They are two again.")).to_be_visible()
    assert (how_many(page, TWICE), how_many(page, AGAIN)) == (1, 2)


def met_again(page: Page, number: int) -> None:
    """Add somebody of the list by hand, though a person of the same phone is shown."""
    given, family = nation.name_of(number)
    page.goto("/organise/people/adding/")
    send(page, given_name=given, family_name=family, phone=nation.person(number)["mobile_number"])
    page.get_by_role("button", name="No, this is somebody else: keep the record").click()
    expect(page.get_by_role("heading", name=f"{given} {family}", level=1)).to_be_visible()


def how_many(page: Page, number: int) -> int:
    """How many records of this name the list of people finds."""
    given, family = nation.name_of(number)
    page.goto(f"/organise/people/?q={given}+{family}")
    return page.locator("main tbody th").get_by_role("link", name=f"{given} {family}").count()


def find(page: Page, number: int) -> None:
    """Open somebody's page from the list of people."""
    assert how_many(page, number)
    page.locator("main tbody th").get_by_role("link").first.click()
    expect(page.get_by_role("heading", name=" ".join(nation.name_of(number)), level=1)).to_be_visible()


def leader_is_handed_over(page: Page) -> None:
    """Emrys leaves: his people go to Bethan one by one, and what was his ends."""
    page.goto("/organise/groups/cardiff/")
    page.locator("main a[href*='/organise/handing-over/']").first.click()
    page.get_by_role("link", name=re.compile("^(On|Begin) with ")).click()
    assert barriers(page) == []
    while page.locator("select[name=next_contact]").count():
        page.locator("select[name=next_contact]").select_option(label="Bethan Griffiths")
        with page.expect_navigation():
            page.get_by_role("button", name="Hand over, and on to the next").click()
    page.get_by_role("link", name="Bring it to its end").click()
    expect(page.get_by_role("heading", name="What ends")).to_be_visible()
    page.get_by_role("button", name="End it").click()
    expect(page.get_by_text("It is done. Thank them.")).to_be_visible()
    expect(page.get_by_text(re.compile("^Done on "))).to_be_visible()


def somebody_is_kept_safe(cast: Cast, data: Path) -> None:
    """One press, and nobody but who pressed finds her: by search, list, file or address, by page, command or outside,
    nor in a file made before.
    """
    name, email = " ".join(nation.name_of(SAFE)), nation.email_of(SAFE)
    family = nation.name_of(SAFE)[1]
    asked = [f"/organise/{place}/?q={words}" for place in ("people", "search") for words in (family, email)]
    page = cast.sian
    find(page, SAFE)
    hers = page.url
    earlier = file_of_people(page, family)
    seen_before = [page.request.get(f"{earlier}file/"), cast.huw.request.get(hers), cast.huw.request.get(asked[0])]
    assert [name in answer.text().replace(",", " ") for answer in seen_before] == [True] * 3
    page.goto(hers)
    page.locator("main .menu summary").first.click()
    page.get_by_role("button", name="Keep safe: hide at once").click()
    expect(page.get_by_role("heading", name="Hidden")).to_be_visible()
    expect(page.get_by_text("you alone see them by name")).to_be_visible()
    assert barriers(page) == []
    for visitor, who in zip(cast.blind, ("stranger", "Bethan", "Huw", "Nadia", "Kofi", "Meera"), strict=True):
        for address in (*asked, hers, f"{hers}names/", *OPEN_TO_ALL):
            text = visitor.request.get(address).text()
            traces = [trace for trace in (name, email) if trace in text and trace not in address]
            assert (who, address, traces) == (who, address, [])
    assert [each.request.get(hers).status for each in (page, cast.huw, cast.bethan)] == [200, 404, 404]
    assert page.request.get(f"{earlier}file/").status == 404
    for exporter in (page, cast.huw):
        assert email not in exporter.request.get(f"{file_of_people(exporter, family)}file/").text()
    found = command_line(data, "people", "search", email, "--as", "huw.llewellyn@example.org", "--format", "json")
    assert email not in found


def file_of_people(page: Page, text: str) -> str:
    """Take out whom a search finds; the address of the page that has the file."""
    page.goto(f"/organise/exports/?q={text}")
    send(page, purpose="A letter to one")
    expect(page.get_by_role("link", name="Download the file")).to_be_visible(timeout=PATIENCE)
    return page.url


def somebody_is_erased(page: Page, data: Path) -> None:
    """What goes, what stays and why stands there before and after it; then nothing finds them."""
    find(page, ERASED)
    page.goto(f"{page.url}erasure/")
    expect(page.get_by_role("heading", name="Goes")).to_be_visible()
    assert barriers(page) == []
    page.locator("[name=why]").first.check()
    page.get_by_label("I have looked through this").check()
    page.get_by_role("button", name="Erase it").click()
    expect(page.get_by_role("heading", name="What we erased")).to_be_visible(timeout=PATIENCE)
    expect(page.get_by_text("so that nobody writes to them by mistake")).to_be_visible()
    assert barriers(page) == []
    assert how_many(page, ERASED) == 0
    assert json.loads(command_line(data, "people", "search", nation.email_of(ERASED), "--format", "json")) == []


def somebody_is_given_a_copy(page: Page) -> None:
    """Kofi asks; who he is is made sure of, others' confidences are looked through, and both files open."""
    page.goto("/organise/rights/new/")
    page.get_by_label("A copy of what we hold").check()
    page.get_by_label("Who asks?").fill("Kofi Mensah")
    page.get_by_label("Whose record is it about?").press_sequentially("Kofi Mensah")
    page.get_by_role("radio", name=re.compile("Kofi Mensah")).check()
    page.get_by_role("button", name="Begin its clock").click()
    page.get_by_text("Make sure that it is them").click()
    send(page, how="Rang the number on record; he told us where we met.")
    page.get_by_role("link", name="Look through what we hold").click()
    assert barriers(page) == []
    while page.locator("form[action$='/entries/']:visible").count():
        entry = page.locator("form[action$='/entries/']:visible").first
        entry.get_by_label("Give it as it is").check()
        with page.expect_navigation():
            entry.get_by_role("button", name="They are given this").click()
    page.get_by_role("button", name="Make the copy").click()
    while not page.get_by_role("button", name="To read (PDF)").count():
        page.wait_for_timeout(500)
        page.reload()
    told = json.loads(taken(page, "For programs (JSON)"))
    assert {"movement", "data_protection_contact", "person", "made_on", "sections"} <= told.keys()
    assert ("Kofi Mensah" in str(told["person"]), bool(told["sections"])) == (True, True)
    text = "".join(sheet.extract_text() for sheet in PdfReader(io.BytesIO(taken(page, "To read (PDF)"))).pages)
    assert "Kofi Mensah" in text
    page.reload()
    expect(page.get_by_role("heading", name="Who took it")).to_be_visible()


def taken(page: Page, button: str) -> bytes:
    """The file that a button gives."""
    with page.expect_download() as download:
        page.get_by_role("button", name=button).click()
    return Path(download.value.path()).read_bytes()
