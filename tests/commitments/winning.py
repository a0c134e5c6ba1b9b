"""Short ways to a campaign and what it won, for tests that are about something else."""

from datetime import timedelta
from typing import Any

from m4c.campaigns.models import Campaign
from m4c.commitments.models import Win
from m4c.commitments.operations.win import NewWin, record_win
from m4c.people.models import Group
from tests.cast import Cast
from tests.factories import NOW, TODAY

SAID: dict[str, Any] = {
    "kind": "full",
    "name": "The lamps burn again",
    "change_words": "All nineteen lamps on the stairs were mended.",
    "for_whom": "Everybody on the staircase",
    "on": TODAY - timedelta(days=10),
    "says_who": "We counted them",
}


def a_campaign(cast: Cast, name: str = "Light on the stairs", group: Group | None = None, **more: Any) -> Campaign:
    """A campaign of Cardiff's that runs."""
    facts = {"status": "running", "starts_on": TODAY - timedelta(days=90), "slug": name.lower().replace(" ", "-")}
    return Campaign.objects.create(name=name, group=group or cast.cardiff, made_by=cast.organiser, **(facts | more))


def new_win(**more: Any) -> NewWin:
    """What is written down of a win."""
    return NewWin(**(SAID | more))


def a_win(cast: Cast, group: Group | None = None, **more: Any) -> Win:
    """A win of Cardiff's."""
    return record_win(group=group or cast.cardiff, new=new_win(**more), at=NOW, by=cast.operator)
