"""Areas, their names and what the database refuses of them."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction

from m4c.places.models import Area, AreaName, AreaOverlap, Kind

pytestmark = pytest.mark.django_db


@pytest.fixture
def lambeth():
    return Area.objects.get(kind=Kind.COUNCIL, code="E09000022")


@pytest.fixture
def made_up():
    return Area.objects.create(kind=Kind.WARD, code="E05099999", vintage="2030-05", source="test")


def test_an_area_without_a_name_is_called_by_its_code(made_up):
    assert Area.objects.named().get(pk=made_up.pk).name == "E05099999"


def test_the_newest_name_counts(made_up):
    AreaName.objects.create(area=made_up, language="en", name="Old Town", end=date(2031, 5, 1))
    AreaName.objects.create(area=made_up, language="en", name="New Town", start=date(2031, 5, 1))
    assert Area.objects.named().get(pk=made_up.pk).name == "New Town"


def test_a_name_in_the_language_asked_for_goes_before_a_newer_one_in_another(made_up):
    AreaName.objects.create(area=made_up, language="cy", name="Hen Dref")
    AreaName.objects.create(area=made_up, language="en", name="New Town", start=date(2031, 5, 1))
    assert Area.objects.named("cy").get(pk=made_up.pk).name == "Hen Dref"
    assert Area.objects.named("en").get(pk=made_up.pk).name == "New Town"


def test_a_name_that_was_not_loaded_is_an_error(lambeth):
    with pytest.raises(KeyError):
        _ = lambeth.name


def test_constituencies_of_a_council(lambeth):
    constituencies = Area.objects.overlapping([lambeth]).of_kind(Kind.CONSTITUENCY).named("en")
    assert sorted(area.name for area in constituencies) == [
        "Clapham and Brixton Hill",
        "Dulwich and West Norwood",
        "Streatham and Croydon North",
        "Vauxhall and Camberwell Green",
    ]


def test_areas_are_public(lambeth, operator):
    assert Area.objects.visible_to(operator).count() == Area.objects.count()


def refused(make):
    """Whether the database refuses it."""
    try:
        with transaction.atomic():
            make()
    except IntegrityError:
        return True
    return False


def test_the_database_refuses_half_states(lambeth, made_up):
    areas, names, overlaps = Area.objects, AreaName.objects, AreaOverlap.objects
    same = {"kind": lambeth.kind, "code": lambeth.code, "vintage": lambeth.vintage, "source": "test"}
    assert refused(lambda: areas.create(**same)) is True
    assert refused(lambda: areas.create(kind=Kind.WARD, code="", source="test")) is True
    assert refused(lambda: areas.create(kind=Kind.WARD, code="x-1", source="test", latitude=51.0)) is True
    assert refused(lambda: names.create(area=lambeth, language="en", name="Lambeth again")) is True
    backwards = {"start": date(2031, 1, 1), "end": date(2030, 1, 1)}
    assert refused(lambda: names.create(area=made_up, language="en", name="Backwards", **backwards)) is True
    assert refused(lambda: overlaps.create(area=made_up, other=lambeth, share=1.5, source="test")) is True
    assert refused(lambda: overlaps.create(area=made_up, other=lambeth, share=1, source="test")) is False
