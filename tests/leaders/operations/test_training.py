"""A session is one for its group, kind and day; its trainers, programme and trainees' standing are recorded."""

from datetime import timedelta

import pytest

from m4c.core.errors import NotAllowed
from m4c.core.models import AuditEntry
from m4c.events.models import Event
from m4c.events.operations.attendance import Came, record_attendance, record_attendances
from m4c.events.operations.event import call_off_event
from m4c.leaders.models import Programme, TraineeStanding, TrainingSession
from m4c.leaders.operations.training import (
    NewSession,
    TrainingRefused,
    add_trainer,
    edit_session,
    make_programme,
    record_session,
    record_standing,
    record_standings,
    remove_trainer,
    start_of,
)
from tests.cast import Cast
from tests.factories import NOW, TODAY, doers, seers, somebody, training

YESTERDAY, TOMORROW = TODAY - timedelta(days=1), TODAY + timedelta(days=1)


def new_session(**more: object) -> NewSession:
    return NewSession(**({"kind": "full", "starts_at": start_of(TODAY)} | more))  # type: ignore[arg-type]


def test_a_session_has_an_event_of_its_group(cast: Cast) -> None:
    new = new_session(place="Central Library", partner=cast.partner, trainers=[cast.person("organiser")])
    session = record_session(group=cast.cardiff, new=new, by=cast.organiser)

    event = session.event
    assert (event.kind, event.group, event.place) == (Event.Kind.TRAINING, cast.cardiff, "Central Library")
    assert (session.partner, list(session.trainers.all())) == (cast.partner, [cast.person("organiser")])
    assert str(event) == "Training, full: Cardiff"


def test_without_a_place_it_is_at_the_groups(cast: Cast) -> None:
    assert record_session(group=cast.cardiff, new=new_session(), by=cast.organiser).event.place == "Cardiff"


def test_kind_and_day_are_one_session_of_a_group(cast: Cast) -> None:
    first = record_session(group=cast.cardiff, new=new_session(), by=cast.organiser)
    evening = new_session(starts_at=NOW)
    assert record_session(group=cast.cardiff, new=evening, by=cast.organiser) == first

    for other in (new_session(kind="taster"), new_session(starts_at=start_of(TOMORROW))):
        assert record_session(group=cast.cardiff, new=other, by=cast.organiser) != first
    assert record_session(group=cast.swansea, new=new_session(), by=cast.national_organiser) != first


def test_one_that_was_called_off_does_not_stand_in_the_way(cast: Cast) -> None:
    first = training(cast)
    call_off_event(event=first.event, at=NOW, by=cast.leader)
    assert training(cast) != first


def test_who_records_here(cast: Cast) -> None:
    recorders = doers(lambda by: record_session(group=cast.cardiff, new=new_session(), by=by), cast)
    assert recorders == {"leader", "organiser", "national_organiser"}


def test_a_programme_by_name_is_the_nearest_above_or_a_new_one(cast: Cast) -> None:
    ours = make_programme(group=cast.movement, name="Future Leaders", by=cast.national_organiser)
    session = record_session(group=cast.cardiff, new=new_session(programme=" future leaders "), by=cast.organiser)
    assert session.programme == ours

    edit_session(session=session, values={"programme": "Stand up and speak"}, by=cast.leader)
    assert (str(session.programme), session.programme.group) == ("Stand up and speak", cast.cardiff)
    edit_session(session=session, values={"programme": " "}, by=cast.leader)
    assert TrainingSession.objects.filter(pk=session.pk, programme=None).exists()
    assert Programme.objects.count() == 2


def test_a_programme_is_made_once_and_has_a_name(cast: Cast) -> None:
    first = make_programme(group=cast.cardiff, name=" Stand up ", by=cast.leader)
    assert make_programme(group=cast.cardiff, name="Stand up", by=cast.leader) == first
    with pytest.raises(TrainingRefused):
        make_programme(group=cast.cardiff, name=" ", by=cast.leader)


def test_kind_and_partner_are_changed_and_nothing_unknown(cast: Cast) -> None:
    session = training(cast)
    edit_session(session=session, values={"kind": "taster", "partner": cast.partner}, by=cast.leader)
    assert (session.kind, session.partner) == ("taster", cast.partner)
    with pytest.raises(TypeError, match="event"):
        edit_session(session=session, values={"event": None}, by=cast.leader)
    with pytest.raises(NotAllowed):
        edit_session(session=session, values={"kind": "full"}, by=cast.leader_elsewhere)


def test_trainers_come_and_go_and_the_audit_entry_names_none(cast: Cast) -> None:
    session, trainer = training(cast), cast.person("organiser")
    add_trainer(session=session, person=trainer, by=cast.organiser)
    assert list(session.trainers.all()) == [trainer]
    assert AuditEntry.objects.latest("pk").changes == {"trainers": None}
    remove_trainer(session=session, person=trainer, by=cast.leader)
    assert list(session.trainers.all()) == []


def test_standing_is_said_and_corrected(cast: Cast) -> None:
    attendance = record_attendance(event=training(cast).event, person=somebody(cast), by=cast.organiser)
    record_standing(attendance=attendance, was_member=False, joined_on=TOMORROW, by=cast.leader)
    assert TraineeStanding.objects.get().joined_on == TOMORROW

    record_standing(attendance=attendance, was_member=True, joined_on=TOMORROW, by=cast.leader)
    standing = TraineeStanding.objects.get()
    assert (standing.was_member, standing.joined_on) == (True, None)


def test_who_joined_before_the_session_was_a_member_then(cast: Cast) -> None:
    attendance = record_attendance(event=training(cast).event, person=somebody(cast), by=cast.organiser)
    with pytest.raises(TrainingRefused) as refused:
        record_standing(attendance=attendance, was_member=False, joined_on=YESTERDAY, by=cast.leader)
    assert refused.value.field == "joined_on"


def test_of_many_what_was_said_before_stays(cast: Cast) -> None:
    session = training(cast)
    rows = [Came(somebody(cast)), Came(somebody(cast, "Bob Hughes"))]
    amal, bob = record_attendances(event=session.event, rows=rows, by=cast.organiser)
    record_standing(attendance=amal, was_member=True, by=cast.leader)
    record_standings(session=session, standings={amal: False, bob: False}, by=cast.leader)
    assert dict(TraineeStanding.objects.values_list("attendance", "was_member")) == {amal.pk: True, bob.pk: False}


def test_who_sees_a_session(cast: Cast) -> None:
    members = {"member", "leader", "organiser", "editor", "protected_member"}
    assert seers(cast, training(cast)) == members | {"national_organiser", "data_protection"}


def test_who_was_trained_elsewhere_sees_their_own_session(cast: Cast) -> None:
    session = training(cast)
    assert session not in TrainingSession.objects.visible_to(cast.leader_elsewhere)
    record_attendance(event=session.event, person=cast.person("leader_elsewhere"), by=cast.operator)
    assert session in TrainingSession.objects.visible_to(cast.fresh("leader_elsewhere"))


def test_standings_are_seen_by_who_sees_the_attendance(cast: Cast) -> None:
    attendance = record_attendance(event=training(cast).event, person=somebody(cast), by=cast.operator)
    standing = record_standing(attendance=attendance, was_member=True, by=cast.operator)
    assert seers(cast, standing) == {"organiser", "national_organiser", "data_protection"}
