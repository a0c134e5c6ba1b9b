"""A host's link: made and shown once, opened on one phone, and good for exactly one door."""

import json
from datetime import timedelta

import pytest
from django.core.cache import cache
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from m4c.core.models.record import new_uid
from m4c.events.door.at_door import cookie_of
from m4c.events.door.codes import code_of
from m4c.events.models import Arrival, HostLink
from m4c.events.operations.host_link import make_host_link, revoke_host_link
from tests.events.taps import listed
from tests.factories import gathering, signed_in, words_of


@pytest.fixture
def event(cast):
    cache.clear()
    return gathering(cast, starts_at=timezone.now() + timedelta(minutes=5), ends_at=timezone.now() + timedelta(hours=2))


@pytest.fixture
def made(cast, event):
    return make_host_link(event=event, for_whom="Ada", at=timezone.now(), by=cast.leader)


@pytest.fixture
def host(made):
    """The phone that opened the link."""
    phone = Client()
    phone.post(made.path)
    return phone


def below(made, name="host-door", **more):
    return reverse(name, kwargs={"uid": made.link.uid, **more})


def test_a_link_is_made_and_shown_once(cast, event):
    client, page = signed_in(cast, "leader"), reverse("host-links", kwargs={"uid": event.uid})

    shown = words_of(client.post(page, {"for_whom": "Ada, side door"}))

    assert ("/door/" in shown, "<svg" in shown) == (True, True)
    assert "Not opened yet" in words_of(client.get(page))
    assert words_of(client.post(page, {"for_whom": ""}), 422)


def test_looking_at_a_link_spends_nothing(made):
    words_of(Client().get(made.path))
    assert HostLink.objects.get().opened_at is None


def test_it_opens_on_the_first_phone_and_there_again(made, host):
    cookie = host.cookies[cookie_of(made.link)]
    assert (cookie["httponly"], cookie["path"], cookie["samesite"]) == (True, "/door/", "Lax")
    assert host.get(made.path)["Location"] == below(made)
    assert "opens nothing" in words_of(Client().post(made.path), 404)


def test_only_that_phone_has_the_door(cast, event, made, host):
    listed(cast, event)

    assert "Amal Yusuf" in words_of(host.get(below(made)))
    assert Client().get(below(made)).status_code == 404
    assert signed_in(cast, "leader").get(below(made)).status_code == 404


def test_called_back_the_phone_has_nothing_any_more(cast, made, host):
    client = signed_in(cast, "leader")
    client.post(reverse("revoke-host-link", kwargs={"uid": made.link.uid}))
    assert (host.get(below(made)).status_code, HostLink.objects.get().revoked_at is None) == (404, False)


def test_a_host_lets_people_in(cast, event, made, host):
    row, at = listed(cast, event), timezone.now().isoformat()
    sent = [{"uid": str(new_uid()), "attendance": str(row.uid), "at": at}]

    answer = host.post(below(made, "host-door-arrivals"), json.dumps(sent), content_type="application/json")

    assert answer.json()[0]["said"] == "in"
    assert Arrival.objects.get().host_link == made.link


def test_a_host_sees_names_and_no_way_to_reach_anybody(cast, event, made, host):
    row = listed(cast, event)
    told = host.get(below(made, "host-door-list")).json()
    pages = words_of(host.get(below(made))) + words_of(host.get(below(made, "host-door-entry", place=row.uid)))
    assert told["people"] == [[str(row.uid), "Amal Yusuf", False, ""]]
    assert "/organise/" not in pages


def test_when_the_event_is_over_the_list_is_gone(cast, event, made, host):
    listed(cast, event)
    HostLink.objects.update(made_at=timezone.now() - timedelta(days=1), expires_at=timezone.now() - timedelta(hours=1))
    assert "Amal" not in words_of(host.get(below(made)))
    assert host.get(below(made, "host-door-list")).json()["people"] == []


def test_a_code_opens_the_entry_for_whoever_stands_at_the_door(cast, event, made, host):
    row = listed(cast, event)
    assert host.get(code_of(row))["Location"] == below(made, "host-door-entry", place=row.uid)
    by_account = signed_in(cast, "leader").get(code_of(row))["Location"]
    assert by_account == reverse("door-entry", kwargs={"uid": event.uid, "place": row.uid})


def test_a_code_shows_itself_to_everybody_else_and_names_nobody(cast, event):
    row = listed(cast, event)
    for client in (Client(), signed_in(cast, "leader_elsewhere"), signed_in(cast, "member")):
        page = words_of(client.get(code_of(row)))
        assert ("<svg" in page, "Amal" in page) == (True, False)


def test_a_code_that_was_tampered_with_is_none(cast, event):
    code = code_of(listed(cast, event))
    for wrong in (code.replace("~", "~x"), "/door/code/nothing/"):
        assert Client().get(wrong).status_code == 404


def test_a_code_says_nothing_once_the_event_is_over(cast):
    code = code_of(listed(cast, gathering(cast, days=-9_000)))
    assert Client().get(code).status_code == 404


def test_whoever_stands_at_the_door_may_show_somebody_their_code(cast, event):
    row = listed(cast, event)
    page = signed_in(cast, "leader").get(reverse("door-show-code", kwargs={"uid": event.uid, "place": row.uid}))
    assert code_of(row) in words_of(page)


def test_a_link_that_was_called_back_opens_nothing(cast, made):
    revoke_host_link(link=made.link, at=timezone.now(), by=cast.leader)
    assert words_of(Client().post(made.path), 404)
