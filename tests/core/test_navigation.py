"""The navigation: in the order of the chain, only what one may open, the record button filled in on somebody's page."""

from collections.abc import Iterable
from typing import Any

from django.urls import reverse
from django.utils import timezone

from m4c.core.navigation import Item, build
from tests.cast import Cast
from tests.factories import signed_in, somebody, words_of

PLACES = {
    "member": ["Today", "Events", "Groups", "Jobs", "Training"],
    "leader": [
        *("Today", "People", "Events", "Listening", "Power", "Campaigns", "Commitments", "Groups", "Jobs"),
        *("Tell a group", "Reports"),
        *("Training", "Your own list", "Welcomes"),
    ],
    "organiser": [
        *("Today", "People", "Events", "Listening", "Power", "Campaigns", "Commitments", "Groups", "Jobs"),
        *("Tell a group", "Reports"),
        *("Training", "Your own list", "Bring in sheets", "On record twice?", "Take people out", "Asking to come in"),
        *("Welcomes", "Messages"),
    ],
    "safeguarding": ["Today", "Groups", "Kept safe", "Referrals"],
}


def labels(items: Iterable[Item]) -> list[str]:
    return [str(item.label) for item in items]


def top_of(response: Any) -> str:
    return words_of(response).partition("</header>")[0]


def test_places_stand_in_the_order_of_the_chain_and_only_where_one_may(cast: Cast) -> None:
    found = {}
    for persona in PLACES:
        request = signed_in(cast, persona).get("/organise/").wsgi_request
        found[persona] = labels(build(request).items)
    assert found == PLACES


def test_today_is_current_on_its_own_page_only(cast: Cast) -> None:
    client = signed_in(cast, "organiser")
    current = {}
    for address in ("/organise/", reverse("people"), reverse("search")):
        items = build(client.get(address).wsgi_request).items
        current[address] = labels([item for item in items if item.current])
    assert list(current.values()) == [["Today"], ["People"], []]


def test_what_can_be_recorded_comes_with_the_person_whose_page_it_is(cast: Cast) -> None:
    person = somebody(cast, "Ann Evans")
    client = signed_in(cast, "organiser")
    plain = build(client.get(reverse("people")).wsgi_request)
    assert labels(plain.record)[:4] == ["1-2-1", "House meeting", "Attendance", "Conversation pledge"]
    assert plain.about == ()

    text = words_of(client.get(reverse("person", args=[person.uid])))
    for route, word in (
        ("record-one-to-one", "with"),
        ("record-house-meeting", "host"),
        ("which-event", "who"),
        ("record-pledge", "for"),
    ):
        assert f'href="{reverse(route)}?{word}={person.uid}"' in text
        assert "Ann Evans" in words_of(client.get(reverse(route), {word: str(person.uid)}))


def test_ones_own_page_fills_nothing_in(cast: Cast) -> None:
    text = words_of(signed_in(cast, "organiser").get(reverse("person", args=[cast.person("organiser").uid])))
    assert f"?with={cast.person('organiser').uid}" not in text


def test_the_frame_is_drawn_anew_for_whoever_asks_and_when_a_right_ends(cast: Cast) -> None:
    organiser, member = signed_in(cast, "organiser"), signed_in(cast, "member")
    of_organiser, of_member = (top_of(client.get("/organise/")) for client in (organiser, member))
    assert (str(cast.organiser) in of_organiser, reverse("people") in of_organiser) == (True, True)
    assert (str(cast.organiser) in of_member, reverse("people") in of_member) == (False, False)

    cast.organiser.roles.update(ended_at=timezone.now())
    assert reverse("people") not in top_of(organiser.get("/organise/"))


def test_the_menus_send_with_the_guard_of_their_own_page(cast: Cast) -> None:
    text = words_of(signed_in(cast, "national_organiser").get("/organise/"))
    forms = ("choose-group", "sign-out")
    for form in forms:
        opened = text.split(f'<form id="{form}" hidden method="post"')[1].split("</form>")[0]
        assert "csrfmiddlewaretoken" in opened
        assert text.count(f'form="{form}"') >= 1
