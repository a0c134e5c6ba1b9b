"""Replying to a public event, from the page to the record, and what the same answer tells a stranger: nothing."""

import re
from datetime import timedelta
from typing import Any

import pytest
from django.core.cache import cache
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from m4c.events.models import Attendance, Event, Guest, Reply
from m4c.events.operations.event import call_off_event
from m4c.events.replies.links import path_of, token_of
from m4c.people.models import Account, Consent, Person, PersonPhone
from m4c.people.time_zones import by_own_clock
from m4c.website.reply_forms import ReplyForm
from tests.cast import Cast
from tests.factories import gathering, queries_of, signed_in, somebody, words_of
from tests.website.views.test_joining import stamped

NEST = {"given_name": "Nest", "family_name": "Abara", "email": "Nest.Abara@example.org"}
RUNG = {"given_name": "Ebo", "family_name": "", "phone": "07700 900155"}


@pytest.fixture(autouse=True)
def fresh_limits(cast: Cast) -> None:
    """No attempt has been made yet."""
    cache.clear()


@pytest.fixture
def event(cast: Cast) -> Event:
    """A public meeting next week."""
    return meeting(cast)


def meeting(cast: Cast, capacity: int | None = None, **more: Any) -> Event:
    """A public meeting next week, with room for so many."""
    then = timezone.now() + timedelta(days=7)
    event = gathering(cast, starts_at=then, visibility=Event.Visibility.PUBLIC, **more)
    Event.objects.filter(pk=event.pk).update(capacity=capacity)
    return event


def send(client: Client, event: Event, typed: dict[str, Any] = NEST, **more: Any) -> Any:
    """The answer to the form."""
    address = reverse("public-reply", kwargs={"uid": event.uid})
    return client.post(address, {**typed, "stamp": stamped(ReplyForm), **more})


def link_of(event: Event) -> str:
    """The link of the one reply."""
    return path_of(token_of(Reply.objects.get(event=event)))


def test_replying_from_the_form_to_the_record(client: Client, event: Event) -> None:
    page = words_of(client.get(reverse("public-reply", kwargs={"uid": event.uid})))
    assert ("checked" in page, "I am coming" in page) == (False, True)
    answer = send(client, event, guests="1", names="Idris\n\nOla\n", access_needs=["bsl"], words="Late")
    assert answer.url == reverse("replied", kwargs={"uid": event.uid})

    reply = Reply.objects.get()
    assert (reply.guests, reply.access_needs, reply.words, reply.language) == (2, ["bsl"], "Late", "en-gb")
    assert (Guest.objects.count(), Attendance.objects.get().state, Consent.objects.count()) == (2, "yes", 0)
    assert "See you there" in words_of(client.get(answer.url))


def test_the_box_is_asked_apart(client: Client, event: Event) -> None:
    send(client, event, agreed=["email"])
    assert [row.channel for row in Consent.objects.all()] == ["email"]


def test_a_telephone_alone_is_shown_its_link_once(client: Client, event: Event) -> None:
    page = words_of(send(client, event, RUNG))
    assert link_of(event) in page
    assert link_of(event) not in words_of(client.get(reverse("replied", kwargs={"uid": event.uid})))


@pytest.mark.parametrize("capacity", [None, 1])
def test_known_and_unknown_coming_and_not_are_answered_alike(client: Client, cast: Cast, capacity: int | None) -> None:
    somebody(cast, "Amal Yusuf", emails=["amal@example.org"], phones=["+447700900156"])
    event = meeting(cast, capacity)
    send(client, event, {"given_name": "Amal", "family_name": "Yusuf", "email": "amal@example.org"})
    cache.clear()
    by_mail = [
        {"given_name": "Amal", "family_name": "Yusuf", "email": "amal@example.org"},
        {"given_name": "Ola", "family_name": "Ada", "email": "ola@example.org"},
    ]
    by_phone = [
        {"given_name": "Amal", "family_name": "Yusuf", "phone": "07700 900156"},
        {"given_name": "Siw", "family_name": "Ada", "phone": "07700 900157"},
    ]
    first, second = (send(client, event, typed) for typed in by_mail)
    assert (first.status_code, first.url) == (second.status_code, second.url)
    pages = [words_of(send(client, event, typed)) for typed in by_phone]
    assert len(pages[0]) == len(pages[1])
    assert ("waiting list" in pages[0], "waiting list" in pages[1]) == (capacity == 1, capacity == 1)


def test_no_page_counts_places(client: Client, cast: Cast) -> None:
    event = meeting(cast, 37)
    addresses = [reverse(name, kwargs={"uid": event.uid}) for name in ("public-event", "public-reply")]
    pages = [words_of(client.get(address)) for address in addresses]
    assert "There is room" in pages[0]
    send(client, event)
    assert [" 37 " in page or " 36 " in page for page in pages] == [False, False]


