"""What is left to do of conversations, and in which order it stands."""

from datetime import timedelta

import pytest

from m4c.listening.models import HouseMeeting, OneToOne
from m4c.listening.operations.house_meeting import NewHouseMeeting, record_house_meeting
from m4c.listening.operations.one_to_one import NewOneToOne, call_off_one_to_one, record_one_to_one
from tests.cast import Cast
from tests.factories import TODAY, somebody


def day(number: int) -> object:
    return TODAY + timedelta(days=number)


def one(cast: Cast, name: str, on: int, **more: object) -> OneToOne:
    facts = {"asker": cast.person("leader"), "other": somebody(cast, name), "day": day(on)} | more
    return record_one_to_one(group=cast.cardiff, new=NewOneToOne(**facts), by=cast.operator)  # type: ignore[arg-type]


def test_each_stands_in_exactly_one_list(cast: Cast) -> None:
    later, sooner = one(cast, "A Later", 3), one(cast, "B Sooner", 1)
    open_step = one(cast, "C Open", -3, held_on=day(-3), next_step="Ring", next_step_by=day(5))
    urgent = one(cast, "D Urgent", -2, held_on=day(-2), next_step="Ring", next_step_by=day(-1))
    dayless = one(cast, "E Dayless", -9, held_on=day(-9), next_step="Ring")
    nothing = one(cast, "F Nothing", -4, held_on=day(-4))
    followed = one(cast, "G Followed", -5, held_on=day(-5), next_step="Ring", followed_up_on=day(-1))
    off = one(cast, "H Off", -6)
    call_off_one_to_one(one_to_one=off, on=TODAY, by=cast.leader)

    rows = OneToOne.objects.all()
    assert list(rows.to_hold()) == [sooner, later]
    assert list(rows.to_follow_up()) == [urgent, open_step, dayless]
    assert list(rows.settled()) == [nothing, followed, off]


def test_a_list_goes_on_from_each_row(cast: Cast) -> None:
    for name, on in (("A One", -1), ("B Two", -1), ("C Three", -2)):
        one(cast, name, on, held_on=day(on))
    rows = list(OneToOne.objects.settled())
    assert list(OneToOne.objects.settled().after(rows[0])) == rows[1:]
    assert list(OneToOne.objects.settled().before(rows[2])) == rows[:2]


def test_of_a_group_are_those_below_it_too(cast: Cast) -> None:
    here = one(cast, "A One", 1)
    new = NewHouseMeeting(host=cast.person("organiser"), day=TODAY)
    below = record_house_meeting(group=cast.st_mellons, new=new, by=cast.organiser)
    assert (list(OneToOne.objects.of_group(cast.wales)), list(OneToOne.objects.of_group(cast.st_mellons))) == (
        [here],
        [],
    )
    assert list(HouseMeeting.objects.of_group(cast.cardiff)) == [below]


@pytest.mark.parametrize(
    ("facts", "state", "to_hold", "to_follow_up"),
    [
        ({}, "arranged", True, False),
        ({"held_on": TODAY}, "held", False, False),
        ({"held_on": TODAY, "next_step": "Ring"}, "held", False, True),
        ({"held_on": TODAY, "next_step": "Ring", "followed_up_on": TODAY}, "followed_up", False, False),
        ({"called_off_on": TODAY}, "called_off", False, False),
    ],
)
def test_a_row_says_how_far_it_got(facts: dict[str, object], state: str, to_hold: bool, to_follow_up: bool) -> None:
    row = OneToOne(**facts)
    assert (row.state, row.is_to_hold, row.is_to_follow_up) == (state, to_hold, to_follow_up)
