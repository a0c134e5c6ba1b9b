"""Stopping what somebody objects to: by each way or all, obeyed from that minute, and never twice."""

from datetime import datetime

import pytest

from m4c.people.consent_rules import may_contact
from m4c.people.models import Channel, Consent, Person, Purpose, RightsRequest
from m4c.people.operations.objection import stop_reaching
from m4c.people.operations.rights_request import Asked, RightsRefused, take_in_request
from tests.cast import Cast
from tests.factories import doers


@pytest.fixture
def made(cast: Cast, amal: Person, now: datetime) -> RightsRequest:
    asked = Asked("objection", "phone", "Amal Yusuf", now.date(), words="Stop ringing me")
    return take_in_request(group=cast.movement, asked=asked, person=amal, by=cast.data_protection)


def test_one_way_is_closed_and_the_others_are_not(cast: Cast, made: RightsRequest, amal: Person, now: datetime) -> None:
    assert may_contact(amal, Channel.PHONE, Purpose.NEWS, now)
    stop_reaching(request=made, channels=["phone"], purpose="news", at=now, by=cast.data_protection)

    assert not may_contact(amal, Channel.PHONE, Purpose.NEWS, now)
    assert may_contact(amal, Channel.POST, Purpose.NEWS, now)
    row = Consent.objects.get(person=amal)
    assert (row.wording, row.source) == ("Stop ringing me", "What they asked for on 5 October 2026")


def test_all_ways_to_anything_at_all(cast: Cast, made: RightsRequest, amal: Person, now: datetime) -> None:
    stop_reaching(request=made, channels=Channel.values, purpose="all", at=now, by=cast.data_protection)
    again = stop_reaching(request=made, channels=Channel.values, purpose="all", at=now, by=cast.data_protection)

    answers = {may_contact(amal, Channel(way), to, now).allowed for way in Channel for to in list(Purpose)[:3]}
    assert (answers, again) == ({False}, [])


@pytest.mark.parametrize(("channels", "purpose"), [([], "news"), (["pigeon"], "news"), (["phone"], "votes")])
def test_what_says_nothing_is_refused(
    cast: Cast, made: RightsRequest, now: datetime, channels: list[str], purpose: str
) -> None:
    with pytest.raises(RightsRefused):
        stop_reaching(request=made, channels=channels, purpose=purpose, at=now, by=cast.data_protection)


def test_for_nobody_it_is_refused(cast: Cast, now: datetime) -> None:
    nobody = take_in_request(
        group=cast.movement, asked=Asked("objection", "phone", "Ebo", now.date()), by=cast.data_protection
    )
    with pytest.raises(RightsRefused):
        stop_reaching(request=nobody, channels=["phone"], purpose="all", at=now, by=cast.data_protection)


def test_who_may(cast: Cast, made: RightsRequest, now: datetime) -> None:
    def act(by: object) -> object:
        return stop_reaching(request=made, channels=["text"], purpose="all", at=now, by=by)  # type: ignore[arg-type]

    assert doers(act, cast) == {"data_protection"}
