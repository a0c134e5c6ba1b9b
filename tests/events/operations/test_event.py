"""Events are planned, changed, called off and put back, and counted; the ledger follows."""

from datetime import date, datetime, timedelta

import pytest
from django.utils import timezone

from m4c.core.errors import NotAllowed
from m4c.core.models import AuditEntry
from m4c.core.models.record import new_uid
from m4c.events.models import Event, HeadCount
from m4c.events.operations.attendance import record_attendance
from m4c.events.operations.event import (
    NewEvent,
    call_off_event,
    count_heads,
    edit_event,
    make_event,
    plan_event,
    put_event_back,
    set_day,
)
from m4c.events.operations.event_plan import EventRefused
from m4c.people.models import Engagement
from tests.cast import Cast
from tests.factories import NOW, doers, gathering, somebody

PLANNERS = {"leader", "organiser", "national_organiser"}


def new_event(**more: object) -> NewEvent:
    facts = {"kind": Event.Kind.SOCIAL.value, "title": " Soup and songs ", "starts_at": NOW}
    return NewEvent(**(facts | more))  # type: ignore[arg-type]


def test_an_event_is_planned_as_given(cast: Cast) -> None:
    new = new_event(place=" The Forum ", postcode="cf10 1ep", ends_at=NOW + timedelta(hours=2))
    event = plan_event(group=cast.cardiff, new=new, by=cast.leader)

    assert (event.title, event.place, event.postcode) == ("Soup and songs", "The Forum", "CF10 1EP")
    assert (event.group, event.visibility) == (cast.cardiff, Event.Visibility.GROUP)


def test_only_those_who_plan_there_plan(cast: Cast) -> None:
    assert doers(lambda by: plan_event(group=cast.cardiff, new=new_event(), by=by), cast) == PLANNERS


@pytest.mark.parametrize(
    ("facts", "field"),
    [
        ({"title": "  "}, "title"),
        ({"ends_at": NOW}, "ends_at"),
        ({"ends_at": NOW - timedelta(minutes=1)}, "ends_at"),
        ({"postcode": "nowhere"}, "postcode"),
    ],
)
def test_nonsense_is_refused_beside_its_field(cast: Cast, facts: dict[str, object], field: str) -> None:
    with pytest.raises(EventRefused) as refused:
        plan_event(group=cast.cardiff, new=new_event(**facts), by=cast.leader)
    assert refused.value.field == field


def test_the_same_uid_twice_is_one_event(cast: Cast) -> None:
    new = new_event(uid=new_uid())
    assert plan_event(group=cast.cardiff, new=new, by=cast.leader) == make_event(group=cast.cardiff, new=new)


@pytest.mark.parametrize("other", [{"title": "Something else"}, {"kind": Event.Kind.STALL.value}])
def test_the_same_uid_with_other_content_is_refused(cast: Cast, other: dict[str, object]) -> None:
    uid = new_uid()
    plan_event(group=cast.cardiff, new=new_event(uid=uid), by=cast.leader)
    with pytest.raises(EventRefused, match="cannot be written"):
        plan_event(group=cast.cardiff, new=new_event(uid=uid, **other), by=cast.leader)


def test_the_same_uid_of_another_group_is_refused(cast: Cast) -> None:
    uid = new_uid()
    plan_event(group=cast.manchester, new=new_event(uid=uid), by=cast.organiser_elsewhere)
    with pytest.raises(EventRefused, match="cannot be written"):
        plan_event(group=cast.cardiff, new=new_event(uid=uid), by=cast.leader)


def test_an_event_is_changed_in_the_fields_given(cast: Cast) -> None:
    event = gathering(cast, place="Jubilee Hall")
    edit_event(event=event, values={"title": " Lights on ", "postcode": "cf3 0ef"}, by=cast.leader)

    event.refresh_from_db()
    assert (event.title, event.postcode, event.place) == ("Lights on", "CF3 0EF", "Jubilee Hall")
    entry = AuditEntry.objects.latest("pk")
    assert entry.operation == "events.edit_event"
    assert {name: entry.changes[name] for name in ("title", "postcode", "sequence")} == {
        "title": None,
        "postcode": None,
        "sequence": ["0", "1"],
    }


