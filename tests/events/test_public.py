"""What strangers may know of where an event is: of somebody's home the town alone, and nowhere more than that."""

import re
from datetime import timedelta
from typing import Any

from django.test import Client
from django.urls import reverse
from django.utils import timezone

from m4c.events.models import Event
from m4c.events.operations.attendance import record_attendance
from m4c.events.operations.event import edit_event
from m4c.events.public import public_events
from tests.cast import Cast
from tests.factories import gathering, signed_in, words_of
from tests.house_rules.project_files import ROOT, project_files, shown

HOME: dict[str, Any] = {
    "place": "14 Glebe Street",
    "postcode": "CF10 1EP",
    "at_home": True,
    "visibility": Event.Visibility.PUBLIC,
}


def tomorrow(cast: Cast) -> Event:
    """Supper at somebody's home, open to everybody."""
    return gathering(cast, title="Supper", starts_at=timezone.now() + timedelta(days=1), **HOME)


def test_strangers_read_the_town_alone_wherever_the_event_stands(cast: Cast) -> None:
    event = tomorrow(cast)
    addresses = [
        reverse("public-event", kwargs={"uid": event.uid}),
        reverse("public-events"),
        f"{reverse('near-me')}?where=CF10 1EP",
        reverse("public-group", kwargs={"slug": "cardiff"}),
        "/",
    ]
    for address in addresses:
        text = Client().get(address).content.decode()
        assert ("Glebe" in text, "CF10 1EP" in text.replace('value="CF10 1EP"', "")) == (False, False), address
    page = Client().get(addresses[0]).content.decode()
    assert ("Supper" in page, "Cardiff" in page, "you are told where" in page) == (True, True, True)


def test_those_who_see_it_in_the_workspace_read_the_place(cast: Cast) -> None:
    address = reverse("event", kwargs={"uid": tomorrow(cast).uid})
    assert "14 Glebe Street" in words_of(signed_in(cast, "member").get(address))


def test_a_hall_is_named_to_everybody(cast: Cast) -> None:
    event = edit_event(event=tomorrow(cast), values={"at_home": False}, by=cast.organiser)
    assert "14 Glebe Street" in Client().get(reverse("public-event", kwargs={"uid": event.uid})).content.decode()


def test_a_house_meeting_is_at_a_home_unless_one_says_otherwise(cast: Cast) -> None:
    def kept(**more: Any) -> bool:
        return gathering(cast, kind=Event.Kind.HOUSE_MEETING, **more).at_home

    assert (kept(), kept(at_home=False), gathering(cast).at_home) == (True, False, False)


def test_a_house_meeting_is_in_no_public_list(cast: Cast) -> None:
    gathering(cast, kind=Event.Kind.HOUSE_MEETING, visibility=Event.Visibility.PUBLIC)
    assert list(public_events()) == []


def test_public_pages_print_no_place_but_the_one_for_all() -> None:
    reads = re.compile(r"\bevent\.(place|postcode)\b")
    where = [path for path in project_files(ROOT / "m4c" / "website") if path.suffix in (".html", ".py")]
    assert [shown(path) for path in where if reads.search(path.read_text(encoding="utf-8"))] == []


def test_another_group_is_told_of_a_home_what_strangers_are(cast: Cast) -> None:
    uid = tomorrow(cast).uid
    addresses = [reverse("event", kwargs={"uid": uid}), reverse("edit-event", kwargs={"uid": uid}), reverse("events")]
    for persona in ("leader_elsewhere", "organiser_elsewhere"):
        for address in addresses:
            page = signed_in(cast, persona).get(address).content.decode()
            assert ("Glebe" in page, "CF10 1EP" in page) == (False, False), (persona, address)
    client = signed_in(cast, "organiser")
    assert ["14 Glebe Street" in client.get(address).content.decode() for address in addresses] == [True] * 3


def test_whoever_is_down_for_it_is_told_where_it_is(cast: Cast) -> None:
    event = tomorrow(cast)
    record_attendance(event=event, person=cast.person("leader_elsewhere"), state="yes", by=cast.operator)
    page = signed_in(cast, "leader_elsewhere").get(reverse("event", kwargs={"uid": event.uid}))
    assert "14 Glebe Street" in words_of(page)
