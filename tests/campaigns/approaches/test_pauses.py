"""The days that do not count, as they are read along with the approaches that they hold for."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import override_settings

from m4c.campaigns.approaches.clock import Span
from m4c.campaigns.approaches.pauses import spans_along
from m4c.campaigns.models import Approach, ClockPause
from tests.campaigns.approaches.making import approach_of, campaign_of, holder_of
from tests.cast import Cast
from tests.factories import NOW, TODAY

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


@override_settings(PRE_ELECTION_PERIODS=[])
def test_an_approach_is_read_with_the_pauses_that_hold_for_it(cast: Cast) -> None:
    campaign, holder, other = campaign_of(cast), holder_of(cast), holder_of(cast, "Mr Kapadia")
    given: dict[str, Any] = {"since": TODAY, "added_by": cast.organiser, "added_at": NOW}
    ClockPause.objects.create(campaign=campaign, kind="recess", until=TODAY + DAY, **given)
    ClockPause.objects.create(
        campaign=campaign, kind="agreed", powerholder=holder, words="Her mother “Nan” died", **given
    )
    ClockPause.objects.create(campaign=campaign, kind="agreed", powerholder=other, words="Not hers", **given)
    ClockPause.objects.create(campaign=campaign, kind="agreed", words="Struck", struck_at=NOW, **given)
    approach_of(cast, campaign, holder)
    read = Approach.objects.with_pauses().select_related("powerholder").get()
    assert set(spans_along(read)) == {Span(TODAY, TODAY + DAY, "recess"), Span(TODAY, None, "Her mother “Nan” died")}


@override_settings(PRE_ELECTION_PERIODS=[(TODAY, TODAY + DAY)])
def test_without_pauses_only_pre_election_periods_hold(cast: Cast) -> None:
    approach_of(cast, campaign_of(cast), holder_of(cast))
    read = Approach.objects.with_pauses().select_related("powerholder").get()
    assert spans_along(read) == [Span(TODAY, TODAY + DAY, "pre-election period")]
