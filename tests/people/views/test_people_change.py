"""Acting on a selection by the page, without a script: tick, choose what, say with what, read what became of it."""

from collections.abc import Callable
from typing import Any

from django.test import Client
from django.urls import reverse

from m4c.core.worker import run_waiting
from m4c.events.models import Attendance
from m4c.people.models import PeopleChange, PeopleExport, Person, PersonContact, Tagging
from m4c.people.operations.protection import keep_safe
from tests.cast import Cast
from tests.factories import NOW, gathering, queries_of, somebody, words_of

SignIn = Callable[..., Client]
LIST, SELECTION = reverse("people"), reverse("people-selection")
TAG = {"name": "driver", "group": "cardiff"}


def picking(*people: Person, what: str = "tag") -> str:
    return f"{SELECTION}?what={what}&" + "&".join(f"picked={person.uid}" for person in people)


def test_list_offers_ticks_and_what_one_may_do(cast: Cast, amal: Person, sign_in: SignIn) -> None:
    offered = {}
    for persona in ("leader", "organiser", "data_protection"):
        body = words_of(sign_in(getattr(cast, persona)).get(LIST))
        offered[persona] = [
            name for name in ("tag", "contact", "event", "calls") if f'name="what" value="{name}"' in body
        ]
        assert (f'name="picked" value="{amal.uid}"' in body) == bool(offered[persona])
    assert offered == {
        "leader": ["tag", "event", "calls"],
        "organiser": ["tag", "contact", "event", "calls"],
        "data_protection": [],
    }


def test_those_ticked_are_tagged(cast: Cast, amal: Person, sign_in: SignIn) -> None:
    client = sign_in(cast.organiser)
    body = words_of(client.get(picking(amal)))
    assert "With 1 person" in body
    assert "Amal Yusuf" in body
    answer = client.post(picking(amal), TAG)
    change = PeopleChange.objects.get()
    assert answer["Location"] == reverse("people-change", args=[change.uid])
    assert Tagging.objects.filter(person=amal).count() == 1
    assert "Done with 1 person." in words_of(client.get(answer["Location"]))


def test_all_that_the_filter_finds_in_the_background(cast: Cast, amal: Person, sign_in: SignIn) -> None:
    client = sign_in(cast.organiser)
    address = f"{SELECTION}?q=yusuf&what=tag&all=yes"
    assert "found by “yusuf”" in words_of(client.get(address))
    answer = client.post(address, TAG)
    assert "It is being done." in words_of(client.get(answer["Location"]))
    run_waiting()
    headers = {"HX-Request": "true", "HX-Target": "change-state"}
    part = client.get(answer["Location"], headers=headers).content.decode()
    assert part.strip().startswith('<div id="change-state"')
    assert "Done with 1 person." in part
    assert Tagging.objects.filter(person=amal).count() == 1


def test_who_was_left_out_is_named_with_the_reason(cast: Cast, sign_in: SignIn) -> None:
    client = sign_in(cast.leader)
    elsewhere = somebody(cast, "Cai Yusuf", group=cast.manchester, met_by=cast.person("leader"))
    body = words_of(client.post(picking(elsewhere), TAG, follow=True))
    assert "Cai Yusuf" in body
    assert "They belong to no group in which you may do this." in body


def test_who_stays_in_touch_and_an_event(cast: Cast, amal: Person, sign_in: SignIn) -> None:
    client = sign_in(cast.organiser)
    bethan, event = cast.person("leader"), gathering(cast, days=60)
    sent = {"contact": bethan.name, "contact-chosen": str(bethan.uid), "group": "cardiff"}
    assert "Bethan Griffiths stays in touch with them" in words_of(
        client.post(picking(amal, what="contact"), sent, follow=True)
    )
    assert PersonContact.objects.get().contact == bethan
    client.post(picking(amal, what="event"), {"event": str(event.uid), "state": "listed"})
    assert Attendance.objects.get(event=event).state == "listed"


def test_bad_input_is_told(cast: Cast, amal: Person, sign_in: SignIn) -> None:
    client = sign_in(cast.organiser)
    assert "Tick somebody first" in words_of(client.get(f"{SELECTION}?what=tag", follow=True))
    assert client.get(picking(amal, what="sing")).status_code == 404
    words_of(client.post(picking(amal), {"name": "", "group": "cardiff"}), 422)
    assert "Strongly against" in words_of(client.post(picking(amal), TAG | {"name": "Strongly against"}), 422)
    nobody = words_of(client.post(f"{SELECTION}?quiet=soon&what=tag&all=yes", TAG), 422)
    assert "The address of the list cannot be read, so nobody is meant by it." in nobody
    assert "With 0 people" in words_of(client.get(f"{SELECTION}?what=tag&picked=x"))
    assert not Tagging.objects.exists()


def test_whom_one_does_not_see_is_nobody(cast: Cast, amal: Person, sign_in: SignIn) -> None:
    client = sign_in(cast.leader_elsewhere)
    assert "Amal" not in words_of(client.get(picking(amal)))
    client.post(picking(amal), {"name": "driver", "group": "manchester"})
    assert not Tagging.objects.exists()
    keep_safe(person=amal, by=cast.leader, at=NOW)
    assert "Amal" not in words_of(sign_in(cast.organiser_elsewhere).get(f"{SELECTION}?q=amal&what=tag&all=yes"))


def test_pages_take_the_same_queries_for_one_and_three(cast: Cast, sign_in: SignIn) -> None:
    client = sign_in(cast.organiser)
    people = [somebody(cast, f"Person{number} Yusuf") for number in range(3)]
    counts: list[Any] = []
    for some in (people[:1], people):
        client.post(picking(*some), TAG)
        done = reverse("people-change", args=[PeopleChange.objects.latest("pk").uid])
        counts.append((queries_of(client, picking(*some)), queries_of(client, done)))
    assert counts[0] == counts[1]
    assert max(counts[0]) <= 16


def test_a_change_is_shown_to_whoever_asked(cast: Cast, amal: Person, sign_in: SignIn) -> None:
    sign_in(cast.organiser).post(picking(amal), TAG)
    address = reverse("people-change", args=[PeopleChange.objects.get().uid])
    assert sign_in(cast.national_organiser).get(address).status_code == 404
    assert not PeopleExport.objects.exists()
