"""Following a commitment: said twice, told once of each move, and stopped with the address emptied."""

from collections.abc import Iterator
from datetime import timedelta
from decimal import Decimal
from smtplib import SMTPServerDisconnected
from typing import Any
from unittest.mock import patch

import pytest
from django.core import mail
from django.utils import timezone

from m4c.commitments.faces.secrets import token_of
from m4c.commitments.faces.tasks import look_after, tell_of_moves
from m4c.commitments.models import Amendment, Commitment, DueDate, Follower, Inheritance
from m4c.commitments.operations.follower import (
    FollowRefused,
    claim_followers,
    confirm_following,
    follow_commitment,
    forget_followers,
    stop_following,
    tell_followers_later,
)
from m4c.commitments.operations.progress import add_progress, confirm_evidence
from m4c.commitments.operations.publishing import publish_commitment, take_down_commitment
from m4c.core.worker import run_waiting
from m4c.people.models.account import website
from tests.campaigns.press.telling import a_councillor
from tests.cast import Cast
from tests.commitments.faces.facing import a_public_promise
from tests.commitments.promising import a_promise, an_entry, held, new_entry, three_meetings
from tests.factories import NOW, TODAY

DAY = timedelta(days=1)
MAIL = "ada@example.org"


def asked(commitment: Commitment, email: str = MAIL) -> Follower:
    """Somebody who asked to follow it."""
    now = timezone.now()
    return follow_commitment(commitment=commitment, email=email, language="en-gb", at=now, by=website())


def following(commitment: Commitment, email: str = MAIL) -> Follower:
    """The same, confirmed."""
    token = token_of(str(asked(commitment, email).uid))
    return confirm_following(token=token, at=timezone.now(), by=website())


def letters() -> list[str]:
    """Subjects of the letters that went, oldest first."""
    return [str(letter.subject) for letter in mail.outbox]


def test_only_what_everybody_reads_can_be_followed(cast: Cast) -> None:
    with pytest.raises(FollowRefused):
        asked(a_promise(cast))


def test_the_same_address_twice_is_one_follower(cast: Cast) -> None:
    made = a_public_promise(cast)
    assert asked(made) == asked(made)
    run_waiting()
    assert letters() == ["Follow a commitment", "Follow a commitment"]


def test_nobody_is_told_who_never_confirmed(cast: Cast) -> None:
    made = a_public_promise(cast)
    asked(made)
    an_entry(cast, made)
    assert claim_followers(at=timezone.now(), by=cast.operator).followers == {}


def test_each_move_is_told_once_also_one_by_the_calendar(cast: Cast) -> None:
    made = a_public_promise(cast)
    follower = following(made)
    run_waiting()
    mail.outbox.clear()
    tell_of_moves.call()
    assert letters() == []
    an_entry(cast, made)
    tell_of_moves.call()
    tell_of_moves.call()
    assert letters() == ["A commitment that you follow has moved"]
    letter = mail.outbox[0]
    assert (letter.to, "kept" in letter.body) == ([MAIL], True)
    assert letter.extra_headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert token_of(str(follower.uid)) in letter.extra_headers["List-Unsubscribe"]
    due = a_public_promise(cast, due_on=timezone.localdate() + 40 * DAY)
    following(due, "ben@example.org")
    then = timezone.now() + 45 * DAY
    assert [one.told_status for one in claim_followers(at=then, by=cast.operator).followers] == ["overdue"]


def test_each_entry_is_a_move_also_where_it_stands_as_before(cast: Cast) -> None:
    made = three_meetings(cast)
    publish_commitment(commitment=made, at=NOW, by=cast.operator)
    following(made)
    at = timezone.now() + timedelta(minutes=20)

    def told() -> int:
        """How many are told in the next minutes, by what was written since."""
        nonlocal at
        at += timedelta(minutes=20)
        return len(claim_followers(at=at, by=cast.operator).followers)

    def grow() -> Iterator[Any]:
        """What everybody reads of it, written one after the other."""
        for _each in range(2):  # made, in progress, in progress still
            yield add_progress(commitment=made, new=new_entry(kind="reached", amount=Decimal(1)), at=at, by=cast.leader)
        by = {"by": cast.organiser, "commitment": made}
        yield Amendment.objects.create(
            on=TODAY, words_before="A", words_after="B", because="C", agreed_with="D", at=at, **by
        )
        yield DueDate.objects.create(known_on=TODAY, due_on=made.due_on, at=at, **by)
        heir = a_councillor(cast, "Cllr After")
        yield Inheritance.objects.create(powerholder=heir, on=TODAY, stance="silent", at=at, **by)
        brought = held(cast, made)
        yield None
        yield confirm_evidence(progress=brought, kind="step", at=at, by=cast.leader)

    assert [(told(), told()) for _written in grow()] == [(1, 0)] * 5 + [(0, 0), (1, 0)]


def test_a_letter_that_no_server_took_goes_the_next_time(cast: Cast) -> None:
    made = a_public_promise(cast)
    following(made)
    run_waiting()
    an_entry(cast, made)
    mail.outbox.clear()
    with patch("django.core.mail.backends.locmem.EmailBackend.open", side_effect=SMTPServerDisconnected, create=True):
        tell_of_moves.call()
    assert letters() == []
    tell_of_moves.call()
    assert letters() == ["A commitment that you follow has moved"]


def test_who_is_put_back_is_told_again(cast: Cast) -> None:
    made = a_public_promise(cast)
    following(made)
    an_entry(cast, made)
    claimed = claim_followers(at=timezone.now(), by=cast.operator).followers
    tell_followers_later(before=claimed, by=cast.operator)
    assert len(claim_followers(at=timezone.now(), by=cast.operator).followers) == 1


def test_stopping_empties_the_address_and_its_link_opens_nothing_more(cast: Cast) -> None:
    made = a_public_promise(cast)
    token = token_of(str(following(made).uid))
    confirm_following(token=token, at=timezone.now(), by=website())  # twice is once
    stop_following(token=token, at=timezone.now(), by=website())
    assert (Follower.objects.get().email, Follower.objects.following().count()) == ("", 0)
    for act in (confirm_following, stop_following):
        with pytest.raises(FollowRefused):
            act(token=token, at=timezone.now(), by=website())
    assert following(made).email == MAIL  # and may be followed again


def test_nothing_is_told_of_what_was_taken_down(cast: Cast) -> None:
    made = a_public_promise(cast)
    following(made)
    an_entry(cast, made)
    take_down_commitment(commitment=made, at=NOW, by=cast.operator)
    assert claim_followers(at=timezone.now(), by=cast.operator).followers == {}


def test_who_never_confirmed_stopped_or_follows_what_is_gone_is_forgotten(cast: Cast) -> None:
    made, gone = a_public_promise(cast), a_public_promise(cast)
    following(made, "stays@example.org")
    asked(made, "never@example.org")
    stopped = following(made, "stops@example.org")
    stop_following(token=token_of(str(stopped.uid)), at=timezone.now(), by=website())
    following(gone, "gone@example.org")
    take_down_commitment(commitment=gone, at=timezone.now() - 31 * DAY, by=cast.operator)
    forget_followers(at=timezone.now() + 8 * DAY, by=cast.operator)
    assert [one.email for one in Follower.objects.all()] == ["stays@example.org"]
    look_after.call()
    assert Follower.objects.count() == 1
