"""Asking to come in: proved by a letter, told to those who answer alone, answered once, and forgotten on a no."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.core import mail

from m4c.core.errors import NotAllowed
from m4c.core.permissions import Role
from m4c.core.worker import run_waiting
from m4c.people.models import (
    Account,
    Consent,
    Group,
    JoinRequest,
    Leaving,
    LeavingLink,
    Membership,
    Person,
    Welcome,
)
from m4c.people.models.account import website
from m4c.people.operations.join_request import (
    JoinRequestRefused,
    accept_request,
    answer_letter,
    ask_group,
    decline_request,
    forget_request,
    lapse_requests,
    take_request_back,
)
from m4c.people.operations.leaving import leave_group
from m4c.people.operations.must_see import Unseen
from m4c.people.operations.sign_up import Joining, SignUpRefused, ask_to_join, confirm_sign_up, sign_up_letter
from tests.cast import Cast
from tests.factories import doers, seers

Ask = Callable[..., JoinRequest]


@pytest.fixture
def ask(cast: Cast, now: datetime) -> Ask:
    """Somebody asks Cardiff by its public page, and opens the letter."""

    def asked(group: Group | None = None, **more: Any) -> JoinRequest:
        words: dict[str, Any] = {
            "given_name": "Nest",
            "family_name": "Abara",
            "email": "nest.abara@example.org",
            "postcode": "CF10 1EP",
            "agreed": {},
            "language": "en-gb",
            "words": "I live round the corner.",
        }
        joining = Joining(**words | more)
        sign_up = ask_to_join(joining=joining, group=group or cast.cardiff, notice=1, at=now, by=website())
        letter = sign_up_letter(sign_up=sign_up, by=cast.operator)
        confirmed = confirm_sign_up(token=letter.token, at=now, by=website())
        assert isinstance(confirmed, JoinRequest)
        return confirmed

    return asked


def test_opening_the_letter_puts_it_before_the_group_and_makes_nobody(cast: Cast, ask: Ask, now: datetime) -> None:
    before = Person.objects.count(), Membership.objects.count()
    asked = ask()

    assert (Person.objects.count(), Membership.objects.count()) == before
    assert (asked.name, asked.words, asked.group) == ("Nest Abara", "I live round the corner.", cast.cardiff)
    assert asked.answer_by - now.date() == timedelta(days=7)


def test_those_who_answer_for_the_group_see_it(cast: Cast, ask: Ask) -> None:
    assert seers(cast, ask()) == {"organiser", "national_organiser"}


def test_only_those_may_answer(cast: Cast, ask: Ask, now: datetime) -> None:
    answering = doers(lambda account: decline_request(join_request=ask(), at=now, by=account), cast)
    assert answering == {"organiser", "national_organiser"}


@pytest.mark.parametrize("persona", ["coalition_organiser", "organiser_elsewhere", "member", "admin"])
def test_nobody_else_answers(cast: Cast, ask: Ask, now: datetime, persona: str) -> None:
    with pytest.raises(NotAllowed):
        accept_request(join_request=ask(), at=now, by=getattr(cast, persona))


def test_the_same_person_twice_is_one_request(cast: Cast, amal: Person, ask: Ask) -> None:
    first, again = ask(), ask(given_name="NEST", family_name="Ábara", words="Again")
    other = ask(given_name="Amal", family_name="Yusuf", email="amal.yusuf@example.org")

    assert (first, JoinRequest.objects.count()) == (again, 2)
    assert ask(given_name="Amal", family_name="Yusuf", email="amal.yusuf@example.org") == other
    assert ask(cast.swansea) != first


def test_two_of_one_address_are_two(cast: Cast, ask: Ask) -> None:
    assert ask() != ask(given_name="Ebo")


def test_known_and_unknown_look_alike_to_those_who_answer(cast: Cast, amal: Person, ask: Ask) -> None:
    known = ask(cast.manchester, given_name="Amal", family_name="Yusuf", email="amal.yusuf@example.org")
    unknown = ask(cast.manchester)

    assert seers(cast, known) == seers(cast, unknown) == {"organiser_elsewhere", "national_organiser"}
    assert not Person.objects.visible_to(cast.organiser_elsewhere).filter(pk=amal.pk).exists()


def test_yes_finds_or_makes_the_person_with_what_they_agreed_to(cast: Cast, ask: Ask, now: datetime) -> None:
    asked = accept_request(join_request=ask(agreed={"email": "You may write."}), at=now, by=cast.organiser)
    person = asked.person
    assert person is not None

    assert (person.name, [row.group for row in person.memberships.all()]) == ("Nest Abara", [cast.cardiff])
    assert [row.channel for row in Consent.objects.filter(person=person)] == ["email"]
    assert Welcome.objects.get(person=person).welcomer is not None
    assert (asked.answer, asked.answered_by, asked.came_in) == ("yes", cast.organiser, person.memberships.get())


def test_yes_to_somebody_known_elsewhere_brings_them_in(cast: Cast, amal: Person, ask: Ask, now: datetime) -> None:
    known = ask(cast.manchester, given_name="Amal", family_name="Yusuf", email="amal.yusuf@example.org")
    accept_request(join_request=known, at=now, by=cast.organiser_elsewhere)

    assert {row.group for row in amal.memberships.all()} == {cast.cardiff, cast.manchester}


def test_the_letter_of_a_yes_has_a_way_out(cast: Cast, ask: Ask, now: datetime) -> None:
    accept_request(join_request=ask(), words="See you on Tuesday.", at=now, by=cast.organiser)
    mail.outbox.clear()
    run_waiting()
    letter = next(letter for letter in mail.outbox if "Welcome to Cardiff" in letter.subject)

    assert (letter.to, "See you on Tuesday." in letter.body, "/leave/" in letter.body) == (
        ["nest.abara@example.org"],
        True,
        True,
    )
    assert LeavingLink.objects.count() == 1


def test_a_no_is_kind_and_forgets_what_they_typed(cast: Cast, ask: Ask, now: datetime) -> None:
    asked, before = ask(), Person.objects.count()
    decline_request(join_request=asked, at=now, by=cast.organiser)
    mail.outbox.clear()
    run_waiting()
    asked.refresh_from_db()

    letter = next(letter for letter in mail.outbox if "Thank you for asking" in letter.subject)
    assert letter.to == ["nest.abara@example.org"]
    assert (asked.name, asked.email, asked.phone, asked.postcode, asked.words, asked.agreed) == ("", "", "", "", "", {})
    assert (Person.objects.count(), asked.answer) == (before, "no")


def test_what_nobody_answers_lapses_and_whoever_asked_is_told(cast: Cast, ask: Ask, now: datetime) -> None:
    asked = ask()
    day = datetime.combine(asked.answer_by, now.timetz())
    worker = Account.objects.of_system(Role.WORKER)
    assert lapse_requests(at=day + timedelta(days=28), by=worker) == []
    mail.outbox.clear()
    assert lapse_requests(at=day + timedelta(days=29), by=worker) == [asked]
    run_waiting()
    asked.refresh_from_db()

    (letter,) = mail.outbox
    assert (letter.to, letter.subject) == (["nest.abara@example.org"], "You asked Cardiff, and had no answer")
    assert "/contact/" in letter.body
    assert (asked.answer, asked.name, asked.email, asked.words) == ("lapsed", "", "", "")
    assert lapse_requests(at=day + timedelta(days=99), by=worker) == []


def test_the_task_run_twice_writes_once(cast: Cast, ask: Ask, now: datetime) -> None:
    from m4c.people.desk.tasks import mail_join_answer

    asked = decline_request(join_request=ask(), at=now, by=cast.organiser)
    mail.outbox.clear()
    for _time in range(2):
        mail_join_answer.func(asked.pk)
    assert len(mail.outbox) == 1


def test_what_waits_is_not_forgotten(cast: Cast, ask: Ask) -> None:
    asked = forget_request(join_request=ask(), by=cast.operator)

    assert asked.email == "nest.abara@example.org"


@pytest.mark.parametrize("again", [accept_request, decline_request])
def test_it_is_answered_once(cast: Cast, ask: Ask, now: datetime, again: Any) -> None:
    asked = decline_request(join_request=ask(), at=now, by=cast.organiser)
    with pytest.raises(JoinRequestRefused) as refused:
        again(join_request=asked, at=now, by=cast.organiser)
    assert refused.value.code == "answered"


def test_after_a_no_they_may_ask_again(cast: Cast, ask: Ask, now: datetime) -> None:
    first = decline_request(join_request=ask(), at=now, by=cast.organiser)
    run_waiting()

    assert ask() != first


def test_somebody_with_an_account_asks_another_group(cast: Cast, now: datetime) -> None:
    asked = ask_group(group=cast.manchester, words=" Hello ", at=now, by=cast.member)
    again = ask_group(group=cast.manchester, at=now, by=cast.member)

    assert (asked, asked.words, asked.name) == (again, "Hello", "Kofi Mensah")
    assert seers(cast, asked) == {"member", "organiser_elsewhere", "national_organiser"}
    accept_request(join_request=asked, at=now, by=cast.organiser_elsewhere)
    kofi = cast.person("member")
    assert {row.group for row in kofi.memberships.all()} == {cast.cardiff, cast.manchester}


@pytest.mark.parametrize(("group", "code"), [("cardiff", "belongs"), ("coalition", "group_ended")])
def test_one_asks_neither_ones_own_group_nor_a_body_beside(cast: Cast, now: datetime, group: str, code: str) -> None:
    with pytest.raises(JoinRequestRefused) as refused:
        ask_group(group=getattr(cast, group), at=now, by=cast.member)
    assert refused.value.code == code


def test_a_group_that_ended_is_asked_nothing(cast: Cast, now: datetime, ask: Ask) -> None:
    asked = ask(cast.swansea)
    Group.objects.filter(pk=cast.swansea.pk).update(ended_on=now.date())
    cast.swansea.refresh_from_db()
    asked.refresh_from_db()

    with pytest.raises(JoinRequestRefused):
        ask_group(group=cast.swansea, at=now, by=cast.member)
    with pytest.raises(JoinRequestRefused):
        accept_request(join_request=asked, at=now, by=cast.national_organiser)
    with pytest.raises(SignUpRefused):
        ask(cast.swansea)
    cast.swansea.ended_on = None


def test_nobody_answers_their_own_request(cast: Cast, now: datetime) -> None:
    asked = ask_group(group=cast.manchester, at=now, by=cast.national_organiser)
    with pytest.raises(Unseen):
        accept_request(join_request=asked, at=now, by=cast.national_organiser)


def test_one_takes_ones_own_request_back(cast: Cast, now: datetime) -> None:
    asked = ask_group(group=cast.manchester, at=now, by=cast.member)
    with pytest.raises(Unseen):
        take_request_back(join_request=asked, by=cast.organiser_elsewhere)
    take_request_back(join_request=asked, by=cast.member)

    assert JoinRequest.objects.count() == 0


def test_to_ask_is_their_own_word(cast: Cast, now: datetime) -> None:
    leave_group(group=cast.cardiff, at=now, by=cast.member)
    asked = ask_group(group=cast.cardiff, at=now, by=cast.member)
    accept_request(join_request=asked, at=now, by=cast.organiser)

    assert Leaving.objects.standing().count() == 0
    assert Membership.objects.open().filter(person=cast.person("member"), group=cast.cardiff).exists()


@pytest.mark.parametrize("inside", [True, False])
def test_whoever_is_kept_safe_asks_unseen_and_is_written_nothing(
    cast: Cast, ask: Ask, now: datetime, inside: bool
) -> None:
    account: Account = cast.protected_member
    email = str(cast.person("protected_member").emails.get())
    if inside:
        asked = ask_group(group=cast.manchester, at=now, by=account)
    else:
        asked = ask(cast.manchester, given_name="Hana", family_name="Čermáková", email=email)

    assert seers(cast, asked) - {"protected_member"} == set()
    with pytest.raises(Unseen):
        accept_request(join_request=asked, at=now, by=cast.organiser_elsewhere)
    assert answer_letter(join_request=asked, at=now, by=cast.operator).email == ""
