"""Write down institutions and offices, put them right, and end them."""

import pytest

from m4c.power.models import Institution
from m4c.power.operations.institution import (
    NewInstitution,
    NewOffice,
    add_institution,
    add_office,
    change_institution,
    change_office,
    end_institution,
    end_office,
)
from m4c.power.operations.powerholder import PowerRefused
from m4c.power.operations.tenure import end_tenure
from tests.cast import Cast
from tests.factories import TODAY
from tests.power.recording import council_of, office_of, owner_of, tenure_of


def test_add_institution_refuses_one_that_stands_and_a_kind_that_is_none(cast: Cast) -> None:
    council_of(cast)

    for name, kind, why in (
        ("cardiff council", "council", "already"),
        ("A", "club", "what kind"),
        (" ", "nhs", "name"),
    ):
        with pytest.raises(PowerRefused, match=why):
            add_institution(new=NewInstitution(name, kind), by=cast.leader)
    add_institution(new=NewInstitution("Cardiff Council", "company"), by=cast.leader)
    assert Institution.objects.count() == 2


def test_change_institution_refuses_a_circle(cast: Cast) -> None:
    whole = council_of(cast)
    part = council_of(cast, "Planning department", kind="other", parent=whole)

    with pytest.raises(PowerRefused, match="part of itself"):
        change_institution(
            institution=whole, new=NewInstitution("Cardiff Council", "council", parent=part), by=cast.leader
        )
    change_institution(institution=whole, new=NewInstitution("Cyngor Caerdydd", "council"), by=cast.leader)

    assert Institution.objects.get(pk=whole.pk).name == "Cyngor Caerdydd"


def test_end_institution_ends_its_offices_and_waits_for_who_holds_them(cast: Cast) -> None:
    body = council_of(cast)
    office = office_of(cast, body)
    tenure = tenure_of(cast, owner_of(cast), office)

    with pytest.raises(PowerRefused, match="still"):
        end_institution(institution=body, on=TODAY, by=cast.leader)
    with pytest.raises(PowerRefused, match="still"):
        end_office(office=office, on=TODAY, by=cast.leader)
    end_tenure(tenure=tenure, on=TODAY, by=cast.leader)
    end_institution(institution=body, on=TODAY, by=cast.leader)

    office.refresh_from_db()
    assert (body.ended_on, office.ended_on) == (TODAY, TODAY)


def test_add_office_refuses_one_that_stands_and_figures_that_cannot_be(cast: Cast) -> None:
    body = council_of(cast)
    office_of(cast, body, "Leader")

    for new, why in (
        (NewOffice("leader"), "already"),
        (NewOffice("A", kind="inherited"), "how it is held"),
        (NewOffice("B", seats=0), "At least one"),
    ):
        with pytest.raises(PowerRefused, match=why):
            add_office(institution=body, new=new, by=cast.leader)


def test_change_office_says_what_it_decides_and_merely_handles(cast: Cast) -> None:
    office = office_of(cast)

    change_office(office=office, new=NewOffice("Head of planning", handles="Letters"), by=cast.leader)
    end_office(office=office, on=TODAY, by=cast.leader)

    office.refresh_from_db()
    assert (office.name, office.handles, office.ended_on) == ("Head of planning", "Letters", TODAY)
