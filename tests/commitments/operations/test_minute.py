"""The minute is made from asks, answers and commitments alone; once sent it stays, and their correction is theirs."""

from datetime import timedelta
from typing import Any

import pytest

from m4c.commitments.models import Minute, MinuteCorrection
from m4c.commitments.operations.minute import MinuteRefused, keep_correction, send_minute, write_minute
from m4c.commitments.operations.negotiation import put_on_team, word_team_paper
from tests.cast import Cast
from tests.commitments.tabling import ASKED, SECRET, a_table, an_answer, an_ask, an_assembly
from tests.factories import NOW, TODAY, doers, seers

OWN = {"leader", "organiser", "national_organiser"}
SENT: dict[str, Any] = {"sent_to": "His office", "how": "By letter", "on": TODAY}


def test_it_says_what_was_asked_and_answered_and_nothing_of_the_team(cast: Cast) -> None:
    table = a_table(cast)
    said = {"fall_back": SECRET, "walk_away": "If he shouts", "notes": "He likes tea"}
    word_team_paper(negotiation=table, **said, at=NOW, by=cast.organiser)
    leader = cast.person("leader")
    put_on_team(negotiation=table, person=leader, part="story", at=NOW, by=cast.organiser)
    ask = an_ask(cast, table)
    an_answer(cast, ask, kind="yes_if", words="If you stop", says_who=leader.name, witnesses=[leader])
    an_answer(cast, ask, kind="no", needs_second=True)
    words = write_minute(meeting=table, at=NOW, by=cast.leader).words
    for told in (ASKED, "Councillor for Trowbridge", "Yes, if. “If you stop”", "Monday at the town hall"):
        assert told in words
    for left_out in (*said.values(), leader.name, "No."):
        assert left_out not in words


def test_who_may_and_who_sees(cast: Cast) -> None:
    table = a_table(cast)
    an_ask(cast, table)
    assert doers(lambda by: write_minute(meeting=table, at=NOW, by=by), cast) == OWN
    assert seers(cast, Minute.objects.get()) == OWN | {"editor", "data_protection"}


def test_it_is_written_anew_until_it_is_sent(cast: Cast) -> None:
    table = a_table(cast)
    with pytest.raises(MinuteRefused):
        write_minute(meeting=table, at=NOW, by=cast.leader)
    ask = an_ask(cast, table)
    first = write_minute(meeting=table, at=NOW, by=cast.leader)
    an_answer(cast, ask)
    assert write_minute(meeting=table, at=NOW, by=cast.leader) == first
    send_minute(minute=Minute.objects.get(), **SENT, at=NOW, by=cast.leader)
    an_answer(cast, ask, kind="no")
    assert write_minute(meeting=table, at=NOW, by=cast.leader).number == 2
    assert "Accounts of it differ." not in Minute.objects.get(number=1).words


def test_sent_once_and_put_right_in_their_words(cast: Cast) -> None:
    table = a_table(cast)
    an_ask(cast, table)
    minute = write_minute(meeting=table, at=NOW, by=cast.leader)
    theirs: dict[str, Any] = {"words": "I said May", "corrected_by": "His secretary", "on": TODAY}
    with pytest.raises(MinuteRefused):
        keep_correction(minute=minute, **theirs, at=NOW, by=cast.leader)
    wrongly: tuple[dict[str, Any], ...] = ({"sent_to": " "}, {"on": TODAY + timedelta(days=1)})
    for wrong in wrongly:
        with pytest.raises(MinuteRefused):
            send_minute(minute=minute, **(SENT | wrong), at=NOW, by=cast.leader)
    send_minute(minute=minute, **SENT, at=NOW, by=cast.leader)
    with pytest.raises(MinuteRefused):
        send_minute(minute=minute, **SENT, at=NOW, by=cast.leader)
    wrongly = ({"words": ""}, {"corrected_by": " "}, {"on": TODAY - timedelta(days=1)})
    for wrong in wrongly:
        with pytest.raises(MinuteRefused):
            keep_correction(minute=minute, **(theirs | wrong), at=NOW, by=cast.leader)
    before = minute.words
    keep_correction(minute=minute, **theirs, at=NOW, by=cast.leader)
    keep_correction(minute=minute, **(theirs | {"words": "I said June"}), at=NOW, by=cast.leader)
    other = {"words": "Nothing of the kind", "corrected_by": "His deputy"}
    keep_correction(minute=minute, **(theirs | other), at=NOW, by=cast.leader)
    minute.refresh_from_db()
    kept = [("I said June", "His secretary"), ("Nothing of the kind", "His deputy")]
    assert list(MinuteCorrection.objects.values_list("words", "corrected_by")) == kept
    assert minute.words == before


def test_an_assemblys_is_kept_as_sent_by_the_same_rule(cast: Cast) -> None:
    assembly = an_assembly(cast)
    with pytest.raises(MinuteRefused):
        write_minute(meeting=assembly, at=NOW, by=cast.leader)
    ask = an_ask(cast, event=assembly.event)
    an_answer(cast, ask, words="Before the summer")
    assert doers(lambda by: write_minute(meeting=assembly, at=NOW, by=by), cast) == OWN
    minute = send_minute(minute=Minute.objects.get(), **SENT, at=NOW, by=cast.leader)
    an_answer(cast, ask, kind="no", words="Never")
    assert ("Before the summer" in minute.words, "Never" in minute.words, minute.group) == (True, False, cast.cardiff)
    assert "Never" in write_minute(meeting=assembly, at=NOW, by=cast.leader).words
    minute.refresh_from_db()
    assert ("Never" in minute.words, minute.sent_on, minute.number) == (False, TODAY, 1)
