"""Training and pledges on a person's, a group's and an event's page: each only for whoever may see it."""

from datetime import timedelta

import pytest
from django.urls import reverse

from m4c.leaders.operations.trainee import NewTrainee, record_trainee
from m4c.people.models import Person
from tests.cast import Cast
from tests.factories import TODAY, gathering, queries_of, signed_in, somebody, training, words_of


def page_of(person: Person) -> str:
    return reverse("person", kwargs={"uid": person.uid})


def trained(cast: Cast, person: Person, days: int = 0) -> None:
    session = training(cast, day=TODAY - timedelta(days=days))
    trainee = NewTrainee(person, was_member=True, pledges={"one_to_one": 5})
    record_trainee(session=session, trainee=trainee, by=cast.organiser)


def test_a_person_shows_their_training_and_pledges_to_their_organiser(cast: Cast) -> None:
    bethan = cast.person("leader")
    trained(cast, bethan)
    for persona in ("organiser", "leader"):
        text = words_of(signed_in(cast, persona).get(page_of(bethan)))
        for words in ("Cardiff, full", "member then", "Five 1-2-1s", "0 of 5", "Pledged 1-2-1s"):
            assert words in text


def test_a_leader_does_not_see_what_somebody_they_met_pledged(cast: Cast) -> None:
    amal = somebody(cast, met_by=cast.person("leader"))
    trained(cast, amal)
    text = words_of(signed_in(cast, "leader").get(page_of(amal)))
    assert ("Five 1-2-1s" in text, "Cardiff, full" in text, "Pledged" in text) == (False, False, False)


@pytest.mark.parametrize("persona", ["organiser", "data_protection"])
def test_a_person_takes_the_same_queries_for_one_and_three(cast: Cast, persona: str) -> None:
    amal, client = somebody(cast), signed_in(cast, persona)
    trained(cast, amal)
    one = queries_of(client, page_of(amal))
    trained(cast, amal, 1)
    trained(cast, amal, 2)
    assert queries_of(client, page_of(amal)) == one


def test_a_group_shows_its_sessions_and_what_is_coming(cast: Cast) -> None:
    from django.utils import timezone

    trained(cast, somebody(cast))
    gathering(cast, title="Soup and songs", starts_at=timezone.now() + timedelta(days=2))
    address = reverse("group", kwargs={"slug": "cardiff"})
    text = words_of(signed_in(cast, "organiser").get(address))
    for words in ("1 trained", "Soup and songs", "Write up a session", "Plan an event"):
        assert words in text
    text = words_of(signed_in(cast, "member").get(address))
    assert ("1 trained" in text, "Write up a session" in text) == (True, False)
    assert "1 trained" not in words_of(signed_in(cast, "leader_elsewhere").get(address))


def test_a_group_takes_the_same_queries_for_one_and_three(cast: Cast) -> None:
    address, client = reverse("group", kwargs={"slug": "cardiff"}), signed_in(cast, "organiser")
    training(cast)
    one = queries_of(client, address)
    training(cast, day=TODAY - timedelta(days=1))
    training(cast, day=TODAY - timedelta(days=2))
    assert queries_of(client, address) == one


def test_the_event_of_a_session_leads_to_it(cast: Cast) -> None:
    session = training(cast)
    address = reverse("event", kwargs={"uid": session.event.uid})
    for persona in ("member", "organiser"):
        text = words_of(signed_in(cast, persona).get(address))
        assert reverse("session", kwargs={"uid": session.uid}) in text
        assert reverse("attendance", kwargs={"uid": session.event.uid}) not in text
