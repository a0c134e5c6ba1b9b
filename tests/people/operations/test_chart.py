"""A chart is kept: somebody's unit as the group calls it, and doors where nobody is known, typed and taken off."""

import pytest

from m4c.core.errors import NotAllowed
from m4c.people.models import Address, ChartPlace, Membership, Person
from m4c.people.operations.chart import ChartRefused, put_on_chart, set_unit, take_off_chart
from m4c.people.operations.must_see import Unseen
from m4c.people.operations.person import set_address
from m4c.people.operations.protection import keep_safe
from tests.cast import Cast
from tests.factories import NOW, doers, seers, somebody


def membership(person: Person) -> Membership:
    return Membership.objects.get(person=person)


def put(cast: Cast, row: str = "Loudoun Square", *names: str, by: str = "organiser") -> list[ChartPlace]:
    return put_on_chart(group=cast.cardiff, kind="street", row=row, names=names, by=cast.fresh(by))


def test_a_unit_is_written_as_the_group_writes_it_already(cast: Cast) -> None:
    first, second = membership(somebody(cast)), membership(somebody(cast, "Rhys Owen"))
    set_unit(membership=first, unit=" Ward  4, nights ", by=cast.organiser)
    set_unit(membership=second, unit="ward 4 NIGHTS", by=cast.organiser)
    assert [Membership.objects.get(pk=one.pk).unit for one in (first, second)] == ["Ward 4, nights"] * 2
    set_unit(membership=second, unit="", by=cast.organiser)
    assert Membership.objects.get(pk=second.pk).unit == ""


def test_a_unit_is_short_and_of_somebody_whom_one_sees(cast: Cast) -> None:
    one = membership(somebody(cast))
    with pytest.raises(ChartRefused, match="80 letters"):
        set_unit(membership=one, unit="x" * 81, by=cast.organiser)
    keep_safe(person=one.person, at=NOW, contact=cast.person("leader"), by=cast.organiser)
    with pytest.raises(Unseen):
        set_unit(membership=one, unit="Ward 4", by=cast.fresh("organiser"))


def test_those_who_answer_for_the_group_keep_its_chart(cast: Cast) -> None:
    one, place = membership(somebody(cast)), put(cast)[0]
    ours = {"organiser", "national_organiser"}
    assert doers(lambda account: set_unit(membership=one, unit="Ward 4", by=account), cast) == ours
    assert doers(lambda account: take_off_chart(place=place, at=NOW, by=account), cast) == ours
    with pytest.raises(NotAllowed):
        put(cast, by="leader")


def test_doors_are_put_on_once(cast: Cast) -> None:
    assert [place.name for place in put(cast, "Loudoun Square", "12", " 14 ", "12", "")] == ["12", "14"]
    assert [place.name for place in put(cast, "LOUDOUN square", "14", "16")] == ["16"]
    assert [place.name for place in put(cast, "Hodges Row")] == [""]


def test_too_much_or_nothing_is_refused(cast: Cast) -> None:
    for row, names in (("", []), ("…", []), ("x" * 121, []), ("A Street", ["x" * 61]), ("A", map(str, range(201)))):
        with pytest.raises(ChartRefused):
            put(cast, row, *names)
    with pytest.raises(ValueError, match="colour"):
        put_on_chart(group=cast.cardiff, kind="colour", row="A", names=[], by=cast.organiser)
    assert not ChartPlace.objects.exists()


def test_a_door_is_taken_off_and_can_be_put_on_again(cast: Cast) -> None:
    place = put(cast, "Loudoun Square", "12")[0]
    take_off_chart(place=place, at=NOW, by=cast.organiser)
    assert (ChartPlace.objects.standing().count(), len(put(cast, "Loudoun Square", "12"))) == (0, 1)


def test_places_are_seen_by_those_who_see_the_groups_people(cast: Cast) -> None:
    assert seers(cast, put(cast)[0]) == {"organiser", "national_organiser", "data_protection"}


def test_an_address_knows_its_street_from_when_it_is_written(cast: Cast) -> None:
    amal = somebody(cast, address="Flat 3, 14 Loudoun Square", postcode="CF10 5HR")
    set_address(person=amal, lines="2 Maria Street", by=cast.organiser)
    told = Address.objects.values_list("folded_street", "folded_door")
    assert set(told) == {("loudounsquare", "flat314"), ("mariastreet", "2")}
