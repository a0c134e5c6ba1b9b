"""Streets and doors as people write their addresses."""

import pytest

from m4c.people.streets import Street, street_of


@pytest.mark.parametrize(
    ("lines", "street", "door"),
    [
        ("14 Loudoun Square, Cardiff", "Loudoun Square", "14"),
        ("Flat 3, 14 Loudoun Square, Cardiff", "Loudoun Square", "Flat 3, 14"),
        ("14a Loudoun Square", "Loudoun Square", "14a"),
        ("14, Loudoun Square", "Loudoun Square", "14"),
        ("12-14 High Street\nBarry", "High Street", "12-14"),
        ("Rose Cottage, Mill Lane, Wenvoe", "Mill Lane", "Rose Cottage"),
        ("27 Heol y Deri", "Heol y Deri", "27"),
        ("Tŷ Gwyn, Ffordd y Brenin", "Ffordd y Brenin", "Tŷ Gwyn"),
        ("  2   Stryd  Fawr ", "Stryd Fawr", "2"),
        ("The Vicarage", "", ""),
        ("PO Box 12, Cardiff", "", ""),
        ("14", "", ""),
        ("", "", ""),
        (",;\n, ", "", ""),
    ],
)
def test_as_people_write_them(lines: str, street: str, door: str) -> None:
    assert street_of(lines) == Street(street, door)


def test_the_same_street_is_folded_to_the_same() -> None:
    one, two = street_of("14 Loudoun Square"), street_of("flat 2, 9 LOUDOUN  square.")
    assert one.folded["folded_street"] == two.folded["folded_street"] == "loudounsquare"


def test_whatever_is_typed_fits() -> None:
    folded = street_of("1 " + "x" * 299).folded
    assert (len(folded["folded_street"]), folded["folded_door"]) == (160, "1")
