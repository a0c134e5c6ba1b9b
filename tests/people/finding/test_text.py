"""The text that a person is found by, and what was typed, in the same words."""

import pytest

from m4c.people.finding.text import name_words, terms_of, text_of

TEXTS = [
    (("Siân", "Szymański", ""), "Szymański", "  sian  szymanski  "),
    (("Anna", "van den Berg", "Nan"), "van den Berg", "  anna  van  den  berg  nan  vandenberg  "),
    (("", "", "O'Dowd"), "", "  odowd  "),
]


@pytest.mark.parametrize(("names", "family", "text"), TEXTS)
def test_names_stand_in_it_folded_and_a_family_name_of_several_words_as_one_too(names, family, text):
    assert text_of(names, family, [], [], "") == text


def test_so_do_email_phone_and_postcode():
    text = text_of(["Kit"], "", ["kit@example.org"], ["+447700900123", "+35312345678"], "CF3 0LN")
    assert text == "  kit  kit@example.org  07700900123  35312345678  cf30ln  "
    assert name_words(text) == {"kit"}


TYPED = [
    ("Siân  SZYMAŃSKI", ["sian", "szymanski"]),
    ("O'Dowd, Dafydd-Jones", ["odowd", "dafydd", "jones"]),
    ("+44 7700 900 123", ["07700900123"]),
    ("+44 (0)7700-900-123", ["07700900123"]),
    ("0044 7700900123", ["07700900123"]),
    ("447700900123", ["07700900123"]),
    ("(07700) 900.123", ["07700900123"]),
    ("tel:+447700900123", ["07700900123"]),
    ("07700\u2013900\u2013123", ["07700900123"]),
    ("mailto:kit@example.org", ["kit@example.org"]),
    ("900 123", ["900123"]),
    ("+353 1 234 5678", ["35312345678"]),
    ("kit 07700 900", ["kit", "07700900"]),
    ("CF3 0LN", ["cf30ln"]),
    ("cf3 0", ["cf30"]),
    ("CF3", ["cf3"]),
    ("kit M1 1AA", ["kit", "m11aa"]),
    ("Kit <Kit.O'Dowd@example.org>", ["kit", "kit.o'dowd@example.org"]),
    ("kit kit KIT", ["kit"]),
    ("'\" () : * ^ -- 😀 \x00", []),
    ("@", []),
    ("", []),
]


@pytest.mark.parametrize(("typed", "terms"), TYPED)
def test_what_was_typed_comes_as_words(typed, terms):
    assert terms_of(typed) == terms


def test_only_so_much_of_it_is_looked_for():
    assert [len(term) for term in terms_of("a" * 10_000)] == [100]
    assert len(terms_of(" ".join("abcdefghijklmnop"))) == 8
