"""The pages of a ladder: its rungs with their buttons, one step, a truce, and everybody stood down."""

from datetime import timedelta
from unittest.mock import patch

import pytest
from django.test import Client
from django.utils import timezone

from m4c.campaigns.models import LadderStep, StandDown, StoodDown, Truce
from m4c.campaigns.operations.ladder import close_step
from m4c.core.worker import run_waiting
from m4c.events.models import Attendance, Event
from tests.campaigns.ladder.making import authorised, called, campaign_of, step_of, stood_down, truce_of
from tests.cast import Cast
from tests.factories import TODAY, queries_of, signed_in, somebody, words_of

HOME = "/organise/campaigns/"


@pytest.fixture
def client(cast: Cast) -> Client:
    """Cardiff's organiser."""
    return signed_in(cast, "organiser")


def page_of(step: LadderStep, more: str = "") -> str:
    """The address of a step."""
    return f"{HOME}steps/{step.uid}/{more}"


def test_a_ladder_is_a_list_of_rungs_with_buttons(cast: Cast, client: Client) -> None:
    first = step_of(cast, name="Ultimatum")
    step_of(cast, first.campaign, name="Picket")
    told = words_of(client.get(f"{HOME}{first.campaign.uid}/ladder/"))
    assert told.index("Ultimatum") < told.index("Picket")
    assert (told.count('aria-current="step"'), told.count("rungs/up/"), told.count("rungs/down/")) == (1, 1, 1)
    client.post(page_of(first, "rungs/up/"))
    told = words_of(client.get(f"{HOME}{first.campaign.uid}/ladder/"))
    assert told.index("Picket") < told.index("Ultimatum")


def test_a_ladder_takes_as_long_for_three_steps_as_for_one(cast: Cast, client: Client) -> None:
    campaign = step_of(cast).campaign
    address = f"{HOME}{campaign.uid}/ladder/"
    queries_of(client, address)
    one = queries_of(client, address)
    for name in ("Leaflet", "Picket"):
        step_of(cast, campaign, name=name, who=cast.person("leader"))
    assert queries_of(client, address) <= one + 1  # the names of those who lead


def test_an_empty_ladder_says_whom_to_name_first(cast: Cast, client: Client) -> None:
    assert "First say whom you aim at" in words_of(client.get(f"{HOME}{campaign_of(cast).uid}/ladder/"))


def test_a_refused_form_keeps_its_words(cast: Cast, client: Client) -> None:
    campaign = step_of(cast).campaign
    target = LadderStep.objects.get().target
    sent = {"name": "Vigil", "target": target.uid, "trigger": "day", "needs": "Candles", "notes": ["highway"]}
    told = words_of(client.post(f"{HOME}{campaign.uid}/ladder/new/", sent), 422)
    assert "Candles" in told
    assert client.post(f"{HOME}{campaign.uid}/ladder/new/", sent | {"trigger_on": TODAY}).status_code == 302
    assert "pavement" in LadderStep.objects.get(name="Vigil").law


def test_a_step_is_authorised_called_out_held_and_stood_down_by_its_page(cast: Cast, client: Client) -> None:
    step = step_of(cast)
    assert "Nobody authorised this step yet" in words_of(client.get(page_of(step, "event/")))
    client.post(page_of(step, "authorisation/"), {"on": TODAY, "how": "By hands"})
    sent = {"title": "Picket", "day": "2099-10-10", "starts": "11:00", "place": "His shop", "visibility": "public"}
    assert client.post(page_of(step, "event/"), sent).status_code == 302
    step.refresh_from_db()
    assert step.event is not None
    Attendance.objects.create(event=step.event, person=somebody(cast, phones=["+447700900123"]), state="yes")
    told = words_of(client.get(page_of(step)))
    assert "Tell everybody: it is off" in told
    offer = {"offered": "A meeting", "condition": "He sits down", "day": "2099-10-12", "hour": "10:00"}
    answer = client.post(page_of(step, "truce/"), offer | {"words": "It is off."})
    made = StandDown.objects.get(truce=Truce.objects.get())
    assert answer["Location"] == f"{HOME}stand-downs/{made.uid}/"
    run_waiting()
    told = words_of(client.get(f"{HOME}stand-downs/{made.uid}/"))
    assert "0 of 1" in told
    part = client.get(
        f"{HOME}stand-downs/{made.uid}/", headers={"HX-Request": "true", "HX-Target": "stand-down-progress"}
    )
    assert "<h1" not in words_of(part)


def test_a_share_is_told_press_by_press(cast: Cast) -> None:
    step, leader = called(cast), signed_in(cast, "leader")
    facts = {"event": step.event, "state": "yes", "asked_by": cast.person("leader")}
    Attendance.objects.create(person=somebody(cast, phones=["+447700900123"]), **facts)
    made = stood_down(cast, step)
    address = f"{HOME}stand-downs/{made.uid}/share/"
    told = words_of(leader.get(address))
    assert "07700 900123" in told
    press = told.split('action="/organise/stood-down/')[1].split('"')[0]
    assert press.endswith("/told/")
    assert leader.post(f"/organise/stood-down/{press}").status_code == 302
    assert "Take it back" in words_of(leader.get(address))
    assert words_of(leader.get("/organise/")).count("it is off") == 0


