"""Pre-election periods as the environment gives them."""

from datetime import date

import pytest
from django.core.exceptions import ImproperlyConfigured

from config.campaign_settings import periods


def test_periods_are_read_by_their_first_and_last_day() -> None:
    spring = (date(2027, 3, 22), date(2027, 5, 6))
    assert periods("PERIODS", ["2027-03-22/2027-05-06", "2027-03-22 / 2027-05-06"]) == [spring, spring]


@pytest.mark.parametrize("word", ["2027-03-22", "soon/later", "2027-05-06/2027-03-22", "2027-03-22/2027-05-06/2028"])
def test_anything_else_is_refused_by_its_name(word: str) -> None:
    with pytest.raises(ImproperlyConfigured, match="PERIODS"):
        periods("PERIODS", [word])
