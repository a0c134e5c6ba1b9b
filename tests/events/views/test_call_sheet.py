"""The call sheet: on the phone, on paper and typed back; what bars a call stands where the number would."""

import pytest
from django.urls import reverse

from m4c.events.models import Attendance, Event, NameAtEvent, TurnoutCall
from m4c.events.operations.asking import list_person
from m4c.people.models import Channel, Consent, NameOnList, ProtectedLook, Purpose
from tests.access.records import whom_the_leader_met
from tests.cast import Cast
from tests.factories import NOW, gathering, queries_of, signed_in, somebody, words_of

HTMX = {"HX-Request": "true", "HX-Target": "call-list"}


@pytest.fixture
def event(cast: Cast) -> Event:
    """An event far ahead."""
    return gathering(cast, days=20_000)


@pytest.fixture
def listed(cast: Cast, event: Event) -> Attendance:
    """Somebody on the leader's list, who has a number."""
    person = whom_the_leader_met(cast)
    person.phones.create(number="+447700900102", position=0)
    return list_person(event=event, person=person, asker=cast.person("leader"), by=cast.leader)


def address(event: Event, name: str = "call-sheet", query: str = "") -> str:
    return reverse(name, args=[event.uid]) + query


def test_one_tap_for_each_answer_and_one_to_take_it_back(cast: Cast, event: Event, listed: Attendance):
    client = signed_in(cast, "leader")
    assert "1 call to go." in words_of(client.get(address(event)))
    said = client.post(reverse("answer-call", args=[listed.uid]), {"call": "ask", "answer": "yes"}, headers=HTMX)
    assert "Everybody is reached in this round." in words_of(said)
    assert "<html" not in said.content.decode()
    assert Attendance.objects.get().state == "yes"
    back = client.post(reverse("take-back-call", args=[listed.uid]) + "?call=ask")
    assert back["Location"] == address(event, query="?call=ask")
    assert Attendance.objects.get().state == "listed"


def test_the_number_is_shown_of_whom_one_may_ring(cast: Cast, event: Event, listed: Attendance):
    client = signed_in(cast, "leader")
    assert "07700 900102" in words_of(client.get(address(event)))
    Consent.objects.create(
        person=listed.person,
        channel=Channel.PHONE,
        purpose=Purpose.ALL,
        state=Consent.State.OBJECTED,
        at=NOW,
        taken_by=cast.organiser,
    )
    told = words_of(client.get(address(event)))
    assert "07700 900102" not in told
    assert "Do not ring: Objected on" in told


def test_somebody_kept_safe_is_on_no_sheet_but_her_contacts_and_there_without_a_number(cast: Cast, event: Event):
    safe = cast.person("protected_member")
    safe.phones.create(number="+447700900103", position=0)
    Attendance.objects.create(event=event, person=safe, state="listed", asked_by=cast.person("leader"))
    told = words_of(signed_in(cast, "leader").get(address(event)))
    assert "Ring on Tuesdays before noon; never write." in told
    assert "07700 900103" not in told
    leader = cast.person("leader").uid
    assert "Hana" not in words_of(signed_in(cast, "organiser").get(address(event, query=f"?of={leader}")))
    assert [look.door for look in ProtectedLook.objects.filter(by=cast.leader)] == ["call-sheet"]


def test_the_paper_names_nobody_kept_safe_and_keeps_the_numbers_of_the_others(cast: Cast, event: Event):
    safe, other = cast.person("protected_member"), somebody(cast, "Amal Yusuf")
    for person in (safe, other):
        Attendance.objects.create(event=event, person=person, state="listed", asked_by=cast.person("leader"))
    told = words_of(signed_in(cast, "leader").get(address(event, "call-paper")))
    assert ("Amal Yusuf" in told, '<td class="num" data-label="No.">2</td>' in told) == (True, True)
    assert [word for word in ("Hana", "Ring on Tuesdays") if word in told] == []


def test_people_and_names_are_put_on_ones_list(cast: Cast, event: Event):
    client, person = signed_in(cast, "leader"), whom_the_leader_met(cast)
    picked = {"who-person": person.name, "who-person-chosen": str(person.uid)}
    client.post(address(event, "list-person"), picked)
    client.post(address(event, "list-name"), {"own-name": "The man at the bakery", "own-reach": "07700 900111"})
    told = words_of(client.get(address(event)))
    assert "1. Ebo Iwu" in told
    assert "2. The man at the bakery" in told
    assert "07700 900111" in told
    assert "The man at the bakery" not in words_of(
        signed_in(cast, "organiser").get(address(event, query=f"?of={cast.person('leader').uid}"))
    )
    asked = NameAtEvent.objects.get()
    client.post(reverse("answer-name-call", args=[asked.uid]), {"call": "ask", "answer": "maybe"})
    assert NameAtEvent.objects.get().state == "maybe"
    client.post(reverse("take-back-name-call", args=[asked.uid]))
    client.post(reverse("unlist-name", args=[asked.uid]))
    assert not NameAtEvent.objects.exists()
    assert NameOnList.objects.exists()
    client.post(reverse("unlist-person", args=[Attendance.objects.get().uid]))
    assert not Attendance.objects.exists()


def test_later_rounds_are_for_those_who_have_not_said_no(cast: Cast, event: Event, listed: Attendance):
    client = signed_in(cast, "leader")
    assert "Nobody is left for this round" in words_of(client.get(address(event, query="?call=call_1")))
    Attendance.objects.update(state="yes")
    assert "1. Ebo Iwu" in words_of(client.get(address(event, query="?call=call_1")))


def test_paper_is_typed_back_by_its_numbers(cast: Cast, event: Event, listed: Attendance):
    client = signed_in(cast, "leader")
    assert "Ebo Iwu" in words_of(client.get(address(event, "call-paper", "?call=ask")))
    shown = client.get(address(event, "typed-calls", "?call=ask&quick=1+y%2C+9+n"))
    assert "There is no line 9." in words_of(shown)
    assert f'name="p-{listed.uid}" value="yes"' in shown.content.decode()
    client.post(address(event, "typed-calls"), {"call": "ask", f"p-{listed.uid}": "yes"})
    assert (Attendance.objects.get().state, TurnoutCall.objects.get().round) == ("yes", "ask")


def test_the_same_queries_for_few_and_many(cast: Cast, event: Event):
    client, own, numbers = signed_in(cast, "organiser"), cast.person("organiser"), []
    for start in (0, 3):
        for number in range(start, start + 3):
            list_person(event=event, person=somebody(cast, f"Ask {number}"), asker=own, by=cast.organiser)
        numbers.append(queries_of(client, address(event)))
    assert numbers[0] == numbers[1]
