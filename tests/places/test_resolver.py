"""What a postcode tells, with the facts that any UK geography must hold."""

import pytest
from django.utils import translation

from m4c.places.lookup import AnsweredBy, Point
from m4c.places.models import Area, Kind, PostcodeDistrict, PostcodeSector, PostcodeUnit
from m4c.places.resolver import Note, resolve, resolve_many

pytestmark = pytest.mark.django_db


def told(text):
    """Kinds with the name, share and certainty of what was found."""
    findings = resolve(text).findings
    return {kind: (found.area.name, found.share, found.certain) for kind, found in findings.items()}


def test_each_kind_has_a_name_of_its_own():
    resolution = resolve("CF3 0")
    named = [
        resolution.nation,
        resolution.council,
        resolution.ward,
        resolution.constituency,
        resolution.senedd,
        resolution.police,
    ]
    kinds = [Kind.NATION, Kind.COUNCIL, Kind.WARD, Kind.CONSTITUENCY, Kind.SENEDD, Kind.POLICE]
    assert named == [resolution.findings[kind] for kind in kinds]


def test_a_district_of_three_constituencies_is_uncertain():
    assert told("SW9") == {
        Kind.NATION: ("England", 1.0, True),
        Kind.REGION: ("London", 1.0, True),
        Kind.COMBINED: ("Greater London", 1.0, True),
        Kind.COUNCIL: ("Lambeth", 1.0, True),
        Kind.CONSTITUENCY: ("Clapham and Brixton Hill", 0.44, False),
        Kind.POLICE: ("Metropolitan Police", 1.0, True),
    }
    assert resolve("SW9").note is Note.DISTRICT_ONLY


def test_a_full_postcode_is_answered_by_its_sector():
    resolution = resolve("sw9 8ab")
    assert (resolution.answered_by, resolution.note) == (AnsweredBy.SECTOR, Note.NONE)
    assert told("sw9 8ab")[Kind.WARD] == ("Brixton Windrush", 0.64, False)
    assert resolution.point == Point(51.46244, -0.11215)


def test_barrow_is_in_a_council_of_today():
    told_of_barrow = told("LA14")
    assert told_of_barrow[Kind.COUNCIL] == ("Westmorland and Furness", 1.0, True)
    assert told_of_barrow[Kind.CONSTITUENCY] == ("Barrow and Furness", 1.0, False)
    assert told_of_barrow[Kind.POLICE] == ("Cumbria", 1.0, True)


def test_a_sector_in_wales_has_a_senedd_seat():
    assert told("CF3 0") == {
        Kind.NATION: ("Wales", 1.0, True),
        Kind.COUNCIL: ("Cardiff", 1.0, True),
        Kind.WARD: ("Trowbridge", 0.99, True),
        Kind.CONSTITUENCY: ("Cardiff East", 0.99, True),
        Kind.SENEDD: ("Caerdydd Ffynnon Taf", 0.99, True),
        Kind.POLICE: ("South Wales", 1.0, True),
    }


def test_great_yarmouth():
    told_of_yarmouth = told("NR30 2")
    assert told_of_yarmouth[Kind.COUNCIL] == ("Great Yarmouth", 1.0, True)
    assert told_of_yarmouth[Kind.COUNTY] == ("Norfolk", 1.0, True)
    assert told_of_yarmouth[Kind.WARD] == ("Nelson", 0.74, False)
    assert told_of_yarmouth[Kind.POLICE] == ("Norfolk", 1.0, True)


def test_wythenshawe_walthamstow_and_brighton():
    assert told("M22")[Kind.COUNCIL] == ("Manchester", 1.0, True)
    assert told("M22")[Kind.CONSTITUENCY] == ("Wythenshawe and Sale East", 1.0, False)
    assert told("E17 7")[Kind.CONSTITUENCY] == ("Walthamstow", 1.0, True)
    assert told("BN1")[Kind.COUNCIL] == ("Brighton and Hove", 0.99, True)
    assert told("BN1")[Kind.CONSTITUENCY] == ("Brighton Pavilion", 0.99, False)
    brighton = PostcodeDistrict.objects.get(district="BN1")
    assert (brighton.council_count, brighton.constituency_count) == (3, 4)


def test_northern_ireland_has_a_point_and_says_so():
    for text in ("BT1", "BT1 5GS"):
        resolution = resolve(text)
        assert resolution.note is Note.NORTHERN_IRELAND
        assert resolution.point == Point(54.59941, -5.92838)
        assert told(text) == {Kind.NATION: ("Northern Ireland", 1.0, True)}


