"""`m4c import approaches`: liberal in headers, days, ways and outcomes; twice is once; killed it goes on."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from openpyxl import Workbook

from m4c.campaigns.approaches.reading import clocked
from m4c.campaigns.models import Approach, Campaign
from m4c.campaigns.operations.approach_sheet import draft_campaign, write_approaches
from m4c.cli import import_approaches
from m4c.cli.import_approaches import import_
from m4c.core.errors import Refused
from m4c.core.permissions import Role
from m4c.people.models import Account, Engagement
from m4c.power.models import Powerholder
from tests.campaigns.approaches.making import approach_of, campaign_of, holder_of
from tests.cast import Cast
from tests.factories import NOW, TODAY

HEAD = "date,channel,by,to,asked,answer due,outcome,answered on,words\n"
PLAIN = (
    HEAD + "2026-09-01,letter,Siân Prosser,The leader of the council,Meet us,2026-09-15,,,\n"
    "02/09/2026,phone call,Amal,Cllr Mair Cadogan,Meet us,16/9/2026,passed to Street Scene,10 Sept 2026,Passed on\n"
    "3 September 2026,e-mail,Amal,Mair Cadogan,Answer us,within 14 days,answered,2026-09-09,Come on Monday\n"
    "2026-09-01,letter,Siân Prosser,The leader of the council,Meet us,2026-09-15,,,\n"
)

pytestmark = pytest.mark.django_db
Write = Callable[[str], Path]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    def written(text: str) -> Path:
        path = tmp_path / "approaches.csv"
        path.write_text(text, encoding="utf-8")
        return path

    return written


def run(file: Path, *more: str, name: str = "Homes and a shop") -> Any:
    return CliRunner().invoke(import_, ["approaches", str(file), "--campaign", name, *more], catch_exceptions=False)


def told(file: Path, *more: str) -> dict[str, Any]:
    answer: dict[str, Any] = json.loads(run(file, *more, "--format", "json").stdout)
    return answer


def test_it_makes_the_draft_and_the_powerholders_it_does_not_know(cast: Cast, write: Write) -> None:
    answer = told(write(PLAIN))
    campaign = Campaign.objects.get()
    assert (campaign.status, campaign.starts_on.isoformat(), bool(campaign.to_review)) == ("draft", "2026-09-01", True)
    assert (answer["rows"], answer["new"], answer["known"], answer["refused"]) == (4, 3, 1, [])
    assert answer["powerholders_created"] == ["The leader of the council", "Cllr Mair Cadogan"]
    assert Powerholder.objects.to_review().count() == 2
    assert answer["uid"] == str(campaign.uid)


def test_days_ways_and_outcomes_are_read_liberally(cast: Cast, write: Write) -> None:
    run(write(PLAIN))
    rows = Approach.objects.order_by("on").values_list("channel", "outcome", "answer_due")
    assert [(channel, outcome, str(due)) for channel, outcome, due in rows] == [
        ("letter", "", "2026-09-15"),
        ("call", "diverted", "2026-09-16"),
        ("email", "answered", "2026-09-17"),
    ]


def test_twice_is_once_and_a_later_copy_brings_the_answer(cast: Cast, write: Write) -> None:
    run(write(PLAIN))
    again = told(write(PLAIN))
    assert (again["new"], again["known"], again["campaign_created"], Approach.objects.count()) == (0, 4, False, 3)
    later = told(write(PLAIN.replace("2026-09-15,,,", "2026-09-15,refused,2026-10-01,No.", 1)))
    assert (later["new"], later["answered"]) == (0, 1)
    assert Approach.objects.get(on="2026-09-01").outcome == "refused"


def test_whoever_alone_bears_the_name_in_the_group_made_it(cast: Cast, write: Write) -> None:
    campaign_of(cast)
    run(write(PLAIN), "--group", "Cardiff")
    assert Approach.objects.get(on="2026-09-01").by_person == cast.organiser.person
    assert Engagement.objects.get(kind="approached_powerholder").person == cast.organiser.person


def test_what_an_office_holder_did_is_not_ours(cast: Cast, write: Write) -> None:
    run(write(HEAD + "2026-09-01,letter,The MP for Cardiff South,Mr Kapadia,Sell the site,,,,\n"))
    found = Approach.objects.get()
    assert (found.is_ours, found.by_words) == (False, "The MP for Cardiff South")
    (row,) = clocked([found], TODAY)
    assert row.step == "ask_them"
    run(write(HEAD + "2026-09-02,letter,Ms Amal Yusuf,Mr Kapadia,Sell the site,,,,\n"))
    assert Approach.objects.get(on="2026-09-02").is_ours


def test_a_known_powerholder_is_the_same_with_or_without_a_title(cast: Cast, write: Write) -> None:
    holder = holder_of(cast, "Councillor Mair Cadogan")
    run(write(PLAIN))
    assert Approach.objects.filter(powerholder=holder).count() == 2


def test_of_two_of_one_name_the_campaign_tells(cast: Cast, write: Write) -> None:
    campaign = campaign_of(cast)
    one, _other = holder_of(cast, "Mair Cadogan"), holder_of(cast, "Mair Cadogan")
    reasons = told(write(PLAIN))["refused"]
    assert [each["row"] for each in reasons] == [3, 4]
    approach_of(cast, campaign, one)
    assert told(write(PLAIN))["refused"] == []


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        (",letter,Amal,Mr Kapadia,Meet us,,,,", "It does not say when it was."),
        ("31/02/2026,letter,Amal,Mr Kapadia,Meet us,,,,", "not a date"),
        ("2096-01-01,letter,Amal,Mr Kapadia,Meet us,,,,", "still to come"),
        ("2026-09-01,letter,Amal,,Meet us,,,,", "whom it was to"),
        ("2026-09-10,letter,Amal,Mr Kapadia,Meet us,2026-09-01,,,", "due before"),
        ("2026-09-10,letter,Amal,Mr Kapadia,Meet us,,answered,2026-09-01,", "before the approach"),
        ("2026-09-10,letter,Amal,Mr Kapadia,Meet us,,purple,,", "not clear"),
        ("2026-09-10,letter,Amal,Mr Kapadia,Meet us,,no reply,2026-09-12,", "nobody answered"),
    ],
)
def test_refused_rows_come_back_with_reasons(cast: Cast, write: Write, row: str, reason: str) -> None:
    answer = told(write(f"{HEAD}2026-09-01,call,Amal,Mr Kapadia,Meet us,,,,\n{row}\n"))
    assert (answer["new"], [each["row"] for each in answer["refused"]]) == (1, [3])
    assert reason in answer["refused"][0]["reason"]


@pytest.mark.parametrize(
    ("words", "outcome"),
    [
        *(("no reply", ""), ("Unanswered", ""), ("did not respond", ""), ("Acknowledged, no answer", "acknowledged")),
        *(("auto-reply", "acknowledged"), ("Forwarded to housing", "diverted"), ("partly answered", "partly")),
        *(("declined", "refused"), ("Replied", "answered"), ("contact banned", "banned"), ("withdrawn", "withdrawn")),
    ],
)
def test_each_outcome_by_its_words(cast: Cast, write: Write, words: str, outcome: str) -> None:
    run(write(f'{HEAD}2026-09-01,call,Amal,Mr Kapadia,Meet us,,"{words}",,\n'))
    found = Approach.objects.get()
    assert found.outcome == outcome
    assert bool(found.to_review) == (outcome not in ("", "withdrawn"))


def test_other_headers_another_separator_and_a_title_above(cast: Cast, write: Write) -> None:
    text = (
        "Our log;;;;\nWhen;Method;Who;Recipient;Request;Deadline\n1.9.2026;WhatsApp;Amal;Mr Kapadia;Meet us;14 days\n"
    )
    assert told(write(text))["new"] == 1
    found = Approach.objects.get()
    assert (found.channel, str(found.answer_due), found.powerholder.name) == ("message", "2026-09-15", "Mr Kapadia")


def test_headers_in_more_words_and_with_hints_in_brackets(cast: Cast, write: Write) -> None:
    head = "Date made (dd/mm/yyyy),Contact channel,Approached by whom,Person written to,What we asked for,"
    head += "Date answer due,Outcome so far,Reply received on,Their exact words\n"
    row = "1/9/2026,letter,Amal,Mr Kapadia,Meet us to talk by Friday,15/9/2026,answered,9/9/2026,Come on Monday\n"
    assert told(write(head + row))["refused"] == []
    found = Approach.objects.get()
    assert (found.asked, found.by_words, found.powerholder.name) == ("Meet us to talk by Friday", "Amal", "Mr Kapadia")
    assert (str(found.answer_due), str(found.answered_on), found.words) == (
        "2026-09-15",
        "2026-09-09",
        "Come on Monday",
    )


def test_a_workbook(cast: Cast, tmp_path: Path) -> None:
    book, path = Workbook(), tmp_path / "log.xlsx"
    sheet = book.active
    assert sheet is not None
    sheet.append(["Date", "Channel", "By", "To", "Asked", "Answer due"])
    sheet.append([TODAY, "Letter", "Amal", "Mr Kapadia", "Meet us", TODAY])
    book.save(path)
    assert told(path)["new"] == 1


def test_killed_it_goes_on_when_it_is_given_again(cast: Cast, write: Write, monkeypatch) -> None:
    many = write(HEAD + "".join(f"2026-09-01,call,Amal,Mr Kapadia,Ask {n},2026-09-15,,,\n" for n in range(25)))
    monkeypatch.setattr(import_approaches, "AT_ONCE", 10)

    def killed() -> None:
        if Approach.objects.count() == 20:
            raise SystemError("killed")

    with monkeypatch.context() as patched:
        patched.setattr(import_approaches, "let_others_write", killed)
        with pytest.raises(SystemError):
            run(many)
    assert (Approach.objects.count(), Campaign.objects.count()) == (20, 1)
    answer = told(many)
    assert (answer["new"], answer["known"], Approach.objects.count()) == (5, 20, 25)
    assert Powerholder.objects.count() == 1


def test_mistakes_are_said_in_a_sentence(cast: Cast, write: Write) -> None:
    with pytest.raises(Refused, match="No column of this sheet says whom it was to"):
        run(write("date,channel\n2026-09-01,call\n"))
    with pytest.raises(Refused, match="Not one row of this sheet can be taken"):
        run(write(HEAD + "yesterday,call,Amal,Mr Kapadia,Meet us,,,,\n"))
    campaign_of(cast)
    Campaign.objects.create(
        name="Homes and a shop", group=cast.swansea, starts_on=TODAY, slug="another", made_by=cast.organiser
    )
    with pytest.raises(Refused, match="More than one campaign"):
        run(write(PLAIN))


def test_in_words(cast: Cast, write: Write) -> None:
    text = run(write(PLAIN + ",call,Amal,Mr Kapadia,Meet us,,,,\n")).stdout
    assert "(begun as a draft)" in text
    assert "New approaches: 3. Known already: 1." in text
    assert "Row 6 was not taken. It does not say when it was." in text


def test_its_operations_by_themselves(cast: Cast) -> None:
    by = Account.objects.of_system(Role.IMPORTER)
    campaign = draft_campaign(group=cast.cardiff, name="Lights", starts_on=TODAY, at=NOW, by=by)
    assert write_approaches(campaign=campaign, rows=[], at=NOW, by=by).touched == []
