"""Pages of an event's letters: worded and looked at, let go and held, told at one press, and sent by a host."""

from datetime import timedelta

import pytest
from django.core.cache import cache
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from m4c.events.models import EventLetter, LetterToSomebody
from m4c.events.operations.event import edit_event
from m4c.events.operations.event_letter import approve_letter
from m4c.events.operations.host_link import make_host_link
from tests.events.letters.letters import ahead, coming
from tests.factories import queries_of, signed_in, words_of

Kind = EventLetter.Kind


@pytest.fixture
def event(cast):
    cache.clear()
    return ahead(cast, starts_at=timezone.now() + timedelta(days=9))


def page(event, name="event-letters", **more):
    return reverse(name, kwargs={"uid": event.uid, **more})


def test_letters_are_worded_looked_at_and_let_go(cast, event):
    client = signed_in(cast, "leader")
    assert "Letters to those coming" in words_of(client.get(page(event, "event")))
    text = words_of(client.get(page(event)))
    assert "The day before at ten" in text
    reminder = page(event, "event-letter", kind="reminder")
    assert "Dear Angharad," in words_of(client.get(reminder))
    client.post(reminder, {"subject": "Soon", "words": "Bring a cake."})
    assert "Bring a cake." in words_of(client.get(reminder))
    client.post(page(event, "let-letter-go", kind="reminder"))
    text = words_of(client.get(page(event)))
    assert ("Goes on " in text, "In your words" in text) == (True, True)
    assert "Going by themselves: a reminder." in words_of(client.get(page(event, "event")))
    client.post(page(event, "hold-letter", kind="reminder"))
    assert "Goes on " not in words_of(client.get(page(event)))


def test_a_refused_form_keeps_its_words(cast, event):
    client = signed_in(cast, "leader")
    given = {"subject": "The Night Shelter", "words": "Bring a cake."}
    text = words_of(client.post(page(event, "event-letter", kind="reminder"), given), 422)
    assert ("Bring a cake." in text, "Others may see the screen: leave" in text) == (True, True)


@pytest.mark.parametrize("kind", ["nonsense", "telling"])
def test_there_are_no_other_letters(cast, event, kind):
    client = signed_in(cast, "leader")
    for name in ("let-letter-go", "hold-letter"):
        assert client.post(page(event, name, kind=kind)).status_code == 404


def test_those_coming_are_told_at_one_press_and_the_page_counts_them(cast, event):
    client = signed_in(cast, "leader")
    for name in ("Amal Yusuf", "Bryn Cole"):
        coming(cast, event, name)
    edit_event(event=event, values={"place": "Library"}, by=cast.organiser)
    assert page(event, "tell-of-change") in words_of(client.get(page(event, "event")))
    text = words_of(client.post(page(event, "tell-of-change"), follow=True))
    assert "2 letters are on their way." in text
    assert "Those coming know how it stands." in words_of(client.post(page(event, "tell-of-change"), follow=True))
    LetterToSomebody.objects.filter(person__given_name="Amal").update(state="held_back", why="Objected.")
    text = words_of(signed_in(cast, "organiser").get(page(event)))
    assert ("1 was held back." in text, "1: Objected." in text) == (True, True)


def test_the_page_costs_the_same_for_any_number_of_letters(cast, event):
    client = signed_in(cast, "organiser")
    costs = []
    for names in (["Amal Yusuf"], ["Bryn Cole", "Cai Dunn"]):
        for name in names:
            person = coming(cast, event, name)
            given = {"event": event, "person": person, "kind": "reminder", "queued_at": timezone.now()}
            LetterToSomebody.objects.create(**given)
        costs.append(queries_of(client, page(event)))
    assert costs[0] == costs[1]


def test_a_host_sends_what_was_approved(cast, event):
    coming(cast, event)
    made = make_host_link(event=event, for_whom="Ada", at=timezone.now(), by=cast.leader)
    phone, address = Client(), reverse("host-letters", kwargs={"uid": made.link.uid})
    assert phone.get(address).status_code == 404
    phone.post(made.path)
    assert "None. Whoever plans the event" in words_of(phone.get(address))
    refused = words_of(phone.post(address, {"kind": "reminder"}, follow=True))
    assert "Nobody approved this letter." in refused
    approve_letter(event=event, kind=Kind.REMINDER, at=timezone.now(), by=cast.leader)
    assert "Send it" in words_of(phone.get(address))
    assert "1 letter is on its way." in words_of(phone.post(address, {"kind": "reminder"}, follow=True))
    assert "Nobody was left to write to." in words_of(phone.post(address, {"kind": "reminder"}, follow=True))
    assert phone.post(address, {"kind": "nonsense"}).status_code == 404
