"""The table of school holidays: empty until somebody types it, and kept by those who answer for the movement."""

from datetime import timedelta

from django.urls import reverse
from django.utils import timezone

from m4c.events.models import SchoolHoliday
from tests.cast import Cast
from tests.factories import signed_in, words_of

TABLE = reverse("school-holidays")


def test_an_empty_table_says_so(cast: Cast) -> None:
    assert "None is written down." in words_of(signed_in(cast, "national_organiser").get(TABLE))


def test_one_is_written_down_and_taken_off(cast: Cast) -> None:
    client, today = signed_in(cast, "national_organiser"), timezone.localdate()
    sent = {"area": "Cardiff", "name": "half-term", "first_on": today, "last_on": today + timedelta(days=4)}
    words_of(client.post(TABLE, sent), 422)  # nobody says so
    client.post(TABLE, sent | {"source": "the council"})
    assert "Cardiff: half-term" in words_of(client.get(TABLE))
    client.post(reverse("remove-school-holiday", kwargs={"uid": SchoolHoliday.objects.get().uid}))
    assert not SchoolHoliday.objects.exists()


def test_an_organiser_of_a_group_reads_it_and_changes_nothing(cast: Cast) -> None:
    client = signed_in(cast, "organiser")
    assert "Add one" not in words_of(client.get(TABLE))
