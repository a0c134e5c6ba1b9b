"""What people ask of their data: taken in with its clock, asked back, extended, answered and closed, each once."""

from datetime import date
from typing import Any

import pytest
from django.db import IntegrityError, transaction

from m4c.core.models import AuditEntry
from m4c.people.models import Account, Person, RequestPause, RightsRequest
from m4c.people.operations import rights_request as operations
from m4c.people.operations.must_see import Unseen
from m4c.people.operations.rights_request import Asked, RightsRefused
from tests.cast import Cast
from tests.factories import doers, seers

CAME = date(2026, 10, 6)
IDENTITY, MEANING = RequestPause.Kind
DONE, PARTLY, REFUSED = RightsRequest.Outcome


def asked(kind: str = "access", **more: Any) -> Asked:
    """What Ebo Iwu asks, by e-mail."""
    return Asked(kind, "email", "Ebo Iwu", CAME, "ebo.iwu@example.org", "What do you hold on me?", **more)


@pytest.fixture
def made(cast: Cast, amal: Person) -> RightsRequest:
    """A request for a copy of Amal's record."""
    return operations.take_in_request(group=cast.movement, asked=asked(), person=amal, by=cast.data_protection)


def take(step: Any, request: RightsRequest, by: Account, day: int = 8, **given: Any) -> Any:
    """A step on a day of October."""
    return step(request=request, on=date(2026, 10, day), by=by, **given)


def test_it_is_taken_in_with_its_two_days(cast: Cast, made: RightsRequest) -> None:
    assert (made.received_on, made.aim_by, made.answer_by) == (CAME, date(2026, 11, 3), date(2026, 11, 6))
    assert made.taken_by == cast.data_protection


def test_whoever_answers_for_data_protection_sees_it_and_nobody_else(cast: Cast, made: RightsRequest) -> None:
    assert seers(cast, made) == {"data_protection"}


def test_nobody_else_takes_one_in_or_answers(cast: Cast, made: RightsRequest) -> None:
    def take_in(by: Account) -> Any:
        return operations.take_in_request(group=cast.movement, asked=asked(), by=by)

    def answer(by: Account) -> Any:
        try:
            return take(operations.answer_request, made, by, outcome=REFUSED, answer="No")
        except RightsRefused:
            return None

    assert doers(take_in, cast) == {"data_protection"}
    assert doers(answer, cast) == {"data_protection"}


def test_without_a_name_and_about_somebody_unseen_it_is_refused(cast: Cast) -> None:
    by = cast.data_protection
    with pytest.raises(RightsRefused):
        operations.take_in_request(group=cast.movement, asked=Asked("access", "email", "  ", CAME), by=by)
    kept_safe = cast.person("protected_member")
    with pytest.raises(Unseen):
        operations.take_in_request(group=cast.movement, asked=asked(), person=kept_safe, by=by)


def test_identity_is_written_down_with_how_by_whom_and_when(cast: Cast, made: RightsRequest) -> None:
    take(operations.check_identity, made, cast.data_protection, how=" Rang the number on record ")

    assert (made.identity_how, made.identity_on) == ("Rang the number on record", date(2026, 10, 8))
    assert made.identity_by == cast.data_protection


def test_it_waits_for_identity_and_begins_when_that_is_shown(cast: Cast, made: RightsRequest) -> None:
    by = cast.data_protection
    take(operations.ask_back, made, by, kind=IDENTITY, words="Where did we meet?")
    assert RightsRequest.objects.waiting_for_us().count() == 0
    take(operations.check_identity, made, by, day=20, how="They knew")

    assert RightsRequest.objects.waiting_for_us().get() == made
    assert made.answer_by == date(2026, 11, 20)


def test_it_waits_for_what_they_mean_and_goes_on(cast: Cast, made: RightsRequest) -> None:
    by = cast.data_protection
    take(operations.ask_back, made, by, kind=MEANING, words="Of which years?")
    with pytest.raises(RightsRefused):
        take(operations.ask_back, made, by, kind=MEANING, words="And which months?")
    with pytest.raises(RightsRefused):
        take(operations.hear_back, made, by, day=7, kind=MEANING)
    operations.hear_back(request=made, kind=MEANING, on=date(2026, 10, 15), by=by)

    assert made.answer_by == date(2026, 11, 13)
    with pytest.raises(RightsRefused):
        take(operations.hear_back, made, by, day=16, kind=MEANING)


