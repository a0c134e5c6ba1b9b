"""The turnout page, pledging, and the panel on the event's page."""

import pytest
from django.urls import reverse

from m4c.events.models import Attendance, Event, TurnoutPledge
from m4c.events.operations.attendance import Came, attend_many
from m4c.events.operations.turnout_pledge import pledge_turnout
from tests.cast import Cast
from tests.factories import NOW, gathering, queries_of, signed_in, somebody, words_of

State = Attendance.State


@pytest.fixture
def event(cast: Cast) -> Event:
    """An event of Cardiff's far ahead, to which the leader and the member pledged."""
    event = gathering(cast, days=20_000)
    for persona, number in (("leader", 12), ("member", 5)):
        pledge_turnout(event=event, person=cast.person(persona), number=number, at=NOW, by=cast.organiser)
    return event


def test_an_organiser_sees_each_leader_and_a_leader_themselves(cast: Cast, event: Event):
    attend_many(event=event, rows=[Came(somebody(cast), State.YES, cast.person("leader"))])
    address = reverse("turnout", args=[event.uid])
    told = words_of(signed_in(cast, "organiser").get(address))
    assert "pledged 12 · listed 1 · yes 1 · confirmed 0 · came 0" in told
    assert "Kofi Mensah" in told
    assert "About half of those who say yes come" in told
    own = words_of(signed_in(cast, "leader").get(address))
    assert "you said that you will bring 12 people" in own
    assert "Kofi Mensah" not in own
    assert signed_in(cast, "leader_elsewhere").get(address).status_code == 404


def test_pledging_leads_to_the_call_sheet(cast: Cast, event: Event):
    client, address = signed_in(cast, "leader"), reverse("pledge-turnout", args=[event.uid])
    assert "Who pledges" not in words_of(client.get(address))
    answer = client.post(address, {"number": "15"})
    assert answer["Location"] == reverse("call-sheet", args=[event.uid])
    assert TurnoutPledge.objects.get(person=cast.person("leader")).number == 15
    assert "Ensure this value is greater than or equal to 1" in words_of(client.post(address, {"number": "0"}), 422)


def test_a_pledge_is_taken_back(cast: Cast, event: Event):
    own = TurnoutPledge.objects.get(person=cast.person("leader"))
    signed_in(cast, "leader").post(reverse("withdraw-turnout", args=[own.uid]))
    own.refresh_from_db()
    assert own.withdrawn_at is not None


def test_the_events_page_tells_of_ones_own_word(cast: Cast, event: Event):
    told = words_of(signed_in(cast, "leader").get(reverse("event", args=[event.uid])))
    assert "You pledged to bring 12 people." in told


def test_before_anybody_is_asked_it_says_how_to_begin(cast: Cast):
    address = reverse("turnout", args=[gathering(cast, days=20_000).uid])
    told = words_of(signed_in(cast, "organiser").get(address))
    assert "Nobody has been asked yet" in told
    assert "are pledged" not in told
    assert "somewhere from" not in told


def test_the_same_queries_for_few_and_many(cast: Cast, event: Event):
    client, address = signed_in(cast, "organiser"), reverse("turnout", args=[event.uid])
    numbers = []
    for start in (0, 3):
        for number in range(start, start + 3):
            leader = somebody(cast, f"Lead {number}")
            attend_many(event=event, rows=[Came(somebody(cast, f"Comes {number}"), State.YES, leader)])
        numbers.append(queries_of(client, address))
    assert numbers[0] == numbers[1]
