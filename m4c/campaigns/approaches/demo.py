"""Approaches in the demo: what others tried for years, then messages, a letter and an ultimatum to the owner of the
derelict site, day by day until he rang; and the council, which sent us to a lower department and is silent since.
"""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from m4c.campaigns.models import Approach, Campaign, ClockPause
from m4c.campaigns.operations.approach import Answer, NewApproach, answer_approach, record_approach
from m4c.campaigns.operations.clock_pause import pause_clock
from m4c.campaigns.operations.silence_notice import decide_silence, note_told
from m4c.core.demo import Story
from m4c.people.models import Account, Person
from m4c.power.models import Powerholder

Channel, Outcome = Approach.Channel, Approach.Outcome
MEET = "Meet us about the old supermarket, and tell us what you mean to do with it."
OTHERS = (  # days before: who, what was asked, how we know
    (2_300, "The Member of Parliament", "Sell the site or build on it.", "A copy of the letter"),
    (1_700, "The Assembly Member", "Meet residents on the site.", "Told at our second public meeting"),
    (1_000, "Three ward councillors, one after another", "Board it up, and say when it is built on.", "A leaflet"),
)
OURS = (  # days before the Saturday: how, what was asked, days to answer
    (60, Channel.CALL, MEET, 7),
    (52, Channel.MESSAGE, MEET, 7),
    (45, Channel.MESSAGE, MEET, 7),
    (30, Channel.LETTER, MEET, 14),
    (10, Channel.EMAIL, "Meet us by Friday. If not, we stand outside your other shop on Saturday, with leaflets.", 9),
)
HE_RANG = "What do you people want? All right, all right. Come on Monday, and take those leaflets off my door."
NOTICE = "Make the owner say what becomes of the site: serve a notice on him for the state of it."
AGAIN = "You decide, not Street Scene. Come and see the site with us this week."
SENT_ON = "Your letter has been passed to the Street Scene team, who will be in touch in due course."


@dataclass
class Scene:
    """What the chapter writes with: the story, the campaign, who writes, who rang, and the Saturday of the picket."""

    story: Story
    campaign: Campaign
    by: Account
    caller: Person
    saturday: date

    def before(self, days: int) -> date:
        """So many days before that Saturday."""
        return self.saturday - timedelta(days=days)

    def at(self, day: date) -> datetime:
        """When it was written down that day."""
        return self.story.now - timedelta(days=(self.story.today - day).days)

    def record(self, whom: Powerholder, day: date, channel: str, asked: str, **more: Any) -> Approach:
        """Write an approach down on its day."""
        new = NewApproach(powerholder=whom, on=day, channel=channel, asked=asked, **more)
        return record_approach(campaign=self.campaign, new=new, at=self.at(day), by=self.by)


def tell(story: Story) -> None:
    """Tell it, where the campaign and the owner are on the shelf."""
    shelf = story.shelf
    if not shelf.get("campaign") or not shelf.get("powerholder"):
        return
    saturday = shelf.setdefault("picket_on", last_saturday(story.today))
    caller: Person = shelf["cast"]["Siân"]
    scene = Scene(story, shelf["campaign"], Account.objects.get(person=caller), caller, saturday)
    tell_owner(scene, shelf["powerholder"])
    if council := shelf.get("cabinet_member"):
        tell_council(scene, council)


def tell_owner(scene: Scene, owner: Powerholder) -> None:
    """Eight years of others, two months of ours, and the call ten minutes into the picket."""
    for days, who, asked, source in OTHERS:
        scene.record(owner, scene.before(days), Channel.LETTER, asked, is_ours=False, by_words=who, source=source)
    ours = []
    for days, channel, asked, wait in OURS:
        due = scene.before(days) + timedelta(days=wait)
        made = scene.record(owner, scene.before(days), channel, asked, answer_due=due, by_person=scene.caller)
        ours.append(made)
    he_rang = Answer(Outcome.ANSWERED, scene.saturday, HE_RANG)
    given: dict[str, Any] = {"answer": he_rang, "at": scene.at(scene.saturday), "by": scene.by}
    answer_approach(approach=ours[-1], earlier=ours[:-1], **given)
    scene.story.shelf["approach"] = ours[-1]


def tell_council(scene: Scene, council: Powerholder) -> None:
    """Sent on to a lower department; a recess that does not count; and the notice that we mean to say so."""
    day = scene.before(62)
    due = day + timedelta(days=20)
    letter = scene.record(council, day, Channel.LETTER, NOTICE, answer_due=due, by_person=scene.caller)
    sent_on = Answer(Outcome.DIVERTED, day + timedelta(days=9), SENT_ON, "the Street Scene team")
    answer_approach(approach=letter, answer=sent_on, at=scene.at(sent_on.on), by=scene.by)
    recess = scene.before(48)
    pause_clock(
        campaign=scene.campaign,
        powerholder=council,
        kind=ClockPause.Kind.RECESS,
        since=recess,
        until=recess + timedelta(days=13),
        words="the council's autumn recess",
        at=scene.at(recess),
        by=scene.by,
    )
    decided = scene.before(3)
    notice = decide_silence(
        approach=letter,
        on=decided,
        how="At the committee meeting, nine for, one abstained",
        page_words="We asked the council to serve a notice on the owner. It sent our letter to another team.",
        at=scene.at(decided),
        by=scene.by,
    )
    given: dict[str, Any] = {
        "how": "By letter to the office, with these words",
        "at": scene.at(decided),
        "by": scene.by,
    }
    note_told(notice=notice, on=decided, **given)
    again = {"answer_due": scene.before(3), "by_person": scene.caller, "follows": letter}
    scene.record(council, scene.before(8), Channel.EMAIL, AGAIN, **again)


def last_saturday(today: date) -> date:
    """The Saturday of the picket: the last one before the last two days."""
    return today - timedelta(days=(today.weekday() - 5) % 7 or 7)
