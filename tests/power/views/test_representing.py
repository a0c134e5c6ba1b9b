"""Pages of who represents whom: a postcode, an area on a day, councils and their control, and the tables loaded."""

from datetime import timedelta
from pathlib import Path

from django.urls import reverse
from django.utils import timezone

from m4c.power.models import Institution, PowerLoad, Tenure
from tests.cast import Cast
from tests.factories import queries_of, signed_in, words_of
from tests.power.loading.loading import CARDIFF_EAST, COUNCIL, OWN, councillor, loaded, mp, written


def three(folder: Path) -> None:
    """An MP of Cardiff East and councillors of Trowbridge."""
    loaded(written(folder, OWN + mp("Ann Oak", CARDIFF_EAST)))
    loaded(
        written(folder, COUNCIL + councillor("Bel Ash") + councillor("Cat Elm") + councillor("Dee Fir", party="Green"))
    )


def test_a_sector_tells_who_represents_it(cast: Cast, tmp_path: Path) -> None:
    three(tmp_path)
    told = words_of(signed_in(cast, "leader").get(reverse("who-represents"), {"postcode": "CF3 0EF"}))
    for word in ("Cardiff East", "Ann Oak", "Trowbridge", "Bel Ash", "South Wales", "Certain"):
        assert word in told


def test_an_uncertain_seat_is_chosen_by_hand(cast: Cast, tmp_path: Path) -> None:
    vauxhall = "E14001559"
    loaded(written(tmp_path, OWN + mp("Eve Yew", vauxhall)))
    client, address = signed_in(cast, "leader"), reverse("who-represents")
    told = words_of(client.get(address, {"postcode": "SW9"}))
    assert "Uncertain" in told
    assert "Which one is it?" in told
    chosen = words_of(client.get(address, {"postcode": "SW9", "constituency": vauxhall}))
    assert "Chosen by you" in chosen
    assert "Eve Yew" in chosen
    assert "Chosen by you" not in words_of(client.get(address, {"postcode": "SW9", "constituency": CARDIFF_EAST}))


def test_odd_postcodes_are_answered(cast: Cast) -> None:
    client, address = signed_in(cast, "leader"), reverse("who-represents")
    assert "This is not the shape of a UK postcode." in words_of(client.get(address, {"postcode": "nonsense"}))
    assert "Please choose the council and constituency." in words_of(client.get(address, {"postcode": "BT1 1AA"}))
    assert "Start with where somebody lives" in words_of(client.get(address))


def test_the_page_takes_as_many_statements_for_one_holder_as_for_three(cast: Cast, tmp_path: Path) -> None:
    client, address = signed_in(cast, "leader"), f"{reverse('who-represents')}?postcode=CF3+0EF"
    loaded(written(tmp_path, COUNCIL + councillor("Bel Ash")))
    one = queries_of(client, address)
    three(tmp_path)
    assert queries_of(client, address) == one


def test_an_area_is_shown_as_it_was_on_a_day(cast: Cast, tmp_path: Path) -> None:
    loaded(written(tmp_path, OWN + mp("Ann Oak", CARDIFF_EAST)))
    loaded(written(tmp_path, OWN + mp("Bel Ash", CARDIFF_EAST, start="2026-05-07")))
    client, address = signed_in(cast, "leader"), reverse("area-seats", args=["constituency", CARDIFF_EAST])
    assert "Bel Ash" in words_of(client.get(address))
    before = words_of(client.get(address, {"on": "2026-05-06"}))
    assert "Ann Oak" in before
    assert "Bel Ash" not in before
    assert client.get(reverse("area-seats", args=["ward", "nothing"])).status_code == 404


def test_control_is_worked_out_from_seats_until_a_source_says_it(cast: Cast, tmp_path: Path) -> None:
    three(tmp_path)
    body = Institution.objects.get(kind="council")
    client, address = signed_in(cast, "leader"), reverse("council", args=[body.uid])
    told = words_of(client.get(address))
    assert "Worked out from the 3 seats on record: a party needs more than half." in told
    assert "Labour" in words_of(client.get(reverse("councils")))
    Tenure.objects.filter(powerholder__name="Cat Elm").update(party="Plaid Cymru")
    assert "No overall control" in words_of(client.get(address))
    sheet = {"words": "Labour and Greens", "started_on": "2026-06-01", "source_on": "2026-06-02"}
    said = client.post(reverse("say-council-control", args=[body.uid]), sheet | {"source_url": "https://example.org/a"})
    assert said.status_code == 302
    assert '<p class="lede">Labour and Greens</p>' in words_of(client.get(address))
    assert '<p class="lede">Labour and Greens</p>' not in words_of(client.get(address, {"on": "2026-05-01"}))


def test_councils_take_as_many_statements_for_one_as_for_three(cast: Cast, tmp_path: Path) -> None:
    client, address = signed_in(cast, "leader"), reverse("councils")
    loaded(written(tmp_path, COUNCIL + councillor("Bel Ash")))
    one = queries_of(client, address)
    more = councillor("Eve Yew", "Ecclesall", "Sheffield City Council") + councillor(
        "Fay Box", "Nelson", "Great Yarmouth"
    )
    loaded(written(tmp_path, COUNCIL + more))
    assert queries_of(client, address) == one


def test_loads_are_told_with_their_age_and_what_they_could_not_place(cast: Cast, tmp_path: Path) -> None:
    address = reverse("power-loads")
    client = signed_in(cast, "leader")
    assert "No table was loaded yet" in words_of(client.get(address))
    loaded(written(tmp_path, OWN + mp("Ann Oak", "E14000530"), "mps_2026-02.csv"))
    told = words_of(client.get(address))
    assert "E14000530" in told
    assert "1 February 2026" in told
    PowerLoad.objects.update(as_it_stood=timezone.localdate() - timedelta(days=250))
    assert "Older than six months" in words_of(client.get(address))


def test_a_member_sees_none_of_it(cast: Cast) -> None:
    for name in ("who-represents", "councils", "power-loads"):
        assert signed_in(cast, "member").get(reverse(name)).status_code in (403, 404)


def test_who_leads_a_council_stands_by_its_area_and_its_wards_by_their_names(cast: Cast, tmp_path: Path) -> None:
    leader = "Fay Oak,Leader of the council,Cardiff Council,,,,Labour,2024-05-02,,\n"
    loaded(written(tmp_path, OWN + leader))
    three(tmp_path)
    client = signed_in(cast, "leader")
    told = words_of(client.get(reverse("who-represents"), {"postcode": "CF3 0EF"}))
    assert ("Leader of the council" in told, "Fay Oak" in told) == (True, True)
    council = Institution.objects.get(name="Cardiff Council")
    page = words_of(client.get(reverse("institution", kwargs={"uid": council.uid})))
    assert "Councillor, Trowbridge" in page
