"""Filters by ward, council, constituency and distance: by what the postcode tells, and by names told apart."""

from collections.abc import Callable

import pytest
from django.utils import timezone

from m4c.people.models import Address, Person
from m4c.people.operations.person import set_address
from m4c.people.operations.protection import keep_safe
from m4c.places.models import Area, Kind, PostcodeDirectory, PostcodeSector, PostcodeUnit
from tests.cast import Cast
from tests.factories import NOW
from tests.people.filters.listing import asked, found

Add = Callable[..., Person]


@pytest.fixture
def amal(cast: Cast, add: Add) -> Person:
    return add("Amal Yusuf", cast.cardiff, postcode="CF3 0LN")


@pytest.fixture
def bet(cast: Cast, add: Add) -> Person:
    return add("Bet Yusuf", cast.cardiff, postcode="SA1 3SN")


def where_amal_lives(name: str) -> Area:
    """The area of a kind in which the sector of Amal's postcode lies."""
    sector = PostcodeSector.objects.get(sector="CF3 0")
    return Area.objects.named().get(pk=getattr(sector, f"{name}_id"))


def test_the_database_keeps_the_sector(cast: Cast, amal: Person) -> None:
    assert list(Address.objects.filter(postcode="CF3 0LN").values_list("sector", flat=True)) == ["CF3 0"]
    set_address(person=amal, postcode="M2 5DB", by=cast.organiser)
    assert list(Address.objects.filter(postcode="M2 5DB").values_list("sector", flat=True)) == ["M2 5"]


@pytest.mark.parametrize("name", ["ward", "council", "constituency"])
def test_by_area_of_the_postcode(cast: Cast, amal: Person, bet: Person, name: str) -> None:
    area = where_amal_lives(name)
    assert found(cast, **{name: area.code}) == ["Amal"]
    assert area.name in asked(cast, **{name: area.code}).in_words


def test_by_name_whatever_its_case(cast: Cast, amal: Person, bet: Person) -> None:
    assert (found(cast, council="cardiff"), found(cast, council="SWANSEA")) == (["Amal"], ["Bet"])


def test_areas_of_one_name_are_told_apart(cast: Cast) -> None:
    (problem,) = asked(cast, constituency="Cardiff").problems
    assert problem.startswith("Constituency: Several are called so. Do you mean: Cardiff East; ")
    (problem,) = asked(cast, ward="Castle").problems
    first = problem.partition("Do you mean: ")[2].split(";")[0]
    assert first.startswith("Castle, ")
    assert asked(cast, ward=first).problems == []
    assert asked(cast, ward="Nowhere at all").problems == ["Ward: We know of none called “Nowhere at all”."]


def test_a_district_alone_says_the_council_and_nobody_who_is_elected(cast: Cast, add: Add) -> None:
    add("Cai Yusuf", cast.cardiff, postcode="CF3")
    assert found(cast, council="Cardiff") == ["Cai"]
    assert found(cast, constituency=where_amal_lives("constituency").code) == []


@pytest.mark.parametrize("name", ["ward", "council", "constituency"])
def test_whoever_may_live_there_by_their_district_alone_is_asked_for(
    cast: Cast, amal: Person, bet: Person, add: Add, name: str
) -> None:
    add("Cai Yusuf", cast.cardiff, postcode="CF3")
    area = where_amal_lives(name)
    given = {name: area.code, "perhaps": "on"}
    assert found(cast, **given) == ["Amal", "Cai"]
    assert "or perhaps, as far as the district alone tells" in asked(cast, **given).in_words
    (problem,) = asked(cast, perhaps="on").problems
    assert "Say in which ward" in problem


def test_a_full_directory_knows_better_than_the_sector(cast: Cast, amal: Person, bet: Person) -> None:
    elsewhere = Area.objects.of_kind(Kind.COUNCIL).get(code="W06000011")  # Swansea
    PostcodeDirectory.objects.create(title="x", fingerprint="x", begun_at=timezone.now(), finished_at=timezone.now())
    PostcodeUnit.objects.create(postcode="CF3 0LN", latitude=51.62, longitude=-3.94, council=elsewhere)
    assert (found(cast, council="Cardiff"), found(cast, council="Swansea")) == ([], ["Amal", "Bet"])
    assert (found(cast, near="CF3 0EF", miles=5), found(cast, near="SA1 3SN", miles=5)) == ([], ["Amal", "Bet"])


def test_by_distance(cast: Cast, amal: Person, bet: Person) -> None:
    assert (found(cast, near="CF3 0EF"), found(cast, near="cf10 1ep", miles=10)) == (["Amal"], ["Amal"])
    assert found(cast, near="CF10 1EP", miles=60) == ["Amal", "Bet"]
    assert asked(cast, near="CF10 1EP", miles=1).in_words == "within 1 mile of CF10 1EP"


def test_a_distance_needs_a_place_that_we_know(cast: Cast) -> None:
    assert asked(cast, miles=3).problems == ["Near postcode: Say from which postcode the miles count."]
    assert asked(cast, near="ZZ99 9ZZ").problems == ["Near postcode: We do not know the postcode “ZZ99 9ZZ”."]
    assert asked(cast, near="CF3", miles=500).problems == [
        "Within miles: Ensure this value is less than or equal to 100."
    ]


@pytest.mark.parametrize("address", [{"council": "Cardiff"}, {"near": "CF3 0EF"}])
def test_where_somebody_kept_safe_lives_tells_nothing(cast: Cast, amal: Person, address: dict[str, str]) -> None:
    assert found(cast, **address) == ["Amal"]
    keep_safe(person=amal, by=cast.organiser, at=NOW)
    assert [found(cast, persona, **address) for persona in ("organiser", "leader", "national_organiser")] == [
        [],
        [],
        [],
    ]


def test_nobody_is_found_from_elsewhere(cast: Cast, amal: Person) -> None:
    assert found(cast, "leader_elsewhere", council="Cardiff") == []
