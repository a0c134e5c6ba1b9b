"""The office's reply comes by the link of its notice with a name and a role, and is held until a keeper knows it."""

from datetime import timedelta
from typing import Any

import pytest

from m4c.commitments.models import OfficeReply
from m4c.commitments.operations import reply as operations
from m4c.commitments.operations.contact import ContactRefused, plan_contact
from m4c.commitments.operations.judgement import withdraw_judgement
from m4c.commitments.operations.reply import HandedReply, ReplyRefused, confirm_reply, hand_in_reply, refuse_reply
from m4c.core.errors import NotAllowed
from m4c.people.models.account import website
from tests.cast import Cast
from tests.commitments.promising import a_promise, judged, noticed
from tests.factories import NOW, TODAY, doers

DAY = timedelta(days=1)
SAID = {
    "words": "The third meeting is on 2 November.",
    "writer": "Elin Office",
    "role": "Diary secretary",
    "email": "elin@council.example.org",
}


def reply(token: str, **more: Any) -> OfficeReply:
    """A reply by a link."""
    return hand_in_reply(token=token, handed=HandedReply(**SAID | more), at=NOW, by=website())


@pytest.mark.parametrize(
    ("said", "code"),
    [({"words": " "}, "empty"), ({"writer": ""}, "empty"), ({"role": " "}, "empty"), ({"email": "elin"}, "no_email")],
)
def test_a_reply_names_its_writer_role_and_address(cast: Cast, said: dict[str, str], code: str) -> None:
    with pytest.raises(ReplyRefused) as refused:
        reply(noticed(cast).token, **said)
    assert refused.value.code == code


def test_it_is_held_until_a_keeper_confirms_it_came_from_them(cast: Cast) -> None:
    made = noticed(cast, judged(cast, a_promise(cast, keeper=cast.person("member"))))
    first = reply(made.token)
    assert (reply(made.token), first.judgement, first.confirmed_at) == (first, made.judgement, None)
    with pytest.raises(NotAllowed):
        confirm_reply(reply=first, at=NOW, by=cast.leader_elsewhere)
    confirm_reply(reply=first, at=NOW, by=cast.member)
    assert (first.confirmed_by, first.confirmed_at) == (cast.member, NOW)
    with pytest.raises(ReplyRefused) as refused:
        refuse_reply(reply=first, because="Not theirs", at=NOW, by=cast.leader)
    assert refused.value.code == "settled"


def test_one_that_did_not_come_from_them_is_refused_with_the_reason(cast: Cast) -> None:
    held = reply(noticed(cast).token)
    with pytest.raises(ReplyRefused):
        refuse_reply(reply=held, because="", at=NOW, by=cast.leader)
    refuse_reply(reply=held, because="Her office knows nothing of it", at=NOW, by=cast.leader)
    assert held.refused_at == NOW
    with pytest.raises(ReplyRefused):
        confirm_reply(reply=held, at=NOW, by=cast.leader)


def test_the_link_opens_nothing_once_it_is_made_anew_or_the_verdict_taken_back(cast: Cast) -> None:
    old = noticed(cast)
    new = noticed(cast, old.judgement)
    reply(new.token)
    withdraw_judgement(judgement=new.judgement, because="She came", at=NOW, by=cast.leader)
    for token in (old.token, new.token, "x" * 43):
        with pytest.raises(ReplyRefused) as refused:
            reply(token, words="Once more")
        assert refused.value.code == "no_link"


def test_a_flood_reaches_an_end_and_only_the_website_hands_in(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(operations, "MOST_HELD", 1)
    token = noticed(cast).token
    reply(token)
    with pytest.raises(ReplyRefused) as refused:
        reply(token, words="And another")
    assert refused.value.code == "too_many"
    given: dict[str, Any] = {"token": token, "handed": HandedReply(**SAID), "at": NOW}
    assert doers(lambda by: hand_in_reply(**given, by=by), cast) == set()


def test_the_next_contact_is_planned_for_days_to_come(cast: Cast) -> None:
    promise = a_promise(cast, keeper=cast.person("member"))
    plan_contact(commitment=promise, on=TODAY, at=NOW, by=cast.member)
    assert promise.next_contact_on == TODAY
    with pytest.raises(ContactRefused):
        plan_contact(commitment=promise, on=TODAY - DAY, at=NOW, by=cast.leader)
    plan_contact(commitment=promise, on=None, at=NOW, by=cast.leader)
    assert promise.next_contact_on is None
