"""House meetings on a phone: called, written up, followed up, moved, called off and taken back, by their host."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.urls import reverse
from django.utils import timezone

from m4c.listening.models import HouseMeeting
from m4c.listening.operations.house_meeting import NewHouseMeeting, record_house_meeting
from tests.cast import Cast
from tests.factories import queries_of, signed_in, words_of

LIST, ALL, NEW = reverse("house-meetings"), reverse("all-house-meetings"), reverse("record-house-meeting")


def today(days: int = 0) -> date:
    return timezone.localdate() + timedelta(days=days)


def of(meeting: HouseMeeting, name: str = "house-meeting") -> str:
    return reverse(name, kwargs={"uid": meeting.uid})


def a_meeting(cast: Cast, days: int = 0, **more: Any) -> HouseMeeting:
    """A house meeting of the leader's, so many days from this very day."""
    new = NewHouseMeeting(host=cast.person("leader"), day=today(days), **more)
    return record_house_meeting(group=cast.cardiff, new=new, by=cast.leader)


def typed(**more: str) -> dict[str, str]:
    return {"how_far": "held", "day": today().isoformat(), "group": "cardiff"} | more


def test_ones_own_stand_by_what_is_due(cast: Cast) -> None:
    a_meeting(cast, 2)
    a_meeting(cast, -9, held_on=today(-9), people_attending=12)
    a_meeting(cast, -3, held_on=today(-3), next_step="Find a hall")
    text = words_of(signed_in(cast, "leader").get(LIST))
    places = [text.index(words) for words in ("Still to come", "Find a hall", "12 people came")]
    assert places == sorted(places)


def test_nothing_yet_teaches_the_first(cast: Cast) -> None:
    assert "Put the kettle on" in words_of(signed_in(cast, "leader").get(LIST))


def test_an_organiser_sees_those_of_the_groups(cast: Cast) -> None:
    a_meeting(cast)
    client = signed_in(cast, "organiser")
    assert "Bethan Griffiths" in words_of(client.get(ALL))
    assert "Bethan" not in words_of(client.get(ALL, {"group": "st-mellons"}))
    assert "Bethan" not in words_of(signed_in(cast, "organiser_elsewhere").get(ALL))


@pytest.mark.parametrize(("persona", "address"), [("leader", LIST), ("organiser", ALL)])
def test_lists_take_the_same_queries_for_one_and_three(cast: Cast, persona: str, address: str) -> None:
    def some(number: int) -> None:
        a_meeting(cast, number)
        a_meeting(cast, -number, held_on=today(-number))
        a_meeting(cast, -10 - number, held_on=today(-10 - number), next_step="Ring")

    some(1)
    client = signed_in(cast, persona)
    one = queries_of(client, address)
    some(2)
    some(3)
    assert queries_of(client, address) == one <= 9


def test_one_that_was_held_is_written_up(cast: Cast) -> None:
    response = signed_in(cast, "leader").post(NEW, typed(people_attending="9", next_step="Find a hall"))
    meeting = HouseMeeting.objects.get()
    assert response["Location"] == of(meeting)
    assert (meeting.host, meeting.people_attending, meeting.state) == (cast.person("leader"), 9, "held")


def test_one_is_called_and_nobody_can_have_come_yet(cast: Cast) -> None:
    ahead = typed(how_far="arranged", day=today(3).isoformat())
    text = words_of(signed_in(cast, "leader").post(NEW, ahead | {"people_attending": "9"}), 422)
    assert "Only a house meeting that was held" in text
    signed_in(cast, "leader").post(NEW, ahead)
    assert HouseMeeting.objects.get().state == "arranged"


def test_only_an_organiser_is_asked_who_hosts(cast: Cast) -> None:
    assert "host" not in signed_in(cast, "leader").get(NEW).context["form"].fields
    bethan = cast.person("leader")
    signed_in(cast, "organiser").post(NEW, typed(host=bethan.name, **{"host-chosen": str(bethan.uid)}))
    assert HouseMeeting.objects.get().host == bethan


def test_it_is_held_and_followed_up_and_taken_back(cast: Cast) -> None:
    meeting, client = a_meeting(cast), signed_in(cast, "leader")
    held = {"on": today().isoformat(), "people_attending": "11", "next_step": "Find a hall", "next_step_by": ""}
    client.post(of(meeting, "hold-house-meeting"), held)
    text = words_of(client.get(of(meeting)))
    assert ("11 people came" in text, "Find a hall" in text) == (True, True)

    response = client.post(of(meeting, "follow-up-house-meeting"), {"next": "/organise/"})
    assert response["Location"] == "/organise/"
    for state in ("held", "arranged"):
        client.post(of(meeting, "reopen-house-meeting"))
        meeting.refresh_from_db()
        assert meeting.state == state


def test_it_is_moved_called_off_and_put_on_again(cast: Cast) -> None:
    meeting, client = a_meeting(cast, 1), signed_in(cast, "leader")
    client.post(of(meeting, "rearrange-house-meeting"), {"day": today(4).isoformat()})
    client.post(of(meeting, "call-off-house-meeting"))
    meeting.refresh_from_db()
    assert (meeting.day, meeting.state) == (today(4), "called_off")
    assert "It is on after all" in words_of(client.get(of(meeting)))


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("hold-house-meeting", {"on": "2999-01-01"}, "still to come"),
        ("follow-up-house-meeting", {"on": "2000-01-01"}, "happens after"),
        ("rearrange-house-meeting", {"day": "soon"}, "valid date"),
    ],
)
def test_a_refused_form_stands_in_its_place(cast: Cast, name: str, data: dict[str, str], words: str) -> None:
    facts: dict[str, Any] = {"held_on": today(), "next_step": "Meet"} if name.startswith("follow") else {}
    assert words in words_of(signed_in(cast, "leader").post(of(a_meeting(cast, **facts), name), data), 422)


@pytest.mark.parametrize("name", ["hold", "follow-up", "rearrange", "call-off", "reopen"])
def test_who_may_not_changes_nothing(cast: Cast, name: str) -> None:
    address = of(a_meeting(cast), f"{name}-house-meeting")
    assert signed_in(cast, "leader").get(address).status_code == 405
    assert signed_in(cast, "leader_elsewhere").post(address).status_code == 404
    assert signed_in(cast, "data_protection").post(address).status_code == 403


def test_its_event_leads_to_it_and_it_to_its_event(cast: Cast) -> None:
    meeting, client = a_meeting(cast), signed_in(cast, "leader")
    event = reverse("event", kwargs={"uid": meeting.event.uid})
    assert event in words_of(client.get(of(meeting)))
    text = words_of(client.get(event))
    assert (of(meeting) in text, "Call it off" in text) == (True, False)


def test_a_page_takes_few_queries(cast: Cast) -> None:
    assert queries_of(signed_in(cast, "leader"), of(a_meeting(cast))) <= 12
