"""What is captured at a house meeting is answered one by one, written once, and only by its host or their organiser."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest

from m4c.events.models import Job
from m4c.listening.models import Concern, HostOffer, HouseMeeting
from m4c.listening.operations.capture import capture, sentence_of
from m4c.listening.operations.house_meeting import HouseMeetingRefused, call_off_house_meeting
from m4c.listening.rounds.entries import Captured, Entry, Heard, Offered, TakenBack, TakenOn
from m4c.people.models import Account
from tests.cast import Cast
from tests.factories import NOW, TODAY, doers
from tests.listening.holding import guest_at, meeting_of


def said(cast: Cast, meeting: HouseMeeting, *sent: Entry, by: Account | None = None) -> Captured:
    return capture(meeting=meeting, sent=sent, at=NOW, by=by or cast.leader)


def answers(captured: Captured) -> list[str]:
    return [answer.said for answer in captured.answers]


def heard(words: str = "Damp", uid: UUID | None = None, **more: Any) -> Heard:
    return Heard(uid or uuid4(), NOW, words, **more)


def test_a_concern_is_of_the_guest_who_said_it(cast: Cast) -> None:
    meeting = meeting_of(cast)
    guest = guest_at(cast, meeting)
    captured = said(
        cast, meeting, heard(who=guest.uid, strength=3, may_quote=True), heard("Cold"), heard("Rent", who=meeting.uid)
    )
    assert answers(captured) == ["kept"] * 3
    told = Concern.objects.order_by("pk").values_list("words", "person", "strength", "may_quote", "said_on")
    assert list(told) == [
        ("Damp", guest.person_id, 3, True, TODAY),
        ("Cold", None, None, False, TODAY),
        ("Rent", meeting.host_id, None, False, TODAY),
    ]
    assert set(Concern.objects.values_list("house_meeting", "group")) == {(meeting.pk, cast.cardiff.pk)}


def test_one_that_cannot_be_written_keeps_no_other_out(cast: Cast) -> None:
    meeting = meeting_of(cast)
    captured = said(cast, meeting, heard(who=uuid4()), heard("  "), heard("Cold"))
    assert sorted(answers(captured)) == ["kept", "refused", "refused"]
    assert [concern.words for concern in Concern.objects.all()] == ["Cold"]
    assert sentence_of(captured) is not None


def test_offers_and_jobs_are_written_down(cast: Cast) -> None:
    meeting = meeting_of(cast)
    guest = guest_at(cast, meeting)
    by_when = date(2026, 10, 20)
    offers = (Offered(uuid4(), NOW, guest.uid, by_when=by_when), Offered(uuid4(), NOW, name=" Mair "))
    job = TakenOn(uuid4(), NOW, "Ring the council", guest.uid, by_when)
    assert answers(said(cast, meeting, *offers, job)) == ["kept"] * 3
    told = HostOffer.objects.order_by("pk").values_list("person", "name", "by_when")
    assert list(told) == [(guest.person_id, "", by_when), (None, "Mair", None)]
    written = Job.objects.get()
    assert (written.what, written.taken_by_id, written.event_id) == (
        "Ring the council",
        guest.person_id,
        meeting.event_id,
    )


def test_nobody_offers_nothing_and_nothing_is_no_job(cast: Cast) -> None:
    meeting = meeting_of(cast)
    assert answers(said(cast, meeting, Offered(uuid4(), NOW), TakenOn(uuid4(), NOW, " "))) == ["refused", "refused"]


def test_sent_twice_is_once(cast: Cast) -> None:
    meeting = meeting_of(cast)
    guest = guest_at(cast, meeting)
    sent = (heard(who=guest.uid), Offered(uuid4(), NOW, guest.uid), TakenOn(uuid4(), NOW, "Ring", guest.uid))
    said(cast, meeting, *sent)
    assert answers(said(cast, meeting, *sent)) == ["kept"] * 3
    assert (Concern.objects.count(), HostOffer.objects.count(), Job.objects.count()) == (1, 1, 1)


def test_a_uid_that_says_something_else_is_refused(cast: Cast) -> None:
    meeting = meeting_of(cast)
    uids = [uuid4() for _one in range(3)]
    said(cast, meeting, heard("Damp", uids[0]), Offered(uids[1], NOW, name="Mair"), TakenOn(uids[2], NOW, "Ring"))
    other = (heard("Cold", uids[0]), Offered(uids[1], NOW, name="Ada"), TakenOn(uids[2], NOW, "Write"))
    captured = said(cast, meeting, *other)
    assert {str(answer.refused) for answer in captured.answers} == {"That record cannot be written."}


def test_a_slip_is_taken_back(cast: Cast) -> None:
    meeting = meeting_of(cast)
    sent = (heard(), Offered(uuid4(), NOW, name="Mair"), TakenOn(uuid4(), NOW, "Ring"))
    said(cast, meeting, *sent)
    back = [TakenBack(uuid4(), NOW, entry.uid) for entry in sent]
    assert answers(said(cast, meeting, *back)) == ["back"] * 3
    assert (Concern.objects.get().struck_at, HostOffer.objects.get().declined_at) == (NOW, NOW)
    assert Job.objects.get().outcome == "dropped"
    assert answers(said(cast, meeting, TakenBack(uuid4(), NOW, uuid4()))) == ["refused"]


def test_what_another_wrote_down_is_not_a_leaders_to_take_back(cast: Cast) -> None:
    meeting, entry = meeting_of(cast), heard()
    said(cast, meeting, entry, by=cast.organiser)
    assert answers(said(cast, meeting, TakenBack(uuid4(), NOW, entry.uid))) == ["refused"]


def test_somebody_hidden_since_is_taken_in_silence(cast: Cast) -> None:
    meeting = meeting_of(cast)
    guest = guest_at(cast, meeting, person=cast.person("protected_member"))
    assert answers(said(cast, meeting, heard(who=guest.uid), by=cast.organiser)) == ["kept"]
    assert Concern.objects.visible_to(cast.organiser).count() == 0


def test_a_clock_that_runs_ahead_says_when_it_was_heard(cast: Cast) -> None:
    said(cast, meeting_of(cast), Heard(uuid4(), NOW + timedelta(days=3), "Damp"))
    assert Concern.objects.get().said_on == TODAY


def test_who_may_capture_the_leaders_meeting(cast: Cast) -> None:
    meeting = meeting_of(cast)
    allowed = {"leader", "organiser", "national_organiser"}
    assert doers(lambda account: said(cast, meeting, heard(), by=account), cast) == allowed


def test_of_a_meeting_called_off_nothing_is_captured(cast: Cast) -> None:
    meeting = meeting_of(cast)
    call_off_house_meeting(meeting=meeting, at=NOW, by=cast.leader)
    with pytest.raises(HouseMeetingRefused):
        said(cast, meeting, heard())
