"""Referrals: read by the safeguarding lead alone, and leaving nothing behind anywhere else."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

import pytest

from m4c.core.errors import NotAllowed
from m4c.core.models import AuditEntry
from m4c.people.models import Engagement, Note, Person, Referral, ReferralStep
from m4c.people.operations.must_see import Unseen
from m4c.people.operations.referral import ReferralRefused, answer_referral, refer
from tests.cast import PERSONAS, Cast

OF_OTHER_GROUPS = {"leader_elsewhere", "organiser_elsewhere", "coalition_organiser"}
RECEIVED, TAKEN_UP, CLOSED = ReferralStep.State
Refer = Callable[..., Referral]


@pytest.fixture
def referred(cast: Cast, amal: Person, now: datetime) -> Refer:
    """Refers that Amal may be at risk."""

    def send(persona: str = "leader", **changes: object) -> Referral:
        words: dict[str, Any] = {"about_words": "", "seen": "Bruises on her arm", "urgency": "2_today", "about": amal}
        return refer(group=cast.cardiff, at=now, by=getattr(cast, persona), **words | changes)

    return send


@pytest.mark.parametrize("persona", [name for name in PERSONAS if name not in OF_OTHER_GROUPS])
def test_everybody_of_the_group_may_refer(cast: Cast, referred: Refer, persona: str) -> None:
    assert referred(persona, about=None, about_words="A neighbour").sender == getattr(cast, persona)


def test_refer_keeps_the_name_the_sender_saw(referred: Refer) -> None:
    assert referred().about_words == "Amal Yusuf"


@pytest.mark.parametrize(
    ("changes", "field"),
    [({"seen": " "}, "seen"), ({"about": None}, "about_words")],
)
def test_refer_refuses_what_says_too_little(referred: Refer, changes: dict[str, object], field: str) -> None:
    with pytest.raises(ReferralRefused) as refused:
        referred(**changes)

    assert (refused.value.field, Referral.objects.count()) == (field, 0)


def test_refer_refuses_a_person_unseen(referred: Refer) -> None:
    with pytest.raises(Unseen, match="whom you may see"):
        referred("member")


def test_only_the_safeguarding_lead_reads_a_referral(cast: Cast, referred: Refer) -> None:
    referral = referred()
    answer_referral(referral=referral, state=RECEIVED, at=referral.made_at, by=cast.safeguarding)
    readers = {name for name in PERSONAS if Referral.objects.visible_to(getattr(cast, name)).exists()}
    followers = {name for name in PERSONAS if ReferralStep.objects.visible_to(getattr(cast, name)).exists()}

    assert (readers, followers) == ({"safeguarding"}, {"safeguarding"})


def test_nothing_of_it_stays_in_the_ordinary_record(cast: Cast, amal: Person, referred: Refer) -> None:
    rows = Engagement.objects.count()
    referral = referred()
    entry = AuditEntry.objects.first()

    assert entry is not None
    assert (entry.operation, entry.touched, entry.changes) == (
        "people.refer",
        [["people.referral", str(referral.uid)]],
        {},
    )
    assert str(amal.uid) not in str(entry.touched)
    assert (Engagement.objects.count(), Note.objects.count()) == (rows, 0)


def test_referral_is_received_taken_up_and_closed(cast: Cast, referred: Refer, now: datetime) -> None:
    referral = referred()
    answer_referral(referral=referral, state=RECEIVED, at=now, by=cast.safeguarding)
    answer_referral(referral=referral, state=TAKEN_UP, at=now, by=cast.safeguarding)
    answer_referral(referral=referral, state=CLOSED, at=now, by=cast.safeguarding, words="She is with a refuge")

    assert [(step.state, step.by) for step in ReferralStep.objects.filter(referral=referral)] == [
        (RECEIVED, cast.safeguarding),
        (TAKEN_UP, cast.safeguarding),
        (CLOSED, cast.safeguarding),
    ]
    assert list(Referral.objects.open()) == []


def test_referral_never_goes_back(cast: Cast, referred: Refer, now: datetime) -> None:
    referral = referred()
    answer_referral(referral=referral, state=TAKEN_UP, at=now, by=cast.safeguarding)

    for state in (RECEIVED, TAKEN_UP):
        with pytest.raises(ReferralRefused, match="past that step"):
            answer_referral(referral=referral, state=state, at=now, by=cast.safeguarding)


def test_closing_says_what_was_done(cast: Cast, referred: Refer, now: datetime) -> None:
    with pytest.raises(ReferralRefused, match="what was done"):
        answer_referral(referral=referred(), state=CLOSED, at=now, by=cast.safeguarding)


@pytest.mark.parametrize("persona", [name for name in PERSONAS if name != "safeguarding"])
def test_only_the_safeguarding_lead_answers(cast: Cast, referred: Refer, now: datetime, persona: str) -> None:
    with pytest.raises(NotAllowed):
        answer_referral(referral=referred(), state=RECEIVED, at=now, by=getattr(cast, persona))


def test_open_referrals_come_most_urgent_first(cast: Cast, referred: Refer) -> None:
    urgencies = [Referral.Urgency.SOON, Referral.Urgency.DANGER, Referral.Urgency.TODAY]
    for urgency in urgencies:
        referred(urgency=urgency)

    found = [row.urgency for row in Referral.objects.visible_to(cast.safeguarding).open()]
    assert found == [Referral.Urgency.DANGER, Referral.Urgency.TODAY, Referral.Urgency.SOON]
