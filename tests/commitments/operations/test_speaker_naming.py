"""Naming somebody who holds no public office: two people and a reason, also where there is no campaign."""

from datetime import timedelta
from typing import Any

import pytest

from m4c.campaigns.operations.naming_decision import NamingRefused, decide_to_name, end_naming
from m4c.commitments.faces.names_today import lines
from m4c.commitments.faces.naming import FaceNames, naming_their_speaker
from m4c.commitments.models import Commitment
from m4c.commitments.operations.speaker_naming import ask_to_name_speaker
from m4c.commitments.watching.face import face_of
from m4c.leaders.today_lines import Moment
from tests.campaigns.press.telling import an_owner, ready
from tests.cast import Cast
from tests.commitments.promising import a_promise
from tests.factories import NOW, TODAY, doers

DAY = timedelta(days=1)


def named(promise: Commitment) -> bool:
    """Whether its public page says who promised, by each way that asks."""
    promise = Commitment.objects.get(pk=promise.pk)
    told = FaceNames([promise], TODAY).may_name(promise)
    assert naming_their_speaker(Commitment.objects.filter(pk=promise.pk), TODAY).exists() is told
    assert (promise.powerholder.name in face_of(promise, TODAY).speaker) is told
    return told


def asked(cast: Cast, promise: Commitment, **more: Any) -> Any:
    """The leader asks."""
    given: dict[str, Any] = {"why": "He lets forty homes.", "at": NOW, "by": cast.leader}
    return ask_to_name_speaker(commitment=promise, **(given | more))[0]


@pytest.mark.parametrize("in_campaign", [True, False])
def test_two_people_decide_it_for_a_campaign_or_for_a_group(cast: Cast, in_campaign: bool) -> None:
    owner, campaign = an_owner(cast), ready(cast) if in_campaign else None
    promise = a_promise(cast, owner, campaign=campaign)
    again, elsewhere = a_promise(cast, owner, campaign=campaign), a_promise(cast, owner, cast.england)
    decision = asked(cast, promise)
    assert (decision.campaign, decision.group) == (campaign, None if in_campaign else cast.cardiff)
    assert [named(each) for each in (promise, again, elsewhere)] == [False, False, False]
    with pytest.raises(NamingRefused) as refused:
        asked(cast, again)
    assert refused.value.code == "asked"
    decide_to_name(decision=decision, agreed=True, answer="Yes", at=NOW, by=cast.operator)
    with pytest.raises(NamingRefused) as refused:
        decide_to_name(decision=decision, agreed=True, answer="Twice", at=NOW, by=cast.organiser)
    assert refused.value.code == "decided"
    assert [named(each) for each in (promise, again, elsewhere)] == [True, True, False]
    end_naming(decision=decision, at=NOW, by=cast.organiser)
    assert not named(promise)
    assert asked(cast, promise) != decision


def test_a_decision_for_the_group_is_none_for_a_campaign_nor_the_other_way(cast: Cast) -> None:
    owner = an_owner(cast)
    plain, within = a_promise(cast, owner), a_promise(cast, owner, campaign=ready(cast))
    decide_to_name(decision=asked(cast, plain), agreed=True, answer="Yes", at=NOW, by=cast.organiser)
    assert (named(plain), named(within)) == (True, False)


def test_whoever_asked_does_not_decide_and_a_refusal_may_be_asked_anew(cast: Cast) -> None:
    promise = a_promise(cast, an_owner(cast))
    decision = asked(cast, promise, by=cast.organiser)
    with pytest.raises(NamingRefused) as refused:
        decide_to_name(decision=decision, agreed=True, answer="Yes", at=NOW, by=cast.organiser)
    assert refused.value.code == "same_person"
    decide_to_name(decision=decision, agreed=False, answer="Not yet", at=NOW, by=cast.national_organiser)
    assert not named(promise)
    assert asked(cast, promise).decided_at is None


def test_whoever_is_named_as_it_is_needs_no_decision(cast: Cast) -> None:
    with pytest.raises(NamingRefused) as refused:
        asked(cast, a_promise(cast))
    assert refused.value.code == "public"
    with pytest.raises(NamingRefused) as refused:
        asked(cast, a_promise(cast, an_owner(cast)), why=" ")
    assert refused.value.code == "no_reason"


def test_today_tells_whoever_may_decide_until_it_is_decided(cast: Cast) -> None:
    for campaign in (None, ready(cast)):
        decision = asked(cast, a_promise(cast, an_owner(cast), campaign=campaign), by=cast.organiser)

        def told(who: str) -> list[str]:
            return [line.detail for line in lines(getattr(cast, who), Moment(NOW))]

        assert {who: len(told(who)) for who in ("editor", "national_organiser", "organiser", "leader")} == {
            "editor": 1,
            "national_organiser": 1,
            "organiser": 0,
            "leader": 0,
        }
        decide_to_name(decision=decision, agreed=False, answer="No", at=NOW, by=cast.editor)
        assert told("editor") == []


def test_who_may_ask(cast: Cast) -> None:
    def anew(by: Any) -> None:
        asked(cast, a_promise(cast, an_owner(cast)), by=by)

    assert doers(anew, cast) == {"leader", "organiser", "national_organiser"}
