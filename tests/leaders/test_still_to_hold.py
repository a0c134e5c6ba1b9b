"""Which pledges have conversations still to be held: the database answers what the draw-down answers."""

import random
from datetime import timedelta
from typing import Any

import pytest

from m4c.leaders.draw_down import drawn_down
from m4c.leaders.models import ConversationPledge
from m4c.leaders.still_to_hold import still_to_hold
from m4c.listening.models import HouseMeeting, OneToOne
from m4c.people.models import Person
from m4c.people.operations.protection import keep_safe
from tests.cast import Cast
from tests.factories import NOW, TODAY, gathering, somebody

ONE_TO_ONE, HOUSE_MEETING = ConversationPledge.Kind.ONE_TO_ONE, ConversationPledge.Kind.HOUSE_MEETING


def lived(cast: Cast, chance: random.Random) -> list[Person]:
    """People who pledged and held what the dice say, on days of one fortnight."""
    holders = [somebody(cast, f"Holder{each} Yusuf") for each in range(4)]
    others = [somebody(cast, f"Other{each} Evans") for each in range(8)]
    common: dict[str, Any] = {"group": cast.cardiff}
    for person in holders:
        for _pledge in range(chance.randint(0, 4)):
            given = {"kind": chance.choice([ONE_TO_ONE, HOUSE_MEETING]), "number": chance.randint(1, 3)}
            made_on = TODAY - timedelta(days=chance.randint(0, 14))
            ConversationPledge.objects.create(person=person, made_on=made_on, **given, **common)
        for other in chance.sample(others, chance.randint(0, 8)):
            day = TODAY - timedelta(days=chance.randint(0, 14))
            OneToOne.objects.create(asker=person, other=other, day=day, held_on=day, **common)
        for day in [TODAY - timedelta(days=back) for back in chance.sample(range(15), chance.randint(0, 2))]:
            HouseMeeting.objects.create(event=gathering(cast), host=person, day=day, held_on=day, **common)
    return others


@pytest.mark.parametrize("seed", range(6))
def test_the_database_answers_as_the_draw_down_does(cast: Cast, seed: int) -> None:
    others = lived(cast, random.Random(seed))
    keep_safe(person=others[0], by=cast.leader, at=NOW)
    for persona in ("organiser", "leader"):
        account = cast.fresh(persona)
        told = drawn_down(ConversationPledge.objects.standing(), account)
        asked = ConversationPledge.objects.standing().filter(still_to_hold(account))
        assert set(asked) == {each.pledge for each in told if not each.is_kept}
