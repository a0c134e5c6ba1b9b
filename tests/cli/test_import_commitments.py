"""`m4c import commitments`: liberal in headers and cells; twice is once; terms stay what they were."""

import json
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from openpyxl import Workbook

from m4c.cli import import_commitments
from m4c.cli.import_commitments import import_
from m4c.commitments.models import Commitment, Condition, ConditionState, DueDate, Milestone, Standing
from m4c.commitments.operations.commitment_sheet import write_commitments
from m4c.core.errors import Refused
from m4c.power.models import Institution, Office, Powerholder, Tenure
from tests.campaigns.approaches.making import holder_of
from tests.cast import Cast

HEAD = (
    "reference,speaker,office,made to,made on,occasion,words,measure kind,target,unit,due,recurs,condition,"
    "condition state,condition date,expires,source\n"
)
COUNT = (
    "SHOW-1,Emma Reynolds MP,Shadow Housing Minister,Home Sweet Home,21 September 2014,The Showcase,"
    "I will meet you at least three times,count,three,meetings,before the general election,,,,,,Press note\n"
)
VOID = (
    "SHOW-2,Rachel Reeves MP,,Just Jobs,2014-09-21,The Showcase,The targets will end,done,,,,,If elected,failed,"
    "2015-05-07,,\n"
)
AGAIN = 'R-1,The leader,,Tenants,1/2/2026,Surgery,We will meet,recurring,,,31/01/2030,"Twice a year",,,,,\n'
DELAY = "D-1,The leader,,Parents,1 Feb 2026,Cabinet,The cut waits six months,ongoing,,,,,,,,1 August 2026,\n"

pytestmark = pytest.mark.django_db
Write = Callable[[str], Path]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    def written(text: str) -> Path:
        path = tmp_path / "promises.csv"
        path.write_text(text, encoding="utf-8")
        return path

    return written


def run(file: Path, *more: str) -> Any:
    return CliRunner().invoke(import_, ["commitments", str(file), *more], catch_exceptions=False)


def told(file: Path, *more: str) -> dict[str, Any]:
    answer: dict[str, Any] = json.loads(run(file, *more, "--format", "json").stdout)
    return answer


def row(**more: str) -> str:
    """A sheet of one row that is in order but for what is said."""
    facts = {"reference": "X-1", "speaker": "The leader", "made on": "1 Feb 2026", "words": "We will meet you"} | more
    return f"{','.join(facts)}\n" + ",".join(f'"{value}"' for value in facts.values()) + "\n"


def test_what_the_rows_say_is_on_record(cast: Cast, write: Write) -> None:
    answer = told(write(HEAD + COUNT + VOID + AGAIN + DELAY))
    assert (answer["rows"], answer["created"], answer["refused"]) == (4, 4, [])
    assert answer["powerholders_created"] == ["Emma Reynolds MP", "Rachel Reeves MP", "The leader"]
    count = Commitment.objects.get(reference="SHOW-1")
    assert (count.measure, count.target, count.unit, count.due_on) == ("count", Decimal(3), "meetings", None)
    assert (count.due_words, count.made_on) == ("before the general election", date(2014, 9, 21))
    assert (count.group, count.office_words) == (cast.movement, "Shadow Housing Minister")
    again = Commitment.objects.get(reference="R-1")
    assert (again.target, again.every, again.due_on) == (Decimal(2), "year", date(2030, 1, 31))
    assert Commitment.objects.get(reference="D-1").expires_on == date(2026, 8, 1)
    assert ConditionState.objects.values_list("state", "on", "condition__words").get() == (
        *("failed", date(2015, 5, 7)),
        "If elected",
    )
    void = Standing.objects.on(date(2015, 5, 7)).get(commitment__reference="SHOW-2")
    assert (void.status, Standing.objects.on(date(2015, 5, 6)).get(commitment=void.commitment).status) == (
        *("void", "made"),
    )


