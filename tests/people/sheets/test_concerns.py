"""Sheets of concerns: how their headers, strengths and places are understood."""

import pytest

from m4c.people.sheets.columns import guess_columns
from m4c.people.sheets.concerns import parse_place, parse_strength
from m4c.people.sheets.kinds import SheetKind

ROW = ["12/10/2026", "Splott", "Cardiff", "Ann Lee", "The damp comes back each winter", "3", "yes", "Damp"]
KINDS = ["date", "place", "group", "full_name", "words", "strength", "may_quote", "theme"]


@pytest.mark.parametrize(
    "headers",
    [
        "date;place;group;who;words;strength;may we quote;theme",
        "Date;Place or postcode;Group;Who;Words;Strength;May we quote?;Theme",
        "When;Where;Branch;Who said it;What they said;How strongly (1-3);OK to quote?;Topic",
        "Day;Area;Local group;Said by;Concern;Intensity;Quotable;Heading",
        "Date of visit;Neighbourhood;Chapter;Resident;In their own words;How strongly felt;Can we quote them;Category",
        "Heard on;Street;Group;Name;Issue;Depth;Consent to quote;Themes",
        "Dyddiad;Lle neu god post;Grŵp;Pwy;Geiriau;Cryfder;Gawn ni ddyfynnu?;Thema",
        "Pryd;Ardal;Cangen;Pwy ddywedodd;Beth ddywedon nhw;Pa mor gryf;Caniatâd i ddyfynnu;Pwnc",
    ],
)
def test_headers_are_known_by_many_names(headers: str):
    found = guess_columns(headers.split(";"), [ROW] * 3, SheetKind.CONCERNS)
    assert [kind.value for kind in found.columns.kinds] == KINDS


def test_a_quotation_is_words_and_an_issue_beside_words_is_a_theme():
    rows = [["We freeze", "Heating", "The damp comes back each winter"]] * 3
    found = guess_columns(["Quote", "Issue", "Visitor"], rows, SheetKind.CONCERNS)
    assert [kind.value for kind in found.columns.kinds] == ["words", "theme", "unused"]


@pytest.mark.parametrize(
    ("text", "strength"),
    [
        *(("1", 1), ("2.0", 2), (" 3 ", 3), ("3/3", 3), ("4 out of 5", 3), ("2/5", 2), ("1/10", 1), ("7/10", 3)),
        *(("***", 3), ("++", 2), ("!", 1), ("3 - burns", 3), ("1 = mentioned", 1)),
        *(("Mentioned", 1), ("low", 1), ("not very strongly", 1), ("a little", 1), ("In passing", 1)),
        *(("matters to them", 2), ("Medium", 2), ("quite strongly", 2), ("important", 2)),
        *(("BURNS", 3), ("very strongly", 3), ("Strong", 3), ("high", 3), ("a lot", 3), ("very important", 3)),
        *(("isel", 1), ("canolig", 2), ("eithaf cryf", 2), ("Cryf iawn", 3), ("llosgi", 3)),
        *(("", None), ("-", None)),
    ],
)
def test_strength_is_understood(text: str, strength: int | None):
    found = parse_strength(text)
    assert (found.value, found.problem) == (strength, "")


@pytest.mark.parametrize("text", ["4", "0", "7", "blue", "6/5", "3.5", "very much so indeed"])
def test_strength_that_is_not_understood_is_told_and_not_taken(text: str):
    found = parse_strength(text)
    assert (found.value, bool(found.problem)) == (None, True)


@pytest.mark.parametrize(
    ("text", "place", "postcode"),
    [
        ("Splott", "Splott", ""),
        ("cf24 2ab", "", "CF24 2AB"),
        ("CF24", "", "CF24"),
        ("Splott, CF24 2AB", "Splott", "CF24 2AB"),
        ("Splott cf242ab", "Splott", "CF24 2AB"),
        ("Block B2", "Block B2", ""),
        ("Geiriau", "Geiriau", ""),
        ("-", "", ""),
    ],
)
def test_place_and_postcode_are_told_apart(text: str, place: str, postcode: str):
    assert parse_place(text) == (place, postcode)
