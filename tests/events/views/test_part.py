"""Parts on an event's page: given, waiting, taken up, handed back and struck off."""

from django.urls import reverse

from m4c.events.models import Event, EventRole
from m4c.events.operations.part import add_part
from tests.cast import Cast
from tests.factories import gathering, queries_of, signed_in, words_of


def page(event: Event) -> str:
    return reverse("event", kwargs={"uid": event.uid})


def of(role: EventRole, name: str) -> str:
    return reverse(name, kwargs={"uid": role.uid})


def waiting(cast: Cast, part: str = "notes", words: str = "") -> EventRole:
    return add_part(event=gathering(cast), part=part, words=words, by=cast.operator)


def test_a_part_is_added_and_waits(cast: Cast) -> None:
    event, client = gathering(cast), signed_in(cast, "leader")
    client.post(reverse("add-part", kwargs={"uid": event.uid}), {"part": "other", "words": "the piano"})
    text = words_of(signed_in(cast, "member").get(page(event)))
    assert ("the piano" in text, "waits for somebody" in text, "I will" in text) == (True, True, True)
    words_of(client.post(reverse("add-part", kwargs={"uid": event.uid}), {"part": "other"}), 422)


def test_a_member_takes_a_part_up_and_hands_it_back(cast: Cast) -> None:
    role, client = waiting(cast), signed_in(cast, "member")
    client.post(of(role, "take-part"))
    text = words_of(client.get(page(role.event)))
    assert ("Kofi Mensah" in text, "I cannot" in text) == (True, True)
    client.post(of(role, "hand-part-back"))
    assert "waits for somebody" in words_of(client.get(page(role.event)))


def test_a_part_is_given_to_somebody_and_struck_off(cast: Cast) -> None:
    role, client, bethan = waiting(cast), signed_in(cast, "organiser"), cast.person("leader")
    client.post(of(role, "give-part"), {"person": bethan.name, "person-chosen": str(bethan.uid)})
    role.refresh_from_db()
    assert role.person == bethan
    assert "Nobody needs to do this" in words_of(client.get(of(role, "give-part")))
    client.post(of(role, "strike-part"))
    assert not EventRole.objects.exists()


def test_who_sees_a_public_event_from_elsewhere_takes_no_part_in_it(cast: Cast) -> None:
    event = gathering(cast, visibility="public")
    role = add_part(event=event, part="notes", by=cast.operator)
    client = signed_in(cast, "organiser_elsewhere")
    text = words_of(client.get(page(event)))
    assert ("waits for somebody" in text, "I will" in text) == (True, False)
    client.post(of(role, "take-part"))
    role.refresh_from_db()
    assert role.person is None


def test_the_page_takes_the_same_statements_for_one_part_and_three(cast: Cast) -> None:
    role, client = waiting(cast), signed_in(cast, "organiser")
    one = queries_of(client, page(role.event))
    add_part(event=role.event, part="chair", person=cast.person("leader"), by=cast.operator)
    add_part(event=role.event, part="time", person=cast.person("member"), by=cast.operator)
    assert queries_of(client, page(role.event)) == one <= 30
