"""The safeguarding lead is told that something waits: once for each case, and without a word of it."""

from datetime import datetime, timedelta

import pytest
from django.core import mail
from django.utils import timezone

from m4c.core.errors import NotAllowed
from m4c.core.permissions import Role
from m4c.core.worker import run_waiting
from m4c.people.models import Account, AccountRole, Person, Protection, SafetyNotice
from m4c.people.operations.account import give_role
from m4c.people.operations.protection import confirm_protection, keep_safe
from m4c.people.operations.referral import refer
from m4c.people.operations.safety_notice import tell_of_overdue
from m4c.people.safety.tasks import tell_of_overdue as scheduled
from tests.cast import Cast
from tests.factories import NOW, somebody


@pytest.fixture
def amal(cast: Cast) -> Person:
    """Somebody of Cardiff. What the cast was made with is confirmed, so that only the test's own waits."""
    Protection.objects.update(confirmed_at=NOW, confirmed_by=cast.safeguarding)
    return somebody(cast)


def letters() -> list[tuple[str, str]]:
    """What was sent since this was asked last: to whom, and its subject with its body."""
    run_waiting()
    sent = [(letter.to[0], f"{letter.subject}\n{letter.body}") for letter in mail.outbox]
    mail.outbox.clear()
    return sent


def refer_her(cast: Cast, at: datetime = NOW) -> None:
    refer(
        group=cast.cardiff,
        about_words="Amal",
        seen="Bruises on both arms",
        urgency="1_danger",
        at=at,
        by=cast.organiser,
    )


def test_a_press_and_a_referral_are_told_once(cast: Cast, amal: Person) -> None:
    keep_safe(person=amal, at=NOW, by=cast.organiser)
    keep_safe(person=amal, at=NOW, by=cast.operator)
    assert [to for to, _words in letters()] == [cast.safeguarding.email]
    refer_her(cast)
    assert [to for to, _words in letters()] == [cast.safeguarding.email]
    assert letters() == []


def test_nothing_of_it_stands_in_the_letter(cast: Cast, amal: Person) -> None:
    """No name but the reader's own, no group, no kind of risk, neither in the words nor in the address."""
    keep_safe(person=amal, at=NOW - timedelta(days=3), by=cast.organiser)
    refer_her(cast)
    tell_of_overdue(at=NOW, by=Account.objects.of_system(Role.WORKER))
    sent = letters()
    assert len(sent) == 3
    told = ["amal", "yusuf", "siân", "prosser", "cardiff", "bruise", "danger", "risk", "safe", "protect", "refer"]
    assert [word for _to, words in sent for word in told if word in words.lower()] == []
    assert all("/organise/" in words for _to, words in sent)


def test_what_is_overdue_is_told_once(cast: Cast, amal: Person) -> None:
    protection = keep_safe(person=amal, at=timezone.now() - timedelta(days=3), by=cast.organiser)
    letters()
    scheduled.call()
    scheduled.call()
    assert [to for to, _words in letters()] == [cast.safeguarding.email]
    assert SafetyNotice.objects.filter(kind="overdue", protection=protection).count() == 1


def test_what_is_confirmed_or_in_time_is_not_overdue(cast: Cast, amal: Person) -> None:
    keep_safe(person=amal, at=NOW, by=cast.organiser)
    protection = keep_safe(person=somebody(cast, "Bob Hughes"), at=NOW - timedelta(days=3), by=cast.organiser)
    confirm_protection(protection=protection, at=NOW, by=cast.safeguarding)
    tell_of_overdue(at=NOW, by=cast.operator)
    assert not SafetyNotice.objects.filter(kind="overdue").exists()


def test_where_nobody_is_lead_the_admins_are_told(cast: Cast, amal: Person) -> None:
    AccountRole.objects.filter(account=cast.safeguarding).update(ended_at=NOW)
    keep_safe(person=amal, at=NOW, by=cast.organiser)
    assert [(to, "nobody holds the role" in words) for to, words in letters()] == [(cast.admin.email, True)]


def test_a_lead_is_not_told_about_herself(cast: Cast, amal: Person) -> None:
    give_role(account=cast.leader, role="safeguarding", group=cast.cardiff, by=cast.operator)
    keep_safe(person=cast.person("leader"), at=NOW, by=cast.operator)
    assert [to for to, _words in letters()] == [cast.safeguarding.email]


def test_only_the_schedule_tells_of_what_is_overdue(cast: Cast) -> None:
    with pytest.raises(NotAllowed):
        tell_of_overdue(at=NOW, by=cast.organiser)
