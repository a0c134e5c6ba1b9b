"""The office's reply comes by the link of its notice with a name and a role, and is held until a keeper knows it."""

import re
from datetime import timedelta
from typing import Any

import pytest
from django.core import mail

from m4c.commitments.models import OfficeReply
from m4c.commitments.operations import reply as operations
from m4c.commitments.operations.contact import ContactRefused, plan_contact
from m4c.commitments.operations.judgement import withdraw_judgement
from m4c.commitments.operations.reply import (
    HandedReply,
    ReplyRefused,
    confirm_reply,
    hand_in_reply,
    refuse_reply,
    show_reply_address,
)
from m4c.commitments.watching.office_address import told_plainly
from m4c.commitments.watching.reply_secrets import token_of
from m4c.commitments.watching.reply_tasks import mail_reply_receipt
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
    with pytest.raises(ReplyRefused) as refused:
        confirm_reply(reply=first, how=" ", at=NOW, by=cast.member)
    assert (refused.value.code, refused.value.field) == ("not_sure", "how")
    confirm_reply(reply=first, how="I rang her office", at=NOW, by=cast.member)
    assert (first.confirmed_by, first.confirmed_at, first.confirmed_how) == (cast.member, NOW, "I rang her office")
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


@pytest.mark.parametrize("email", ["elin@gmail.com", "Leader@Outlook.com "])
def test_a_mailbox_as_anybody_has_one_is_not_the_offices(cast: Cast, email: str) -> None:
    made = noticed(cast)
    with pytest.raises(ReplyRefused) as refused:
        reply(made.token, email=email)
    assert (refused.value.code, refused.value.field) == ("not_of_office", "email")
    assert OfficeReply.objects.count() == 0
    holder = made.judgement.commitment.powerholder
    holder.email = email.strip().casefold()  # of a community council that has no other
    holder.save()
    assert reply(made.token, email=email).email == email.strip()


def test_one_letter_goes_to_the_address_and_its_link_shows_who_reads_it(cast: Cast) -> None:
    made = noticed(cast)
    holder = made.judgement.commitment.powerholder
    holder.email = "leader@council.example.org"
    holder.save()
    first = reply(made.token)
    reply(made.token)
    mail_reply_receipt.call(first.pk)
    letter = mail.outbox[-1]
    assert (letter.to, letter.subject) == (["elin@council.example.org"], "Your reply has come in: one step more")
    link = re.search(r"/address/([0-9a-f]{64})/", str(letter.body))
    assert link
    assert SAID["words"] not in letter.body  # whoever holds the link writes nobody a letter of their own words
    assert link[1] not in str(OfficeReply.objects.values().get())
    for wrong in ("x" * 64, ""):
        with pytest.raises(ReplyRefused):
            show_reply_address(token=wrong, at=NOW, by=website())
    shown = show_reply_address(token=link[1], at=NOW, by=website())
    assert show_reply_address(token=link[1], at=NOW + DAY, by=website()).address_shown_at == NOW
    assert "opened the link that we sent there" in told_plainly(shown)
    confirm_reply(reply=shown, at=NOW, by=cast.leader)
    sent = len(mail.outbox)
    mail_reply_receipt.call(first.pk)
    assert len(mail.outbox) == sent


def test_an_address_that_answers_and_is_not_the_offices_is_not_enough(cast: Cast) -> None:
    made = noticed(cast)
    holder = made.judgement.commitment.powerholder
    holder.email = "leader@cardiff.gov.uk"
    holder.save()
    held = reply(made.token, email="leader@cardiff.gov.uk.example.org")
    token = token_of(str(held.uid))
    assert doers(lambda by: show_reply_address(token=token, at=NOW, by=by), cast) == set()
    shown = show_reply_address(token=token, at=NOW, by=website())
    with pytest.raises(ReplyRefused) as refused:
        confirm_reply(reply=shown, at=NOW, by=cast.leader)
    assert refused.value.code == "not_sure"


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
