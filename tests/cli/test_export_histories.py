"""`m4c export commitments --format json` holds the whole history, and brought in elsewhere it reports the same."""

import json
from datetime import timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from m4c.cli.import_commitments import import_
from m4c.commitments.models import (
    Amendment,
    Commitment,
    Condition,
    ConditionState,
    DueDate,
    Inheritance,
    Judgement,
    Milestone,
    OfficeReply,
    Progress,
    Standing,
)
from m4c.commitments.operations.changed_terms import amend_commitment, inherit_commitment, supersede_commitment
from m4c.commitments.operations.commitment_history import write_histories
from m4c.commitments.operations.judgement import withdraw_judgement
from m4c.commitments.operations.terms import add_milestone, say_condition, set_due
from m4c.commitments.sheets.history import HEIRS, PARTS, REPLIES, STATES
from m4c.people.models import Account
from m4c.power.models import Powerholder
from tests.cast import Cast
from tests.cli.test_export_commitments import out
from tests.cli.test_report_commitments import told
from tests.commitments.making import a_commitment, a_condition, a_speaker
from tests.commitments.promising import an_entry, broken, judged
from tests.factories import NOW, TODAY, doers

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)
SHOWN: dict[str, Any] = {"evidence": "Minutes", "says_who": "The clerk"}


@pytest.fixture
def kept(cast: Cast) -> None:
    """Commitments to which everything happened that may."""
    by: dict[str, Any] = {"at": NOW, "by": cast.organiser}
    amended = a_commitment(cast, words="Three, in the hall.", due_on=None, due_words="Before the election")
    agreed: dict[str, Any] = {"because": "We asked", "agreed_with": "Her office", "on": TODAY - 40 * DAY}
    amend_commitment(commitment=amended, words="Two, and a letter.", target=Decimal(2), **agreed, **by)
    called: dict[str, Any] = {"because": "It was called", "known_on": TODAY - 30 * DAY}
    set_due(commitment=amended, due_on=TODAY + 3 * DAY, **called, **by)
    level: dict[str, Any] = {"level": Decimal(1), "words": "One (by then); or so"}
    add_milestone(commitment=amended, on=TODAY - DAY, known_on=TODAY - 20 * DAY, **level, **by)
    an_entry(cast, amended, kind="reached", amount=Decimal(1), on=TODAY - 10 * DAY)
    an_entry(cast, amended, kind="reached", amount=Decimal(1), on=TODAY - 9 * DAY)
    void = a_commitment(cast, words="The targets will end.", measure="done")
    condition = a_condition(cast, void, "If elected")
    for state, days in (("met", 30), ("open", 20), ("failed", 10)):
        say_condition(condition=condition, state=state, on=TODAY - days * DAY, **SHOWN, **by)
    a_condition(cast, void, "The committee", kind="dependency")
    after = a_speaker(cast, "New minister")
    stands: dict[str, Any] = {"stance": "takes_on", "says_who": "By letter", "words": "I will.", "on": TODAY - DAY}
    inherit_commitment(commitment=void, powerholder=after, **stands, **by)
    replaced = a_commitment(cast, words="A small shop.")
    supersede_commitment(commitment=replaced, instead=amended, on=TODAY - 5 * DAY, **by)
    verdict = broken(cast, a_commitment(cast, words="It stays open."))
    facts = {"words": "We disagree.", "writer": "G. Ellis", "role": "Head of office", "email": "o@example.org"}
    settled = {"received_at": NOW, "confirmed_by": cast.leader, "confirmed_at": NOW}
    OfficeReply.objects.create(commitment=verdict.commitment, judgement=verdict, **facts, **settled)
    judged(cast, a_commitment(cast, words="The fence."), verdict="partly", missing="The rubbish")
    back = judged(cast, a_commitment(cast, words="A hearing."), verdict="disputed")
    withdraw_judgement(judgement=back, because="Both agree", **by)


