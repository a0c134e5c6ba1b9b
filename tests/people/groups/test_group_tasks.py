"""The letter of a closing group: to those alone who agreed to e-mail, still do, and have not answered."""

from datetime import timedelta

import pytest
from django.core import mail

from m4c.core.worker import run_waiting
from m4c.people.groups.tasks import mail_asking
from m4c.people.models import Channel, PassingAsking, Person, Purpose
from m4c.people.operations.consent import record_consent
from m4c.people.operations.group_passing import begin_passing, record_answer
from m4c.people.operations.membership import join
from tests.cast import Cast
from tests.factories import NOW, TODAY, somebody


def agree(cast: Cast, person: Person, state: str = "given") -> None:
    record_consent(
        person=person,
        channel=Channel.EMAIL,
        purpose=Purpose.NEWS,
        state=state,
        at=NOW,
        source="At the stall",
        wording="May we write to you?",
        by=cast.operator,
    )


@pytest.fixture
def asked(cast: Cast) -> list[Person]:
    """Three people of St Mellons with an e-mail; the first agreed, the second never, the third took it back."""
    people = [
        somebody(cast, name, cast.st_mellons, emails=[f"{name.split()[0].lower()}@example.org"])
        for name in ("Amal Yusuf", "Rhys Owen", "Ann Ash")
    ]
    agree(cast, people[0])
    agree(cast, people[2])
    agree(cast, people[2], "withdrawn")
    return people


def begin(cast: Cast, *, letters: bool = True) -> None:
    day = TODAY + timedelta(days=90)
    facts = {"group": cast.st_mellons, "into": cast.cardiff, "closes_on": day, "why": "Too few of us"}
    begin_passing(**facts, letters=letters, at=NOW, by=cast.organiser)  # type: ignore[arg-type]
    run_waiting()


def test_only_who_agreed_is_written_to(cast: Cast, asked: list[Person]) -> None:
    begin(cast)
    letter = mail.outbox[0]

    assert [each.to for each in mail.outbox] == [["amal@example.org"]]
    assert letter.subject == "St Mellons closes: what would you like?"
    for words in ("Hello Amal", "Too few of us", "go along to Cardiff", "3 January 2027"):
        assert words in letter.body, words
    assert "/organise/my-answer/" not in letter.body


def test_who_signs_in_is_told_where_to_say_it(cast: Cast) -> None:
    member = cast.person("member")
    join(person=member, group=cast.st_mellons, by=cast.operator)
    agree(cast, member)
    begin(cast)

    assert f"/organise/my-answer/{PassingAsking.objects.get().uid}/" in mail.outbox[0].body


def test_nobody_is_written_to_unless_it_was_asked_for(cast: Cast, asked: list[Person]) -> None:
    begin(cast, letters=False)

    assert mail.outbox == []


def test_who_answered_meanwhile_is_left_alone(cast: Cast, asked: list[Person]) -> None:
    begin(cast, letters=False)
    asking = PassingAsking.objects.get(person=asked[0])
    record_answer(asking=asking, answer="leave", at=NOW, by=cast.organiser)
    mail_asking.enqueue(asking.pk)
    run_waiting()

    assert mail.outbox == []


def test_somebody_kept_safe_is_written_no_letter(cast: Cast) -> None:
    hidden = cast.person("protected_member")
    join(person=hidden, group=cast.st_mellons, by=cast.operator)
    begin(cast)

    assert mail.outbox == []
