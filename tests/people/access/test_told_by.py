"""What a copy says of a record that another points to: its name, else its day, and never a number of ours."""

from datetime import UTC, datetime

from m4c.people.access.sources import told_by
from m4c.people.models import Group, HandedOver, NextStep, PersonPhone
from tests.cast import Cast


def test_a_record_with_a_name_is_told_by_it(cast: Cast):
    assert told_by(cast.cardiff) == "Cardiff"
    assert told_by(Group(pk=7, name="Ward 7")) == "Ward 7"
    assert told_by(PersonPhone(pk=3, number="+447700900003")) == "07700 900003"


def test_a_record_without_one_is_told_by_its_day_or_by_what_it_is():
    summer_night = datetime(2026, 3, 29, 23, 30, tzinfo=UTC)
    assert told_by(NextStep(pk=7, made_at=summer_night)) == "30 March 2026"
    assert told_by(HandedOver(pk=3)) == str(HandedOver._meta.verbose_name)
