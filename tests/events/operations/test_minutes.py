"""A meeting's agenda comes from the last one, its minutes are ready once, and the next one approves them."""

from datetime import timedelta

import pytest

from m4c.events.models import AgendaItem, Event, Minutes
from m4c.events.operations.agenda import (
    AgendaRefused,
    bring_forward,
    change_item,
    move_item,
    put_on_agenda,
    settle_item,
    take_off_agenda,
)
from m4c.events.operations.minutes import (
    MinutesRefused,
    approve_minutes,
    finish_minutes,
    take_decision_back,
    write_decision,
)
from tests.cast import Cast
from tests.factories import NOW, doers, gathering, seers

COMMITTEE = Event.Kind.COMMITTEE.value
AFTER = NOW + timedelta(hours=3)


def committee(cast: Cast, days: int = 0) -> Event:
    """A committee meeting of Cardiff."""
    return gathering(cast, days=days, kind=COMMITTEE, title="Committee")


def item_of(cast: Cast, event: Event, title: str = "The empty shop", minutes: int | None = 20) -> AgendaItem:
    """Something on its agenda."""
    return put_on_agenda(event=event, title=title, minutes=minutes, by=cast.leader)


def titles(event: Event) -> list[str]:
    """What an agenda reads like."""
    return list(AgendaItem.objects.filter(event=event).values_list("title", flat=True))


def ready(cast: Cast, event: Event) -> Minutes:
    """Its minutes, ready."""
    return finish_minutes(event=event, at=AFTER, by=cast.leader)


def test_leaders_set_agendas(cast: Cast) -> None:
    event = committee(cast)
    done = doers(lambda by: put_on_agenda(event=event, title="Tea", by=by), cast)
    assert done == {"leader", "organiser", "national_organiser"}


def test_what_stayed_open_comes_up_again_once(cast: Cast) -> None:
    before, now = committee(cast, -14), committee(cast)
    item_of(cast, before, "Settled"), item_of(cast, before, "Open")
    settle_item(item=AgendaItem.objects.get(title="Settled"), at=NOW, by=cast.leader)
    put_on_agenda(event=now, title="New", by=cast.leader)

    assert [item.came_from.title for item in bring_forward(event=now, by=cast.leader) if item.came_from] == ["Open"]
    assert bring_forward(event=now, by=cast.leader) == []
    assert titles(now) == ["New", "Open"]


def test_the_last_meeting_is_of_the_same_kind_and_group_and_took_place(cast: Cast) -> None:
    now = committee(cast)
    for event in (
        gathering(cast, days=-1),
        gathering(cast, cast.manchester, days=-1, kind=COMMITTEE),
        committee(cast, 7),
    ):
        put_on_agenda(event=event, title="Elsewhere", by=cast.operator)
    assert bring_forward(event=now, by=cast.leader) == []


def test_items_change_places_and_stop_at_the_ends(cast: Cast) -> None:
    event = committee(cast)
    first, second = item_of(cast, event, "One"), item_of(cast, event, "Two")
    move_item(item=second, up=True, by=cast.leader)
    assert titles(event) == ["Two", "One"]
    move_item(item=second, up=True, by=cast.leader)
    move_item(item=first, up=False, by=cast.leader)
    assert titles(event) == ["Two", "One"]


@pytest.mark.parametrize(("title", "minutes"), [("  ", None), ("Tea", 0), ("Tea", 601)])
def test_an_item_says_something_that_somebody_sits_through(cast: Cast, title: str, minutes: int | None) -> None:
    with pytest.raises(AgendaRefused):
        put_on_agenda(event=committee(cast), title=title, minutes=minutes, by=cast.leader)


def test_what_was_talked_about_is_not_taken_off(cast: Cast) -> None:
    event = committee(cast)
    talked, fresh = item_of(cast, event), item_of(cast, event, "Tea")
    change_item(item=talked, title="The empty shop", notes="Eight years empty.", by=cast.leader)
    with pytest.raises(AgendaRefused, match="settle it"):
        take_off_agenda(item=talked, by=cast.leader)
    take_off_agenda(item=fresh, by=cast.leader)
    assert titles(event) == ["The empty shop"]


def test_minutes_are_ready_once_the_meeting_has_begun_and_once_only(cast: Cast) -> None:
    event = committee(cast)
    with pytest.raises(MinutesRefused, match="not begun"):
        finish_minutes(event=event, at=NOW - timedelta(minutes=1), by=cast.leader)
    assert ready(cast, event) == finish_minutes(event=event, at=AFTER + timedelta(1), by=cast.organiser)
    assert Minutes.objects.get().ready_at == AFTER


def test_a_later_meeting_of_the_group_approves_and_then_they_stay(cast: Cast) -> None:
    event, later = committee(cast), committee(cast, 14)
    item, decision = item_of(cast, event), write_decision(event=event, words=" We ask the owner. ", by=cast.leader)
    minutes = ready(cast, event)
    approve_minutes(minutes=minutes, at_event=later, at=AFTER, amendments="It was Bethan.", by=cast.organiser)

    assert (minutes.approved_at_event, minutes.amendments, decision.words) == (
        later,
        "It was Bethan.",
        "We ask the owner.",
    )
    for again in (
        lambda: approve_minutes(minutes=minutes, at_event=later, at=AFTER, by=cast.leader),
        lambda: write_decision(event=event, words="More", by=cast.leader),
        lambda: take_decision_back(decision=decision, by=cast.leader),
        lambda: change_item(item=item, title="Other", by=cast.leader),
    ):
        with pytest.raises(MinutesRefused, match="approved"):
            again()


def test_no_earlier_meeting_and_none_elsewhere_approves(cast: Cast) -> None:
    minutes = ready(cast, committee(cast))
    for other in (committee(cast, -7), gathering(cast, cast.manchester, days=7)):
        with pytest.raises(MinutesRefused, match="later meeting"):
            approve_minutes(minutes=minutes, at_event=other, at=AFTER, by=cast.national_organiser)


def test_minutes_of_an_open_meeting_are_for_the_groups_own(cast: Cast) -> None:
    item = item_of(cast, gathering(cast, visibility="public"))
    seen_by = seers(cast, item)
    assert "member" in seen_by
    assert "leader_elsewhere" not in seen_by
