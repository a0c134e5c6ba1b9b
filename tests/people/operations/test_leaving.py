"""Leaving: one press ends it, and no list, door or invitation brings anybody back without their own word."""

from datetime import date, datetime, timedelta
from typing import Any

import pytest
from django.core import mail

from m4c.core.errors import NotAllowed
from m4c.core.permissions import Role
from m4c.core.worker import run_waiting
from m4c.people.models import AccountRole, Leaving, LeavingLink, Membership, Person, Protection, Welcome
from m4c.people.models.account import website
from m4c.people.operations.account import create_account
from m4c.people.operations.coalition import add_body, name_delegate
from m4c.people.operations.leaving import (
    LeavingRefused,
    ask_for_leaving_links,
    forget_leaving_links,
    leave_by_link,
    leave_group,
    leaving_letter,
    record_leaving,
    say_why,
)
from m4c.people.operations.membership import MembershipRefused, come_in, join, join_many
from m4c.people.operations.must_see import Unseen
from m4c.people.operations.person import add_person
from m4c.people.operations.welcome import welcome_many
from tests.cast import Cast

TODAY = date(2026, 10, 5)


def standing(person: Person) -> list[str]:
    """The groups that somebody left and has not come back to."""
    return [str(row.group) for row in Leaving.objects.standing().filter(person=person).order_by("pk")]


def of(person: Person) -> Membership:
    """Somebody's one membership."""
    return Membership.objects.get(person=person)


def test_one_press_ends_all_that_one_is_in_a_group(cast: Cast, now: datetime) -> None:
    kofi = cast.person("member")
    join(person=kofi, group=cast.cardiff, role=Membership.Role.TREASURER, on=TODAY, by=cast.operator)
    left = leave_group(group=cast.cardiff, at=now, by=cast.member)

    assert not Membership.objects.open().filter(person=kofi).exists()
    assert set(Membership.objects.filter(person=kofi).values_list("ended_on", "ended_by")) >= {(TODAY, cast.member.pk)}
    assert (left.leaving.on, left.leaving.way, left.leaving.reason) == (TODAY, Leaving.Way.OWN_PAGE, "")
    assert not AccountRole.objects.open().filter(account=cast.member).exists()


def test_a_role_that_answers_for_others_stays_with_whoever_gave_it(cast: Cast, now: datetime) -> None:
    leave_group(group=cast.cardiff, at=now, by=cast.organiser)

    assert [role.role for role in AccountRole.objects.open().filter(account=cast.organiser)] == [Role.ORGANISER]


def test_one_leaves_nothing_that_one_does_not_belong_to(cast: Cast, now: datetime) -> None:
    with pytest.raises(LeavingRefused) as refused:
        leave_group(group=cast.manchester, at=now, by=cast.member)
    assert refused.value.code == "does_not_belong"
    with pytest.raises(LeavingRefused):
        leave_group(group=cast.cardiff, at=now, by=cast.operator)  # of no person


def test_leaving_takes_back_a_welcome_and_a_seat(cast: Cast, now: datetime) -> None:
    kofi = cast.person("member")
    welcome_many([kofi], cast.cardiff, now)
    body = add_body(coalition=cast.coalition, body=cast.cardiff, seats=1, by=cast.operator)
    seat = name_delegate(member_body=body, person=kofi, since=TODAY - timedelta(days=9), by=cast.operator)
    leave_group(group=cast.cardiff, at=now, by=cast.member)

    seat.refresh_from_db()
    assert (Welcome.objects.filter(person=kofi).count(), seat.ended_on) == (0, TODAY)


def test_an_officer_writes_down_who_told_them(cast: Cast, amal: Person, now: datetime) -> None:
    left = record_leaving(membership=of(amal), on=TODAY, at=now, reason="Too many evenings", by=cast.organiser)

    assert (left.leaving.way, left.leaving.reason, left.leaving.by) == ("told", "Too many evenings", cast.organiser)
    assert of(amal).ended_on == TODAY


@pytest.mark.parametrize("persona", ["member", "leader", "organiser_elsewhere", "coalition_organiser", "editor"])
def test_only_those_who_may_change_a_record_write_it_down(
    cast: Cast, amal: Person, now: datetime, persona: str
) -> None:
    with pytest.raises((NotAllowed, Unseen)):
        record_leaving(membership=of(amal), on=TODAY, at=now, by=getattr(cast, persona))


def test_nobody_leaves_before_they_came(cast: Cast, amal: Person, now: datetime) -> None:
    with pytest.raises(LeavingRefused) as refused:
        record_leaving(membership=of(amal), on=date(2026, 8, 1), at=now, by=cast.organiser)
    assert refused.value.field == "on"


def test_why_is_said_by_whoever_left_alone(cast: Cast, now: datetime) -> None:
    left = leave_group(group=cast.cardiff, at=now, by=cast.member).leaving

    assert say_why(leaving=left, reason=" Moved to nights ", by=cast.member).reason == "Moved to nights"
    with pytest.raises(Unseen):
        say_why(leaving=left, reason="Ours", by=cast.organiser)


