"""What becomes of planning's rows when somebody is erased, or when two people or two groups are made one."""

from datetime import time

from m4c.events.models import CoHost, Event, EventRole, OutsideHost, Series, SeriesCoHost
from m4c.events.operations.outside_host import say_whose_meeting
from m4c.events.operations.part import add_part
from m4c.events.operations.series import NewSeries, start_series
from m4c.people.erasing import ERASERS, Forgotten
from m4c.people.models import Person
from m4c.people.operations.group_merge import merge_group
from m4c.people.operations.person_merge import merge
from tests.cast import Cast
from tests.factories import NOW, TODAY, gathering, somebody


def forgotten(cast: Cast, person: Person) -> Forgotten:
    return Forgotten(person, None, NOW, cast.operator, names=frozenset([person.name]))


def erase(cast: Cast, person: Person, name: str) -> None:
    """Do to the rows of this eraser what erasure does."""
    eraser, who = ERASERS[name], forgotten(cast, person)
    eraser.run(who, eraser.held(who))


def test_a_part_goes_and_an_event_stays_without_whom_to_ask(cast: Cast) -> None:
    amal = somebody(cast)
    event = gathering(cast, contact=amal)
    add_part(event=event, part="notes", person=amal, by=cast.operator)
    erase(cast, amal, "events.eventrole.person")
    erase(cast, amal, "events.event.contact")
    event.refresh_from_db()
    assert (EventRole.objects.count(), event.contact, event.title) == (0, None, "Street lights")


def test_what_comes_back_names_nobody_to_ask(cast: Cast) -> None:
    amal = somebody(cast)
    new = NewSeries("social", "Tea", "FREQ=WEEKLY;BYDAY=MO", TODAY, time(10), contact=amal)
    series = start_series(group=cast.cardiff, new=new, today=TODAY, by=cast.operator)
    erase(cast, amal, "events.series.contact")
    series.refresh_from_db()
    assert (series.contact, series.title) == (None, "Tea")


def test_a_series_called_after_somebody_is_called_by_what_it_is(cast: Cast) -> None:
    amal = somebody(cast)
    new = NewSeries("social", "Tea with Amal Yusuf", "FREQ=WEEKLY;BYDAY=MO", TODAY, time(10), place="Her home")
    series = start_series(group=cast.cardiff, new=new, today=TODAY, by=cast.operator)
    erase(cast, amal, "events.series.title")
    series.refresh_from_db()
    assert (series.title, series.place) == ("social", "")


def test_who_is_erased_chairs_no_series_of_others(cast: Cast) -> None:
    amal = somebody(cast)
    new = NewSeries("others", "Forum", "FREQ=WEEKLY;BYDAY=MO", TODAY, time(10), held_by="Police", chair="Amal Yusuf")
    series = start_series(group=cast.cardiff, new=new, today=TODAY, by=cast.operator)
    erase(cast, amal, "events.series.chair")
    series.refresh_from_db()
    assert (series.held_by, series.chair) == ("Police", "")


def test_who_is_erased_is_on_no_programme(cast: Cast) -> None:
    amal = somebody(cast)
    event = gathering(cast, kind="others")
    say_whose_meeting(
        event=event, body="Demos", chair="Amal Yusuf", panel="A pollster\nAmal Yusuf, nurse", by=cast.operator
    )
    erase(cast, amal, "events.outsidehost.chair")
    host = OutsideHost.objects.get()
    assert (host.body, host.chair, host.panel) == ("Demos", "", "A pollster")


def test_two_records_of_one_person_do_a_part_once(cast: Cast) -> None:
    keep, other = somebody(cast), somebody(cast, "Amal Yousuf")
    event = gathering(cast, contact=other)
    for person in (keep, other):
        add_part(event=event, part="notes", person=person, by=cast.operator)
    add_part(event=event, part="chair", person=other, by=cast.operator)
    merge(keep=keep, other=other, choices={}, at=NOW, by=cast.operator)
    event.refresh_from_db()
    parts = EventRole.objects.order_by("part").values_list("part", "person")
    assert (list(parts), event.contact) == ([("chair", keep.pk), ("notes", keep.pk)], keep)


def test_a_group_that_became_part_of_another_is_no_co_host_of_itself(cast: Cast) -> None:
    own = gathering(cast, group=cast.norwich, co_hosts=(cast.lambeth,))
    both = gathering(cast, co_hosts=(cast.norwich, cast.lambeth))
    one = gathering(cast, co_hosts=(cast.lambeth,))
    merge_group(groups=[cast.lambeth, cast.norwich], on=TODAY, at=NOW, by=cast.operator)
    hosts = {
        event.pk: list(CoHost.objects.filter(event=event).values_list("group", flat=True)) for event in (both, one)
    }
    assert hosts == {both.pk: [cast.norwich.pk], one.pk: [cast.norwich.pk]}
    assert not CoHost.objects.filter(event=own).exists()


def test_co_hosts_of_a_series_follow_too(cast: Cast) -> None:
    new = NewSeries("social", "Tea", "FREQ=WEEKLY;BYDAY=MO", TODAY, time(10), co_hosts=(cast.lambeth, cast.norwich))
    both = start_series(group=cast.cardiff, new=new, today=TODAY, by=cast.operator)
    own = NewSeries("social", "Tea", "FREQ=WEEKLY;BYDAY=MO", TODAY, time(10), co_hosts=(cast.lambeth,))
    start_series(group=cast.norwich, new=own, today=TODAY, by=cast.operator)
    merge_group(groups=[cast.lambeth, cast.norwich], on=TODAY, at=NOW, by=cast.operator)
    assert list(SeriesCoHost.objects.values_list("series", "group")) == [(both.pk, cast.norwich.pk)]


def test_series_follow_their_group(cast: Cast) -> None:
    new = NewSeries("social", "Coffee", "FREQ=WEEKLY;BYDAY=MO", TODAY, time(10))
    series = start_series(group=cast.lambeth, new=new, today=TODAY, by=cast.operator)
    merge_group(groups=[cast.lambeth, cast.norwich], on=TODAY, at=NOW, by=cast.operator)
    assert Series.objects.get().group == cast.norwich
    assert set(Event.objects.filter(series=series).values_list("group", flat=True)) == {cast.norwich.pk}
