"""Bodies beside bodies: seats and terms hold, and nobody sees anybody of another body by it."""

from datetime import date, timedelta
from typing import Any

import pytest

from m4c.core.errors import NotAllowed
from m4c.people.models import Delegate, Group, MemberBody, Membership, Person
from m4c.people.operations.coalition import (
    CoalitionRefused,
    add_body,
    agree_to_be_named,
    end_body,
    end_term,
    name_delegate,
    set_seats,
    stay_unnamed,
)
from m4c.people.operations.must_see import Unseen
from tests.cast import PERSONAS, Cast
from tests.factories import doers, seers

TODAY = date(2026, 10, 5)


@pytest.fixture
def cardiff(cast: Cast) -> MemberBody:
    """Cardiff belongs to the coalition with two seats."""
    return add_body(coalition=cast.coalition, body=cast.cardiff, seats=2, by=cast.coalition_organiser)


@pytest.fixture
def manchester(cast: Cast) -> MemberBody:
    """So does Manchester, with one."""
    return add_body(coalition=cast.coalition, body=cast.manchester, seats=1, by=cast.coalition_organiser)


def seat(cast: Cast, body: MemberBody, person: Person, **more: Any) -> Delegate:
    """Somebody sits for a body since today."""
    given: dict[str, Any] = {"member_body": body, "person": person, "since": TODAY, "by": cast.organiser}
    return name_delegate(**given | more)


def test_a_body_is_a_group_a_partner_or_a_name(cast: Cast, cardiff: MemberBody) -> None:
    partner = add_body(coalition=cast.coalition, body=cast.partner, seats=1, by=cast.operator)
    mosque = add_body(coalition=cast.coalition, name=" Dar ul-Isra ", seats=1, since=TODAY, by=cast.operator)

    assert [str(each) for each in MemberBody.objects.all()] == ["Cardiff", "Refugee Women's Network", "Dar ul-Isra"]
    assert (cardiff.said_by, partner.seats, mosque.joined_on) == (cast.coalition_organiser, 1, TODAY)


@pytest.mark.parametrize(
    ("more", "code"),
    [
        ({}, "which"),
        ({"name": "   "}, "which"),
        ({"name": "Both", "body": "swansea"}, "which"),
        ({"body": "cardiff"}, "belongs"),
        ({"name": "CARDIFF"}, "belongs"),
        ({"body": "coalition"}, "itself"),
        ({"body": "swansea", "seats": 0}, "seats"),
        ({"body": "swansea", "seats": 51}, "seats"),
        ({"body": "swansea", "coalition": "partner"}, "no_coalition"),
        ({"body": "swansea", "coalition": "cardiff"}, "no_coalition"),
    ],
)
def test_what_would_not_hold_is_refused(cast: Cast, cardiff: MemberBody, more: dict[str, Any], code: str) -> None:
    given = {key: getattr(cast, value) if key in ("body", "coalition") else value for key, value in more.items()}
    with pytest.raises(CoalitionRefused) as refused:
        add_body(**{"coalition": cast.coalition, "seats": 1, **given}, by=cast.operator)
    assert (refused.value.code, MemberBody.objects.count()) == (code, 1)


def test_who_keeps_a_coalition(cast: Cast) -> None:
    facts: dict[str, Any] = {"coalition": cast.coalition, "body": cast.swansea, "seats": 1}
    keepers = doers(lambda by: add_body(**facts, by=by).delete(), cast)
    assert keepers == {"coalition_organiser", "national_organiser", "admin"}


def test_a_body_changes_no_seats_of_its_own(cast: Cast, cardiff: MemberBody) -> None:
    keepers = doers(lambda by: set_seats(coalition=cast.coalition, member_body=cardiff, seats=3, by=by), cast)
    assert keepers == {"coalition_organiser", "national_organiser", "admin"}
    with pytest.raises(CoalitionRefused):
        set_seats(coalition=cast.partner, member_body=cardiff, seats=1, by=cast.operator)


def test_seats_are_no_fewer_than_sit_there(cast: Cast, amal: Person, cardiff: MemberBody) -> None:
    seat(cast, cardiff, amal)
    seat(cast, cardiff, cast.person("member"))
    with pytest.raises(CoalitionRefused) as refused:
        set_seats(coalition=cast.coalition, member_body=cardiff, seats=1, by=cast.operator)
    assert refused.value.code == "taken"


def test_a_body_names_whom_it_sees_itself(cast: Cast, amal: Person, cardiff: MemberBody) -> None:
    for by in (cast.organiser, cast.national_organiser):
        seat(cast, cardiff, cast.person("member"), by=by).delete()
    with pytest.raises(Unseen):
        seat(cast, cardiff, amal, by=cast.coalition_organiser)
    for persona in ("leader", "member", "organiser_elsewhere", "editor"):
        with pytest.raises(NotAllowed):
            seat(cast, cardiff, amal, by=getattr(cast, persona))


@pytest.mark.parametrize("why", ["sits", "full", "too_early", "left"])
def test_a_seat_is_for_one_over_a_term(cast: Cast, amal: Person, manchester: MemberBody, why: str) -> None:
    person, more = amal, {}
    if why == "sits":
        set_seats(coalition=cast.coalition, member_body=manchester, seats=2, by=cast.operator)
    if why in ("sits", "full"):
        seat(cast, manchester, amal, by=cast.operator)
    if why == "full":
        person = cast.person("member")
    if why == "too_early":
        more = {"due_to_end_on": TODAY - timedelta(days=1)}
    if why == "left":
        end_body(member_body=manchester, on=TODAY, by=cast.coalition_organiser)
    with pytest.raises(CoalitionRefused) as refused:
        seat(cast, manchester, person, by=cast.operator, **more)
    assert refused.value.code == why


