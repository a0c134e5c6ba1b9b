"""Filters of the list of people by training and pledges: what was pledged and what was held are never one."""

from datetime import timedelta

import pytest
from django.utils import timezone

from m4c.events.operations.attendance import record_attendance
from m4c.leaders.models import ConversationPledge
from m4c.leaders.operations.pledge import NewPledge, record_pledge
from m4c.people.models import Group, Person
from m4c.people.operations.protection import keep_safe
from tests.cast import Cast
from tests.factories import NOW, TODAY, somebody, talk, training
from tests.people.filters.listing import asked, found


@pytest.fixture
def amal(cast: Cast) -> Person:
    return somebody(cast)


@pytest.fixture
def bet(cast: Cast) -> Person:
    return somebody(cast, "Bet Yusuf")


def train(cast: Cast, person: Person, kind: str, group: Group | None = None) -> None:
    record_attendance(event=training(cast, group, kind=kind).event, person=person, by=cast.operator)


def pledge(cast: Cast, person: Person, number: int, group: Group | None = None) -> None:
    new = NewPledge(person=person, kind=ConversationPledge.Kind.ONE_TO_ONE, number=number)
    record_pledge(group=group or cast.cardiff, pledge=new, made_on=TODAY - timedelta(days=30), by=cast.operator)


def test_by_training(cast: Cast, amal: Person, bet: Person) -> None:
    train(cast, amal, "full")
    train(cast, bet, "taster")
    assert [found(cast, training=kind) for kind in ("full", "taster", "none")] == [["Amal"], ["Bet"], []]


def test_training_that_one_may_not_see_tells_nothing(cast: Cast, amal: Person) -> None:
    train(cast, amal, "full", cast.manchester)
    assert (found(cast, training="full"), found(cast, training="none")) == ([], ["Amal"])
    assert found(cast, "national_organiser", training="full") == ["Amal"]


def test_by_pledges_open_kept_and_none(cast: Cast, amal: Person, bet: Person) -> None:
    somebody(cast, "Cai Yusuf")
    pledge(cast, amal, 2)
    pledge(cast, bet, 1)
    talk(cast, amal, somebody(cast, "Dai Evans"))
    talk(cast, bet, somebody(cast, "Eds Evans"))
    told = [found(cast, pledges=standing) for standing in ("open", "kept", "none")]
    assert told == [["Amal"], ["Bet"], ["Cai"]]
    assert asked(cast, pledges="open").in_words == "pledged conversations that are still to be held"


def test_by_pledges_whose_day_went_by(cast: Cast, amal: Person, bet: Person) -> None:
    pledge(cast, amal, 2)
    pledge(cast, bet, 1)
    talk(cast, bet, somebody(cast, "Eds Evans"))
    ConversationPledge.objects.update(due_on=timezone.localdate() - timedelta(days=1))
    assert found(cast, pledges="overdue") == ["Amal"]
    ConversationPledge.objects.update(due_on=timezone.localdate())
    assert found(cast, pledges="overdue") == []


def test_a_pledge_that_one_may_not_see_tells_nothing(cast: Cast, amal: Person) -> None:
    pledge(cast, amal, 2, cast.manchester)
    assert (found(cast, pledges="open"), found(cast, pledges="none")) == ([], ["Amal"])


def test_leaders_do_not_filter_by_what_others_pledged(cast: Cast) -> None:
    assert asked(cast, "leader", pledges="open").problems == ["“pledges” is nothing that you can filter by."]


@pytest.mark.parametrize("address", [{"training": "full"}, {"pledges": "open"}])
def test_nobody_kept_safe_and_nobody_from_elsewhere(cast: Cast, amal: Person, address: dict[str, str]) -> None:
    train(cast, amal, "full")
    pledge(cast, amal, 2)
    assert found(cast, **address) == ["Amal"]
    assert found(cast, "organiser_elsewhere", **address) == []
    keep_safe(person=amal, by=cast.organiser, at=NOW)
    assert found(cast, **address) == []