def test_twice_is_once(cast: Cast, write: Write) -> None:
    file = write(HEAD + COUNT + COUNT + VOID + AGAIN.replace("R-1", ""))
    assert (told(file)["created"], Commitment.objects.count()) == (3, 3)
    again = told(file)
    assert (again["created"], again["unchanged"], again["updated"]) == (0, 4, 0)
    assert (Commitment.objects.count(), DueDate.objects.count(), ConditionState.objects.count()) == (3, 2, 1)


def test_other_terms_are_refused_in_a_sentence(cast: Cast, write: Write) -> None:
    run(write(HEAD + COUNT))
    answer = told(write(HEAD + COUNT.replace("three,", "two,").replace("at least three", "twice")))
    assert (answer["unchanged"], [each["row"] for each in answer["refused"]]) == (0, [2])
    assert "in their exact words, how much" in answer["refused"][0]["reason"]
    assert Commitment.objects.get().target == 3


def test_a_later_sheet_tells_the_date_and_what_became_of_the_condition(cast: Cast, write: Write) -> None:
    run(write(HEAD + COUNT.replace(",,,,,Press", ",,if she is elected,open,,,Press")))
    later = COUNT.replace("before the general election,,,,", "7 May 2015,,if she is elected,failed,7 May 2015")
    answer = told(write(HEAD + later))
    assert (answer["updated"], answer["refused"]) == (1, [])
    assert [due.due_on for due in DueDate.objects.order_by("known_on")] == [None, date(2015, 5, 7)]
    assert Commitment.objects.get().due_on == date(2015, 5, 7)
    assert (Condition.objects.count(), ConditionState.objects.get().state) == (1, "failed")
    assert told(write(HEAD + later))["unchanged"] == 1


def test_a_blank_takes_nothing_away(cast: Cast, write: Write) -> None:
    run(write(HEAD + COUNT))
    assert told(write(row(reference="SHOW-1", speaker="Emma Reynolds", **{"made on": "21/9/2014"}, words="")))[
        "refused"
    ] == [{"row": 2, "reason": "It does not say what was promised."}]
    bare = "reference,speaker,made on,words,measure,target\nSHOW-1,Emma Reynolds,21/9/14,"
    answer = told(write(bare + "I will meet you at least three times,count,3\n"))
    assert (answer["unchanged"], Commitment.objects.get().occasion) == (1, "The Showcase")


def test_known_powerholders_and_offices_are_found(cast: Cast, write: Write) -> None:
    holder = holder_of(cast, "Emma Reynolds")
    body = Institution.objects.create(name="The shadow cabinet", kind="party", made_by=cast.organiser)
    office = Office.objects.create(institution=body, name="Shadow Housing Minister", made_by=cast.organiser)
    Tenure.objects.create(powerholder=holder, office=office, made_by=cast.organiser)
    holder_of(cast, "Emma Reynolds")
    assert (told(write(HEAD + COUNT))["created"], Commitment.objects.get().office) == (1, office)
    assert (Commitment.objects.get().powerholder, Powerholder.objects.to_review().count()) == (holder, 0)
    two = told(write(HEAD + COUNT.replace("SHOW-1", "SHOW-9").replace("Shadow Housing Minister", "")))
    assert two["refused"] == []  # the one of the two who promised us something before
    Commitment.objects.all().delete()
    (reason,) = told(write(HEAD + COUNT.replace("Shadow Housing Minister", "")))["refused"]
    assert "More than one" in reason["reason"]


