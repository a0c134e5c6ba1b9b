"""By which clock somebody reads: chosen on their own account, and told beside that of the movement."""

from datetime import UTC, datetime

import pytest
from django.urls import reverse
from django.utils import translation

from m4c.core.models import AuditEntry
from m4c.people.models import Account
from m4c.people.operations.account import AccountRefused, choose_time_zone
from m4c.people.time_zones import by_own_clock, is_zone, zones_by_part
from tests.cast import Cast
from tests.factories import signed_in, words_of

EVENING = datetime(2026, 11, 26, 19, tzinfo=UTC)


@pytest.mark.parametrize(
    ("zone", "told"),
    [
        ("Europe/Warsaw", "20:00 in Warsaw"),
        ("Europe/Dublin", ""),  # the same clock
        ("", ""),
        ("Asia/Kolkata", "Friday 27 November, 00:30 in Kolkata"),
        ("America/Argentina/Buenos_Aires", "16:00 in Argentina, Buenos Aires"),
    ],
)
def test_a_moment_is_told_by_ones_own_clock_with_another_day(zone: str, told: str) -> None:
    with translation.override("en-gb"):
        assert by_own_clock(Account(time_zone=zone), EVENING) == told


def test_those_on_offer_leave_out_the_movements_own() -> None:
    offered = [zone for _part, zones in zones_by_part() for zone, _town in zones]
    assert ("Europe/Warsaw" in offered, "Europe/London" in offered, len(set(offered)) == len(offered)) == (
        True,
        False,
        True,
    )
    assert [is_zone(name) for name in ("Africa/Lagos", "Mars/Base", "UTC")] == [True, False, False]


def test_it_is_chosen_on_ones_own_account(cast: Cast) -> None:
    client = signed_in(cast, "member")
    assert "By which clock do you live?" in words_of(client.get(reverse("own-account")))
    client.post(reverse("own-time-zone"), {"time_zone": "Africa/Lagos"})
    assert cast.fresh("member").time_zone == "Africa/Lagos"
    assert client.post(reverse("own-time-zone"), {"time_zone": "Mars/Base"}).status_code == 422
    client.post(reverse("own-time-zone"), {"time_zone": ""})
    assert cast.fresh("member").time_zone == ""


def test_the_audit_says_that_it_was_chosen_and_not_which(cast: Cast) -> None:
    choose_time_zone(time_zone="Africa/Lagos", by=cast.member)
    entry = AuditEntry.objects.filter(operation="people.choose_time_zone").latest("pk")
    assert ("time_zone" in str(entry.changes), "Lagos" in str(entry.changes)) == (True, False)


def test_there_is_no_other(cast: Cast) -> None:
    with pytest.raises(AccountRefused):
        choose_time_zone(time_zone="Mars/Base", by=cast.member)
