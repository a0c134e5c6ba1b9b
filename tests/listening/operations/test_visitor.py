"""Who visits in a listening campaign."""

import pytest

from m4c.listening.models import Visitor
from m4c.listening.operations.visitor import VisitorRefused, add_visitor, leave_visits
from m4c.people.operations.must_see import Unseen
from tests.cast import Cast
from tests.factories import TODAY
from tests.listening.campaigning import campaign_of, visitor_of


def test_a_visitor_takes_on_the_campaigns_number_unless_told(cast: Cast):
    campaign = campaign_of(cast, visits_each=8)
    assert visitor_of(cast, campaign).visits == 8
    again = add_visitor(campaign=campaign, person=cast.person("leader"), on=TODAY, visits=12, by=cast.organiser)
    assert (again.visits, Visitor.objects.count()) == (12, 1)


def test_whoever_left_may_visit_again(cast: Cast):
    campaign = campaign_of(cast)
    visitor = leave_visits(visitor=visitor_of(cast, campaign), on=TODAY, by=cast.organiser)
    assert visitor.left_on == TODAY
    assert visitor_of(cast, campaign).left_on is None


def test_more_visits_than_anybody_holds_and_somebody_unseen_are_refused(cast: Cast):
    campaign = campaign_of(cast)
    with pytest.raises(VisitorRefused):
        add_visitor(campaign=campaign, person=cast.person("leader"), on=TODAY, visits=1_000, by=cast.organiser)
    with pytest.raises(Unseen):
        add_visitor(campaign=campaign, person=cast.person("protected_member"), on=TODAY, by=cast.organiser)