@pytest.mark.parametrize(
    ("more", "measure", "target", "every"),
    [
        ({"measure": "Percentage", "target": "45%"}, "percentage", "45", ""),
        ({"measure": "%", "target": "100"}, "percentage", "100", ""),
        ({"target": "50 per cent"}, "percentage", "50", ""),
        ({"measure": "money", "target": "£1.2m"}, "amount", "1200000", ""),
        ({"target": "£5,000.50"}, "amount", "5000.50", ""),
        ({"measure": "how many", "target": "twenty five homes"}, "count", "25", ""),
        ({"target": "at least 3 meetings"}, "count", "3", ""),
        ({"measure": "done or not"}, "done", None, ""),
        ({"measure": "one-off"}, "done", None, ""),
        ({"expires": "1 Mar 2027"}, "ongoing", None, ""),
        ({"measure": "Ongoing behaviour", "target": "-"}, "ongoing", None, ""),
        ({"recurs": "every 6 months"}, "recurring", "1", "half"),
        ({"recurs": "Yearly", "target": "2"}, "recurring", "2", "year"),
        ({"recurs": "monthly"}, "recurring", "1", "month"),
        ({"recurs": "dwywaith y flwyddyn"}, "recurring", "2", "year"),
        ({"recurs": "unwaith y mis"}, "recurring", "1", "month"),
        ({"recurs": "three times a year"}, "recurring", "3", "year"),
        ({"recurs": "every two months"}, "recurring", "6", "year"),
        ({"recurs": "twice a year for four years"}, "recurring", "2", "year"),
        ({"recurs": "quarter", "target": "2", "measure": "regularly"}, "recurring", "2", "quarter"),
        ({"recurs": "each half-year"}, "recurring", "1", "half"),
    ],
)
def test_how_it_is_measured(
    cast: Cast, write: Write, more: dict[str, str], measure: str, target: str | None, every: str
) -> None:
    assert told(write(row(**more)))["refused"] == []
    found = Commitment.objects.get()
    assert (found.measure, found.target, found.every) == (measure, Decimal(target) if target else None, every)


@pytest.mark.parametrize(
    ("due", "on", "words"),
    [
        ("7/5/2026", date(2026, 5, 7), ""),
        ("2026-05-07", date(2026, 5, 7), ""),
        ("7th May 2026", date(2026, 5, 7), ""),
        ("before the general election", None, "before the general election"),
        ("before the general election (7 May 2026)", date(2026, 5, 7), "before the general election (7 May 2026)"),
        ("by the end of March 2026", date(2026, 3, 31), "by the end of March 2026"),
        ("end of 2026", date(2026, 12, 31), "end of 2026"),
        ("within six months", date(2026, 8, 1), "within six months"),
        ("by 7 May 2026", date(2026, 5, 7), "by 7 May 2026"),
        ("before 7 May 2026", date(2026, 5, 6), "before 7 May 2026"),
    ],
)
def test_when_it_is_due(cast: Cast, write: Write, due: str, on: date | None, words: str) -> None:
    assert told(write(row(due=due)))["refused"] == []
    assert Commitment.objects.values_list("due_on", "due_words").get() == (on, words)


@pytest.mark.parametrize(
    ("more", "reason"),
    [
        ({"speaker": ""}, "It does not say who promised."),
        ({"words": " - "}, "It does not say what was promised."),
        ({"made on": ""}, "It does not say when it was made."),
        ({"made on": "31/2/2026"}, "“31/2/2026” is not a date that is understood: write 31/12/2010."),
        ({"made on": "1 Jan 2099"}, "“1 Jan 2099” is still to come."),
        ({"due": "31/02/2026"}, "“31/02/2026” is not a date that is understood: write 31/12/2010."),
        ({"due": "1 Jan 2026"}, "It was due before it was made."),
        ({"expires": "1 Jan 2026"}, "It ended before it was made."),
        ({"measure": "count"}, "It does not say how much was promised."),
        ({"measure": "count", "target": "lots"}, "“lots” is not a number that is understood."),
        ({"measure": "count", "target": "-3"}, "“-3” is below nought."),
        ({"measure": "vibes"}, "How it is measured is not clear: “vibes”."),
        ({"measure": "count", "target": "2.5 meetings"}, "Times are counted whole: say how many."),
        ({"measure": "percentage", "target": "120%"}, "A share goes from 0 to 100 per cent."),
        ({"measure": "recurring"}, "It does not say how often it recurs."),
        ({"condition": "if", "condition state": "hm"}, "Where its condition stands is not clear: “hm”."),
        ({"reference": "x" * 41}, f"“{'x' * 39}…” is too long: 40 characters are the most."),
        ({"milestones": "soon"}, "“soon” is no milestone: write “45 by 31/12/2026”."),
    ],
)
def test_refused_rows_come_back_with_their_reason(cast: Cast, write: Write, more: dict[str, str], reason: str) -> None:
    answer = told(write(row(**more)))
    assert (answer["refused"], answer["created"]) == ([{"row": 2, "reason": reason}], 0)


