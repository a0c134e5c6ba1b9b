"""What whoever prepares an event reads of the replies to it."""

from django.urls import reverse

from m4c.events.models import Event
from tests.cast import Cast
from tests.events.operations.test_reply import EBO, NEST, meeting, reply
from tests.factories import queries_of, signed_in, words_of


def page_of(event: Event) -> str:
    """Its address."""
    return reverse("replies", kwargs={"uid": event.uid})


def test_who_comes_with_whom_what_they_need_and_who_waits(cast: Cast):
    event = meeting(cast, 3)
    reply(event, NEST, guests=2, names=["Idris"], access_needs=["bsl"], words="By train")
    reply(event, EBO)
    client = signed_in(cast, "organiser")
    page = words_of(client.get(page_of(event)))
    told = ["Nest Abara", "Idris", "British Sign Language", "By train", "Ebo Iwu", "Waiting for a place"]
    assert [word for word in told if word not in page] == []
    panel = words_of(client.get(reverse("event", kwargs={"uid": event.uid})))
    assert ("3 people said" in panel, "1 waits" in panel) == (True, True)


def test_without_replies_it_says_how_they_come(cast: Cast):
    event = meeting(cast)
    client = signed_in(cast, "organiser")
    assert "Nobody has replied" in words_of(client.get(page_of(event)))
    assert "by the public page" not in words_of(client.get(reverse("event", kwargs={"uid": event.uid})))


def test_it_costs_the_same_for_one_as_for_three(cast: Cast):
    event, client = meeting(cast), signed_in(cast, "organiser")
    reply(event, NEST, names=["Idris"])
    before = queries_of(client, page_of(event))
    reply(event, EBO, names=["Ola"])
    assert queries_of(client, page_of(event)) == before <= 16
