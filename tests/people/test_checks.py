"""Closed addresses are kept by a key: nothing tells them without it, and a lost key is noticed."""

import hashlib
import hmac

import pytest

from m4c.people.checks import closed_ways_are_known
from m4c.people.models import Suppression
from m4c.people.models.suppression import digest_of, key_mark
from m4c.people.operations.suppression import keep_suppressions, obey_suppressions
from tests.cast import Cast
from tests.factories import NOW, somebody

ADDRESS = "left@example.org"


def closed(cast: Cast) -> Suppression:
    wanted = [(ADDRESS, "email", "news")]
    return keep_suppressions(wanted, at=NOW, source="A list", taken_by=cast.operator)[ADDRESS, "email", "news"]


def asked() -> list[str]:
    return [str(message.id) for message in closed_ways_are_known(None, databases=["default"])]


@pytest.mark.django_db
def test_a_digest_is_made_by_the_key_and_says_nothing_without_it(cast: Cast, settings) -> None:
    kept, plain = closed(cast), hashlib.sha256(f"m4c suppression: {ADDRESS}".encode()).hexdigest()
    key = settings.SUPPRESSION_KEY.encode()
    assert kept.digest == hmac.new(key, f"m4c suppression: {ADDRESS}".encode(), hashlib.sha256).hexdigest() != plain
    assert (kept.key_mark, key_mark() in settings.SUPPRESSION_KEY) == (key_mark(), False)
    settings.SUPPRESSION_KEY = "another"
    assert digest_of(ADDRESS) != kept.digest


def test_a_closed_address_is_known_by_its_key_alone_and_a_lost_one_is_told(cast: Cast, settings) -> None:
    closed(cast)
    amal = somebody(cast)
    email = [(amal.pk, ADDRESS)]
    assert asked() == []
    own, settings.SUPPRESSION_KEY = settings.SUPPRESSION_KEY, "another"
    assert (obey_suppressions(email), asked()) == ([], ["m4c.E004"])
    settings.SUPPRESSION_KEY = own
    assert [(row.person, row.channel) for row in obey_suppressions(email)] == [(amal, "email")]


def test_it_is_not_asked_without_a_database() -> None:
    assert closed_ways_are_known(None) == []
