"""Begin and end tenures: none is deleted, and who followed is known."""

from datetime import date, timedelta

import pytest

from m4c.power.models import Tenure
from m4c.power.operations.powerholder import PowerRefused
from m4c.power.operations.tenure import NewTenure, begin_tenure, change_tenure, end_tenure
from m4c.power.succession import successors
from tests.cast import Cast
from tests.factories import TODAY
from tests.power.recording import office_of, owner_of, tenure_of

MAY = date(2026, 5, 12)


def test_begin_tenure_refuses_the_same_office_twice_and_more_than_it_has_seats(cast: Cast) -> None:
    office, one, other = office_of(cast), owner_of(cast), owner_of(cast, "Another")
    tenure_of(cast, one, office)

    for who, why in ((one, "already"), (other, "All its seats")):
        with pytest.raises(PowerRefused, match=why):
            begin_tenure(new=NewTenure(who, office, TODAY), by=cast.leader)
    with pytest.raises(PowerRefused, match="ends after"):
        begin_tenure(new=NewTenure(other, office, TODAY, TODAY - timedelta(days=1)), by=cast.leader)
    assert Tenure.objects.count() == 1


def test_somebody_may_hold_an_office_again(cast: Cast) -> None:
    office, one = office_of(cast), owner_of(cast)
    first = tenure_of(cast, one, office)

    end_tenure(tenure=first, on=MAY, reason="Lost the vote", by=cast.leader)
    begin_tenure(new=NewTenure(one, office, TODAY), by=cast.leader)

    assert [tenure.end_reason for tenure in Tenure.objects.order_by("pk")] == ["Lost the vote", ""]


def test_on_the_day_it_ends_it_is_the_successors(cast: Cast) -> None:
    office, one, other = office_of(cast), owner_of(cast), owner_of(cast, "Another")
    first = tenure_of(cast, one, office)
    end_tenure(tenure=first, on=MAY, by=cast.leader)
    second = begin_tenure(new=NewTenure(other, office, MAY), by=cast.leader)

    days = (MAY - timedelta(days=1), MAY)
    assert [[row.powerholder for row in Tenure.objects.on(day)] for day in days] == [[one], [other]]
    assert successors(cast.leader, [first, second]) == {first.pk: [second]}


def test_of_an_office_of_several_seats_all_who_came_that_day_follow(cast: Cast) -> None:
    office = office_of(cast, name="Councillor", seats=2)
    first = tenure_of(cast, owner_of(cast), office, ended_on=MAY)
    came = [tenure_of(cast, owner_of(cast, name), office, started_on=MAY) for name in ("A B", "C D")]

    assert successors(cast.leader, [first]) == {first.pk: came}


def test_end_tenure_refuses_a_day_before_it_began(cast: Cast) -> None:
    tenure = tenure_of(cast, owner_of(cast), office_of(cast))

    with pytest.raises(PowerRefused, match="before it began"):
        end_tenure(tenure=tenure, on=TODAY - timedelta(days=500), by=cast.leader)


def test_change_tenure_leaves_whose_and_which_it_is(cast: Cast) -> None:
    owner, office = owner_of(cast), office_of(cast)
    tenure = tenure_of(cast, owner, office)
    other = NewTenure(owner_of(cast, "Another"), office_of(cast, name="Other"), MAY, party="Green", source="Register")

    change_tenure(tenure=tenure, new=other, by=cast.leader)

    tenure.refresh_from_db()
    assert (tenure.powerholder, tenure.office, tenure.started_on, tenure.party) == (owner, office, MAY, "Green")
