"""Short ways to write what a test of the ladder is not about: a campaign, a target, a step, an event, a petition."""

from datetime import date, timedelta
from typing import Any

from m4c.campaigns.models import Campaign, LadderStep, PaperPetition, StandDown, Target, Truce
from m4c.campaigns.operations.ladder import NewStep, add_step, authorise_step
from m4c.campaigns.operations.paper_petition import NewPetition, begin_petition
from m4c.campaigns.operations.stand_down import stand_down
from m4c.campaigns.operations.step_event import call_out_step
from m4c.campaigns.operations.truce import Offer, agree_truce
from m4c.core.worker import run_waiting
from m4c.events.operations.event import NewEvent
from m4c.power.models import Powerholder
from tests.cast import Cast
from tests.factories import NOW, TODAY

SATURDAY = NOW + timedelta(days=5)
ON_MONDAY = NOW + timedelta(days=7)
WORDS = "It is off: he rang and meets us on Monday."


def campaign_of(cast: Cast, name: str = "Homes and a shop", **more: Any) -> Campaign:
    """A campaign of Cardiff that runs."""
    facts = {"group": cast.cardiff, "status": Campaign.Status.RUNNING, "starts_on": TODAY, "slug": name.lower()[:80]}
    facts["slug"] = str(facts["slug"]).replace(" ", "-")
    return Campaign.objects.create(name=name, made_by=cast.organiser, **(facts | more))


def target_of(cast: Cast, campaign: Campaign, name: str = "Anand Kapadia") -> Target:
    """A target of it."""
    holder = Powerholder.objects.create(name=name, is_private_owner=True, made_by=cast.organiser)
    return Target.objects.create(
        campaign=campaign, powerholder=holder, since=TODAY, added_by=cast.organiser, added_at=NOW
    )


def step_of(cast: Cast, campaign: Campaign | None = None, **more: Any) -> LadderStep:
    """A step of it, which waits for an answer until Thursday."""
    campaign = campaign or campaign_of(cast)
    target = more.pop("target", None) or Target.objects.filter(campaign=campaign).first() or target_of(cast, campaign)
    facts: dict[str, Any] = {"name": "Saturday picket", "trigger_on": TODAY + timedelta(days=3)}
    return add_step(campaign=campaign, new=NewStep(target=target, **(facts | more)), by=cast.organiser)


def authorised(cast: Cast, step: LadderStep | None = None) -> LadderStep:
    """The same, authorised."""
    how = "All hands but one at the Thursday meeting"
    return authorise_step(step=step or step_of(cast), on=TODAY, how=how, by=cast.organiser)


def called(cast: Cast, step: LadderStep | None = None) -> LadderStep:
    """The same, called out for Saturday."""
    new = NewEvent("public_action", "Saturday picket", SATURDAY, SATURDAY + timedelta(hours=3), "Outside the shop")
    return call_out_step(step=authorised(cast, step), new=new, at=NOW, by=cast.organiser)


def truce_of(cast: Cast, step: LadderStep | None = None) -> Truce:
    """A truce until Monday."""
    offer = Offer("A meeting on Monday at ten", "He sits down with us", NOW, ON_MONDAY)
    return agree_truce(step=step or called(cast), offer=offer, by=cast.organiser)


def stood_down(cast: Cast, step: LadderStep | None = None) -> StandDown:
    """Everybody called out is told, and the letters have gone."""
    made = stand_down(step=step or called(cast), words=WORDS, at=NOW, by=cast.organiser)
    run_waiting()
    return StandDown.objects.get(pk=made.pk)


def petition_of(cast: Cast, campaign: Campaign | None = None, opened_on: date = TODAY) -> PaperPetition:
    """A petition on paper."""
    new = NewPetition("Build on the empty site", "We ask Mr Kapadia to build, and to ask us first.", opened_on)
    return begin_petition(campaign=campaign or campaign_of(cast), new=new, by=cast.organiser)
