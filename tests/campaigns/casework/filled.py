"""A campaign of five hundred approaches of which every panel has something to show."""

from datetime import timedelta

from m4c.campaigns.models import Approach, Campaign, ClockPause, PressItem, Target
from m4c.commitments.operations.win import look_at_win
from m4c.power.models import Powerholder
from tests.campaigns.casework.running import running
from tests.campaigns.ladder.making import step_of, truce_of
from tests.campaigns.strategy.making import body_of, line_of, placed, target_of
from tests.cast import Cast
from tests.commitments.winning import a_win
from tests.factories import NOW, TODAY

DAY = timedelta(days=1)


def filled(cast: Cast) -> Campaign:
    """All of it."""
    campaign = running(cast)
    target, other = target_of(cast, campaign), target_of(cast, campaign, "Ffion Bancroft")
    approaches_of(cast, campaign, target.powerholder)
    recess = {"kind": "recess", "since": TODAY - 404 * DAY, "until": TODAY - 400 * DAY}
    ClockPause.objects.create(campaign=campaign, added_by=cast.organiser, added_at=NOW, **recess)
    truce_of(cast, step_of(cast, campaign, target=target))
    for name in ("Petition on Saturday", "Vigil at the site"):
        step_of(cast, campaign, name=name, target=other)
    for name in ("The lamps burn again", "A meeting on Monday"):
        won = a_win(cast, name=name, campaign=campaign)
        look_at_win(win=won, stands="partly", words="Two are dark", on=TODAY, at=NOW, by=cast.leader)
    press_of(cast, campaign)
    chart_and_map_of(cast, campaign, target)
    return campaign


def approaches_of(cast: Cast, campaign: Campaign, holder: Powerholder) -> None:
    """One on each of five hundred days, none of them answered."""
    Approach.objects.bulk_create(
        Approach(
            campaign=campaign,
            powerholder=holder,
            on=TODAY - number * DAY,
            channel="letter",
            asked="Meet us",
            answer_due=TODAY - (number - 14) * DAY,
            added_by=cast.organiser,
            added_at=NOW,
        )
        for number in range(500)
    )


def press_of(cast: Cast, campaign: Campaign) -> None:
    """What was published."""
    given = {"campaign": campaign, "outlet": "The Echo", "on": TODAY, "added_by": cast.organiser, "added_at": NOW}
    for title in ("Eight years derelict", "Families ask for homes"):
        PressItem.objects.create(kind="article", title=title, **given)


def chart_and_map_of(cast: Cast, campaign: Campaign, target: Target) -> None:
    """Two lines on the chart of one target, none on that of the other; a person, a body and a group on the map."""
    line_of(cast, target, "Plans in with the council")
    line_of(cast, target, "Leaflets at the gate", part="tactic", constituency="Twenty families", due_on=TODAY)
    for who in (target.powerholder, body_of(cast), cast.st_mellons):
        placed(cast, campaign, who)
