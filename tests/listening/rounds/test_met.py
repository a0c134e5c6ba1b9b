"""Everybody met in a round is asked to its gathering by the host who met them; nobody hidden is asked or counted."""

import pytest

from m4c.core.errors import NotAllowed
from m4c.events.models import Attendance
from m4c.listening.models import MeetingRound
from m4c.listening.operations.concern import NewConcern, note_concern
from m4c.listening.operations.meeting_round import RoundRefused, ask_met, call_gathering, put_in_round, usual_start
from m4c.listening.rounds.asked import sentences_of
from m4c.listening.rounds.met import met_in
from m4c.people.operations.protection import keep_safe
from tests.cast import Cast
from tests.factories import NOW, TODAY, somebody
from tests.listening.holding import guest_at, meeting_of, objects, round_of


def a_round(cast: Cast) -> MeetingRound:
    """A round with one meeting of the leader's that was held: one guest came, and somebody else spoke there."""
    shared, meeting = round_of(cast), meeting_of(cast, held_on=TODAY)
    put_in_round(meeting_round=shared, meetings=[meeting], by=cast.organiser)
    guest_at(cast, meeting)
    said = NewConcern("Damp", TODAY, person=somebody(cast, "Sol Spoke"), house_meeting=meeting)
    note_concern(group=cast.cardiff, new=said, at=NOW, by=cast.organiser)
    return shared


def met(cast: Cast, shared: MeetingRound, persona: str = "organiser") -> dict[str, str]:
    """Whom one would ask, each with who asks them."""
    return {str(row.person): str(row.asker) for row in met_in(shared, cast.fresh(persona))}


def test_guests_speakers_and_hosts_are_met(cast: Cast) -> None:
    shared = a_round(cast)
    bethan, sian = "Bethan Griffiths", "Siân Prosser"
    assert met(cast, shared) == {bethan: sian, "Amal Yusuf": bethan, "Sol Spoke": bethan}


def test_nobody_kept_safe_is_told_of_by_a_number(cast: Cast) -> None:
    shared = a_round(cast)
    hana = guest_at(cast, meeting_of(cast), person=cast.person("protected_member")).person
    assert str(hana) not in met(cast, shared)


def test_a_gathering_asks_them_all_once(cast: Cast) -> None:
    shared = a_round(cast)
    start = usual_start(shared, "fourth_week")
    asked = call_gathering(meeting_round=shared, week="fourth_week", starts_at=start, by=cast.organiser, ask_at=NOW)
    assert asked.listing is not None
    assert list(sentences_of(asked.listing)) == ["3 people are on the list to ask."]
    again = ask_met(meeting_round=shared, week="fourth_week", at=NOW, by=cast.organiser)
    assert list(sentences_of(again)) == ["3 people were on its list before."]
    places = Attendance.objects.filter(event=shared.fourth_week)
    assert sorted(str(place.asked_by) for place in places) == ["Bethan Griffiths", "Bethan Griffiths", "Siân Prosser"]


def test_who_is_not_asked_is_named_but_for_those_kept_safe(cast: Cast) -> None:
    shared = a_round(cast)
    meeting = meeting_of(cast)
    objects(cast, guest_at(cast, meeting, "Olive Objects").person)
    safe = guest_at(cast, meeting, "Sue Safe").person
    keep_safe(person=safe, at=NOW, contact=cast.person("organiser"), by=cast.operator)
    start = usual_start(shared, "fourth_week")
    asked = call_gathering(meeting_round=shared, week="fourth_week", starts_at=start, by=cast.organiser, ask_at=NOW)
    told = " ".join(sentences_of(asked.listing)) if asked.listing else ""
    assert ("Not asked: Olive Objects." in told, "Sue Safe" in told) == (True, False)
    assert "1 is asked by nobody's list: their own contact reaches them." in told
    hidden = ask_met(meeting_round=shared, week="fourth_week", at=NOW, by=cast.national_organiser)
    assert hidden.silent == 0


def test_only_what_is_planned_and_by_who_runs_it(cast: Cast) -> None:
    shared = a_round(cast)
    with pytest.raises(RoundRefused) as refused:
        ask_met(meeting_round=shared, week="eighth_week", at=NOW, by=cast.organiser)
    assert refused.value.code == "not_planned"
    with pytest.raises(NotAllowed):
        ask_met(meeting_round=shared, week="eighth_week", at=NOW, by=cast.leader)
