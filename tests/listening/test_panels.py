"""Conversations on a person's page and timeline: each only for whoever may see it."""

import pytest
from django.urls import reverse

from m4c.listening.operations.house_meeting import NewHouseMeeting, record_house_meeting
from m4c.listening.operations.one_to_one import NewOneToOne, record_one_to_one
from m4c.people.models import Person
from tests.cast import Cast
from tests.factories import TODAY, queries_of, signed_in, somebody, words_of


def page_of(person: Person) -> str:
    return reverse("person", kwargs={"uid": person.uid})


def talk(cast: Cast, other: Person, days: int = 0) -> None:
    day = TODAY.replace(day=TODAY.day + days)
    new = NewOneToOne(asker=cast.person("leader"), other=other, day=day, held_on=day, next_step="Meet her sister")
    record_one_to_one(group=cast.cardiff, new=new, by=cast.operator)


def test_a_person_shows_who_talked_with_them_and_the_way_to_the_next(cast: Cast) -> None:
    amal = somebody(cast)
    talk(cast, amal)
    for persona in ("leader", "organiser"):
        text = words_of(signed_in(cast, persona).get(page_of(amal)))
        for words in ("with Bethan Griffiths", "Meet her sister", f"?with={amal.uid}", "Had a 1-2-1 with Bethan"):
            assert words in text


def test_who_asked_shows_with_whom(cast: Cast) -> None:
    talk(cast, somebody(cast))
    text = words_of(signed_in(cast, "organiser").get(page_of(cast.person("leader"))))
    assert ("asked Amal Yusuf" in text, "Held a 1-2-1 with Amal Yusuf" in text) == (True, True)


def test_one_with_somebody_kept_safe_shows_nowhere(cast: Cast) -> None:
    talk(cast, cast.person("protected_member"))
    text = words_of(signed_in(cast, "organiser").get(page_of(cast.person("leader"))))
    assert ("Čermáková" in text, "Held a 1-2-1" in text) == (False, False)


def test_nobody_is_asked_to_talk_with_themselves(cast: Cast) -> None:
    bethan = cast.person("leader")
    assert "?with=" not in words_of(signed_in(cast, "leader").get(page_of(bethan)))


def test_a_house_meeting_stands_on_its_hosts_timeline(cast: Cast) -> None:
    new = NewHouseMeeting(host=cast.person("leader"), day=TODAY, held_on=TODAY)
    meeting = record_house_meeting(group=cast.cardiff, new=new, by=cast.operator)
    text = words_of(signed_in(cast, "organiser").get(page_of(cast.person("leader"))))
    assert ("Hosted a house meeting" in text, str(meeting.uid) in text) == (True, True)


@pytest.mark.parametrize("persona", ["leader", "organiser"])
def test_a_person_takes_the_same_queries_for_one_and_three(cast: Cast, persona: str) -> None:
    amal, client = somebody(cast), signed_in(cast, persona)
    talk(cast, amal)
    one = queries_of(client, page_of(amal))
    talk(cast, amal, 1)
    talk(cast, amal, 2)
    assert queries_of(client, page_of(amal)) == one