def everything() -> list[Any]:
    """All parts of all histories, whatever numbers the rows have."""
    found: list[Any] = []
    for part in (*PARTS.values(), STATES, REPLIES, HEIRS):
        rows = part.model._default_manager.values_list("commitment__reference", *part.fields)
        found.append(sorted(rows, key=str))
    facts = ("commitment__reference", "since", "until", "status", "done")
    found.append(sorted(Standing.objects.values_list(*facts), key=str))
    terms = ("reference", "words", "target", "due_on", "due_words", "superseded_by__reference", "superseded_on")
    found.append(list(Commitment.objects.order_by("reference").values_list(*terms)))
    return found


def bring_in(path: Path) -> dict[str, Any]:
    asked = ["commitments", str(path), "--format", "json"]
    answer: dict[str, Any] = json.loads(CliRunner().invoke(import_, asked, catch_exceptions=False).stdout)
    return answer


def forget_all() -> None:
    """As an empty folder begins."""
    for model in (Inheritance, Judgement, Commitment):
        model.objects.all().delete()
    Powerholder.objects.update(name="Somebody else")


@pytest.mark.usefixtures("kept")
def test_the_whole_history_goes_out_and_comes_in(tmp_path: Path) -> None:
    days = [TODAY - number * DAY for number in (0, 1, 10, 25, 35, 45)]
    before, reports = everything(), [told(on=day) for day in days]
    assert set(reports[0]["totals"].values()) >= {0, 1}
    assert all(len(rows) for rows in before)
    path = tmp_path / "whole.json"
    path.write_text(out("commitments", "json"), encoding="utf-8")
    assert bring_in(path)["unchanged"] == Commitment.objects.count() == 6
    forget_all()
    answer = bring_in(path)
    assert (answer["created"], answer["updated"], answer["refused"]) == (6, 0, [])
    assert answer["needs_review"] == 3 + len(answer["powerholders_created"])
    assert everything() == before
    assert [told(on=day) for day in days] == reports
    again = bring_in(path)
    assert (again["created"], again["unchanged"], again["updated"]) == (0, 6, 0)
    assert out("commitments", "json") == path.read_text(encoding="utf-8")
    (verdict,) = Judgement.objects.filter(verdict="broken").select_related("judged_by", "confirmed_by")
    assert (verdict.judged_by.system, verdict.confirmed_by.system) == ("system:import", "system:operator")  # type: ignore[union-attr]
    assert "whether two people" in verdict.commitment.to_review


@pytest.mark.usefixtures("kept")
def test_no_name_of_our_own_people_goes_out(cast: Cast) -> None:
    text = out("commitments", "json")
    assert not any(cast.person(who).name in text for who in ("leader", "organiser"))


@pytest.mark.usefixtures("kept")
def test_what_a_later_file_tells_is_added(tmp_path: Path) -> None:
    rows = json.loads(out("commitments", "json"))["commitments"]
    (row,) = [row for row in rows if row["history"]["amendments"]]
    step = {"on": str(TODAY), "kind": "step", "words": "A letter came", "says_who": "Us"}
    row["history"]["progress"].append(step)
    path = tmp_path / "more.json"
    path.write_text(json.dumps([row]), encoding="utf-8")
    answer = bring_in(path)
    assert (answer["updated"], answer["unchanged"], answer["refused"]) == (1, 0, [])
    assert Progress.objects.filter(words="A letter came").count() == 1
    assert bring_in(path)["unchanged"] == 1


BASE = {"reference": "X-1", "speaker": "The leader", "made on": "2026-02-01", "words": "We will", "measure": "done"}
VERDICT = {
    "verdict": "broken",
    "on": "2026-03-01",
    "reasons": "It is shut",
    "evidence": "Pictures",
    "page_words": "Shut.",
    "confirmed_on": "2026-03-02",
    "notice_on": "2026-03-02",
    "told_on": "2026-03-02",
    "counts_from": "2026-03-12",
}


