"""A group's growth, told by quarter: who joined, who stopped, who kept coming; nobody counted twice or in secret."""

from datetime import UTC, date, datetime

import pytest

from m4c.events.operations.attendance import record_attendance
from m4c.people.groups.growth import Quarter, growth_of
from m4c.people.models import Group, Membership, Person
from m4c.people.operations.group import make_group
from tests.cast import Cast
from tests.factories import gathering, somebody

TODAY = date(2026, 11, 22)
SPRING, SUMMER = date(2026, 4, 1), date(2026, 7, 1)


@pytest.fixture
def roath(cast: Cast) -> Group:
    """A group without anybody."""
    return make_group(parent=cast.cardiff, name="Roath", by=cast.operator)


def joined(cast: Cast, group: Group, name: str, on: date, until: date | None = None) -> Person:
    person = somebody(cast, name, group)
    Membership.objects.filter(person=person).update(started_on=on, ended_on=until)
    return person


def told(cast: Cast, group: Group, persona: str = "organiser") -> list[tuple[date, int, int, int, int]]:
    growth = growth_of(cast.fresh(persona), group, TODAY)
    return [(one.begins, one.joined, one.stopped, one.meetings, one.came_to_all) for one in growth.quarters]


def test_quarters_are_told_from_the_first_that_says_anything(cast: Cast, roath: Group) -> None:
    joined(cast, roath, "Ann Ash", date(2026, 4, 3))
    joined(cast, roath, "Bob Beech", date(2026, 6, 30), date(2026, 8, 1))

    assert told(cast, roath) == [(date(2026, 10, 1), 0, 0, 0, 0), (SUMMER, 0, 1, 0, 0), (SPRING, 2, 0, 0, 0)]


def test_people_are_counted_and_not_rows(cast: Cast, roath: Group) -> None:
    ann = joined(cast, roath, "Ann Ash", date(2026, 4, 3), date(2026, 7, 9))
    Membership.objects.create(person=ann, group=roath, role="chair", started_on=date(2026, 7, 9))
    below = make_group(parent=roath, name="Albany Road", kind=Group.Kind.TEAM, by=cast.operator)
    Membership.objects.create(person=ann, group=below, role="member", started_on=date(2026, 8, 1))

    assert told(cast, Group.objects.get(pk=roath.pk)) == [
        (date(2026, 10, 1), 0, 0, 0, 0),
        (SUMMER, 0, 0, 0, 0),
        (SPRING, 1, 0, 0, 0),
    ]


def test_whoever_came_back_later_had_stopped(cast: Cast, roath: Group) -> None:
    ann = joined(cast, roath, "Ann Ash", date(2026, 4, 3), date(2026, 7, 9))
    Membership.objects.create(person=ann, group=roath, role="member", started_on=date(2026, 10, 2))

    assert told(cast, roath) == [(date(2026, 10, 1), 0, 0, 0, 0), (SUMMER, 0, 1, 0, 0), (SPRING, 1, 0, 0, 0)]


def test_who_kept_coming_is_told(cast: Cast, roath: Group) -> None:
    ann, bob = joined(cast, roath, "Ann Ash", date(2026, 4, 3)), joined(cast, roath, "Bob Beech", date(2026, 4, 3))
    for day in (5, 20):
        event = gathering(cast, roath, starts_at=datetime(2026, 5, day, 18, tzinfo=UTC))
        record_attendance(event=event, person=ann, by=cast.operator)
        if day == 5:
            record_attendance(event=event, person=bob, by=cast.operator)

    assert told(cast, roath)[-1] == (SPRING, 2, 0, 2, 1)


def test_nobody_kept_safe_is_in_it(cast: Cast, roath: Group) -> None:
    hidden = cast.person("protected_member")
    Membership.objects.create(person=hidden, group=roath, role="member", started_on=SPRING)

    assert told(cast, roath) == []
    assert told(cast, roath, "organiser_elsewhere") == []


def test_days_that_nobody_knows_stand_apart(cast: Cast, roath: Group) -> None:
    somebody(cast, "Ann Ash", roath)

    assert (told(cast, roath), growth_of(cast.organiser, roath, TODAY).without_day) == ([], 1)


@pytest.mark.parametrize(
    ("quarter", "sentence"),
    [
        (
            Quarter(SPRING, 9, 3, 4, 2),
            "In spring 2026 nine people joined and three stopped. Two of them came to each of the four meetings.",
        ),
        (Quarter(SPRING, 1), "In spring 2026 one person joined."),
        (Quarter(SUMMER, 0, 1), "In summer 2026 one person stopped, and nobody new came."),
        (Quarter(date(2026, 1, 1)), "In winter 2026 nobody joined and nobody stopped."),
        (Quarter(date(2026, 10, 1), 12, 0, 1, 5), "In autumn 2026 12 people joined."),
    ],
)
def test_sentence_of_a_quarter(quarter: Quarter, sentence: str) -> None:
    assert quarter.sentence == sentence


@pytest.mark.parametrize("number", [1, 3])
def test_growth_takes_constant_queries(cast: Cast, roath: Group, django_assert_num_queries, number: int) -> None:
    for place in range(number):
        joined(cast, roath, f"Ann Ash{place}", SPRING)
    account = cast.fresh("organiser")
    growth_of(account, roath, TODAY)
    with django_assert_num_queries(6):
        growth_of(account, roath, TODAY)