@pytest.mark.parametrize(
    ("text", "note"),
    [
        ("", Note.MALFORMED),
        ("no idea", Note.MALFORMED),
        ("SW9 81B", Note.MALFORMED),
        ("GIR 0AA", Note.NO_PLACE),
        ("BX1 1LT", Note.NO_PLACE),
        ("XX10 1AA", Note.NO_PLACE),
        ("JE2 3AB", Note.CROWN_DEPENDENCY),
        ("IM1 1AA", Note.CROWN_DEPENDENCY),
        ("QC1 1AA", Note.UNKNOWN),
        ("SW99 9ZZ", Note.UNKNOWN),
    ],
)
def test_what_has_no_place_says_why(text, note):
    resolution = resolve(text)
    assert (resolution.answered_by, resolution.note) == (AnsweredBy.NOTHING, note)
    assert (resolution.point, resolution.findings, resolution.council) == (None, {}, None)
    assert str(note.label) != ""


def test_a_sector_not_in_the_table_is_answered_by_its_district():
    resolution = resolve("SW9 4AB")
    assert PostcodeSector.objects.filter(sector="SW9 4").exists() is False
    assert (resolution.answered_by, resolution.note) == (AnsweredBy.DISTRICT, Note.DISTRICT_ONLY)
    assert told("SW9 4AB")[Kind.CONSTITUENCY] == ("Clapham and Brixton Hill", 0.44, False)


def test_across_a_border_not_even_the_nation_is_certain():
    assert told("CH4 8")[Kind.NATION] == ("England", 0.62, False)
    assert told("CH4")[Kind.NATION] == ("England", 0.68, False)


def test_a_ward_that_was_replaced_is_never_certain():
    sector = PostcodeSector.objects.filter(ward__ended__isnull=False, ward_share=1).values_list("sector", flat=True)[0]
    assert told(sector)[Kind.WARD][1:] == (1.0, False)


def test_the_share_that_is_enough_is_a_setting(settings):
    assert told("NR30 2")[Kind.WARD] == ("Nelson", 0.74, False)
    settings.PLACES_CERTAIN_PERCENT = 74
    assert told("NR30 2")[Kind.WARD] == ("Nelson", 0.74, True)


def test_a_loaded_directory_answers_first():
    area = {code: Area.objects.get(code=code) for code in ("E92000001", "E09000022", "E05014098", "E14001205")}
    PostcodeUnit.objects.create(
        postcode="SW9 8AB",
        latitude=51.46,
        longitude=-0.11,
        nation=area["E92000001"],
        council=area["E09000022"],
        ward=area["E05014098"],
        constituency=area["E14001205"],
    )
    resolution = resolve("SW9 8AB")
    assert (resolution.answered_by, resolution.note) == (AnsweredBy.DIRECTORY, Note.NONE)
    assert resolution.point == Point(51.46, -0.11)
    assert told("SW9 8AB") == {
        Kind.NATION: ("England", 1.0, True),
        Kind.REGION: ("London", 1.0, True),
        Kind.COMBINED: ("Greater London", 1.0, True),
        Kind.COUNCIL: ("Lambeth", 1.0, True),
        Kind.WARD: ("Brixton Windrush", 1.0, True),
        Kind.CONSTITUENCY: ("Dulwich and West Norwood", 1.0, True),
        Kind.POLICE: ("Metropolitan Police", 1.0, True),
    }
    assert resolve("SW9 8AA").answered_by is AnsweredBy.SECTOR


def test_names_are_in_the_language_in_use_and_else_in_english():
    with translation.override("cy"):
        assert told("CF3 0")[Kind.CONSTITUENCY] == ("Dwyrain Caerdydd", 0.99, True)
        assert told("CF3 0")[Kind.NATION] == ("Cymru", 1.0, True)
        assert told("CF3 0")[Kind.WARD] == ("Trowbridge", 0.99, True)


def test_many_are_resolved_in_as_many_queries_as_one(django_assert_num_queries):
    sectors = list(PostcodeSector.objects.values_list("sector", flat=True)[:300])
    texts = [f"{sector}AB" for sector in sectors[:296]] + ["CF3", "BT1", "GIR 0AA", "nonsense"]
    with django_assert_num_queries(5):
        one = resolve_many(["SW9 4AB"])
    with django_assert_num_queries(5):
        many = resolve_many(texts)
    assert list(one) == ["SW9 4AB"]
    assert list(many) == texts
    assert many["CF3"] == resolve("CF3")
