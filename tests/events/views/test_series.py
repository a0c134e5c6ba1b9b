"""Series in the workspace: started, shown by day, changed, a day left out or confirmed, and ended."""

from datetime import date, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from m4c.events.models import Event, Series, SeriesDay
from tests.cast import Cast
from tests.factories import queries_of, signed_in, words_of

START, ALL = reverse("start-series"), reverse("all-series")
TYPED = {"title": "Coffee", "kind": "social", "group": "cardiff", "starts": "10:00", "visibility": "group"}


def of(series: Series, name: str = "series", day: date | None = None) -> str:
    return reverse(name, kwargs={"uid": series.uid} | ({"day": str(day)} if day else {}))


def started(cast: Cast, **more: object) -> Series:
    """A series that a leader starts today, every week unless told."""
    sent = TYPED | {"comes_back": "weekly", "first_on": str(timezone.localdate())} | more
    assert signed_in(cast, "leader").post(START, sent).status_code == 302
    return Series.objects.latest("pk")


def first_day(series: Series) -> date:
    day = Event.objects.filter(series=series).earliest("starts_at").series_day
    assert day is not None
    return day


def test_a_series_is_started_and_its_days_are_shown(cast: Cast) -> None:
    series = started(cast)
    text = words_of(signed_in(cast, "member").get(of(series)))
    assert (series.title in text, "Every " in text, "Leave it out" in text) == (True, True, False)
    assert "Coffee" in words_of(signed_in(cast, "member").get(ALL))


def test_an_event_of_a_series_leads_to_those_beside_it(cast: Cast) -> None:
    series = started(cast)
    first, second, third = Event.objects.filter(series=series).order_by("starts_at")[:3]
    text = words_of(signed_in(cast, "member").get(reverse("event", kwargs={"uid": second.uid})))
    assert all(reverse("event", kwargs={"uid": event.uid}) in text for event in (first, third))
    assert of(series) in text


def test_a_day_is_left_out_and_taken_in_again(cast: Cast) -> None:
    series, client = started(cast), signed_in(cast, "leader")
    day = first_day(series) + timedelta(weeks=1)
    assert "Leave a day out" in words_of(client.get(of(series, "leave-day-out", day)))
    client.post(of(series, "leave-day-out", day), {"why": "Half-term"})
    assert "Half-term" in words_of(client.get(of(series)))
    client.post(of(series, "take-day-in", day))
    assert "Half-term" not in words_of(client.get(of(series)))


@pytest.mark.parametrize("name", ["leave-day-out", "confirm-day"])
def test_no_day_is_not_found(cast: Cast, name: str) -> None:
    address = reverse(name, kwargs={"uid": started(cast).uid, "day": "2026-02-31"})
    assert signed_in(cast, "leader").get(address).status_code == 404


def test_a_day_of_a_faiths_calendar_is_confirmed(cast: Cast) -> None:
    series, client = started(cast, comes_back="eid_al_fitr"), signed_in(cast, "leader")
    day = SeriesDay.objects.filter(series=series).earliest("day").day
    text = words_of(client.get(of(series)))
    assert ("To be confirmed" in text, "Eid al-Fitr" in text) == (True, True)
    assert "a moon may move it by a day" in words_of(client.get(of(series, "confirm-day", day)))
    client.post(of(series, "confirm-day", day), {"on": str(day + timedelta(days=1))})
    assert timezone.localdate(Event.objects.get().starts_at) == day + timedelta(days=1)
    assert "instead of" in words_of(client.get(of(series)))


def test_whose_meeting_comes_back_is_shown_and_asked_of_others_alone(cast: Cast) -> None:
    client = signed_in(cast, "leader")
    series = started(cast, kind="others", held_by="South Wales Police", chair="Inspector Rees")
    assert "Inspector Rees" in words_of(client.get(of(series)))
    assert "Who holds it?" in words_of(client.get(of(series, "change-series")))
    assert "Who holds it?" not in words_of(client.get(of(started(cast), "change-series")))


def test_a_series_is_changed_with_its_events(cast: Cast) -> None:
    series, client = started(cast), signed_in(cast, "leader")
    assert "Coffee" in words_of(client.get(of(series, "change-series")))
    client.post(of(series, "change-series"), {"title": "Tea", "starts": "10:00", "visibility": "group"})
    assert set(Event.objects.values_list("title", flat=True)) == {"Tea"}
    words_of(client.post(of(series, "change-series"), {"title": ""}), 422)


def test_a_series_ends(cast: Cast) -> None:
    series, client = started(cast), signed_in(cast, "leader")
    client.post(of(series, "end-series"), {"on": str(first_day(series))})
    assert Event.objects.filter(cancelled_at=None).count() == 1
    assert "Coffee" not in words_of(client.get(ALL))


def test_a_night_without_its_hour_says_so_where_it_is_listed_and_confirmed(cast: Cast) -> None:
    client, said = signed_in(cast, "leader"), "there is no 01:30, so it begins at 02:30"
    series = started(cast, comes_back="easter", starts="01:30")
    day = date(2027, 3, 28)  # Easter, and the night on which the clocks go forward
    assert said in words_of(client.get(of(series, "confirm-day", day)))
    assert said in words_of(client.get(of(series)))
    assert said in words_of(client.post(of(series, "confirm-day", day), {"on": str(day)}, follow=True))


def test_the_rest_of_the_plan_is_typed_and_changed(cast: Cast) -> None:
    series = started(cast, capacity="30", parts=["notes"], access=["food"])
    assert (series.capacity, series.parts, series.access) == (30, ["notes"], ["food"])
    client = signed_in(cast, "leader")
    page = words_of(client.get(of(series, "change-series")))
    assert 'value="30"' in page
    assert "Parts to be taken" in words_of(client.get(of(series)))
    client.post(of(series, "change-series"), {"title": "Coffee", "starts": "10:00", "visibility": "group"})
    assert set(Event.objects.values_list("capacity", flat=True)) == {None}


def test_an_hour_that_is_not_there_is_refused(cast: Cast) -> None:
    sent = TYPED | {"comes_back": "weekly", "first_on": "2027-03-28", "starts": "01:30"}
    assert "The clocks go forward" in words_of(signed_in(cast, "leader").post(START, sent), 422)


def test_others_series_and_those_for_the_invited_are_not_there(cast: Cast) -> None:
    series = started(cast, visibility="invited")
    assert signed_in(cast, "member").get(of(series)).status_code == 404
    assert signed_in(cast, "organiser_elsewhere").get(of(started(cast))).status_code == 404


def test_pages_of_series_take_few_statements(cast: Cast) -> None:
    series, client = started(cast), signed_in(cast, "leader")
    assert (queries_of(client, ALL) <= 10, queries_of(client, of(series)) <= 14) == (True, True)
