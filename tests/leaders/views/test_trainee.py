"""At the desk of a session: one trainee after another with their pledges; standing said later; a slip taken off."""

from datetime import timedelta

import pytest
from django.urls import reverse

from m4c.events.models import Attendance
from m4c.leaders.models import ConversationPledge, TraineeStanding, TrainingSession
from m4c.leaders.operations.trainee import NewTrainee, record_trainee
from m4c.people.models import Person
from tests.cast import Cast
from tests.factories import TODAY, queries_of, signed_in, somebody, training, words_of

DESK = {"HX-Request": "true", "HX-Target": "trainee-desk"}
DUE = TODAY + timedelta(days=60)


@pytest.fixture
def session(cast: Cast) -> TrainingSession:
    """A full session of Cardiff."""
    return training(cast)


def desk(session: TrainingSession) -> str:
    return reverse("trainees", kwargs={"uid": session.uid})


def of(attendance: Attendance, name: str) -> str:
    return reverse(name, kwargs={"uid": attendance.uid})


def picked(person: Person, field: str = "person") -> dict[str, str]:
    return {field: person.name, f"{field}-chosen": str(person.uid)}


def test_all_of_one_trainee_is_sent_in_one_small_form(cast: Cast, session: TrainingSession) -> None:
    amal, bethan, client = somebody(cast), cast.person("leader"), signed_in(cast, "organiser")
    facts = {"one_to_ones": "5", "house_meetings": "1", "due_on": DUE.isoformat(), "was_member": "no"}
    response = client.post(desk(session), picked(amal) | picked(bethan, "brought_by") | facts)
    assert response["Location"] == desk(session)

    assert Attendance.objects.get().brought_by == bethan
    assert TraineeStanding.objects.get().was_member is False
    pledges = ConversationPledge.objects.values_list("kind", "number", "due_on", "session")
    expected = [("house_meeting", 1, DUE, session.pk), ("one_to_one", 5, DUE, session.pk)]
    assert sorted(pledges) == expected
    text = words_of(client.get(desk(session)))
    assert ("Amal Yusuf is on record. Who is next?" in text, "1 person" in text) == (True, True)


def test_a_name_is_enough(cast: Cast, session: TrainingSession) -> None:
    new = {"person": "Kit Okafor", "person-chosen": "new"}
    signed_in(cast, "leader").post(desk(session), new)
    assert Attendance.objects.get().person.name == "Kit Okafor"
    assert (TraineeStanding.objects.count(), ConversationPledge.objects.count()) == (0, 0)


def test_the_day_to_hold_them_by_is_two_months_on_then_that_of_the_session(
    cast: Cast, session: TrainingSession
) -> None:
    client = signed_in(cast, "organiser")
    assert client.get(desk(session)).context["form"]["due_on"].value() == DUE

    other = TODAY + timedelta(days=30)
    trainee = NewTrainee(somebody(cast), pledges={"one_to_one": 5}, due_on=other)
    record_trainee(session=session, trainee=trainee, by=cast.organiser)
    assert client.get(desk(session)).context["form"]["due_on"].value() == other


def test_htmx_gets_the_desk_back_fresh_with_the_day_kept(cast: Cast, session: TrainingSession) -> None:
    other = TODAY + timedelta(days=30)
    facts = picked(somebody(cast)) | {"one_to_ones": "5", "due_on": other.isoformat()}
    response = signed_in(cast, "organiser").post(desk(session), facts, headers=DESK)
    text = words_of(response)
    assert text.startswith('<div id="trainee-desk"')
    assert ('value="5"' in text, f'value="{other.isoformat()}"' in text, "autofocus" in text) == (False, True, True)


def test_a_refused_form_keeps_its_words(cast: Cast, session: TrainingSession) -> None:
    somebody(cast)
    facts = {"person": "Amal", "one_to_ones": "5", "was_member": "yes", "brought_by": "Beth"}
    text = words_of(signed_in(cast, "organiser").post(desk(session), facts, headers=DESK), 422)
    for words in ("Which of them?", 'value="5"', '<option value="yes" selected>', 'value="Beth"'):
        assert words in text


def test_a_day_before_the_session_is_refused_beside_its_field(cast: Cast, session: TrainingSession) -> None:
    facts = picked(somebody(cast)) | {"one_to_ones": "5", "due_on": (TODAY - timedelta(days=1)).isoformat()}
    response = signed_in(cast, "organiser").post(desk(session), facts)
    assert response.context["form"].errors["due_on"] == ["A pledge is due after it is made."]
    assert Attendance.objects.count() == 0


def test_the_desk_takes_the_same_queries_for_one_and_three(cast: Cast, session: TrainingSession) -> None:
    def some(name: str) -> None:
        trainee = NewTrainee(somebody(cast, name), was_member=True, pledges={"one_to_one": 5})
        record_trainee(session=session, trainee=trainee, by=cast.organiser)

    some("Ann Ash")
    client = signed_in(cast, "organiser")
    one = queries_of(client, desk(session))
    some("Bob Beech")
    some("Cai Cedar")
    assert queries_of(client, desk(session)) == one <= 11


def test_a_leader_writes_up_many_and_sees_only_whom_they_brought(cast: Cast, session: TrainingSession) -> None:
    amal = somebody(cast, met_by=cast.person("leader"))
    client = signed_in(cast, "leader")
    client.post(desk(session), picked(amal) | {"one_to_ones": "5"})
    client.get(desk(session))  # says the name back once
    text = words_of(client.get(desk(session)))
    assert ("Amal Yusuf" in text, "1 person" in text, "five 1-2-1s" in text) == (False, True, False)


@pytest.mark.parametrize(("persona", "status"), [("member", 403), ("editor", 403), ("leader_elsewhere", 404)])
def test_others_do_not_reach_the_desk(cast: Cast, session: TrainingSession, persona: str, status: int) -> None:
    assert signed_in(cast, persona).get(desk(session)).status_code == status
    assert signed_in(cast, persona).post(desk(session), {"person": "X Y", "person-chosen": "new"}).status_code == status


def test_how_somebody_stood_is_said_later(cast: Cast, session: TrainingSession) -> None:
    recorded = record_trainee(session=session, trainee=NewTrainee(somebody(cast)), by=cast.organiser)
    address, client = of(recorded.attendance, "standing"), signed_in(cast, "organiser")
    words_of(client.get(address))
    client.post(address, {"was_member": "no", "joined_on": TODAY.isoformat()})
    assert TraineeStanding.objects.values_list("was_member", "joined_on").get() == (False, TODAY)
    assert f'value="{TODAY.isoformat()}"' in words_of(client.get(address))

    before = {"was_member": "no", "joined_on": (TODAY - timedelta(days=1)).isoformat()}
    assert "was a member then" in words_of(client.post(address, before), 422)
    assert signed_in(cast, "leader").get(address).status_code == 404


def test_a_slip_is_taken_off_with_its_pledges(cast: Cast, session: TrainingSession) -> None:
    trainee = NewTrainee(somebody(cast), pledges={"one_to_one": 5})
    attendance = record_trainee(session=session, trainee=trainee, by=cast.organiser).attendance
    address = of(attendance, "remove-trainee")
    assert signed_in(cast, "leader").post(address).status_code == 404
    assert signed_in(cast, "organiser").get(address).status_code == 405
    signed_in(cast, "organiser").post(address)
    assert (Attendance.objects.count(), ConversationPledge.objects.count()) == (0, 0)
