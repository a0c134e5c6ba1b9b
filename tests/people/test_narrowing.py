"""Narrowing the workspace to one group: kept in the session, a default of lists, and never sight of anything."""

import pytest
from django.test import Client
from django.urls import reverse

from m4c.core.permissions import Role
from m4c.people.models import AccountRole
from m4c.people.narrowing import KEY, offered
from tests.cast import Cast
from tests.factories import gathering, signed_in, somebody, words_of

NARROW, PEOPLE, EVENTS, TODAY = reverse("narrow"), reverse("people"), reverse("events"), reverse("today")
CHIP = "Take this filter away"


def narrowed(cast: Cast, persona: str, slug: str) -> Client:
    client = signed_in(cast, persona)
    client.post(NARROW, {"group": slug, "next": PEOPLE})
    return client


def names(text: str) -> list[str]:
    return [name for name in ("Cai Cardiff", "Mel Mellons") if name in text]


@pytest.fixture
def two(cast: Cast) -> None:
    somebody(cast, "Cai Cardiff")
    somebody(cast, "Mel Mellons", group=cast.st_mellons)


def test_offered_are_the_groups_of_ones_roles_and_below(cast: Cast) -> None:
    assert [group.slug for group in offered(cast.organiser)] == ["cardiff", "st-mellons"]
    assert list(offered(cast.coalition_organiser)) == []
    assert cast.movement not in offered(cast.national_organiser)
    AccountRole.objects.create(account=cast.leader, group=cast.swansea, role=Role.LEADER, given_by=cast.operator)
    assert {group.slug for group in offered(cast.fresh("leader"))} == {"cardiff", "st-mellons", "swansea"}


def test_lists_begin_with_the_group_and_say_so(cast: Cast, two: None) -> None:
    client = narrowed(cast, "organiser", "st-mellons")
    text = words_of(client.get(PEOPLE))
    assert (names(text), CHIP in text, f"{PEOPLE}?group=" in text) == (["Mel Mellons"], True, True)
    text = words_of(client.get(f"{PEOPLE}?group="))
    assert (names(text), CHIP in text) == (["Cai Cardiff", "Mel Mellons"], False)
    assert names(words_of(client.get(f"{PEOPLE}?group=cardiff&q=cai"))) == ["Cai Cardiff"]


def test_events_conversations_pledges_and_training_begin_with_it_too(cast: Cast) -> None:
    gathering(cast, title="In Cardiff")
    gathering(cast, group=cast.st_mellons, title="In the team")
    client = narrowed(cast, "organiser", "st-mellons")
    text = words_of(client.get(EVENTS))
    assert ("In the team" in text, "In Cardiff" in text) == (True, False)
    for name in ("all-one-to-ones", "all-house-meetings", "leaders-pledges", "training"):
        assert CHIP in words_of(client.get(reverse(name)))


def test_the_pages_of_a_list_keep_that_it_is_of_all(cast: Cast) -> None:
    for number in range(51):
        somebody(cast, f"Ann {number:02}")
    client = narrowed(cast, "organiser", "st-mellons")
    response = client.get(f"{PEOPLE}?group=")
    assert "group=&" in response.context["page"].older
    assert "group" not in signed_in(cast, "organiser").get(PEOPLE).context["page"].older


def test_back_to_all_ones_groups(cast: Cast, two: None) -> None:
    client = narrowed(cast, "organiser", "st-mellons")
    response = client.post(NARROW, {"group": "", "next": PEOPLE})
    assert (response["Location"], KEY in client.session) == (PEOPLE, False)
    assert names(words_of(client.get(PEOPLE))) == ["Cai Cardiff", "Mel Mellons"]


@pytest.mark.parametrize("slug", ["manchester", "movement-for-change", "cardiff-renters-coalition", "none", "'\x00"])
def test_what_is_not_offered_narrows_nothing(cast: Cast, two: None, slug: str) -> None:
    client = narrowed(cast, "organiser", slug)
    assert KEY not in client.session
    assert names(words_of(client.get(PEOPLE))) == ["Cai Cardiff", "Mel Mellons"]


def test_it_ends_with_the_role(cast: Cast, two: None) -> None:
    client = narrowed(cast, "organiser", "st-mellons")
    role = AccountRole.objects.get(account=cast.organiser)
    role.group = cast.swansea
    role.save()
    text = words_of(client.get(PEOPLE))
    assert (names(text), CHIP in text) == ([], False)


def test_it_gives_no_sight(cast: Cast, two: None) -> None:
    """A leader who met nobody there sees nobody there, narrowed or not."""
    assert names(words_of(narrowed(cast, "leader", "st-mellons").get(PEOPLE))) == []


def test_today_spans_all_groups_all_the_same(cast: Cast) -> None:
    gathering(cast, title="In Cardiff", days=2_000)
    assert "In Cardiff" in words_of(narrowed(cast, "organiser", "st-mellons").get(TODAY))


def test_the_menu_shows_where_there_is_a_choice(cast: Cast) -> None:
    assert ("All my groups</span>" in words_of(signed_in(cast, "organiser").get(EVENTS))) is True
    assert ("Find another group" in words_of(signed_in(cast, "leader_elsewhere").get(EVENTS))) is False
    assert "St Mellons" in words_of(narrowed(cast, "organiser", "st-mellons").get(TODAY))


def test_the_page_has_the_tree_a_search_and_the_way_back(cast: Cast) -> None:
    client = signed_in(cast, "national_organiser")
    text = words_of(client.get(NARROW, {"next": EVENTS}))
    assert text.index(">Wales") < text.index(">Cardiff") < text.index(">St Mellons")
    assert f'name="next" value="{EVENTS}"' in text
    text = words_of(client.get(NARROW, {"q": "mellons", "next": "https://elsewhere.example.org/"}))
    main = text.split("<main", 1)[1]
    assert ("St Mellons" in main, "Swansea" in main, "elsewhere.example.org" in main) == (True, False, False)


def test_the_report_begins_with_it_and_its_chip_leads_to_all(cast: Cast) -> None:
    client, report = narrowed(cast, "organiser", "st-mellons"), reverse("so-far")
    response = client.get(report)
    assert (response.context["form"]["group"].value(), CHIP in words_of(response)) == ("st-mellons", True)
    response = client.get(f"{report}?group=")
    assert (response.status_code, CHIP in words_of(response)) == (200, False)
    assert "St Mellons" not in words_of(narrowed(cast, "organiser_elsewhere", "st-mellons").get(report))