def test_a_full_event_offers_the_waiting_list_and_takes_names(client: Client, cast: Cast) -> None:
    event = meeting(cast, 1)
    address = reverse("public-event", kwargs={"uid": event.uid})
    assert "There is room" in words_of(client.get(address))
    send(client, event)
    assert "It is full" in words_of(Client().get(address))
    assert send(client, event, RUNG | {"email": "ebo@example.org"}).url == reverse(
        "reply-waits", kwargs={"uid": event.uid}
    )
    waiting = words_of(client.get(reverse("reply-waits", kwargs={"uid": event.uid})))
    assert "waiting list" in waiting


def test_change_cancel_and_come_after_all_by_the_link(client: Client, event: Event) -> None:
    send(client, event, names="Idris", words="By train")
    link = link_of(event)
    page = client.get(link)
    assert ("Idris" in words_of(page), "By train" in words_of(page)) == (True, True)
    assert (page["Referrer-Policy"], "no-store" in page["Cache-Control"]) == ("no-referrer", True)
    assert ("Nest" in page.text, "nest.abara" in page.text) == (False, False)

    assert client.post(link, {"guests": "3", "names": "Idris"})["Location"] == link
    assert "each of the 4 of you" in words_of(client.get(link))
    assert client.post(f"{link}removal/")["Location"] == link
    assert "You are not coming" in words_of(client.get(link))
    client.post(link, {"guests": "0"})
    assert "There is a place for you." in words_of(client.get(link))
    assert client.post(link, {"guests": "99"}).status_code == 422


def test_a_link_changes_nothing_from_elsewhere_or_once_it_is_called_off(
    client: Client, cast: Cast, event: Event
) -> None:
    send(client, event)
    link = link_of(event)
    for address in (link, f"{link}removal/"):
        client.post(address, {"guests": "3"}, headers={"Sec-Fetch-Site": "cross-site"})
    assert (Reply.objects.get().guests, Reply.objects.get().cancelled_at) == (0, None)
    call_off_event(event=event, at=timezone.now(), by=cast.organiser)
    assert "This will not take place" in words_of(client.post(link, {"guests": "3"}))
    assert client.post(f"{link}removal/").status_code == 404


def test_what_opens_nothing(client: Client, cast: Cast, event: Event) -> None:
    assert client.get(path_of("x" * 43)).status_code == 404
    inside = gathering(cast, starts_at=timezone.now() + timedelta(days=7))
    over = gathering(cast, starts_at=timezone.now() - timedelta(days=1), visibility=Event.Visibility.PUBLIC)
    assert [send(client, closed).status_code for closed in (inside, over)] == [404, 404]


@pytest.mark.parametrize(
    "more",
    [
        {"given_name": ""},
        {"email": ""},
        {"email": "nest"},
        {"guests": "-1"},
        {"guests": "21"},
        {"names": "\n".join(str(number) for number in range(21))},
        {"access_needs": ["gold"]},
        {"agreed": ["phone"]},
        {"email": "", "phone": "07700 900155", "agreed": ["email"]},
        {"words": "x" * 301},
    ],
)
def test_what_is_wrong_comes_back_with_its_words(client: Client, event: Event, more: dict[str, Any]) -> None:
    assert (send(client, event, **more).status_code, Reply.objects.count()) == (422, 0)


def test_a_robot_gets_thanks_and_leaves_nothing(client: Client, event: Event) -> None:
    thanks = reverse("replied", kwargs={"uid": event.uid})
    assert send(client, event, website="http://x.example.org").url == thanks
    assert send(client, event, stamp="").url == thanks
    address = reverse("public-reply", kwargs={"uid": event.uid})
    crossed = client.post(address, {**NEST, "stamp": stamped(ReplyForm)}, headers={"Origin": "https://x.example.org"})
    assert (crossed["Location"], Person.objects.filter(given_name="Nest").count()) == (thanks, 0)


def test_too_many_from_one_machine_get_their_words_back(client: Client, cast: Cast, event: Event) -> None:
    answers = [send(client, event, email=f"n{number}@example.org") for number in range(11)]
    assert (answers[-1].status_code, "Nest" in answers[-1].text) == (429, True)


def test_pages_of_a_reply_cost_the_same_however_many_there_are(client: Client, cast: Cast) -> None:
    event = meeting(cast, 50)
    send(client, event)
    address, link = reverse("public-reply", kwargs={"uid": event.uid}), link_of(event)
    before = queries_of(client, address), queries_of(client, link)
    for number in range(3):
        send(client, event, email=f"n{number}@example.org", given_name=f"N{number}", guests="2")
    assert (queries_of(client, address), queries_of(client, link)) == before
    assert max(before) <= 12


