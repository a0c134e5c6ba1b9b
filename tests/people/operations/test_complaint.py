"""Complaints: by the law's clock where they are about data, acknowledged by letter, and answered step by step."""

from datetime import date, datetime, timedelta

import pytest
from django.core import mail

from m4c.core.errors import NotAllowed
from m4c.core.worker import run_waiting
from m4c.people import clocks
from m4c.people.clocks import Clock
from m4c.people.desk.written import Written
from m4c.people.models import Complaint, ComplaintStep
from m4c.people.models.account import website
from m4c.people.operations.complaint import ComplaintRefused, complain, forget_complaints, mail_answer, take_step
from tests.cast import PERSONAS, Cast

WRITTEN = Written("Ebo Iwu", "ebo.iwu@example.org", "You rang me again.", "en-gb")
ACKNOWLEDGED, LOOKED_INTO, ANSWERED = ComplaintStep.State


def made(at: datetime, kind: str = "data") -> Complaint:
    """A complaint that came then."""
    return complain(written=WRITTEN, kind=kind, notice=1, at=at, by=website())


def test_about_data_the_law_gives_thirty_days_and_our_own_rule_less(
    cast: Cast, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(clocks, "COMPLAINT_ANSWERED", [Clock(40, date(2018, 5, 25), "another movement's rule")])
    days = [(made(now, kind).acknowledge_by - now.date()).days for kind in ("data", "other")]

    assert days == [30, 5]


def test_what_acknowledges_is_never_due_after_the_answer(cast: Cast, now: datetime) -> None:
    received = now.date()
    days = [(made(now, kind).acknowledge_by - received).days for kind in ("data", "other")]

    assert (days, made(now).answer_by) == ([28, 5], received + timedelta(days=28))


def test_before_the_law_held_our_own_rule_did(cast: Cast, now: datetime) -> None:
    early = now.replace(month=6, day=18)

    assert (made(early).acknowledge_by - early.date()).days == 5


def test_it_is_acknowledged_by_letter_and_those_who_answer_are_told_without_content(cast: Cast, now: datetime) -> None:
    complaint = made(now)
    run_waiting()

    assert [letter.to for letter in mail.outbox] == [["ebo.iwu@example.org"], [cast.data_protection.email]]
    assert "2 November 2026" in mail.outbox[0].body
    assert "Information Commissioner" in mail.outbox[0].body
    assert "rang" not in mail.outbox[1].body
    assert list(ComplaintStep.objects.values_list("complaint", "state")) == [(complaint.pk, ACKNOWLEDGED)]


def test_where_no_letter_may_go_out_a_person_is_told_to_acknowledge(cast: Cast, now: datetime) -> None:
    complain(written=WRITTEN, kind="data", notice=1, at=now, by=website(), may_write_back=False)
    run_waiting()

    assert [letter.to for letter in mail.outbox] == [[cast.data_protection.email]]
    assert "Please acknowledge it by 2 November 2026" in mail.outbox[0].body
    assert not ComplaintStep.objects.exists()


def test_the_answer_is_mailed_once_in_the_words_that_stand(cast: Cast, now: datetime) -> None:
    complaint, by = made(now), cast.data_protection
    run_waiting()
    with pytest.raises(ComplaintRefused) as early:
        mail_answer(complaint=complaint, at=now, by=by)
    take_step(complaint=complaint, state=ANSWERED, words="We stopped & are sorry.", at=now, by=by)
    _complaint, answer = mail_answer(complaint=complaint, at=now, by=by)
    mail.outbox.clear()
    run_waiting()
    with pytest.raises(ComplaintRefused) as again:
        mail_answer(complaint=complaint, at=now, by=by)

    assert (early.value.code, again.value.code, answer.mailed_at) == ("no_answer", "mailed", now)
    assert [letter.to for letter in mail.outbox] == [["ebo.iwu@example.org"]]
    assert "We stopped & are sorry." in mail.outbox[0].body


def test_who_gave_no_address_gets_no_letter(cast: Cast, now: datetime) -> None:
    complaint, by = made(now), cast.data_protection
    take_step(complaint=complaint, state=ANSWERED, words="We stopped.", at=now, by=by)
    complaint.email = ""
    with pytest.raises(ComplaintRefused, match="no e-mail"):
        mail_answer(complaint=complaint, at=now, by=by)


def test_only_those_who_answer_read_it(cast: Cast, now: datetime) -> None:
    complaint = made(now)
    readers = {name for name in PERSONAS if Complaint.objects.visible_to(getattr(cast, name)).exists()}

    assert readers == {"data_protection", "admin"}
    with pytest.raises(NotAllowed):
        take_step(complaint=complaint, state=ANSWERED, words="No", at=now, by=cast.national_organiser)


def test_steps_go_forward_and_an_answer_has_words(cast: Cast, now: datetime) -> None:
    complaint, by = made(now), cast.data_protection
    with pytest.raises(ComplaintRefused) as blank:
        take_step(complaint=complaint, state=ANSWERED, words=" ", at=now, by=by)
    take_step(complaint=complaint, state=ANSWERED, words="We stopped, and are sorry.", at=now, by=by)
    with pytest.raises(ComplaintRefused) as past:
        take_step(complaint=complaint, state=LOOKED_INTO, at=now, by=by)

    assert (blank.value.field, past.value.code) == ("words", "past")
    assert (list(Complaint.objects.open()), list(Complaint.objects.answered())) == ([], [complaint])


def test_complaints_are_forgotten_after_six_years(cast: Cast, now: datetime) -> None:
    made(now - timedelta(days=2_191))
    kept = made(now)

    forget_complaints(at=now, by=cast.operator)

    assert list(Complaint.objects.all()) == [kept]