def test_several_conditions_and_milestones(cast: Cast, write: Write) -> None:
    conditions = {"condition": "if elected | if the budget passes", "condition state": "met | open"}
    dates = {"condition date": "1 Mar 2026 |", "condition kind": "condition | waits for"}
    levels = {"milestones": "45 by 31 Dec 2026; 100 by 31/12/2027", "target": "100%"}
    assert told(write(row(**conditions, **dates, **levels)))["refused"] == []
    assert list(Condition.objects.order_by("id").values_list("words", "kind")) == [
        ("if elected", "condition"),
        ("if the budget passes", "dependency"),
    ]
    assert ConditionState.objects.get().on == date(2026, 3, 1)
    assert [each.level for each in Milestone.objects.order_by("on")] == [45, 100]


def test_one_that_was_killed_goes_on(cast: Cast, write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(import_commitments, "AT_ONCE", 1)
    calls: list[Any] = []

    def killed(**given: Any) -> Any:
        if calls:
            raise KeyboardInterrupt
        calls.append(given)
        return write_commitments(**given)

    file = write(HEAD + COUNT + VOID + AGAIN)
    with monkeypatch.context() as patch:
        patch.setattr(import_commitments, "write_commitments", killed)
        run(file)
    assert Commitment.objects.count() == 1
    answer = told(file)
    assert (answer["created"], answer["unchanged"], Commitment.objects.count()) == (2, 1, 3)


def test_a_group_of_its_own_keeps_them(cast: Cast, write: Write) -> None:
    run(write(HEAD + COUNT), "--group", "Cardiff")
    assert Commitment.objects.get().group == cast.cardiff
    elsewhere = told(write(HEAD + COUNT), "--group", "Swansea")
    assert elsewhere["refused"] == [{"row": 2, "reason": "That reference is taken."}]


def test_excel_and_odd_separators_are_read(cast: Cast, tmp_path: Path, write: Write) -> None:
    book = Workbook()
    assert book.active is not None
    book.active.append(["Our promises"])
    book.active.append(["Ref", "Who promised", "Date", "Promise", "By when"])
    book.active.append(["E-1", "The leader", date(2026, 2, 1), "We will meet", date(2026, 12, 1)])
    book.save(tmp_path / "promises.xlsx")
    assert told(tmp_path / "promises.xlsx")["created"] == 1
    assert Commitment.objects.get().due_on == date(2026, 12, 1)
    semicolons = write("Ref;Speaker;Made on;Words\nE-2;The leader;1/2/2026;We will, and soon\n")
    assert told(semicolons)["created"] == 1


def test_a_sheet_without_its_columns_is_refused(cast: Cast, write: Write) -> None:
    with pytest.raises(Refused, match="No column of this sheet says who promised: name the columns reference"):
        run(write("date,words\n1 Feb 2026,We will\n"))


def test_json_that_breaks_off_is_refused(cast: Cast, tmp_path: Path) -> None:
    path = tmp_path / "promises.json"
    path.write_text('{"commitments": [', encoding="utf-8")
    with pytest.raises(Refused, match="breaks off"):
        run(path)


def test_it_answers_in_words(cast: Cast, write: Write) -> None:
    lines = run(write(HEAD + COUNT + VOID.replace("2014-09-21", "soon"))).stdout.splitlines()
    assert lines == [
        "New commitments: 1. Known already: 0. Brought up to date: 0. To look at: 1.",
        "Powerholders to look at: Emma Reynolds MP.",
        "Row 3 was not taken. “soon” is not a date that is understood: write 31/12/2010.",
    ]
