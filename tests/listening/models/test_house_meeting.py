"""Who sees a house meeting: its host and the organisers of its group; never that of somebody kept safe."""

from m4c.listening.models import HouseMeeting
from m4c.listening.operations.house_meeting import NewHouseMeeting, record_house_meeting
from tests.cast import Cast
from tests.factories import TODAY, seers


def of(cast: Cast, host: str) -> HouseMeeting:
    new = NewHouseMeeting(host=cast.person(host), day=TODAY)
    return record_house_meeting(group=cast.cardiff, new=new, by=cast.operator)


def test_who_sees_it(cast: Cast) -> None:
    assert seers(cast, of(cast, "leader")) == {"leader", "organiser", "national_organiser", "data_protection"}


def test_that_of_somebody_kept_safe_is_hers_alone(cast: Cast) -> None:
    assert seers(cast, of(cast, "protected_member")) == {"protected_member"}
