"""Offices: of people of the group, over days that hold, said by somebody, and giving nobody a right."""

from datetime import date, datetime, timedelta
from typing import Any

import pytest

from m4c.core.errors import NotAllowed
from m4c.people.models import AccountRole, Leaving, Membership, Person
from m4c.people.operations.must_see import Unseen
from m4c.people.operations.office import OfficeRefused, end_office, record_office
from tests.cast import Cast
from tests.factories import doers

TODAY = date(2026, 10, 5)
MARCH = date(2026, 3, 1)
Role = Membership.Role


def office(cast: Cast, person: Person, **more: Any) -> Membership:
    """Somebody chairs Cardiff since March."""
    facts: dict[str, Any] = {"role": Role.CHAIR, "since": MARCH, "today": TODAY, "by": cast.organiser}
    return record_office(**{"group": cast.cardiff, "person": person, **facts} | more)


def told(cast: Cast, persona: str) -> list[str]:
    """Whose offices in Cardiff a persona reads."""
    rows = Membership.objects.offices_told_to(getattr(cast, persona)).filter(group=cast.cardiff).order_by("pk")
    return [f"{row.person}: {row.role_in_words}" for row in rows]


def test_an_office_says_since_when_and_who_said_so(cast: Cast, amal: Person) -> None:
    held = office(cast, amal)

    assert (held.started_on, held.ended_on, held.said_by) == (MARCH, None, cast.organiser)
    assert Membership.objects.open().filter(person=amal, group=cast.cardiff).count() == 2  # a supporter still


def test_it_gives_nobody_a_right(cast: Cast) -> None:
    before = set(AccountRole.objects.open().values_list("account", "role", "group"))
    office(cast, cast.person("member"), role=Role.ORGANISER)

    assert set(AccountRole.objects.open().values_list("account", "role", "group")) == before
    assert not Person.objects.visible_to(cast.fresh("member")).exclude(pk=cast.person("member").pk).exists()


def test_what_was_before_is_written_down_too(cast: Cast, amal: Person) -> None:
    before = office(cast, amal, since=date(2024, 1, 1), until=date(2026, 3, 1))
    now = office(cast, cast.person("member"))

    assert [before.ended_on, now.ended_on] == [date(2026, 3, 1), None]


def test_one_hands_over_on_a_day_and_takes_it_up_again_later(cast: Cast, amal: Person) -> None:
    office(cast, amal, since=date(2020, 1, 1), until=date(2021, 1, 1))
    office(cast, amal, since=date(2021, 1, 1), until=date(2022, 1, 1))

    assert office(cast, amal).started_on == MARCH


@pytest.mark.parametrize(
    ("more", "code"),
    [
        ({"role": "supporter"}, "no_office"),
        ({"role": "emperor"}, "no_office"),
        ({"role": ""}, "no_office"),
        ({"role": Role.OTHER}, "no_words"),
        ({"role": Role.OTHER, "words": "  "}, "no_words"),
        ({"since": TODAY + timedelta(days=1)}, "ahead"),
        ({"until": TODAY + timedelta(days=1)}, "ahead"),
        ({"until": MARCH - timedelta(days=1)}, "too_early"),
    ],
)
def test_what_would_not_hold_is_refused(cast: Cast, amal: Person, more: dict[str, Any], code: str) -> None:
    with pytest.raises(OfficeRefused) as refused:
        office(cast, amal, **more)
    assert refused.value.code == code


def test_nobody_holds_an_office_twice_at_once(cast: Cast, amal: Person) -> None:
    office(cast, amal)
    for more in ({}, {"since": TODAY}, {"since": date(2025, 1, 1), "until": TODAY}):
        with pytest.raises(OfficeRefused) as refused:
            office(cast, amal, **more)
        assert refused.value.code == "held"


def test_offices_of_their_own_name_stand_side_by_side(cast: Cast, amal: Person) -> None:
    names = [office(cast, amal, role=Role.OTHER, words=words).role_in_words for words in ("Keeper of keys", "Singer")]

    assert names == ["Keeper of keys", "Singer"]
    assert office(cast, amal, words="Not kept").words == ""


