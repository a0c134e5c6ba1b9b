"""`m4c import event` and `m4c report turnout`: a turnout sheet in, its figures out, and one sentence for a mistake."""

import json
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from openpyxl import Workbook

from m4c.cli.import_event import import_
from m4c.cli.report_turnout import report
from m4c.core.errors import Refused
from m4c.events.models import Attendance, Event
from tests.cast import Cast
from tests.factories import gathering
from tests.importing import data_folder, rows_of_our_tables  # noqa: F401 - a fixture that acts by itself
from tests.people.sheets.making import ods_parts, ods_rows, zipped

ROWS = [
    ["Autumn assembly, who is coming?"],
    [],
    ["Attendee", "E-mail", "Mobile", "RSVP / status", "Who brought them", "+1s"],
    ["Rees, Bethan", "bethan.rees@example.org", "07700 900001", "Came", "", ""],
    ["Kofi Boateng", "kofi@example.org", "", "attended", "Bethan Rees", "2"],
    [],
    ["Ann Lee", "ann@example.org", "", "No-show", "Boateng, Kofi", "Tom and Eve"],
    ["Sam Oye", "sam@example.org", "", "walk in", "", ""],
    ["Solo", "", "", "yes", "", ""],
]

Write = Callable[..., str]


def run(command: Any, *words: str) -> str:
    return CliRunner().invoke(command, words, catch_exceptions=False).stdout


def event(
    file: str, *more: str, title: str = "Autumn assembly", kind: str = "Assembly", day: str = "20/10/2026"
) -> Any:
    words = ["event", file, "--title", title, "--kind", kind, "--date", day, "--group", "Cardiff", *more]
    return json.loads(run(import_, *words, "--format", "json"))


def refusal(command: Any, *words: str) -> str:
    with pytest.raises(Refused) as refused:
        CliRunner().invoke(command, words, catch_exceptions=False)
    return str(refused.value)


def as_csv(delimiter: str, encoding: str) -> bytes:
    quoted = [[f'"{cell}"' if delimiter in cell else cell for cell in row] for row in ROWS]
    return "\r\n".join(delimiter.join(row) for row in quoted).encode(encoding)


def as_xlsx() -> bytes:
    book, kept = Workbook(), BytesIO()
    for row in ROWS:
        book.active.append(row)
    book.active.merge_cells("A1:F1")
    book.save(kept)
    return kept.getvalue()


