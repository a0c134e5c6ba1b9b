"""Training sessions: the list, one session's page, writing one up, its programme and who trained."""

from datetime import timedelta

from django.urls import reverse

from m4c.events.operations.event import call_off_event
from m4c.leaders.models import Programme, TrainingSession
from m4c.leaders.operations.trainee import NewTrainee, record_trainee
from m4c.leaders.operations.training import add_trainer, make_programme, record_standing
from tests.cast import Cast
from tests.factories import NOW, TODAY, queries_of, signed_in, somebody, training, words_of

LIST, NEW = reverse("training"), reverse("record-session")


def of(session: TrainingSession, name: str = "session", **names: object) -> str:
    return reverse(name, kwargs={"uid": session.uid} | names)


def typed(**more: str) -> dict[str, str]:
    return {"kind": "full", "day": "2026-10-05", "group": "cardiff"} | more


# The list


def test_the_latest_stands_first_with_how_many_were_trained(cast: Cast) -> None:
    earlier, later = training(cast, day=TODAY - timedelta(days=9), kind="taster"), training(cast)
    record_trainee(session=earlier, trainee=NewTrainee(somebody(cast)), by=cast.organiser)
    response = signed_in(cast, "member").get(LIST)
    assert [(session, session.trained) for session in response.context["page"].rows] == [(later, 0), (earlier, 1)]
    assert "1 trained" in words_of(response)


def test_who_is_kept_safe_is_not_among_how_many_were_trained(cast: Cast) -> None:
    session = training(cast)
    for persona in ("member", "protected_member"):
        record_trainee(session=session, trainee=NewTrainee(cast.person(persona)), by=cast.operator)
    shown = {
        persona: [row.trained for row in signed_in(cast, persona).get(LIST).context["page"].rows]
        for persona in ("organiser", "leader")
    }
    assert shown == {"organiser": [1], "leader": [2]}  # the leader is her contact


def test_the_list_is_narrowed_by_group_and_kind(cast: Cast) -> None:
    ours, below = training(cast), training(cast, cast.st_mellons, kind="taster")
    client = signed_in(cast, "organiser")
    assert client.get(LIST, {"group": "st-mellons"}).context["page"].rows == [below]
    assert client.get(LIST, {"kind": "full"}).context["page"].rows == [ours]


def test_nothing_yet_teaches_the_first(cast: Cast) -> None:
    assert "Write up the first" in words_of(signed_in(cast, "leader").get(LIST))
    assert "Write up the first" not in words_of(signed_in(cast, "member").get(LIST))


def test_the_list_takes_the_same_queries_for_one_and_three(cast: Cast) -> None:
    training(cast)
    client = signed_in(cast, "organiser")
    one = queries_of(client, LIST)
    training(cast, day=TODAY - timedelta(days=1))
    training(cast, day=TODAY - timedelta(days=2))
    assert queries_of(client, LIST) == one <= 8


# One session


def test_a_session_shows_trainees_with_what_they_pledged_and_how_they_stood(cast: Cast) -> None:
    session = training(cast)
    trainee = NewTrainee(
        somebody(cast),
        brought_by=cast.person("leader"),
        was_member=False,
        pledges={"one_to_one": 5, "house_meeting": 1},
        due_on=TODAY + timedelta(days=60),
    )
    recorded = record_trainee(session=session, trainee=trainee, by=cast.organiser)
    record_standing(attendance=recorded.attendance, was_member=False, joined_on=TODAY, by=cast.organiser)
    add_trainer(session=session, person=cast.person("organiser"), by=cast.organiser)
    text = words_of(signed_in(cast, "organiser").get(of(session)))
    for words in (
        "brought by Bethan Griffiths",
        "five 1-2-1s and one house meeting by 4 December",
        "joined afterwards, on 5 October 2026",
        "Siân Prosser",
    ):
        assert words in text


def test_a_member_sees_how_many_and_nobody_by_name(cast: Cast) -> None:
    session = training(cast)
    record_trainee(session=session, trainee=NewTrainee(somebody(cast), pledges={"one_to_one": 5}), by=cast.organiser)
    text = words_of(signed_in(cast, "member").get(of(session)))
    assert ("Amal" in text, "five 1-2-1s" in text, "1 person" in text) == (False, False, True)


def test_a_leader_sees_whom_they_brought_and_not_what_those_pledged(cast: Cast) -> None:
    session = training(cast)
    trainee = NewTrainee(somebody(cast), brought_by=cast.person("leader"), pledges={"one_to_one": 5})
    record_trainee(session=session, trainee=trainee, by=cast.organiser)
    text = words_of(signed_in(cast, "leader").get(of(session)))
    assert ("Amal Yusuf" in text, "five 1-2-1s" in text) == (True, False)


