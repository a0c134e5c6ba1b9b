"""The form of a target: of several offices of one name the one that they hold is meant."""

from m4c.campaigns.casework.aim_forms import TargetForm
from tests.campaigns.casework.running import begun
from tests.cast import Cast
from tests.factories import TODAY
from tests.power.recording import council_of, office_of, owner_of, tenure_of


def test_of_many_offices_of_a_name_that_which_they_hold_is_meant(cast: Cast) -> None:
    offices = [office_of(cast, council_of(cast, f"Council {number}"), "Leader of the council") for number in range(12)]
    leader = owner_of(cast, "Idwal Pencerrig", is_private_owner=False)
    given = {"powerholder": leader.name, "office": "Leader of the council", "kind": "primary", "since": str(TODAY)}
    before = TargetForm(given, by=cast.organiser, campaign=begun(cast))
    assert (before.is_valid(), list(before.errors)) == (False, ["office"])
    tenure_of(cast, leader, offices[-1])
    form = TargetForm(given, by=cast.organiser, campaign=begun(cast, name="Again"))
    assert form.is_valid(), form.errors
    assert form.new.office == offices[-1]