def test_only_people_of_the_group_hold_one(cast: Cast, add: Any) -> None:
    elsewhere = add("Ebo Iwu", cast.manchester)
    with pytest.raises(OfficeRefused) as refused:
        office(cast, elsewhere, by=cast.national_organiser)
    assert refused.value.code == "elsewhere"
    with pytest.raises(Unseen):
        office(cast, elsewhere)


def test_organisers_of_the_group_say_so(cast: Cast, amal: Person) -> None:
    assert doers(lambda account: office(cast, amal, by=account).delete(), cast) == {"organiser", "national_organiser"}


def test_who_ends_an_office_belongs_as_before(cast: Cast, amal: Person) -> None:
    ended = end_office(membership=office(cast, amal), on=TODAY, today=TODAY, by=cast.organiser)

    assert (ended.ended_on, ended.ended_by) == (TODAY, cast.organiser)
    assert [row.role for row in Membership.objects.open().filter(person=amal)] == [Role.SUPPORTER]


def test_who_was_nothing_else_is_a_member_from_then_on(cast: Cast, amal: Person) -> None:
    held = office(cast, amal)
    Membership.objects.filter(person=amal, role=Role.SUPPORTER).update(ended_on=TODAY)
    end_office(membership=held, on=TODAY, today=TODAY, by=cast.organiser)

    row = Membership.objects.open().get(person=amal)
    assert (row.role, row.started_on) == (Role.MEMBER, TODAY)


def test_who_left_a_group_above_still_belongs_where_the_office_was(cast: Cast, amal: Person, now: datetime) -> None:
    held = office(cast, amal)
    Membership.objects.filter(person=amal, role=Role.SUPPORTER).update(ended_on=TODAY)
    Leaving.objects.create(person=amal, group=cast.wales, on=TODAY, way="told", by=cast.operator, made_at=now)
    end_office(membership=held, on=TODAY, today=TODAY, by=cast.organiser)

    assert Membership.objects.open().get(person=amal).role == Role.MEMBER
    assert Leaving.objects.standing().filter(person=amal).exists()


@pytest.mark.parametrize(("on", "code"), [(date(2026, 2, 1), "too_early"), (date(2027, 1, 1), "ahead")])
def test_an_office_ends_on_a_day_that_holds(cast: Cast, amal: Person, on: date, code: str) -> None:
    with pytest.raises(OfficeRefused) as refused:
        end_office(membership=office(cast, amal), on=on, today=TODAY, by=cast.organiser)
    assert refused.value.code == code


def test_ending_is_once_and_of_offices_alone(cast: Cast, amal: Person) -> None:
    plain = Membership.objects.get(person=amal)
    ended = end_office(membership=office(cast, amal), on=TODAY, today=TODAY, by=cast.organiser)
    for membership in (plain, ended):
        with pytest.raises(OfficeRefused):
            end_office(membership=membership, on=TODAY, today=TODAY, by=cast.organiser)
    with pytest.raises(NotAllowed):
        end_office(membership=ended, on=TODAY, today=TODAY, by=cast.organiser_elsewhere)


@pytest.mark.parametrize(
    ("persona", "reads"),
    [
        ("member", True),
        ("leader", True),
        ("editor", True),
        ("organiser", True),
        ("national_organiser", True),
        ("coalition_organiser", True),  # she belongs to Cardiff herself
        ("leader_elsewhere", False),
        ("organiser_elsewhere", False),
    ],
)
def test_offices_are_no_secret_from_their_own_people_alone(cast: Cast, amal: Person, persona: str, reads: bool) -> None:
    office(cast, amal)

    assert told(cast, persona) == (["Amal Yusuf: chair"] if reads else [])


def test_whoever_is_kept_safe_stands_in_no_list_of_offices(cast: Cast) -> None:
    hana = cast.person("protected_member")
    Membership.objects.create(person=hana, group=cast.cardiff, role=Role.SECRETARY)

    assert [told(cast, persona) for persona in ("member", "organiser", "national_organiser")] == [[], [], []]
    assert told(cast, "leader") == ["Hana Čermáková: secretary"]  # her contact