def as_ods() -> bytes:
    """As an office program writes it: a title over all columns, blanks told by their number, figures as figures."""
    title, blank, *rest = ROWS
    wide = '<table:table-cell table:number-columns-spanned="6" office:value-type="string">'
    wide += (
        f'<text:p>{title[0]}</text:p></table:table-cell><table:covered-table-cell table:number-columns-repeated="5"/>'
    )
    gap = '<table:table-row><table:table-cell table:number-columns-repeated="16384"/></table:table-row>'
    rows = "".join(ods_rows([row]) if row else gap for row in rest)
    told = '<table:table-cell office:value-type="string"><text:p>2</text:p></table:table-cell>'
    figure = '<table:table-cell office:value-type="float" office:value="2"><text:p>2,00</text:p></table:table-cell>'
    assert (rows.count(told), blank) == (1, [])
    table = f"<table:table-row>{wide}</table:table-row>{gap}{rows.replace(told, figure)}"
    end = gap.replace("<table:table-row>", '<table:table-row table:number-rows-repeated="1048567">')
    return zipped(ods_parts({"Assembly": table + end})).getvalue()


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Writes a file and gives its path."""

    def write_file(content: bytes = as_csv(",", "utf-8"), name: str = "turnout.csv") -> str:
        (tmp_path / name).write_bytes(content)
        return str(tmp_path / name)

    return write_file


@pytest.mark.parametrize(
    ("content", "name"),
    [
        (as_csv(",", "utf-8-sig"), "turnout.csv"),
        (as_csv(";", "cp1252"), "turnout.csv"),
        (as_csv("\t", "utf-16"), "turnout.txt"),
        (as_xlsx(), "turnout.xlsx"),
        (as_ods(), "turnout.ods"),
    ],
)
def test_any_sheet_is_taken_and_told_by_the_uid_of_its_event(cast: Cast, write: Write, content: bytes, name: str):
    told = event(write(content, name))
    assert told["uid"] == str(Event.objects.get().uid)
    assert (told["rows"], told["people_created"], told["people_matched"], told["needs_review"]) == (5, 4, 0, 0)
    assert [row["reason"] for row in told["refused"]] == [
        "Only one name, and no e-mail or phone by which to know them."
    ]
    assert (told["attendances"], told["guests"]) == (4, 2)
    assert str(Attendance.objects.get(person__given_name="Ann").brought_by) == "Kofi Boateng"


def test_twice_is_once(cast: Cast, write: Write):
    first = event(write())
    before = rows_of_our_tables()
    again = event(write(), title="autumn  ASSEMBLY", kind="assembly", day="2026-10-20")
    assert (again["uid"], again["people_created"], again["people_matched"]) == (first["uid"], 0, 4)
    assert rows_of_our_tables() == before


def test_dry_run_keeps_nothing(cast: Cast, write: Write):
    before = rows_of_our_tables()
    told = event(write(), "--dry-run")
    assert (told["uid"], told["people_created"], told["attendances"]) == (None, 4, 4)
    assert rows_of_our_tables() == before


@pytest.mark.parametrize(
    ("typed", "starts"),
    [
        ("2026-10-20", "2026-10-20T18:00:00+00:00"),
        ("20 October 2026 7.30pm", "2026-10-20T18:30:00+00:00"),
        ("Tuesday 20th October 2026, 19:30", "2026-10-20T18:30:00+00:00"),
        ("20/10/26 at 10am", "2026-10-20T09:00:00+00:00"),
        ("2026-12-01T19:30", "2026-12-01T19:30:00+00:00"),
        ("20.10.2026", "2026-10-20T18:00:00+00:00"),
        ("2026-10-20T18:30:00Z", "2026-10-20T18:30:00+00:00"),
        ("2026-10-20T19:30:00+01:00", "2026-10-20T18:30:00+00:00"),
    ],
)
def test_a_date_may_be_written_in_any_clear_form(cast: Cast, write: Write, typed: str, starts: str):
    event(write(), day=typed)
    assert Event.objects.get().starts_at.isoformat() == starts


@pytest.mark.parametrize(
    ("more", "sentence"),
    [
        (["--date", "10/20/2026"], "“10/20/2026” is not a date that is understood: write 31/12/2010."),
        (["--date", "2026-10-20 25:00"], "“25:00” is no time of day: write it as in 19:30."),
        (["--title", "  "], 'Give the event a title: --title "Autumn assembly"'),
        (["--group", "Cardif"], "There is no group called “Cardif”. Did you mean “Cardiff”? Or add --create-group."),
    ],
)
def test_a_mistake_is_one_sentence(cast: Cast, write: Write, more: list[str], sentence: str):
    words = ["event", write(), "--title", "T", "--kind", "social", "--date", "2026-10-20", *more]
    assert refusal(import_, *words) == sentence


def test_words_tell_of_the_event(cast: Cast, write: Write):
    words = ["event", write(), "--title", "T", "--kind", "social", "--date", "2026-10-20"]
    uid = Event.objects.values_list("uid", flat=True)
    told = run(import_, *words).splitlines()
    assert told[-1] == f"Event: {uid.get()} (m4c report turnout {uid.get()})"
    assert Event.objects.get().group == cast.movement


def test_report_by_uid_and_by_title(cast: Cast, write: Write):
    uid = event(write())["uid"]
    told = json.loads(run(report, "turnout", uid, "--format", "json"))
    assert json.loads(run(report, "turnout", "autumn assembly", "--format", "json")) == told
    leaders = told.pop("by_leader")
    assert told == {
        "target": None,
        "pledged": 0,
        "listed": 3,
        "yes": 3,
        "confirmed": 0,
        "came": 3,
        "no_show": 1,
        "came_unasked": 1,
        "came_by_kind": {"leaders": 1, "brought": 1, "walk_in": 1},
        "longest_chain": 1,
        "show_rate": round(2 / 3, 4),
        "forecast": {"low": 1, "likely": 2, "high": 2},
    }
    assert [(leader["leader"], leader["came"], leader["show_rate"]) for leader in leaders] == [
        ("Kofi Boateng", 0, None),
        ("Bethan Rees", 1, None),
    ]
    assert "Longest chain from a leader: 1" in run(report, "turnout", uid).splitlines()


def test_report_of_no_event_or_of_several_is_one_sentence(cast: Cast):
    assert refusal(report, "turnout", "Autumn assembly") == "There is no event called “Autumn assembly”."
    one, two = gathering(cast, days=1, title="Social"), gathering(cast, days=2, title="Social")
    sentence = refusal(report, "turnout", "social")
    assert sentence.startswith("More than one event is called “social”. Name it by its uid: ")
    assert str(one.uid) in sentence
    assert str(two.uid) in sentence
