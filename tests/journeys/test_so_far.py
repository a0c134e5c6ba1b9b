"""The main story: an organiser drops the sign-in sheets, looks them through, and gets the report."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.chromium import barriers, sign_in

pytestmark = pytest.mark.browser

SHEETS = {
    "signin_2010-10-02_cardiff_full.csv": (
        "First name,Surname,Email,Mobile,Postcode,121s pledged,House meetings pledged,Party member?,Brought by\n"
        "Siôn,Gwynne,sion.gwynne@example.org,07700900801,CF3 0LN,five,1,Y,\n"
        "Ngozi,Eze,NGOZI.EZE@example.org,+44 7700 900802,cf110aa,3,-,not yet,Siôn Gwynne\n"
        ",,not an email,,CF3 0LN,2,1,,\n"
    ).encode("cp1252"),
    "signin_2010-10-09_norwich_taster.csv": (
        "FORENAME;LAST NAME;E-MAIL;TEL;POSTCODE;1:1s;HOUSE MTGS\n"
        "Ewa;Łęcka;ewa.lecka@example.org;07700900803;NR1 3JU;2;none\n"
        "Ewa;Łęcka;ewa.lecka@example.org;07700900803;NR1 3JU;2;none\n"
    ).encode("utf-16"),
}


def bring_in(page: Page, name: str) -> None:
    """From the list of sheets to what came of one."""
    page.goto("/organise/import/")
    page.get_by_role("link", name=name).click()
    page.get_by_role("button", name="See what would come of it").click()
    assert barriers(page) == []
    page.get_by_role("button", name=re.compile("Bring in")).click()
    expect(page.get_by_role("button", name="Undo this import")).to_be_visible(timeout=60_000)
    assert barriers(page) == []


def test_sheets_go_in_and_the_report_comes_out(laptop: Page, tmp_path: Path):
    for name, content in SHEETS.items():
        (tmp_path / name).write_bytes(content)
    sign_in(laptop, "Huw")
    laptop.goto("/organise/import/")
    laptop.set_input_files("input[type=file]", [tmp_path / name for name in SHEETS])
    laptop.get_by_label("Whose they are").select_option(label="Cardiff")
    laptop.get_by_role("button", name="Look at the columns").click()
    for name in SHEETS:
        bring_in(laptop, name)
    laptop.goto("/organise/reports/so-far/?from=2010-10-01&to=2010-10-31")
    figures = laptop.request.get("/organise/reports/so-far.json?from=2010-10-01&to=2010-10-31").json()
    assert figures["trained"] == {"total": 3, "full": 2, "taster": 1}
    assert (figures["one_to_ones"]["pledged"], figures["house_meetings"]["pledged"]) == (10, 1)
    assert barriers(laptop) == []


@pytest.mark.parametrize(
    "path", ["people/", "groups/", "events/", "training/", "pledges/", "import/", "reports/so-far/"]
)
def test_the_workspace_has_no_barriers(page: Page, path: str):
    sign_in(page, "Nadia")
    page.goto(f"/organise/{path}")
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    assert barriers(page) == []
