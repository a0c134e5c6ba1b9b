"""Reading what people type as a postcode."""

import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import m4c.places
from m4c.places.postcodes import Ground, Postcode, normalise

DATA = Path(m4c.places.__file__).parent / "data"
# What people put into a postcode box: postcodes and near misses, far oftener than random characters would.
LIKE_A_POSTCODE = st.from_regex(r"\s?[A-Za-z0-9]{1,4}[ .,-]{0,2}[0-9OI][A-Za-z0-9]{0,2}\s?", fullmatch=True)


def read(typed):
    """The postcode in what was typed, which holds one."""
    postcode = normalise(typed)
    assert postcode is not None
    return postcode


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("sw9 8ab", "SW9 8AB"),
        ("SW98AB", "SW9 8AB"),
        ("  sw9-8ab. ", "SW9 8AB"),
        ("EC1A 1BB", "EC1A 1BB"),
        ("M1 1AE", "M1 1AE"),
        ("W1A0AX", "W1A 0AX"),
        ("GIR 0AA", "GIR 0AA"),
        ("gir0aa", "GIR 0AA"),
        ("BX1 1LT", "BX1 1LT"),
        ("XX10 1AA", "XX10 1AA"),
        ("sw9\u00a08ab", "SW9 8AB"),
        ("\uff33\uff37\uff19 8ab", "SW9 8AB"),
    ],
)
def test_a_full_postcode_is_read_in_any_spelling(typed, meant):
    assert str(normalise(typed)) == meant
    assert read(typed).is_full is True


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("CF3", Postcode("CF3")),
        ("cf3 0", Postcode("CF3", "0")),
        ("CF30", Postcode("CF30")),
        ("EC1A", Postcode("EC1A")),
    ],
)
def test_part_of_a_postcode_is_read_as_it_stands(typed, expected):
    assert normalise(typed) == expected
    assert expected.is_full is False


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("0X1 1AA", "OX1 1AA"),
        ("S01 1AA", "SO1 1AA"),
        ("SWIA OAA", "SW1A 0AA"),
        ("EI0 1AA", "E10 1AA"),
        ("N1O 1AA", "N10 1AA"),
        ("WIA IAA", "W1A 1AA"),
        ("giroaa", "GIR 0AA"),
    ],
)
def test_slips_of_o_and_i_are_put_right_where_the_shape_decides(typed, meant):
    assert str(normalise(typed)) == meant


@pytest.mark.parametrize(
    "typed",
    [
        "",
        " ",
        "-",
        "none",
        "NI",
        "NO",
        "12345",
        "SW9 81B",
        "SW9 8A",
        "SW9 8AC",
        "E1 11A",
        "GIR 1AA",
        "SW9 8AB London",
        "ß1 1AA",
        "SW9 8AB" * 1000,
        "\x00SW9 8AB",
    ],
)
def test_anything_else_is_no_postcode(typed):
    assert normalise(typed) is None


def test_parts_of_a_postcode():
    postcode = read("ec1a 1bb")
    assert (postcode.letters, postcode.district, postcode.sector) == ("EC", "EC1A", "EC1A 1")
    assert (read("CF3").district, read("CF3").sector) == ("CF3", None)


@pytest.mark.parametrize(
    ("typed", "ground"),
    [
        ("SW9 8AB", Ground.GREAT_BRITAIN),
        ("BT1 5GS", Ground.NORTHERN_IRELAND),
        ("JE2 3AB", Ground.CROWN_DEPENDENCY),
        ("GY1 1AA", Ground.CROWN_DEPENDENCY),
        ("IM1 1AA", Ground.CROWN_DEPENDENCY),
        ("GIR 0AA", Ground.NOWHERE),
        ("BX1 1LT", Ground.NOWHERE),
        ("XX10 1AA", Ground.NOWHERE),
        ("BF1 2AA", Ground.NOWHERE),
    ],
)
def test_letters_tell_what_land_a_postcode_can_stand_for(typed, ground):
    assert read(typed).ground is ground


@pytest.mark.parametrize(("file", "column"), [("districts", "district"), ("sectors", "sector")])
def test_every_shipped_district_and_sector_is_read_as_itself(file, column):
    with (DATA / f"postcode_{file}.csv").open(encoding="utf-8") as table:
        parts = [row[f"postcode_{column}"] for row in csv.DictReader(table)]
    assert [str(normalise(part)) for part in parts] == parts


@pytest.mark.slow
@given(st.one_of(st.text(), LIKE_A_POSTCODE))
def test_normalise_never_raises_and_what_it_reads_stays_the_same(typed):
    postcode = normalise(typed)
    assert postcode is None or normalise(str(postcode)) == postcode


@given(st.from_regex(r"[A-PR-UWYZ][A-HK-Y][1-9][0-9]? [0-9][ABD-HJLNP-UW-Z]{2}", fullmatch=True))
def test_case_and_spaces_never_matter_in_a_full_postcode(postcode):
    assert str(normalise(postcode)) == postcode
    assert normalise(postcode.replace(" ", "").lower()) == normalise(postcode)
