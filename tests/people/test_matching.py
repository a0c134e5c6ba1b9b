"""Who somebody described on a sheet is: the rules, without a database."""

from typing import Any

import pytest

from m4c.people.matching import NEW, Description, Doubt, Known, Pool, Verdict


def known(key: int, given: str, family: str, **details: Any) -> Known:
    """Somebody on record."""
    described = Description(given, family)
    return Known(
        key=key, person_id=key, given_name=given, family_name=family, folded_name=described.folded_name, **details
    )


def find(described: Description, *people: Known, acquainted: tuple[Known, ...] = ()) -> Verdict:
    """What the pool of these people says of a description."""
    pool = Pool()
    for person in people:
        pool.add(person)
    return pool.find(described, acquainted)


ANN = known(1, "Ann", "Pryce", emails=("ann@example.org",), phones=("+447700900001",), postcode="CF10 5AL")
BOB = known(2, "Bob", "Pryce", emails=("bob@example.org",), phones=("+447700900002",), postcode="CF10 5AL")


def test_email_comes_first() -> None:
    assert find(Description("Ann", "Pryce", emails=("ann@example.org",)), ANN, BOB) == Verdict(ANN)


def test_phone_comes_second() -> None:
    assert find(Description("Bob", "Pryce", phones=("+447700900002",)), ANN, BOB) == Verdict(BOB)


def test_full_name_and_postcode_come_third() -> None:
    assert find(Description("ANN", "Prýce", postcode="CF10 5AL"), ANN, BOB) == Verdict(ANN)


def test_nobody_fits() -> None:
    assert find(Description("Carlos", "Rahman", emails=("carlos@example.org",)), ANN, BOB) == NEW


@pytest.mark.parametrize("given", ["Ann", "ANN", "A", "Ann Marie"])
def test_same_email_and_first_name_is_one_person_whatever_the_last_name(given: str) -> None:
    assert find(Description(given, "Griffiths", emails=("ann@example.org",)), ANN) == Verdict(ANN)


@pytest.mark.parametrize(
    "described",
    [
        Description("Bob", "Pryce", emails=("ann@example.org",)),
        Description("Bob", "Pryce", phones=("+447700900001",)),
        Description("Bob", "Pryce", emails=("ann@example.org",), phones=("+447700900001",)),
        Description("", "Rahman", emails=("ann@example.org",)),
    ],
)
def test_same_contact_and_another_first_name_is_the_household(described: Description) -> None:
    assert find(described, ANN) == Verdict(None, Doubt.HOUSEHOLD, ANN)


def test_the_household_is_known_the_next_time() -> None:
    bob = known(2, "Bob", "Pryce", emails=("ann@example.org",))
    assert find(Description("Bob", "Pryce", emails=("ann@example.org",)), ANN, bob) == Verdict(bob)


def test_email_and_phone_of_two_people_are_a_doubt() -> None:
    other = known(3, "Ann", "Whitlock", phones=("+447700900003",))
    described = Description("Ann", "Pryce", emails=("ann@example.org",), phones=("+447700900003",))
    assert find(described, ANN, other) == Verdict(None, Doubt.TWO_PEOPLE, ANN)


def test_phone_of_a_partner_does_not_hide_who_the_email_says() -> None:
    described = Description("Ann", "Pryce", emails=("ann@example.org",), phones=("+447700900002",))
    assert find(described, ANN, BOB) == Verdict(ANN)


def test_phone_and_name_say_who_it_is_though_the_email_is_the_partners() -> None:
    described = Description("Bob", "Pryce", emails=("ann@example.org",), phones=("+447700900002",))
    assert find(described, ANN, BOB) == Verdict(BOB)


def test_same_phone_first_name_and_nothing_else_is_a_doubt() -> None:
    described = Description("Ann", "Whitlock", emails=("a.whitlock@example.org",), phones=("+447700900001",))
    assert find(described, ANN) == Verdict(None, Doubt.HOUSEHOLD, ANN)


def test_two_people_may_share_a_name() -> None:
    described = Description("Ann", "Pryce", emails=("other.ann@example.org",), postcode="M1 1AE")
    assert find(described, ANN) == NEW


def test_same_name_and_home_with_another_email_is_a_doubt() -> None:
    described = Description("Ann", "Pryce", emails=("other.ann@example.org",), postcode="CF10 5AL")
    assert find(described, ANN) == Verdict(None, Doubt.SAME_HOME, ANN)


def test_same_name_and_home_with_another_phone_is_one_person() -> None:
    described = Description("Ann", "Pryce", phones=("+447700900009",), postcode="CF10 5AL")
    assert find(described, ANN) == Verdict(ANN)


@pytest.mark.parametrize("postcode", ["", "M1 1AE"])
def test_name_alone_is_a_doubt(postcode: str) -> None:
    assert find(Description("Ann", "Pryce", postcode=postcode), ANN) == Verdict(None, Doubt.SAME_NAME, ANN)


def test_record_of_a_bare_name_is_a_doubt() -> None:
    bare = known(4, "Ann", "Pryce")
    described = Description("Ann", "Pryce", emails=("other.ann@example.org",), postcode="M1 1AE")
    assert find(described, ANN, bare) == Verdict(None, Doubt.SAME_NAME, bare)


def test_name_alone_is_whoever_was_there() -> None:
    twin = known(5, "Ann", "Pryce")
    assert find(Description("Ann", "Pryce"), ANN, twin, acquainted=(twin,)) == Verdict(twin)


def test_name_alone_is_not_whoever_was_there_from_elsewhere() -> None:
    assert find(Description("Ann", "Pryce", postcode="M1 1AE"), ANN, acquainted=(ANN,)).known is None


def test_two_records_of_one_email_are_a_doubt() -> None:
    double = known(6, "Ann", "Pryce", emails=("ann@example.org",))
    described = Description("Ann", "Pryce", emails=("ann@example.org",))
    assert find(described, ANN, double) == Verdict(None, Doubt.SEVERAL, ANN)
    assert find(described, ANN, double, acquainted=(double,)) == Verdict(double)


def test_first_and_last_name_in_each_others_column_are_one_person() -> None:
    assert find(Description("Pryce", "Ann", emails=("ann@example.org",)), ANN) == Verdict(ANN)


def test_a_record_without_a_name_takes_whoever_has_its_email() -> None:
    nameless = known(7, "", "", emails=("who@example.org",))
    assert find(Description("Ann", "Pryce", emails=("who@example.org",)), nameless) == Verdict(nameless)


def test_known_as_counts_as_a_first_name() -> None:
    person = known(8, "Siobhán", "Quinn", emails=("q@example.org",), known_as="Von")
    assert find(Description("Von", "Quinn", emails=("q@example.org",)), person) == Verdict(person)


def test_rows_below_know_what_a_row_added() -> None:
    pool = Pool()
    ann = known(9, "Ann", "Pryce", emails=("ann@example.org",))
    pool.add(ann)
    pool.learn(ann, Description("Ann", "Pryce", phones=("+447700900009",), postcode="CF10 5AL"))
    assert pool.find(Description("Ann", phones=("+447700900009",))) == Verdict(ann)
    assert pool.find(Description("Ann", "Pryce", postcode="CF10 5AL")) == Verdict(ann)
