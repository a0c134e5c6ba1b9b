"""What is offered when a postcode does not decide."""

import pytest

from m4c.places.candidates import candidates
from m4c.places.models import Kind
from m4c.places.resolver import resolve

pytestmark = pytest.mark.django_db


def offered(text, kind):
    """Names of what is offered, in order."""
    return [area.name for area in candidates(resolve(text), kind)]


def test_constituencies_of_the_district_come_first_and_then_those_of_the_council():
    assert offered("SW9", Kind.CONSTITUENCY) == [
        "Clapham and Brixton Hill",
        "Vauxhall and Camberwell Green",
        "Dulwich and West Norwood",
        "Streatham and Croydon North",
    ]


def test_wards_of_the_council_are_offered_where_the_sector_is_split():
    wards = offered("NR30 2AA", Kind.WARD)
    assert (wards[0], len(wards), len(set(wards))) == ("Nelson", 17, 17)


def test_wards_that_were_replaced_are_not_offered():
    assert resolve("DH1 1").findings[Kind.WARD].area.ended is not None
    assert offered("DH1 1", Kind.WARD) == []  # the new wards of Durham are known by code and name only


def test_senedd_seats_follow_the_constituencies():
    assert offered("CF3", Kind.SENEDD) == ["Caerdydd Ffynnon Taf", "Casnewydd Islwyn"]


def test_both_police_forces_of_a_border_are_offered():
    assert offered("CH4", Kind.POLICE) == ["Cheshire", "North Wales"]


def test_northern_ireland_offers_all_it_has():
    assert len(offered("BT1", Kind.CONSTITUENCY)) == 18
    assert len(offered("BT1", Kind.COUNCIL)) == 11


@pytest.mark.parametrize("text", ["", "GIR 0AA", "JE2 3AB", "QC1 1AA"])
def test_nothing_is_offered_where_nothing_is_known(text):
    assert offered(text, Kind.CONSTITUENCY) == []


def test_candidates_take_few_queries(django_assert_num_queries):
    resolution = resolve("CF3")
    with django_assert_num_queries(3):
        assert len(candidates(resolution, Kind.CONSTITUENCY)) == 6
