"""One trainee after another: came, brought by whom, member or not, and what they pledged, in one go."""

from datetime import date, timedelta

import pytest

from m4c.core.errors import NotAllowed
from m4c.core.models import AuditEntry
from m4c.events.models import Attendance
from m4c.leaders.models import ConversationPledge, TraineeStanding
from m4c.leaders.operations.pledge import PledgeRefused
from m4c.leaders.operations.trainee import NewTrainee, record_trainee, remove_trainee
from m4c.leaders.operations.training import record_standing
from m4c.people.ledger import rebuild
from m4c.people.models import Engagement, Person
from m4c.people.operations.person import NewPerson
from tests.cast import Cast
from tests.factories import TODAY, somebody, training

DUE = TODAY + timedelta(days=60)


def test_all_that_is_said_of_a_trainee_is_written(cast: Cast) -> None:
    session, amal, bob = training(cast), somebody(cast), somebody(cast, "Bob Hughes")
    trainee = NewTrainee(amal, bob, was_member=False, pledges={"one_to_one": 5, "house_meeting": 1}, due_on=DUE)
    recorded = record_trainee(session=session, trainee=trainee, by=cast.organiser)

    assert (recorded.attendance.person, recorded.attendance.brought_by) == (amal, bob)
    assert TraineeStanding.objects.get().was_member is False
    written = ConversationPledge.objects.values_list("person", "kind", "number", "due_on", "made_on", "session")
    assert sorted(written) == [
        (amal.pk, "house_meeting", 1, DUE, TODAY, session.pk),
        (amal.pk, "one_to_one", 5, DUE, TODAY, session.pk),
    ]
    assert rebuild() == {"added": 0, "changed": 0, "withdrawn": 0}


def test_one_audit_entry_names_it_all(cast: Cast) -> None:
    recorded = record_trainee(
        session=training(cast), trainee=NewTrainee(somebody(cast), pledges={"one_to_one": 5}), by=cast.organiser
    )
    entry = AuditEntry.objects.get(operation="leaders.record_trainee")
    assert entry.touched == [
        ["events.attendance", str(recorded.attendance.uid)],
        ["leaders.conversationpledge", str(recorded.pledges[0].uid)],
    ]


def test_a_leader_takes_down_what_others_pledge_at_the_session(cast: Cast) -> None:
    """Whoever runs the session writes up its pledges, though not others' words elsewhere."""
    amal = somebody(cast, met_by=cast.person("leader"))
    record_trainee(session=training(cast), trainee=NewTrainee(amal, pledges={"one_to_one": 2}), by=cast.leader)
    assert ConversationPledge.objects.get().number == 2


def test_nobody_asked_leaves_no_standing(cast: Cast) -> None:
    record_trainee(session=training(cast), trainee=NewTrainee(somebody(cast)), by=cast.organiser)
    assert (TraineeStanding.objects.count(), ConversationPledge.objects.count()) == (0, 0)


def test_again_corrects_and_takes_nothing_back(cast: Cast) -> None:
    session, amal = training(cast), somebody(cast)
    first = NewTrainee(amal, was_member=False, pledges={"one_to_one": 5, "house_meeting": 1})
    recorded = record_trainee(session=session, trainee=first, by=cast.organiser)
    joined = date(2026, 10, 20)
    record_standing(attendance=recorded.attendance, was_member=False, joined_on=joined, by=cast.leader)
    again = NewTrainee(amal, was_member=False, pledges={"one_to_one": 3})
    record_trainee(session=session, trainee=again, by=cast.organiser)

    assert dict(ConversationPledge.objects.values_list("kind", "number")) == {"one_to_one": 3, "house_meeting": 1}
    assert (TraineeStanding.objects.get().joined_on, Attendance.objects.count()) == (joined, 1)


def test_somebody_new_is_trained(cast: Cast) -> None:
    trainee = NewTrainee(NewPerson("Kit", "Okafor", emails=["kit@example.org"]), pledges={"one_to_one": 1})
    record_trainee(session=training(cast), trainee=trainee, by=cast.organiser)
    kit = Person.objects.get(folded_name="kitokafor")
    assert (kit.met_on, kit.source, ConversationPledge.objects.get().person) == (TODAY, "training", kit)


def test_a_pledge_that_cannot_be_meant_leaves_nothing(cast: Cast) -> None:
    trainee = NewTrainee(NewPerson("Kit", "Okafor"), pledges={"one_to_one": 9_999})
    with pytest.raises(PledgeRefused):
        record_trainee(session=training(cast), trainee=trainee, by=cast.organiser)
    assert (Attendance.objects.count(), Person.objects.filter(folded_name="kitokafor").count()) == (0, 0)


@pytest.mark.parametrize("persona", ["member", "leader_elsewhere", "organiser_elsewhere", "editor"])
def test_others_record_nobody_here(cast: Cast, persona: str) -> None:
    with pytest.raises(NotAllowed):
        record_trainee(session=training(cast), trainee=NewTrainee(somebody(cast)), by=getattr(cast, persona))


def test_a_slip_is_removed_with_its_pledges_and_standing(cast: Cast) -> None:
    session, amal = training(cast), somebody(cast)
    elsewhere = training(cast, day=TODAY - timedelta(days=9))
    kept = record_trainee(session=elsewhere, trainee=NewTrainee(amal, pledges={"one_to_one": 4}), by=cast.organiser)
    trainee = NewTrainee(amal, was_member=True, pledges={"one_to_one": 5})
    recorded = record_trainee(session=session, trainee=trainee, by=cast.organiser)
    remove_trainee(attendance=recorded.attendance, by=cast.leader)

    assert list(Attendance.objects.all()) == [kept.attendance]
    assert list(ConversationPledge.objects.all()) == list(kept.pledges)
    assert TraineeStanding.objects.count() == 0
    assert Engagement.objects.filter(person=amal).count() == 2
    with pytest.raises(NotAllowed):
        remove_trainee(attendance=kept.attendance, by=cast.leader_elsewhere)