@pytest.mark.parametrize(
    ("history", "reason"),
    [
        ({"verdicts": [VERDICT | {"evidence": ""}]}, "“on which evidence”"),
        ({"verdicts": [VERDICT | {"reasons": None}]}, "“why”"),
        ({"verdicts": [VERDICT | {"verdict": "awful"}]}, "“verdict”"),
        ({"verdicts": [VERDICT | {"confirmed_on": None}]}, "two people"),
        ({"verdicts": [VERDICT | {"told_on": None}]}, "two people"),
        ({"verdicts": [VERDICT | {"counts_from": "2026-03-11"}]}, "ten days"),
        ({"verdicts": [VERDICT | {"notice_on": None}]}, "Make the notice ready"),
        ({"verdicts": [VERDICT | {"verdict": "partly"}]}, "Say what is missing."),
        ({"verdicts": [VERDICT, VERDICT | {"on": "2026-03-02"}]}, "two verdicts of a kind"),
        ({"due_dates": [{"known_on": "2026-01-31", "due_on": "2026-05-07"}]}, "“2026-01-31”"),
        ({"due_dates": [{"known_on": "2099-01-31", "due_on": "2099-05-07"}]}, "“2099-01-31”"),
        ({"conditions": [{"words": "If", "states": [{"state": "perhaps", "on": "2026-03-01"}]}]}, "“perhaps”"),
        ({"conditions": [{"words": "", "states": []}]}, "“in words”"),
        ({"milestones": [{"known_on": "2026-02-01", "on": "2026-05-01", "level": 45}]}, "Only what is counted"),
        ({"progress": [{"on": "2026-03-01", "kind": "done"}]}, "Say who says so."),
        ({"progress": [{"on": "2026-03-01", "kind": "lapse", "says_who": "Us"}]}, "does not fit"),
        ({"progress": [{"on": "29/02/2026", "kind": "done", "says_who": "Us"}]}, "“29/02/2026”"),
        ({"amendments": [{"on": "2026-03-01", "words_before": "a", "words_after": "b", "because": "x" * 301}]}, "xxx"),
        ({"came_after": [{"on": "2026-03-01"}]}, "who came after"),
        ({"came_after": [{"on": "2026-03-01", "name": "A", "stance": "takes_on"}]}, "Say who says so."),
        ({"replaced_by": "Z-9", "replaced_on": "2026-03-01"}, "took its place"),
        ({"replaced_by": "X-1", "replaced_on": "2026-03-01"}, "took its place"),
    ],
)
def test_a_history_that_would_not_hold_is_refused(
    cast: Cast, tmp_path: Path, history: dict[str, Any], reason: str
) -> None:
    path = tmp_path / "bad.json"
    path.write_text(json.dumps([BASE | {"history": history}]), encoding="utf-8")
    (refused,) = bring_in(path)["refused"]
    assert (refused["row"], reason in refused["reason"]) == (1, True), refused
    assert Commitment.objects.count() == ("replaced_by" in history)
    tables = (Judgement, DueDate, ConditionState, Milestone, Progress, Amendment, Condition, Inheritance)
    assert not any(model.objects.exists() for model in tables)


@pytest.mark.parametrize("history", [None, [], "all", {"verdicts": "none"}, {"verdicts": [1, None]}, {"odd": [{}]}])
def test_a_history_that_tells_nothing_is_none(cast: Cast, tmp_path: Path, history: Any) -> None:
    path = tmp_path / "odd.json"
    path.write_text(json.dumps([BASE | {"due": "2026-09-30", "history": history}]), encoding="utf-8")
    assert (bring_in(path)["refused"], Commitment.objects.count()) == ([], 1)
    assert str(Commitment.objects.get().due_on) == "2026-09-30"


def test_who_may_write_them(cast: Cast) -> None:
    def wrote(by: Account) -> Any:
        return write_histories(group=cast.cardiff, rows=[], at=NOW, by=by)

    assert doers(wrote, cast) == {"leader", "organiser", "national_organiser"}
