"""Names: folded, compared and taken apart."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from m4c.people.names import SHORT, UNLIKE, FullName, fold, same_family_name, same_given_name, split_full_name, words


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Siân", "sian"),
        ("  SZYMAŃSKI ", "szymanski"),
        ("O'Dowd", "odowd"),
        ("O\u2019Dowd", "odowd"),
        ("Dafydd-Jones", "dafyddjones"),
        ("van der Berg", "vanderberg"),
        ("Brânză", "branza"),
        ("Straße", "strasse"),
        ("Søren Łukasz Đorđe Þór", "sorenlukaszdordethor"),
        ("I\u015f\u0131k \u0130nan", "isikinan"),
        ("\u0043\u0327elik", "celik"),
        ("Ọláyínká", "olayinka"),
        ("Ɛfua", "efua"),
        ("ﬁona", "fiona"),
        ("李 明", "李明"),
        ("मोहन", "मोहन"),
        ("", ""),
        ("--", ""),
    ],
)
def test_fold_keeps_only_letters_and_digits(text, folded):
    assert fold(text) == folded


def test_words_part_at_spaces_and_hyphens_but_not_apostrophes():
    assert words("Siân O'Dowd-Jones (Mrs.)") == ["sian", "odowd", "jones", "mrs"]


@given(st.text())
def test_fold_is_at_rest_after_one_folding(text):
    assert fold(fold(text)) == fold(text)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Karolina", "KAROLINA "),
        ("Siân", "Sian"),
        ("Ciarán", "Ciaran"),
        ("Mary-Ann", "Maryann"),
        # Slips: a letter missing, doubled, swapped, wrong.
        ("Karolina", "Karolna"),
        ("Karolina", "Karollina"),
        ("Karolina", "Karolian"),
        ("Karolina", "Karolima"),
        ("Gareth", "Gareht"),
        ("Harpreet", "Harpeet"),
        ("Parveen", "Parvene"),
        ("Niamh", "Naimh"),
        ("Alan", "Allan"),
        ("Sara", "Sarah"),
        # Initials.
        ("K", "Karolina"),
        ("k.", "Karolina"),
        ("K M", "Karolina Maria"),
        # Short forms.
        ("Bob", "Robert"),
        ("Liz", "Elizabeth"),
        ("Beth", "Elizabeth"),
        ("Dai", "Dafydd"),
        ("Gosia", "Małgorzata"),
        ("Mo", "Mohammed"),
        ("Mohamed", "Muhammad"),
        ("Seán", "Shaun"),
        ("Harp", "Harpreet"),
        ("Vik", "Viktor"),
        ("Chris", "Christopher"),
        # Middle names.
        ("Anna", "Anna Maria"),
        ("Md Yusuf", "Mohammed Yousuf"),
    ],
)
def test_same_given_name(a, b):
    assert same_given_name(a, b)
    assert same_given_name(b, a)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Jan", "Ian"),
        ("Jon", "Jan"),
        ("Amy", "May"),
        ("Tim", "Tom"),
        ("Joan", "John"),
        ("Owen", "Gwen"),
        ("Gwyn", "Gwen"),
        # Husband and wife.
        ("Paul", "Paula"),
        ("Paul", "Pauline"),
        ("Karol", "Karolina"),
        ("Amir", "Amira"),
        ("Julian", "Julia"),
        ("Mario", "Maria"),
        ("Marian", "Marina"),
        ("Francis", "Frances"),
        ("Daniel", "Danielle"),
        ("Denis", "Denise"),
        ("Christian", "Christina"),
        ("Emma", "Emmanuel"),
        ("Ali", "Alison"),
        ("Jan", "Janina"),
        # Brothers and sisters.
        ("Jamal", "Jamil"),
        ("Rashad", "Rashid"),
        ("Samina", "Samira"),
        ("Manjit", "Ranjit"),
        ("Harmeet", "Harjeet"),
        ("Molly", "Polly"),
        ("Terry", "Kerry"),
        ("Liz", "Beth"),
        ("Jean", "Jean-Paul"),
        ("Anne", "Anne-Marie"),
        ("Mohammed", "Mohammed Ali"),
        ("Mohammed Ali", "Mohammed Yusuf"),
        ("Karolina", "Viktor"),
        ("K", "Viktor"),
        ("", "Karolina"),
        ("", ""),
        ("-", "-"),
    ],
)
def test_different_given_names(a, b):
    assert not same_given_name(a, b)
    assert not same_given_name(b, a)


def test_tables_of_names_do_not_contradict_each_other():
    assert SHORT.isdisjoint(UNLIKE)
    assert all(name == fold(name) for pair in SHORT | UNLIKE for name in pair)


@given(st.text(alphabet="abceijnorsuy -", max_size=9), st.text(alphabet="abceijnorsuy -", max_size=9))
def test_sameness_does_not_depend_on_the_order(a, b):
    assert same_given_name(a, b) == same_given_name(b, a)
    assert same_family_name(a, b) == same_family_name(b, a)


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        ("Szymański", "SZYMANSKI", True),
        ("Szymański", "Szymańska", True),
        ("Dafydd-Jones", "Dafydd Jones", True),
        ("Davis", "Davies", True),
        ("McDonald", "MacDonald", True),
        ("Brânz", "Brânză", True),
        ("Jones", "Jonas", False),
        ("Patel", "Patil", False),
        ("Khan", "Kahan", True),
        ("Li", "Lu", False),
        ("Parker", "Barker", False),
        ("Jones", "Dafydd-Jones", False),
        ("T", "Tremlett", False),
        ("", "", False),
    ],
)
def test_same_family_name(a, b, same):
    assert same_family_name(a, b) is same
    assert same_family_name(b, a) is same


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Siân Rhys", FullName("", "Siân", "Rhys", "")),
        ("  Siân\tRhys ", FullName("", "Siân", "Rhys", "")),
        ("Rhys, Siân", FullName("", "Siân", "Rhys", "")),
        ("Rhys, Mrs Siân", FullName("Mrs", "Siân", "Rhys", "")),
        ("Cllr. Dafydd-Jones, Hana", FullName("Cllr.", "Hana", "Dafydd-Jones", "")),
        ("RHYS Siân Mair", FullName("", "Siân Mair", "RHYS", "")),
        ("SIÂN RHYS", FullName("", "SIÂN", "RHYS", "")),
        ("JR Smith", FullName("", "JR", "Smith", "")),
        ("Dr Siân ap Rhys", FullName("Dr", "Siân", "ap Rhys", "")),
        ("Anna Maria van der Berg", FullName("", "Anna Maria", "van der Berg", "")),
        ("Robert (Bob) Smith", FullName("", "Robert", "Smith", "Bob")),
        ('Robert "Bob" Smith', FullName("", "Robert", "Smith", "Bob")),
        ("Mary Jane Smith MBE", FullName("", "Mary Jane", "Smith", "")),
        ("Jane Smith, MP", FullName("", "Jane", "Smith", "")),
        ("Karolina", FullName("", "Karolina", "", "")),
        ("Mr Smith", FullName("Mr", "", "Smith", "")),
        ("Sister Agnes", FullName("Sister", "Agnes", "", "")),
        ("Dr", FullName("", "Dr", "", "")),
        ("Smith,", FullName("", "Smith", "", "")),
        ("", FullName("", "", "", "")),
    ],
)
def test_split_full_name(text, name):
    assert split_full_name(text) == name


@given(st.text())
def test_splitting_loses_no_letter_but_those_after_a_name(text):
    name = split_full_name(text)
    assert set(fold("".join(name))) <= set(fold(text))
