"""The power map on its pages: placed by a form, drawn, told in a table, how it moved, and undone."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from m4c.campaigns.models import Campaign, Placement
from m4c.campaigns.strategy.power_map import Shift, placed_on, shift_in_words, shift_of
from m4c.power.models import Influence
from tests.campaigns.strategy.making import body_of, campaign_of, owner_of, placed, target_of
from tests.cast import Cast
from tests.factories import NOW, TODAY, queries_of, signed_in, words_of

pytestmark = pytest.mark.django_db
LONG_AGO = TODAY - timedelta(days=40)
SHOWN = "Rang ten minutes into the picket"


def at(name: str, campaign: Campaign) -> str:
    return reverse(name, kwargs={"uid": campaign.uid})


def test_an_empty_map_teaches_whom_to_place_first(cast: Cast) -> None:
    page = words_of(signed_in(cast, "organiser").get(at("power-map", campaign_of(cast))))
    assert "Begin with who can say yes" in page
    assert "Place the first" in page
    assert "Place the first" not in words_of(signed_in(cast, "editor").get(at("power-map", campaign_of(cast))))


def test_everybody_stands_in_the_picture_and_in_a_table(cast: Cast) -> None:
    campaign = campaign_of(cast)
    target_of(cast, campaign)
    placed(cast, campaign)
    placed(cast, campaign, cast.st_mellons, power=2, position=3)
    page = words_of(signed_in(cast, "organiser").get(at("power-map", campaign)))
    assert 'data-power="9" data-position="-2" aria-label="1. Anand Kapadia: 9 of 10, against us"' in page
    assert "2. St Mellons: 2 of 10, works with us" in page
    assert "Did not answer an MP for eight years" in page
    assert "power-map-person power-map-target" in page
    assert "style=" not in page.partition("<main")[2]
    reader = words_of(signed_in(cast, "editor").get(at("power-map", campaign)))
    assert ("power-map-card" in reader, "<dialog" in reader) == (False, False)


def test_somebody_is_placed_by_the_form_alone(cast: Cast) -> None:
    campaign, owner = campaign_of(cast), owner_of(cast)
    client, address = signed_in(cast, "organiser"), at("place-on-map", campaign_of(cast))
    page = words_of(client.get(address, {"who": f"powerholder:{owner.uid}", "power": "8", "position": "-1"}))
    assert '<option value="8" selected>' in page
    assert '<option value="-1" selected>' in page
    today = timezone.localdate()
    sent = {"who": f"powerholder:{owner.uid}", "power": "10", "position": "-1", "evidence": SHOWN, "on": today}
    assert client.post(address, sent)["Location"] == at("power-map", campaign)
    row = Placement.objects.get()
    assert (row.powerholder, row.power, row.position, row.evidence, row.on) == (owner, 10, -1, SHOWN, today)
    assert "Stands at 10 of 10, leans against us" in words_of(client.get(address, {"who": str(sent["who"])}))
    refused = words_of(client.post(address, sent | {"evidence": "", "on": today + timedelta(days=1)}), 422)
    assert f'value="powerholder:{owner.uid}"' in refused
    assert "That day is still to come" in words_of(client.post(address, sent | {"on": today + timedelta(1)}), 422)


def test_whom_to_place_is_near_at_hand_or_found_by_name(cast: Cast) -> None:
    campaign = campaign_of(cast)
    target_of(cast, campaign)
    body_of(cast, "Severn Bank")
    shown = {"source": "Companies House", "source_on": TODAY, "added_by": cast.operator, "added_at": NOW}
    shop = body_of(cast, "Kapadia Stores")
    Influence.objects.create(from_institution=shop, to_powerholder=owner_of(cast), kind="employs", **shown)
    client, address = signed_in(cast, "organiser"), at("place-on-map", campaign)
    near = words_of(client.get(address))
    assert [name in near for name in ("Anand Kapadia", "Kapadia Stores", "Severn Bank")] == [True, True, False]
    assert "Severn Bank" in words_of(client.get(address, {"q": "bank severn"}))
    name = cast.person("member").name
    assert "Nobody of that name" in words_of(client.get(address, {"q": name}))  # private people are never found
    for typed in (f"person:{cast.person('member').uid}", "powerholder:x", "nonsense"):
        assert "Whom to place" in words_of(client.get(address, {"who": typed}))
    placed(cast, campaign)
    assert "Anand Kapadia" not in words_of(client.get(address)).partition("<main")[2]


def test_how_it_moved_since_a_day_with_the_net_shift(cast: Cast) -> None:
    campaign = campaign_of(cast)
    placed(cast, campaign, position=-3, on=LONG_AGO)
    placed(cast, campaign, position=-1)
    placed(cast, campaign, body_of(cast), power=6, position=0, on=LONG_AGO)
    placed(cast, campaign, body_of(cast), power=6, position=-1)
    placed(cast, campaign, cast.st_mellons, power=2, position=3)
    page = words_of(signed_in(cast, "organiser").get(at("power-map", campaign), {"since": str(LONG_AGO)}))
    assert "Net shift: 1 step towards us. 1 moved towards us, 1 moved away, 1 is newly placed." in page
    assert page.count("power-map-way ") == 2
    assert "was 9 of 10, works against us" in page
    early = words_of(signed_in(cast, "organiser").get(at("power-map", campaign), {"since": "2020-01-01"}))
    assert "Nobody was placed by then" in early
    assert "Net shift" not in words_of(signed_in(cast, "organiser").get(at("power-map", campaign), {"since": "soon"}))


@pytest.mark.parametrize(
    ("shift", "words"),
    [
        (Shift(0, 1, 1, 0, 0), "Net shift: none. 1 moved towards us, 1 moved away."),
        (Shift(-3, 0, 2, 1, 2), "Net shift: 3 steps away from us. 2 moved away, 1 stayed, 2 are newly placed."),
    ],
)
def test_the_net_shift_in_a_sentence(shift: Shift, words: str) -> None:
    assert shift_in_words(shift) == words


def test_the_net_shift_sums_the_new_less_the_old(cast: Cast) -> None:
    campaign = campaign_of(cast)
    placed(cast, campaign, position=-3, on=LONG_AGO)
    placed(cast, campaign, position=1)
    found = placed_on(campaign, cast.organiser, LONG_AGO)
    assert shift_of(found) == Shift(net=4, towards=1, away=0, stayed=0, new=0)


def test_a_placement_is_undone_by_a_button(cast: Cast) -> None:
    campaign = campaign_of(cast)
    placed(cast, campaign, position=-3, on=LONG_AGO)
    row = placed(cast, campaign, position=-1)
    client = signed_in(cast, "organiser")
    address = reverse("undo-placement", kwargs={"uid": row.uid})
    assert address in words_of(client.get(at("power-map", campaign)))
    assert client.post(address)["Location"] == at("power-map", campaign)
    assert 'data-position="-3" aria-label' in words_of(client.get(at("power-map", campaign)))


def test_the_campaigns_page_shows_a_small_map_and_the_chart(cast: Cast) -> None:
    campaign = campaign_of(cast)
    target_of(cast, campaign)
    page = words_of(signed_in(cast, "organiser").get(at("campaign", campaign)))
    assert "Begin the power map" in page
    placed(cast, campaign)
    page = words_of(signed_in(cast, "organiser").get(at("campaign", campaign)))
    assert "power-map-small" in page
    assert "Strategy chart: Anand Kapadia" in page


def test_the_map_takes_as_many_queries_for_three_as_for_one(cast: Cast) -> None:
    campaign = campaign_of(cast)
    placed(cast, campaign)
    client = signed_in(cast, "organiser")
    address = f"{at('power-map', campaign)}?since=2026-09-01"
    before = queries_of(client, address)
    placed(cast, campaign, body_of(cast))
    placed(cast, campaign, cast.st_mellons)
    assert queries_of(client, address) == before