@pytest.mark.parametrize("values", [{"title": ""}, {"ends_at": NOW}, {"postcode": "?"}])
def test_a_change_to_nonsense_is_refused_and_leaves_nothing(cast: Cast, values: dict[str, object]) -> None:
    event = gathering(cast)
    with pytest.raises(EventRefused):
        edit_event(event=event, values={"place": "Elsewhere", **values}, by=cast.leader)
    assert Event.objects.get(pk=event.pk).place == ""


def test_group_and_kind_cannot_be_changed(cast: Cast) -> None:
    with pytest.raises(TypeError, match="group"):
        edit_event(event=gathering(cast), values={"group": cast.swansea}, by=cast.organiser)


def test_a_leader_elsewhere_changes_nothing_here(cast: Cast) -> None:
    with pytest.raises(NotAllowed):
        edit_event(event=gathering(cast), values={"title": "Mine"}, by=cast.leader_elsewhere)


def test_the_ledger_follows_the_time(cast: Cast) -> None:
    event, amal = gathering(cast), somebody(cast)
    record_attendance(event=event, person=amal, by=cast.organiser)
    edit_event(event=event, values={"starts_at": NOW + timedelta(days=1)}, by=cast.leader)

    assert Engagement.objects.get(person=amal, kind="came").at == NOW + timedelta(days=1)


def test_what_is_called_off_counts_nowhere_until_it_is_put_back(cast: Cast) -> None:
    event, amal = gathering(cast), somebody(cast)
    record_attendance(event=event, person=amal, by=cast.organiser)

    call_off_event(event=event, at=NOW, by=cast.leader)
    assert (event.is_called_off, Engagement.objects.filter(person=amal, kind="came").count()) == (True, 0)

    put_event_back(event=event, by=cast.leader)
    assert (event.is_called_off, Engagement.objects.filter(person=amal, kind="came").count()) == (False, 1)


def test_a_house_meeting_is_looked_after_elsewhere(cast: Cast) -> None:
    event = gathering(cast, kind=Event.Kind.HOUSE_MEETING.value)
    for change in (
        lambda: call_off_event(event=event, at=NOW, by=cast.organiser),
        lambda: put_event_back(event=event, by=cast.organiser),
        lambda: edit_event(event=event, values={"starts_at": NOW + timedelta(days=1)}, by=cast.organiser),
    ):
        with pytest.raises(EventRefused, match="own page"):
            change()


def test_hour_and_place_of_a_house_meeting_are_changed_here(cast: Cast) -> None:
    event = gathering(cast, kind=Event.Kind.HOUSE_MEETING.value)
    edit_event(event=event, values={"starts_at": NOW - timedelta(hours=2), "place": "No. 4"}, by=cast.leader)
    assert (event.starts_at, event.place) == (NOW - timedelta(hours=2), "No. 4")


def test_conflicting_counts_stand_side_by_side_and_a_source_corrects_itself(cast: Cast) -> None:
    event = gathering(cast)
    count_heads(event=event, number=75, how=HeadCount.How.ESTIMATED, said_by=" The Echo ", by=cast.leader)
    count_heads(event=event, number=50, by=cast.leader)
    count = count_heads(event=event, number=52, by=cast.organiser)

    figures = HeadCount.objects.filter(event=event).values_list("number", "how", "said_by")
    assert sorted(figures) == [(52, "counted", ""), (75, "estimated", "The Echo")]
    assert count.number == 52


def test_nobody_counts_fewer_than_none_or_what_was_called_off(cast: Cast) -> None:
    event = gathering(cast)
    with pytest.raises(EventRefused) as refused:
        count_heads(event=event, number=-1, by=cast.leader)
    assert refused.value.field == "number"
    call_off_event(event=event, at=NOW, by=cast.leader)
    with pytest.raises(EventRefused, match="called off"):
        count_heads(event=event, number=3, by=cast.leader)


def test_a_day_moves_and_the_hour_on_the_clock_stays(cast: Cast) -> None:
    """Across the end of summer time the moment moves by an hour more."""
    evening = timezone.make_aware(datetime(2026, 10, 20, 19))
    event = gathering(cast, starts_at=evening, ends_at=evening + timedelta(hours=2))
    set_day(event, date(2026, 11, 3))

    assert timezone.localtime(event.starts_at).isoformat() == "2026-11-03T19:00:00+00:00"
    assert timezone.localtime(event.ends_at).isoformat() == "2026-11-03T21:00:00+00:00"
