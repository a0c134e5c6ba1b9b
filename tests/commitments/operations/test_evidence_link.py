"""The link for those affected: one secret, until a day, ended at will; what comes in is held and never lost twice."""

from datetime import timedelta
from typing import Any

import pytest

from m4c.commitments.models import Progress
from m4c.commitments.operations import evidence_link as operations
from m4c.commitments.operations.evidence_link import (
    EvidenceLinkRefused,
    HandedIn,
    end_evidence_link,
    hand_in_evidence,
    make_evidence_link,
)
from m4c.commitments.watching.entries import ProgressRefused
from m4c.core.errors import NotAllowed
from m4c.people.models.account import website
from tests.cast import Cast
from tests.commitments.promising import a_link, a_promise, held
from tests.factories import NOW, TODAY, doers

DAY = timedelta(days=1)


def test_only_its_hash_is_kept_and_it_is_good_until_a_day(cast: Cast) -> None:
    promise = a_promise(cast)
    made = a_link(cast, promise)
    assert made.token not in str(made.link.__dict__)
    assert str(made).endswith(f"/{made.token}/")
    given: dict[str, Any] = {"commitment": promise, "for_whom": "Tenants", "at": NOW, "by": cast.leader}
    for day in (TODAY - DAY, TODAY + 400 * DAY):
        with pytest.raises(EvidenceLinkRefused) as refused:
            make_evidence_link(**given, ends_on=day)
        assert refused.value.code == "wrong_day"
    with pytest.raises(EvidenceLinkRefused):
        make_evidence_link(**given | {"for_whom": " "}, ends_on=TODAY)
    late: dict[str, Any] = {"handed": HandedIn(TODAY, "She came"), "by": website()}
    hand_in_evidence(token=made.token, at=NOW + 30 * DAY, **late)
    with pytest.raises(EvidenceLinkRefused):
        hand_in_evidence(token=made.token, at=NOW + 31 * DAY, **late)


def test_one_that_was_ended_opens_nothing(cast: Cast) -> None:
    made = a_link(cast)
    end_evidence_link(link=made.link, at=NOW, by=cast.leader)
    end_evidence_link(link=made.link, at=NOW + DAY, by=cast.leader)
    assert made.link.ended_at == NOW
    for token in (made.token, "x" * 43, ""):
        with pytest.raises(EvidenceLinkRefused) as refused:
            held(cast, token=token or "y")
        assert refused.value.code == "no_link"


def test_what_comes_in_is_held_with_or_without_a_name_and_once(cast: Cast) -> None:
    token = a_link(cast).token
    first = held(cast, token=token, name="Nerys", email="nerys@example.org", evidence="A picture")
    assert (first.is_from_outside, first.from_words, first.confirmed_at) == (True, "Nerys", None)
    assert (first.says_who, first.who_says) == ("", "Somebody whom it concerns")
    assert held(cast, token=token, name="Nerys") == first
    held(cast, token=token)
    assert list(Progress.objects.standing()) == []
    assert Progress.objects.held().count() == 2
    for said, code in (({"words": " "}, "no_words"), ({"on": TODAY + DAY}, "to_come")):
        with pytest.raises(ProgressRefused) as refused:
            held(cast, token=token, **said)
        assert refused.value.code == code


def test_a_flood_reaches_an_end(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(operations, "MOST_HELD", 2)
    token = a_link(cast).token
    for number in range(2):
        held(cast, token=token, words=f"Meeting {number}")
    with pytest.raises(EvidenceLinkRefused) as refused:
        held(cast, token=token, words="Meeting 3")
    assert refused.value.code == "too_many"


def test_who_may_make_and_end_one_and_who_hands_in(cast: Cast) -> None:
    promise = a_promise(cast, keeper=cast.person("member"))
    given: dict[str, Any] = {"commitment": promise, "for_whom": "Tenants", "ends_on": TODAY, "at": NOW}
    may = {"leader", "organiser", "national_organiser", "member"}
    assert doers(lambda by: make_evidence_link(**given, by=by), cast) == may
    made = a_link(cast, promise)
    assert doers(lambda by: end_evidence_link(link=made.link, at=NOW, by=by), cast) == may
    with pytest.raises(NotAllowed):
        hand_in_evidence(token=made.token, handed=HandedIn(TODAY, "She came"), at=NOW, by=cast.member)
