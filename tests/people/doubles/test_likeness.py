"""When two people on record may be one, and when they are a household."""

import pytest

from m4c.people.doubles.likeness import Reason, why_one
from m4c.people.matching import Known
from m4c.people.names import fold


def known(name: str, *, email: str = "", phone: str = "", postcode: str = "", known_as: str = "") -> Known:
    """Somebody on record."""
    given, _, family = name.partition(" ")
    return Known(
        key=(name, email, phone),
        person_id=1,
        given_name=given,
        family_name=family,
        known_as=known_as,
        folded_name=fold(name),
        emails=(email,) if email else (),
        phones=(phone,) if phone else (),
        postcode=postcode,
    )


EMAIL, OTHER_EMAIL = "rees@example.org", "sian@example.org"
PHONE, HOME = "+447700900101", "CF3 0EF"


@pytest.mark.parametrize(
    ("one", "two", "reason"),
    [
        (known("Siân Rees", email=EMAIL), known("Sian Rees", email=EMAIL), Reason.EMAIL),
        (known("Robert Rees", email=EMAIL), known("Bob Rees", email=EMAIL), Reason.EMAIL),
        (known("Siân Rees", email=EMAIL), known("Siân Morris", email=EMAIL), Reason.EMAIL),
        (known("Rees Siân", email=EMAIL), known("Siân Rees", email=EMAIL), Reason.EMAIL),
        (known("Cassandra Rees", known_as="Sandy", phone=PHONE), known("Sandy Rees", phone=PHONE), Reason.PHONE),
        (known("Siân Rees", postcode=HOME), known("Sian Rees", postcode=HOME), Reason.NAME_AND_HOME),
        (known("Robert Rees", postcode=HOME), known("Rob Rees", postcode=HOME), Reason.LIKE_NAME_AND_HOME),
        (known("Siân Davies", postcode=HOME), known("Siân Davis", postcode=HOME), Reason.LIKE_NAME_AND_HOME),
        (
            known("Siân Rees", postcode=HOME, email=EMAIL),
            known("Siân Rees", postcode=HOME, email=OTHER_EMAIL),
            Reason.HOME_OTHER_EMAIL,
        ),
        # A household shares everything but the first name.
        (
            known("Siân Rees", email=EMAIL, phone=PHONE, postcode=HOME),
            known("Dafydd Rees", email=EMAIL, phone=PHONE, postcode=HOME),
            None,
        ),
        (known("Paul Rees", postcode=HOME), known("Paula Rees", postcode=HOME), None),
        # Two tenants of one telephone, of other families and each with an e-mail.
        (
            known("Siân Rees", phone=PHONE, email=EMAIL),
            known("Siân Okafor", phone=PHONE, email=OTHER_EMAIL),
            None,
        ),
        (known("Siân Rees", postcode="CF3"), known("Siân Rees", postcode="CF3"), None),
        (known("Siân", postcode=HOME), known("Siân", postcode=HOME), None),
        (known("Siân Rees"), known("Siân Rees"), None),
    ],
)
def test_why_one(one: Known, two: Known, reason: Reason | None) -> None:
    assert (why_one(one, two), why_one(two, one)) == (reason, reason)


def test_why_one_by_name_in_the_same_group() -> None:
    silent = known("Siân Rees")
    assert why_one(silent, known("Sian Rees", email=EMAIL), share_a_group=True) == Reason.NAME_AND_GROUP
    assert why_one(known("Siân Rees", phone=PHONE), known("Sian Rees", email=EMAIL), share_a_group=True) is None
    away = known("Siân Rees", postcode="CF10 1EP")
    assert why_one(away, known("Siân Rees", postcode=HOME), share_a_group=True) is None