@pytest.mark.parametrize("where", ["cardiff", "wales", "movement", "st_mellons"])
def test_whoever_left_is_not_added_there_above_or_below(cast: Cast, amal: Person, now: datetime, where: str) -> None:
    record_leaving(membership=of(amal), on=TODAY, at=now, by=cast.organiser)
    group = getattr(cast, where)

    assert join_many(people=[amal], group=group) == []
    come_in([amal], group)
    assert Membership.objects.open().filter(person=amal).count() == 0
    with pytest.raises(MembershipRefused) as refused:
        join(person=amal, group=group, by=cast.operator)
    assert refused.value.code == "left_on_own_wish"


def test_an_account_made_for_them_brings_nobody_back(cast: Cast, amal: Person, now: datetime) -> None:
    record_leaving(membership=of(amal), on=TODAY, at=now, by=cast.organiser)
    create_account(email="amal.yusuf@example.org", role=Role.MEMBER, group=cast.cardiff, person=amal, by=cast.operator)

    assert (standing(amal), Membership.objects.open().filter(person=amal).count()) == (["Cardiff"], 0)


def test_another_line_of_the_tree_is_open(cast: Cast, amal: Person, now: datetime) -> None:
    record_leaving(membership=of(amal), on=TODAY, at=now, by=cast.organiser)

    assert [row.group for row in join_many(people=[amal], group=cast.manchester)] == [cast.manchester]
    assert standing(amal) == ["Cardiff"]


def test_their_own_word_brings_them_back(cast: Cast, amal: Person, now: datetime) -> None:
    record_leaving(membership=of(amal), on=TODAY, at=now, by=cast.organiser)
    back = join(person=amal, group=cast.cardiff, own_word=True, by=cast.organiser)

    assert (back.ended_on, standing(amal)) == (None, [])
    assert Leaving.objects.get(person=amal).back_by == cast.organiser


def test_of_many_only_who_left_stays_out(cast: Cast, amal: Person, add: Any, now: datetime) -> None:
    record_leaving(membership=of(amal), on=TODAY, at=now, by=cast.organiser)
    other = add("Ebo Iwu", cast.manchester)

    assert [row.person for row in join_many(people=[amal, other], group=cast.cardiff)] == [other]


def test_the_links_of_a_letter_leave_one_group_each_once(cast: Cast, amal: Person, now: datetime) -> None:
    join_many(people=[amal], group=cast.swansea)
    letter = leaving_letter(email=amal.emails.get(), at=now, by=cast.operator)
    token = {str(group): link.rstrip("/").rpartition("/")[2] for group, link in letter.links}["Swansea"]
    left = leave_by_link(token=token, at=now, by=website())

    assert (len(letter.links), left.leaving.way, standing(amal)) == (2, "letter", ["Swansea"])
    assert {row.group for row in Membership.objects.open().filter(person=amal)} == {cast.cardiff}
    with pytest.raises(LeavingRefused) as refused:
        leave_by_link(token=token, at=now, by=website())
    assert refused.value.code == "no_link"


@pytest.mark.parametrize("token", ["", "nonsense", "\0", "x" * 10_000])
def test_a_secret_that_is_none_leaves_nothing(cast: Cast, amal: Person, now: datetime, token: str) -> None:
    with pytest.raises(LeavingRefused):
        leave_by_link(token=token, at=now, by=website())


def test_an_old_link_leaves_nothing_and_is_forgotten(cast: Cast, amal: Person, now: datetime) -> None:
    letter = leaving_letter(email=amal.emails.get(), at=now - timedelta(days=61), by=cast.operator)
    token = letter.links[0][1].rstrip("/").rpartition("/")[2]

    with pytest.raises(LeavingRefused):
        leave_by_link(token=token, at=now, by=website())
    forget_leaving_links(at=now, by=cast.operator)
    assert LeavingLink.objects.count() == 0


def test_links_go_to_the_address_that_asked_and_to_nobody_unknown(cast: Cast, amal: Person, now: datetime) -> None:
    for email in ("AMAL.yusuf@example.org", "nobody@example.org"):
        ask_for_leaving_links(email=email, at=now, by=website())
    run_waiting()

    assert [letter.to for letter in mail.outbox] == [["amal.yusuf@example.org"]]
    assert "/leave/" in mail.outbox[0].body


def test_somebody_kept_safe_is_sent_nothing(cast: Cast, now: datetime) -> None:
    hana = cast.person("protected_member")
    ask_for_leaving_links(email=str(hana.emails.get()), at=now, by=website())
    run_waiting()

    assert (mail.outbox, Protection.objects.active().filter(person=hana).exists()) == ([], True)


def test_a_leaving_is_seen_by_those_who_see_the_people_there(cast: Cast, now: datetime) -> None:
    from tests.factories import seers

    left = leave_group(group=cast.cardiff, at=now, by=cast.member).leaving
    assert seers(cast, left) == {"member", "organiser", "national_organiser", "data_protection"}


def test_the_leaving_of_somebody_kept_safe_shows_to_her_and_her_contact(cast: Cast, now: datetime) -> None:
    from tests.factories import seers

    left = leave_group(group=cast.cardiff, at=now, by=cast.protected_member).leaving
    assert seers(cast, left) == {"protected_member"}


def test_a_new_person_of_the_same_name_is_nobody_who_left(cast: Cast, amal: Person, now: datetime) -> None:
    from m4c.people.operations.person import NewPerson

    record_leaving(membership=of(amal), on=TODAY, at=now, by=cast.organiser)
    other = add_person(group=cast.cardiff, new=NewPerson("Amal", "Yusuf"), by=cast.organiser)
    assert of(other).ended_on is None
