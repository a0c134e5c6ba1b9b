"""Each held conversation counts towards its holder's oldest pledge of that kind that is still open, and only there."""

from datetime import date, timedelta

import pytest

from m4c.leaders.draw_down import DrawnDown, drawn_down, drawn_down_of
from m4c.leaders.models import ConversationPledge
from m4c.leaders.operations.pledge import NewPledge, record_pledge, withdraw_pledge
from m4c.listening.operations.house_meeting import NewHouseMeeting, record_house_meeting
from m4c.listening.operations.one_to_one import (
    NewOneToOne,
    call_off_one_to_one,
    follow_up_one_to_one,
    record_one_to_one,
    reopen_one_to_one,
)
from m4c.people.models import Person
from tests.cast import Cast
from tests.factories import somebody

ONE, HOUSE = "one_to_one", "house_meeting"
JUNE = date(2026, 6, 1)


def day(number: int) -> date:
    """So many days after the first of June."""
    return JUNE + timedelta(days=number)


def pledged(
    cast: Cast, number: int, on: int = 0, kind: str = ONE, person: Person | None = None, due: int | None = None
) -> ConversationPledge:
    pledge = NewPledge(person or cast.person("leader"), kind, number, None if due is None else day(due))
    return record_pledge(group=cast.cardiff, pledge=pledge, made_on=day(on), by=cast.organiser)


def held(cast: Cast, on: int, asker: Person | None = None, name: str = "Amal Yusuf", **more: object) -> None:
    """A 1-2-1 held on a day, with somebody of that name."""
    facts = {"asker": asker or cast.person("leader"), "other": somebody(cast, name), "day": day(on), "held_on": day(on)}
    new = NewOneToOne(**(facts | more))  # type: ignore[arg-type]
    record_one_to_one(group=cast.cardiff, new=new, by=cast.operator)


def counts(cast: Cast, *pledges: ConversationPledge) -> list[int]:
    return [drawn.held for drawn in drawn_down(pledges, cast.organiser)]


def test_nothing_held_draws_nothing(cast: Cast) -> None:
    drawn = drawn_down([pledged(cast, 5)], cast.organiser)
    assert [(one.held, one.left, one.is_kept) for one in drawn] == [(0, 5, False)]


def test_what_is_held_on_or_after_the_day_of_the_pledge_counts_and_before_does_not(cast: Cast) -> None:
    pledge = pledged(cast, 5, on=10)
    for on in (9, 10, 11):
        held(cast, on)
    assert counts(cast, pledge) == [2]


def test_arranged_and_called_off_do_not_count_and_followed_up_counts_once(cast: Cast) -> None:
    pledge, leader = pledged(cast, 5), cast.person("leader")
    held(cast, 1, held_on=None)
    off = record_one_to_one(group=cast.cardiff, new=NewOneToOne(leader, somebody(cast), day(2)), by=cast.operator)
    call_off_one_to_one(one_to_one=off, on=day(2), by=cast.leader)
    followed = record_one_to_one(
        group=cast.cardiff, new=NewOneToOne(leader, somebody(cast), day(3), held_on=day(3)), by=cast.operator
    )
    follow_up_one_to_one(one_to_one=followed, on=day(4), by=cast.leader)
    assert counts(cast, pledge) == [1]

    for _ in range(2):
        reopen_one_to_one(one_to_one=followed, by=cast.leader)
    assert counts(cast, pledge) == [0]


def test_it_counts_for_who_asked_and_not_for_the_other(cast: Cast) -> None:
    amal = somebody(cast)
    own, hers = pledged(cast, 5), pledged(cast, 5, person=amal)
    new = NewOneToOne(cast.person("leader"), amal, day(1), held_on=day(1))
    record_one_to_one(group=cast.cardiff, new=new, by=cast.operator)
    assert counts(cast, own, hers) == [1, 0]


def test_the_oldest_open_pledge_is_served_first(cast: Cast) -> None:
    first, second = pledged(cast, 2, on=0), pledged(cast, 3, on=5)
    for on in (6, 7, 8):
        held(cast, on)
    assert counts(cast, first, second) == [2, 1]


def test_what_was_held_before_the_second_pledge_serves_only_the_first(cast: Cast) -> None:
    """The first is full by then: the third conversation serves nothing, the fourth the second pledge."""
    first, second = pledged(cast, 2, on=0), pledged(cast, 3, on=5)
    for on in (1, 2, 3, 6):
        held(cast, on)
    assert counts(cast, first, second) == [2, 1]


