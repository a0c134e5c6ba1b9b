"""A visitor is told on Today how many of their visits they held, while the campaign runs and some are left."""

from datetime import timedelta

from django.utils import timezone

from m4c.leaders.today_lines import Moment
from m4c.leaders.today_taken_on import taken_on
from m4c.listening.operations.one_to_one import NewOneToOne, record_one_to_one
from m4c.listening.operations.visitor import leave_visits
from m4c.people.models import Account
from tests.cast import Cast
from tests.listening.campaigning import campaign_of, visitor_of

TODAY = timezone.localdate()


def lines(account: Account) -> list[tuple[str, str]]:
    """What Today says of what somebody took on."""
    return [(line.title, line.detail) for line in taken_on(account, Moment(timezone.now()))]


def test_visits_left_stand_on_the_visitors_today_alone(cast: Cast) -> None:
    campaign = campaign_of(cast, starts_on=TODAY, ends_on=TODAY + timedelta(days=30), visits_each=2)
    visitor = visitor_of(cast, campaign)
    new = NewOneToOne(cast.person("leader"), cast.person("member"), TODAY, held_on=TODAY, campaign=campaign)
    record_one_to_one(group=cast.cardiff, new=new, by=cast.operator)
    assert lines(cast.leader) == [("Winter listening", "1 of 2 visits held")]
    assert lines(cast.organiser) == []
    leave_visits(visitor=visitor, on=TODAY, by=cast.organiser)
    assert lines(cast.leader) == []


def test_nothing_stands_there_once_all_are_held(cast: Cast) -> None:
    campaign = campaign_of(cast, starts_on=TODAY, ends_on=TODAY, visits_each=1)
    visitor_of(cast, campaign)
    new = NewOneToOne(cast.person("leader"), cast.person("member"), TODAY, held_on=TODAY, campaign=campaign)
    record_one_to_one(group=cast.cardiff, new=new, by=cast.operator)
    assert lines(cast.leader) == []
