"""Entries fit their measure and their days, say who says so and what shows it; struck or held ones do not count."""

from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.utils import translation

from m4c.commitments.models import Progress
from m4c.commitments.operations.progress import (
    add_progress,
    confirm_evidence,
    refuse_evidence,
    strike_progress,
)
from m4c.commitments.watching.entries import ProgressRefused
from m4c.core.errors import NotAllowed
from m4c.core.models.record import new_uid
from tests.cast import Cast
from tests.commitments.promising import a_promise, an_entry, held, new_entry, status_of, three_meetings
from tests.factories import NOW, TODAY, doers

DAY = timedelta(days=1)
OWN = {"leader", "organiser", "national_organiser"}
SHARE: dict[str, Any] = {"measure": "percentage", "target": Decimal(100)}


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ({"says_who": " "}, "nobody_says_so"),
        ({"kind": "reached", "amount": Decimal(1)}, "wrong_kind"),
        ({"kind": "lapse"}, "wrong_kind"),
        ({"on": TODAY + DAY}, "to_come"),
        ({"on": TODAY - 61 * DAY}, "before_made"),
        ({"amount": Decimal(2)}, "amount_of_nothing"),
        ({"evidence": " "}, "no_evidence"),
        ({"kind": "step", "words": "", "evidence": ""}, "no_words"),
    ],
)
def test_what_does_not_fit_done_or_not_is_refused(cast: Cast, said: dict[str, Any], code: str) -> None:
    with pytest.raises(ProgressRefused) as refused:
        an_entry(cast, a_promise(cast), **said)
    assert refused.value.code == code


@pytest.mark.parametrize(
    ("facts", "said", "code"),
    [
        ({"measure": "count", "target": 3}, {"kind": "reached"}, "no_amount"),
        ({"measure": "count", "target": 3}, {"kind": "reached", "amount": Decimal("1.5")}, "no_count"),
        ({"measure": "count", "target": 3}, {"kind": "reached", "amount": Decimal(0)}, "no_count"),
        ({"measure": "count", "target": 3}, {"kind": "done"}, "wrong_kind"),
        ({"measure": "amount", "target": 90}, {"kind": "reached", "amount": Decimal(-1)}, "negative"),
        (SHARE, {"kind": "reached", "amount": Decimal(101)}, "over_hundred"),
        ({"measure": "ongoing", "due_on": None, "expires_on": TODAY - DAY}, {"kind": "lapse"}, "after_end"),
        ({"measure": "ongoing"}, {"kind": "done"}, "wrong_kind"),
    ],
)
def test_what_does_not_fit_the_measure_is_refused(
    cast: Cast, facts: dict[str, Any], said: dict[str, Any], code: str
) -> None:
    with pytest.raises(ProgressRefused) as refused:
        an_entry(cast, a_promise(cast, **facts), **said)
    assert refused.value.code == code


def test_the_status_follows_what_is_written_down_and_struck(cast: Cast) -> None:
    promise = a_promise(cast)
    assert status_of(promise) == "made"
    step = an_entry(cast, promise, kind="step", on=TODAY - 2 * DAY, evidence="")
    assert (status_of(promise, TODAY - 3 * DAY), status_of(promise)) == ("made", "in_progress")
    entry = an_entry(cast, promise)
    assert status_of(promise) == "kept"
    strike_progress(progress=entry, because="It was another meeting", at=NOW, by=cast.leader)
    assert status_of(promise) == "in_progress"
    strike_progress(progress=step, because="Not about this", at=NOW, by=cast.leader)
    assert status_of(promise) == "made"
    with pytest.raises(ProgressRefused):
        strike_progress(progress=step, because=" ", at=NOW, by=cast.leader)


