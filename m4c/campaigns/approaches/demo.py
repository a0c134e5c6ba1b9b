"""Approaches in the demo: what others tried for years, then messages, a letter and an ultimatum to the owner of the
derelict site, day by day; and the council, which sent us to a lower department.
"""

from datetime import date, datetime, timedelta
from typing import Any

from m4c.campaigns.models import Approach, Campaign, ClockPause
from m4c.campaigns.operations.approach import Answer, NewApproach, answer_approach, record_approach
from m4c.campaigns.operations.clock_pause import pause_clock
from m4c.core.demo import Story
from m4c.people.models import Person
from m4c.power.models import Powerholder

Channel = Approach.Channel
MEET = "Meet us about the empty shop, and tell us what you mean to do with the site."
OTHERS = (  # years and days before: who, how, what was asked, how we know
    (6 * 365, Channel.LETTER, "The ward councillors", "Board the site up and say when it is built on", "Their leaflet"),
    (4 * 365, Channel.LETTER, "The Member of Parliament", "Sell or develop the site", "A letter that we have seen"),
    (2 * 365, Channel.LETTER, "The Assembly Member", "Meet residents on the site", "Told at the public meeting"),
)
OURS = (  # days before the Saturday picket: how, what was asked, days to answer
    (60, Channel.CALL, MEET, 7),
    (52, Channel.MESSAGE, MEET, 7),
    (45, Channel.MESSAGE, MEET, 7),
    (30, Channel.LETTER, MEET, 14),
    (10, Channel.EMAIL, "Meet us by Friday, or we come to your other shop on Saturday, with leaflets.", 7),
)


def tell(story: Story) -> None:
    """Tell it, where the campaign and its target are on the shelf."""
    campaign: Campaign | None = story.shelf.get("campaign")
    owner: Powerholder | None = story.shelf.get("powerholder")
    if campaign is None or owner is None:
        return
    saturday = story.shelf.get("picket_on") or last_saturday(story.today)
    for days, channel, who, asked, source in OTHERS:
        day = saturday - timedelta(days=days)
        record(story, campaign, owner, day, channel, asked, by_words=who, is_ours=False, source=source)
    caller: Person | None = story.shelf.get("cast", {}).get("Siân")
    for days, channel, asked, wait in OURS:
        day = saturday - timedelta(days=days)
        due = day + timedelta(days=wait)
        last = record(story, campaign, owner, day, channel, asked, answer_due=due, by_person=caller)
        story.shelf["approach"] = last
    told = story.shelf.get("council")
    if told is not None:
        tell_council(story, campaign, told, saturday, caller)


def tell_council(story: Story, campaign: Campaign, council: Powerholder, saturday: date, caller: Person | None) -> None:
    """The council sent our letter on to a lower department, and then was in recess for two weeks."""
    asked = "Tell the owner that the site may not stand empty for another year."
    day = saturday - timedelta(days=40)
    letter = record(
        story,
        campaign,
        council,
        day,
        Channel.LETTER,
        asked,
        answer_due=day + timedelta(days=20),
        by_person=caller,
    )
    words = "Your letter has been passed to Street Scene, who will be in touch."
    sent_on = Answer(Approach.Outcome.DIVERTED, day + timedelta(days=9), words, "the Street Scene team")
    answer_approach(approach=letter, answer=sent_on, at=at(story, sent_on.on), by=story.by)
    since = saturday - timedelta(days=25)
    pause_clock(
        campaign=campaign,
        powerholder=council,
        kind=ClockPause.Kind.RECESS,
        since=since,
        until=since + timedelta(days=13),
        words="the council's recess",
        at=at(story, since),
        by=story.by,
    )


def record(
    story: Story, campaign: Campaign, whom: Powerholder, day: date, channel: str, asked: str, **more: Any
) -> Approach:
    """Write one down on its day."""
    new = NewApproach(powerholder=whom, on=day, channel=channel, asked=asked, **more)
    return record_approach(campaign=campaign, new=new, at=at(story, day), by=story.by)


def at(story: Story, day: date) -> datetime:
    """The hour at which it was written down that day."""
    return story.now - timedelta(days=(story.today - day).days)


def last_saturday(today: date) -> date:
    """The Saturday of the picket: the last one that is over a week ago."""
    return today - timedelta(days=(today.weekday() - 5) % 7 + 7)