def test_whoever_called_out_and_has_no_share_goes_back_to_how_far_it_got(cast: Cast, client: Client) -> None:
    step = called(cast)
    facts = {"event": step.event, "state": "yes", "asked_by": cast.person("leader")}
    Attendance.objects.create(person=somebody(cast, phones=["+447700900123"]), **facts)
    made = stood_down(cast, step)
    row = StoodDown.objects.get(teller=cast.person("leader"))
    answer = client.post(f"/organise/stood-down/{row.uid}/told/")
    assert answer["Location"] == f"{HOME}stand-downs/{made.uid}/"
    words_of(client.get(answer["Location"]))


def test_a_step_tells_of_its_event_only_those_who_see_it(cast: Cast, client: Client) -> None:
    step = called(cast)
    assert "Outside the shop" in words_of(client.get(page_of(step)))
    with patch("m4c.campaigns.ladder.page.Event.objects.visible_to", return_value=Event.objects.none()):
        told = words_of(client.get(page_of(step)))
        ladder = words_of(client.get(f"{HOME}{step.campaign.uid}/ladder/"))
    assert step.event is not None
    assert str(step.event.uid) not in ladder
    assert ("Outside the shop" in told, str(step.event.uid) in told, "it is off" in told) == (False, False, True)


def test_a_share_stands_on_today(cast: Cast) -> None:
    step = called(cast)
    facts = {"event": step.event, "state": "yes", "asked_by": cast.person("leader")}
    Attendance.objects.create(person=somebody(cast, phones=["+447700900123"]), **facts)
    stood_down(cast, step)
    assert "Ring 1 person: it is off" in words_of(signed_in(cast, "leader").get("/organise/"))


def test_a_truce_is_kept_by_its_page(cast: Cast, client: Client) -> None:
    truce = truce_of(cast, authorised(cast))
    assert client.post(f"{HOME}truces/{truce.uid}/broken/").status_code == 404
    client.post(f"{HOME}truces/{truce.uid}/kept/", {"settled_words": "He came"})
    assert Truce.objects.get().settled_words == "He came"


def test_a_truce_whose_time_is_over_asks_on_its_page_and_today_and_one_press_offers_the_step_again(
    cast: Cast, client: Client
) -> None:
    truce = truce_of(cast, authorised(cast, step_of(cast, who=cast.person("organiser"))))
    Truce.objects.update(until=timezone.now() + timedelta(days=1))
    assert "Held by a truce" in words_of(client.get(page_of(truce.step)))
    assert "The truce ran out" not in words_of(client.get("/organise/"))
    lapse = f"{HOME}truces/{truce.uid}/lapsed/"
    assert "Say what they broke." in words_of(client.post(lapse), 422)
    Truce.objects.update(until=timezone.now() - timedelta(minutes=1))
    assert "The time of the truce is over" in words_of(client.get(page_of(truce.step)))
    assert "The truce ran out" in words_of(client.get("/organise/"))
    client.post(lapse)
    assert "the truce ran out, so the step is offered again" in words_of(client.get(page_of(truce.step)))
    assert "The truce ran out" not in words_of(client.get("/organise/"))


def test_how_it_was_is_asked_once_it_took_place_and_never_of_what_was_called_off(cast: Cast, client: Client) -> None:
    step, now = called(cast, step_of(cast, who=cast.person("organiser"))), timezone.now()
    close_step(step=step, on=timezone.localdate(), what_they_did="He rang", at=now, by=cast.organiser)
    begun = {"starts_at": now - timedelta(hours=1)}
    for facts, asks in (
        (begun | {"ends_at": now + timedelta(hours=1)}, False),
        (begun | {"ends_at": None}, False),
        (begun | {"ends_at": now - timedelta(minutes=1)}, True),
        ({"cancelled_at": now}, False),
    ):
        Event.objects.update(**facts)
        assert ("Say how it was" in words_of(client.get(page_of(step)))) == asks
        assert ("How was it for us?" in words_of(client.get("/organise/"))) == asks


def test_a_leaflet_says_who_has_to_write_an_imprint(cast: Cast, client: Client) -> None:
    told = words_of(client.get(page_of(step_of(cast), "leaflet/?size=a4")))
    assert ("There is no imprint yet" in told, 'data-size="a4"' in told) == (True, True)


def test_a_step_leads_to_its_press_note_where_that_is_written(cast: Cast, client: Client) -> None:
    assert f"?step={(step := step_of(cast)).uid}" in words_of(client.get(page_of(step)))
