"""What the migration loaded is what the files hold."""

import csv
from collections import Counter, defaultdict
from pathlib import Path

import pytest

import m4c.places
from m4c.places.models import Area, AreaName, AreaOverlap, Kind, PostcodeDistrict, PostcodeSector

pytestmark = pytest.mark.django_db
DATA = Path(m4c.places.__file__).parent / "data"


def rows(name):
    """The rows of a shipped file."""
    with (DATA / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def codes(kind):
    """The codes of all areas of a kind, in order."""
    return sorted(Area.objects.of_kind(kind).values_list("code", flat=True))


def test_every_row_is_there_once():
    assert PostcodeDistrict.objects.count() == len(rows("postcode_districts.csv")) == 2943
    assert PostcodeSector.objects.count() == len(rows("postcode_sectors.csv")) == 10846
    assert codes(Kind.WARD) == sorted(row["ward_code"] for row in rows("wards.csv"))
    assert codes(Kind.CONSTITUENCY) == sorted(row["pcon_code"] for row in rows("constituencies_2024.csv"))
    assert codes(Kind.POLICE) == sorted(row["pfa_code"] or "x-psni" for row in rows("police_force_areas.csv"))
    councils = {row["lad_code"] for row in rows("lad_to_police_force.csv")}
    assert codes(Kind.COUNCIL) == sorted(councils)
    kinds = Counter(Area.objects.values_list("kind", flat=True))
    assert kinds == {
        "nation": 4,
        "region": 9,
        "combined": 15,
        "county": 21,
        "council": 363,
        "ward": 8731,
        "constituency": 650,
        "senedd": 16,
        "police": 45,
    }


def test_every_area_has_an_english_name():
    assert AreaName.objects.filter(language="en").count() == Area.objects.count()
    assert AreaName.objects.filter(name="").count() == 0


def test_each_council_has_one_police_area_and_all_of_its_people_in_constituencies():
    overlaps = AreaOverlap.objects.filter(area__kind=Kind.COUNCIL)
    police = Counter(overlaps.filter(other__kind=Kind.POLICE).values_list("area", flat=True))
    assert (len(police), set(police.values())) == (363, {1})
    shares: dict[int, float] = defaultdict(float)
    for area, share in overlaps.filter(other__kind=Kind.CONSTITUENCY).values_list("area", "share"):
        shares[area] += share
    assert (len(shares), {round(total, 2) for total in shares.values()}) == (361, {1.0})


def test_each_senedd_seat_is_two_constituencies():
    pairs = AreaOverlap.objects.filter(other__kind=Kind.SENEDD).values_list("other", flat=True)
    assert sorted(Counter(pairs).values()) == [2] * 16


def test_the_nation_of_a_district_agrees_with_its_council():
    pairs = PostcodeDistrict.objects.exclude(council=None).values_list("nation__code", "council__code")
    assert all(nation[0] == council[0] for nation, council in pairs)
    assert PostcodeDistrict.objects.filter(nation_share__lt=1).count() == 5


def test_the_official_name_of_caerfyrddin_is_not_taken_for_english():
    caerfyrddin = Area.objects.get(code="W07000087")
    assert list(AreaName.objects.filter(area=caerfyrddin).values_list("language", "name")) == [("en", "Caerfyrddin")]
