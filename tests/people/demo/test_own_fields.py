"""The late chapter of the demo that adds fields of the movement's own."""

from random import Random

from m4c.core.demo import Story
from m4c.people.demo import own_fields as demo_own_fields
from m4c.people.models import OwnField
from m4c.people.own_fields.values import filled_for
from tests.cast import Cast
from tests.factories import NOW, TODAY, somebody


def test_the_cast_said_what_they_can_and_when(cast: Cast) -> None:
    people = {given: somebody(cast, f"{given} Pugh") for given in demo_own_fields.SAID}
    demo_own_fields.tell(Story(by=cast.operator, random=Random(1), today=TODAY, now=NOW, shelf={"cast": people}))
    told = {each.field.name: each.words for each in filled_for(cast.organiser, people["Idris"])}
    assert told == {"Can lend a van": ["no"], "Free on": ["Weekends"], "Speaks": ["Welsh, Somali"]}
    assert all(own.name_cy for own in OwnField.objects.all())