def test_whoever_is_kept_safe_is_no_delegate(cast: Cast, cardiff: MemberBody) -> None:
    hana = cast.person("protected_member")
    with pytest.raises(Unseen):
        seat(cast, cardiff, hana)
    with pytest.raises((CoalitionRefused, Unseen)):
        seat(cast, cardiff, hana, by=cast.operator)


def test_without_consent_only_who_sees_them_anyway_reads_the_name(
    cast: Cast, amal: Person, cardiff: MemberBody, manchester: MemberBody
) -> None:
    anyway = {who for who in PERSONAS if Person.objects.visible_to(getattr(cast, who)).filter(pk=amal.pk).exists()}
    assert seers(cast, seat(cast, cardiff, amal)) == anyway
    assert anyway.isdisjoint({"coalition_organiser", "organiser_elsewhere"})


def test_with_consent_the_table_reads_the_name_and_nothing_more(
    cast: Cast, amal: Person, cardiff: MemberBody, manchester: MemberBody
) -> None:
    named = seat(cast, cardiff, amal, agreed_on=TODAY)

    assert seers(cast, named) >= {"coalition_organiser", "organiser_elsewhere", "leader_elsewhere", "member"}
    for persona in ("coalition_organiser", "organiser_elsewhere", "leader_elsewhere", "member"):
        account = cast.fresh(persona)
        assert not Person.objects.visible_to(account).filter(pk=amal.pk).exists()
        assert not Membership.objects.visible_to(account).filter(person=amal).exists()


def test_who_sits_at_no_table_reads_no_name(cast: Cast, amal: Person, cardiff: MemberBody) -> None:
    named = seat(cast, cardiff, amal, agreed_on=TODAY)
    assert seers(cast, named).isdisjoint({"organiser_elsewhere", "leader_elsewhere"})


@pytest.mark.parametrize("persona", PERSONAS)
def test_standing_together_changes_nobodys_sight(
    cast: Cast, amal: Person, add: Any, cardiff: MemberBody, manchester: MemberBody, persona: str
) -> None:
    add("Ebo Iwu", cast.manchester)
    account = cast.fresh(persona)
    before = set(Person.objects.visible_to(account).values_list("pk", flat=True))
    seat(cast, cardiff, amal, agreed_on=TODAY)
    seat(cast, manchester, cast.person("leader_elsewhere"), agreed_on=TODAY, by=cast.organiser_elsewhere)

    assert set(Person.objects.visible_to(cast.fresh(persona)).values_list("pk", flat=True)) == before


def test_a_delegate_says_themself_whether_they_are_named(cast: Cast, cardiff: MemberBody) -> None:
    named = seat(cast, cardiff, cast.person("member"))
    assert agree_to_be_named(delegate=named, on=TODAY, by=cast.member).agreed_on == TODAY
    assert stay_unnamed(delegate=named, by=cast.member).agreed_on is None
    for by in (cast.organiser, cast.coalition_organiser, cast.operator):
        with pytest.raises(Unseen):
            agree_to_be_named(delegate=named, on=TODAY, by=by)


def test_a_term_ends_once_on_a_day_that_holds(cast: Cast, amal: Person, cardiff: MemberBody) -> None:
    named = seat(cast, cardiff, amal)
    with pytest.raises(CoalitionRefused):
        end_term(delegate=named, on=TODAY - timedelta(days=1), by=cast.organiser)
    with pytest.raises(Unseen):
        end_term(delegate=named, on=TODAY, by=cast.coalition_organiser)  # whose name she may not read
    end_term(delegate=named, on=TODAY, by=cast.organiser)
    with pytest.raises(CoalitionRefused):
        end_term(delegate=named, on=TODAY, by=cast.organiser)


def test_a_term_gone_by_says_so(cast: Cast, amal: Person, cardiff: MemberBody) -> None:
    named = seat(cast, cardiff, amal, due_to_end_on=TODAY)
    assert [named.is_over_term(TODAY), named.is_over_term(TODAY + timedelta(days=1))] == [False, True]


def test_a_body_leaves_by_its_own_organiser_and_its_terms_end(cast: Cast, amal: Person, cardiff: MemberBody) -> None:
    named = seat(cast, cardiff, amal)
    with pytest.raises(NotAllowed):
        end_body(member_body=cardiff, on=TODAY, by=cast.organiser_elsewhere)
    end_body(member_body=cardiff, on=TODAY, by=cast.organiser)
    named.refresh_from_db()

    assert (cardiff.left_on, named.ended_on) == (TODAY, TODAY)
    with pytest.raises(CoalitionRefused):
        end_body(member_body=cardiff, on=TODAY, by=cast.organiser)
    assert add_body(coalition=cast.coalition, body=cast.cardiff, seats=1, by=cast.operator).left_on is None


def test_a_body_leaves_no_earlier_than_it_came(cast: Cast) -> None:
    body = add_body(coalition=cast.coalition, name="Dar ul-Isra", seats=1, since=TODAY, by=cast.operator)
    with pytest.raises(CoalitionRefused) as refused:
        end_body(member_body=body, on=TODAY - timedelta(days=1), by=cast.operator)
    assert refused.value.field == "on"


def test_an_ended_coalition_takes_no_body(cast: Cast) -> None:
    ended = Group(kind=Group.Kind.COALITION, name="Gone", ended_on=TODAY, path=cast.coalition.path)
    with pytest.raises(CoalitionRefused):
        add_body(coalition=ended, body=cast.swansea, seats=1, by=cast.operator)