def test_an_overdue_pledge_is_open_until_it_is_kept(cast: Cast) -> None:
    first, second = pledged(cast, 2, on=0, due=3), pledged(cast, 2, on=5, due=30)
    for on in (6, 7, 8):
        held(cast, on)
    drawn = drawn_down([first, second], cast.organiser)
    assert [(one.held, one.is_overdue(day(10))) for one in drawn] == [(2, False), (1, False)]
    assert drawn[1].is_overdue(day(31))


@pytest.mark.parametrize(("on", "overdue"), [(29, False), (30, False), (31, True)])
def test_it_is_overdue_from_the_day_after(cast: Cast, on: int, overdue: bool) -> None:
    assert drawn_down([pledged(cast, 1, due=30)], cast.organiser)[0].is_overdue(day(on)) == overdue


def test_without_a_day_it_is_never_overdue(cast: Cast) -> None:
    assert not DrawnDown(pledged(cast, 1), 0).is_overdue(day(1_000))


def test_two_pledges_of_one_day_are_served_in_the_order_of_recording(cast: Cast) -> None:
    first, second = pledged(cast, 1), pledged(cast, 2)
    held(cast, 1)
    held(cast, 2)
    assert counts(cast, second, first) == [1, 1]


def test_two_on_one_day_count_as_two(cast: Cast) -> None:
    pledge = pledged(cast, 5)
    held(cast, 1)
    held(cast, 1, name="Bob Hughes")
    assert counts(cast, pledge) == [2]


def test_more_than_pledged_does_not_show(cast: Cast) -> None:
    pledge = pledged(cast, 1)
    for on in (1, 2, 3):
        held(cast, on)
    drawn = drawn_down([pledge], cast.organiser)
    assert [(one.held, one.left, one.is_kept) for one in drawn] == [(1, 0, True)]


def test_a_withdrawn_pledge_is_left_out_and_what_served_it_serves_the_next(cast: Cast) -> None:
    first, second = pledged(cast, 2, on=0), pledged(cast, 2, on=1)
    held(cast, 2)
    withdraw_pledge(pledge=first, on=day(3), by=cast.leader)
    assert [(one.pledge, one.held) for one in drawn_down([first, second], cast.organiser)] == [(second, 1)]


def test_kinds_and_people_do_not_mix(cast: Cast) -> None:
    leader, organiser = cast.person("leader"), cast.person("organiser")
    talks, house, hers = pledged(cast, 5), pledged(cast, 2, kind=HOUSE), pledged(cast, 5, person=organiser)
    held(cast, 1)
    held(cast, 2)
    held(cast, 3, asker=organiser)
    new = NewHouseMeeting(host=leader, day=day(4), held_on=day(4))
    record_house_meeting(group=cast.cardiff, new=new, by=cast.operator)
    assert counts(cast, talks, house, hers) == [2, 1, 1]


def test_a_conversation_in_another_group_serves_as_well(cast: Cast) -> None:
    pledge = pledged(cast, 5)
    new = NewOneToOne(cast.person("leader"), somebody(cast, group=cast.swansea), day(1), held_on=day(1))
    record_one_to_one(group=cast.swansea, new=new, by=cast.national_organiser)
    assert counts(cast, pledge) == [1]


def test_one_with_somebody_kept_safe_counts_only_for_those_who_may_see_her(cast: Cast) -> None:
    """For the organiser it stands in no list, so a number beside that list must not tell of it."""
    pledge = pledged(cast, 5)
    her, leader = cast.person("protected_member"), cast.person("leader")
    new = NewOneToOne(leader, her, day(1), held_on=day(1))
    record_one_to_one(group=cast.cardiff, new=new, by=cast.operator)
    held(cast, 2)
    assert counts(cast, pledge) == [1]
    assert [drawn.held for drawn in drawn_down([pledge], cast.leader)] == [2]  # who is her contact


def test_of_people_gives_all_their_standing_pledges_in_three_queries(cast: Cast, django_assert_num_queries) -> None:
    leader, organiser = cast.person("leader"), cast.person("organiser")
    first = pledged(cast, 5)
    held(cast, 1)
    with django_assert_num_queries(3):
        assert [(one.pledge, one.held) for one in drawn_down_of([leader.pk], cast.organiser)] == [(first, 1)]
    second, hers = pledged(cast, 2, on=1, kind=HOUSE), pledged(cast, 3, person=organiser)
    withdraw_pledge(pledge=pledged(cast, 9, on=3), on=day(4), by=cast.organiser)
    with django_assert_num_queries(3):
        drawn = drawn_down_of([leader.pk, organiser.pk], cast.organiser)
    assert {(one.pledge.pk, one.held) for one in drawn} == {(first.pk, 1), (second.pk, 0), (hers.pk, 0)}