def test_a_longer_time_is_told_within_the_month_with_its_reason_and_once(cast: Cast, made: RightsRequest) -> None:
    by = cast.data_protection
    for day, reason in ((date(2026, 11, 9), "Many notes"), (date(2026, 10, 9), " "), (date(2026, 10, 5), "Many")):
        with pytest.raises(RightsRefused):
            operations.take_longer(request=made, reason=reason, on=day, by=by)
    take(operations.take_longer, made, by, reason="Many notes")

    assert made.answer_by == date(2027, 1, 6)
    with pytest.raises(RightsRefused):
        take(operations.take_longer, made, by, reason="Still more")


def test_nothing_is_given_before_we_know_that_it_is_them(cast: Cast, made: RightsRequest) -> None:
    by = cast.data_protection
    for outcome in (DONE, PARTLY):
        with pytest.raises(RightsRefused):
            take(operations.answer_request, made, by, outcome=outcome, answer="Here it is")
    take(operations.check_identity, made, by, how="They knew")
    take(operations.answer_request, made, by, outcome=DONE, answer="Here it is")

    assert (made.outcome, made.answered_by) == (DONE, by)


def test_to_be_put_right_needs_no_proof(cast: Cast, amal: Person) -> None:
    by = cast.data_protection
    made = operations.take_in_request(group=cast.movement, asked=asked("correction"), person=amal, by=by)
    take(operations.answer_request, made, by, outcome=DONE, answer="Put right")

    assert made.answered_on == date(2026, 10, 8)


def test_once_answered_it_only_closes(cast: Cast, made: RightsRequest, amal: Person) -> None:
    by = cast.data_protection
    with pytest.raises(RightsRefused):
        take(operations.close_request, made, by)
    take(operations.ask_back, made, by, kind=MEANING, words="Of which years?")
    take(operations.answer_request, made, by, outcome=REFUSED, answer="We hold nothing")
    assert not RequestPause.objects.filter(answered_on=None).exists()
    steps: list[tuple[Any, dict[str, Any]]] = [
        (operations.check_identity, {"how": "They knew"}),
        (operations.ask_back, {"kind": MEANING, "words": "Why?"}),
        (operations.take_longer, {"reason": "Much"}),
        (operations.answer_request, {"outcome": REFUSED, "answer": "No"}),
    ]
    for step, given in steps:
        with pytest.raises(RightsRefused):
            take(step, made, by, **given)
    with pytest.raises(RightsRefused):
        take(operations.close_request, made, by, day=7)
    operations.close_request(request=made, on=date(2026, 10, 9), by=by)

    assert list(RightsRequest.objects.open()) == []
    with pytest.raises(RightsRefused):
        operations.close_request(request=made, on=date(2026, 10, 9), by=by)


def test_it_is_given_only_to_somebody_who_may(cast: Cast, made: RightsRequest) -> None:
    operations.give_to(request=made, holder=cast.data_protection, by=cast.data_protection)

    assert made.holder == cast.data_protection
    with pytest.raises(RightsRefused):
        operations.give_to(request=made, holder=cast.organiser, by=cast.data_protection)


def test_whose_record_it_is_may_be_said_until_that_was_checked(cast: Cast, amal: Person, made: RightsRequest) -> None:
    by, other = cast.data_protection, cast.person("member")
    operations.say_whose_record(request=made, person=other, by=by)
    take(operations.check_identity, made, by, how="They knew")

    with pytest.raises(RightsRefused):
        operations.say_whose_record(request=made, person=amal, by=by)


@pytest.mark.parametrize(
    "half",
    [
        {"identity_how": "Somehow"},
        {"extended_on": CAME},
        {"answered_on": CAME},
        {"outcome": "done"},
        {"closed_on": CAME},
    ],
)
def test_the_database_refuses_half_a_state(made: RightsRequest, half: dict[str, Any]) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        RightsRequest.objects.filter(pk=made.pk).update(**half)


def test_the_audit_holds_no_word_of_it(cast: Cast, made: RightsRequest) -> None:
    take(operations.check_identity, made, cast.data_protection, how="She told me her mother's name")
    kept = " ".join(f"{entry.touched} {entry.changes}" for entry in AuditEntry.objects.all())

    assert [word for word in ("mother", "Ebo", "hold on me") if word in kept] == []