def test_the_link_of_a_second_reply_says_nothing_of_somebody_kept_safe(client: Client, cast: Cast) -> None:
    """Whoever types her name and number, and follows the link, finds what they typed: had she replied or not."""
    event, safe = meeting(cast, 9), cast.person("protected_member")
    PersonPhone.objects.create(person=safe, number="+447700900188")
    hers = {"given_name": safe.given_name, "family_name": safe.family_name, "phone": "07700 900188"}
    send(client, event, hers, names="Her sister")
    rows = list(Reply.objects.values())

    page = words_of(send(client, event, hers, guests="2", words="Is she there?"))
    link = next(word for word in page.split('"') if "/events/replies/" in word).partition("8000")[2]
    found = client.get(link)
    assert (found.status_code, "Is she there?" in found.text, "Her sister" in found.text) == (200, True, False)
    assert "each of the 3 of you" in words_of(found)
    assert client.post(link, {"guests": "3", "names": "Ola"})["Location"] == link
    assert "each of the 4 of you" in words_of(client.get(link))
    assert client.post(link, {"guests": "19"}).status_code == 422
    assert client.post(f"{link}removal/")["Location"] == link
    assert "You are not coming" in words_of(client.get(link))
    assert (list(Reply.objects.values()), Guest.objects.get().name) == (rows, "Her sister")


def test_the_link_on_the_page_says_nothing_of_a_place_that_somebody_has(client: Client, cast: Cast) -> None:
    event = meeting(cast, 1)
    known = somebody(cast, "Amal Yusuf", phones=["+447700900156"])
    Attendance.objects.create(event=event, person=known, state="yes")
    send(client, event, {"given_name": "Amal", "family_name": "Yusuf", "phone": "07700 900156"})
    assert "You are on the waiting list" in words_of(client.get(link_of(event)))
    assert Attendance.objects.get().state == "yes"


def code_on(page: str) -> str:
    """The address of the code for the door that a page shows; blank for none."""
    found = re.search(r"/door/code/[^/\"]+/", page)
    return found[0] if found and "Your code for the door" in page else ""


def test_the_page_of_a_reply_shows_the_code_for_the_door_until_the_event_is_over(client: Client, event: Event) -> None:
    send(client, event)
    code = code_on(words_of(client.get(link_of(event))))
    page = words_of(Client().get(code))
    assert ("Show this at the door." in page, "<svg" in page, "Nest" in page) == (True, True, False)
    Event.objects.filter(pk=event.pk).update(starts_at=timezone.now() - timedelta(hours=1))
    assert code_on(words_of(client.get(link_of(event)))) == code  # it has begun: the door is open
    Event.objects.filter(pk=event.pk).update(starts_at=timezone.now() - timedelta(days=3))
    assert code_on(words_of(client.get(link_of(event)))) == ""
    assert Client().get(code).status_code == 404


@pytest.mark.parametrize("more", [{"link": "https://meet.example.org/x"}, {"place": "Hall"}])
def test_who_waits_or_comes_by_a_link_alone_has_no_code(client: Client, cast: Cast, more: dict[str, str]) -> None:
    event = meeting(cast, 1, **more)
    send(client, event)
    assert bool(code_on(words_of(client.get(link_of(event))))) is ("place" in more)
    Reply.objects.update(waiting_since=timezone.now())
    assert code_on(words_of(client.get(link_of(event)))) == ""


def test_codes_say_nothing_of_somebody_kept_safe(client: Client, cast: Cast) -> None:
    """Had she replied or not, whoever typed her name finds a code, and at the door it is that of somebody new."""
    event, safe = meeting(cast), cast.person("protected_member")
    PersonPhone.objects.create(person=safe, number="+447700900188")
    hers = {"given_name": safe.given_name, "family_name": safe.family_name, "phone": "07700 900188"}
    for _again in range(2):
        page = words_of(send(client, event, hers))
        link = next(word for word in page.split('"') if "/events/replies/" in word).partition("8000")[2]
        code = code_on(words_of(client.get(link)))
        assert "Show this at the door." in words_of(Client().get(code))
        walk_in = reverse("door-walk-in", kwargs={"uid": event.uid})
        assert signed_in(cast, "organiser").get(code)["Location"] == walk_in
    assert Reply.objects.count() == 1


def test_an_online_event_says_by_which_clock_and_to_its_reader_alone_by_their_own(client: Client, cast: Cast) -> None:
    event = meeting(cast, link="https://meet.example.org/soup")
    send(client, event)
    Account.objects.filter(pk=cast.member.pk).update(time_zone="Asia/Kolkata")
    own = by_own_clock(cast.fresh("member"), event.starts_at)
    clock = timezone.localtime(event.starts_at).tzname()
    for_all = [reverse(name, kwargs={"uid": event.uid}) for name in ("public-event", "public-reply", "replied")]
    reader = signed_in(cast, "member")
    assert [f"({clock})" in words_of(reader.get(page)) for page in for_all] == [True] * 3
    assert f"({clock}, {own})" in words_of(reader.get(link_of(event)))
    assert f"({clock})" in words_of(Client().get(link_of(event)))
    here = meeting(cast, place="The Forum")
    assert f"({clock})" not in words_of(client.get(reverse("public-event", kwargs={"uid": here.uid})))