def test_somebody_kept_safe_is_neither_trainee_nor_trainer_nor_bringer(cast: Cast) -> None:
    session, hana = training(cast), cast.person("protected_member")
    record_trainee(session=session, trainee=NewTrainee(hana, pledges={"one_to_one": 5}), by=cast.operator)
    record_trainee(session=session, trainee=NewTrainee(somebody(cast), brought_by=hana), by=cast.operator)
    add_trainer(session=session, person=hana, by=cast.operator)
    for persona in ("organiser", "national_organiser", "data_protection"):
        text = words_of(signed_in(cast, persona).get(of(session)))
        assert ("Amal Yusuf" in text, "Čermáková" in text, "five 1-2-1s" in text) == (True, False, False)


def test_a_session_takes_the_same_queries_for_one_and_three(cast: Cast) -> None:
    session = training(cast)

    def some(name: str) -> None:
        bringer = somebody(cast, f"X {name}")
        trainee = NewTrainee(somebody(cast, name), brought_by=bringer, was_member=True, pledges={"one_to_one": 5})
        record_trainee(session=session, trainee=trainee, by=cast.organiser)

    some("Ann Ash")
    client = signed_in(cast, "organiser")
    one = queries_of(client, of(session))
    some("Bob Beech")
    some("Cai Cedar")
    assert queries_of(client, of(session)) == one <= 13


def test_a_session_elsewhere_is_not_there(cast: Cast) -> None:
    session = training(cast)
    for persona in ("leader_elsewhere", "organiser_elsewhere", "coalition_organiser"):
        assert signed_in(cast, persona).get(of(session)).status_code == 404


# Writing one up


def test_a_session_is_written_up_and_leads_on_to_who_came(cast: Cast) -> None:
    facts = typed(place="Central Library", programme="Future Leaders", partner="refugee-womens-network")
    response = signed_in(cast, "leader").post(NEW, facts)
    session = TrainingSession.objects.get()
    assert response["Location"] == of(session, "trainees")
    assert (session.kind, session.event.place, session.partner) == ("full", "Central Library", cast.partner)
    assert Programme.objects.get().group == cast.cardiff


def test_names_of_programmes_are_offered(cast: Cast) -> None:
    make_programme(group=cast.movement, name="Future Leaders", by=cast.national_organiser)
    assert '<option value="Future Leaders">' in words_of(signed_in(cast, "leader").get(NEW))


def test_a_refused_form_keeps_its_words(cast: Cast) -> None:
    text = words_of(
        signed_in(cast, "leader").post(NEW, typed(day="soon", place="The Forum", programme="Stand up")), 422
    )
    assert ('value="The Forum"' in text, 'value="Stand up"' in text) == (True, True)


def test_nobody_writes_one_up_in_anothers_group(cast: Cast) -> None:
    response = signed_in(cast, "leader_elsewhere").post(NEW, typed())
    assert (response.status_code, TrainingSession.objects.count()) == (422, 0)


def test_a_session_is_changed(cast: Cast) -> None:
    session, client = training(cast), signed_in(cast, "leader")
    words_of(client.get(of(session, "edit-session")))
    facts = {"kind": "taster", "programme": "Stand up", "partner": "refugee-womens-network"}
    client.post(of(session, "edit-session"), facts)
    session.refresh_from_db()
    assert (session.kind, str(session.programme), session.partner) == ("taster", "Stand up", cast.partner)
    assert 'value="Stand up"' in words_of(client.get(of(session, "edit-session")))
    assert client.post(of(session, "edit-session"), {"kind": "neither"}).status_code == 422


def test_what_was_called_off_is_not_added_to(cast: Cast) -> None:
    session = training(cast)
    call_off_event(event=session.event, at=NOW, by=cast.organiser)
    text = words_of(signed_in(cast, "organiser").get(of(session)))
    assert ("Called off" in text, of(session, "trainees") in text) == (True, False)


# Who trained


def test_trainers_are_named_and_taken_off(cast: Cast) -> None:
    session, sian, client = training(cast), cast.person("organiser"), signed_in(cast, "organiser")
    client.post(of(session, "trainers"), {"person": sian.name, "person-chosen": str(sian.uid)})
    assert "Siân Prosser trained here." in words_of(client.get(of(session, "trainers")))
    client.post(of(session, "remove-trainer", person=sian.uid))
    assert list(session.trainers.all()) == []


def test_a_trainer_is_somebody_on_record(cast: Cast) -> None:
    session, client = training(cast), signed_in(cast, "organiser")
    unknown = {"person": "Kit Okafor", "person-chosen": "new"}
    assert "nobody of that name" in words_of(client.post(of(session, "trainers"), unknown), 422)


def test_a_leader_elsewhere_names_nobody(cast: Cast) -> None:
    session = training(cast)
    assert signed_in(cast, "leader_elsewhere").post(of(session, "trainers"), {}).status_code == 404
    assert signed_in(cast, "member").get(of(session, "trainers")).status_code == 403