def test_a_count_adds_up_and_a_share_is_the_level_reached_last(cast: Cast) -> None:
    meetings = three_meetings(cast)
    for number in (1, 2):
        an_entry(cast, meetings, kind="reached", amount=Decimal(number), on=TODAY - number * DAY)
    assert status_of(meetings) == "kept"
    share = a_promise(cast, **SHARE)
    an_entry(cast, share, kind="reached", amount=Decimal(100), on=TODAY - DAY)
    an_entry(cast, share, kind="reached", amount=Decimal(45))
    assert (status_of(share, TODAY - DAY), status_of(share)) == ("kept", "in_progress")


def test_the_same_uid_twice_is_one_and_other_words_are_refused(cast: Cast) -> None:
    promise, uid = a_promise(cast), new_uid()
    first = an_entry(cast, promise, uid=uid)
    assert an_entry(cast, promise, uid=uid) == first
    for other in ({"words": "Other words"}, {"on": TODAY - DAY}):
        with pytest.raises(ProgressRefused) as refused:
            an_entry(cast, promise, uid=uid, **other)
        assert refused.value.code == "other_content"
    with pytest.raises(ProgressRefused):
        an_entry(cast, a_promise(cast), uid=uid)
    assert Progress.objects.count() == 1


def test_those_who_record_and_the_keeper_alone_write(cast: Cast) -> None:
    kept = a_promise(cast, keeper=cast.person("member"))
    assert doers(lambda by: add_progress(commitment=kept, new=new_entry(), at=NOW, by=by), cast) == OWN | {"member"}
    entry = an_entry(cast, kept)
    strike_progress(progress=entry, because="Wrong day", at=NOW, by=cast.member)
    other = an_entry(cast, a_promise(cast))
    with pytest.raises(NotAllowed):
        strike_progress(progress=other, because="Wrong day", at=NOW, by=cast.member)


def test_what_comes_from_outside_counts_once_a_keeper_confirmed_it(cast: Cast) -> None:
    promise = three_meetings(cast, keeper=cast.person("member"))
    brought = held(cast, promise)
    assert (brought.who_says, status_of(promise)) == ("Somebody whom it concerns", "made")
    given: dict[str, Any] = {"progress": brought, "kind": "reached", "says_who": "A tenant", "at": NOW}
    with pytest.raises(ProgressRefused) as refused:
        confirm_evidence(**given, amount=Decimal("0.5"), by=cast.member)
    assert refused.value.code == "no_count"
    confirm_evidence(**given, amount=Decimal(3), by=cast.member)
    assert status_of(promise) == "kept"
    for settle in (
        lambda: confirm_evidence(**given, amount=Decimal(3), by=cast.leader),
        lambda: refuse_evidence(progress=brought, because="No", at=NOW, by=cast.leader),
    ):
        with pytest.raises(ProgressRefused) as refused:
            settle()
        assert refused.value.code == "settled"


def test_what_is_refused_counts_for_nothing_and_needs_its_reason(cast: Cast) -> None:
    promise = three_meetings(cast)
    brought = held(cast, promise)
    with pytest.raises(ProgressRefused):
        refuse_evidence(progress=brought, because="", at=NOW, by=cast.leader)
    refuse_evidence(progress=brought, because="It was another councillor", at=NOW, by=cast.leader)
    assert (status_of(promise), list(Progress.objects.held())) == ("made", [])
    own = an_entry(cast, promise, kind="step")
    with pytest.raises(ProgressRefused):
        confirm_evidence(progress=own, kind="step", says_who="We", at=NOW, by=cast.leader)


def test_what_nobody_is_named_for_is_told_to_each_reader_in_their_language(cast: Cast) -> None:
    promise = three_meetings(cast)
    brought = held(cast, promise)
    confirm_evidence(progress=brought, kind="reached", amount=Decimal(1), at=NOW, by=cast.leader)
    assert (brought.says_who, brought.who_says) == ("", "Somebody whom it concerns")
    with translation.override("cy"):
        assert brought.who_says == "Rhywun y mae'n effeithio arno"
