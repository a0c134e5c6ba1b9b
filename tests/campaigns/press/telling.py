"""Short ways to a campaign that everybody may read about, for tests that are about something else."""

from datetime import timedelta
from typing import Any

from m4c.campaigns.models import Approach, Authorisation, Campaign, Demand, LadderStep, Target
from m4c.campaigns.operations.public_page import publish_campaign
from m4c.people.models import Group
from m4c.power.models import Institution, Office, Powerholder, Tenure
from tests.cast import Cast
from tests.commitments.winning import a_campaign
from tests.factories import NOW, TODAY

DAY = timedelta(days=1)
OWNER = "Mr Anand Kapadia"


def an_owner(cast: Cast, name: str = OWNER) -> Powerholder:
    """Somebody who owns, and holds no public office."""
    return Powerholder.objects.create(name=name, is_private_owner=True, made_by=cast.organiser)


def a_councillor(cast: Cast, name: str = "Cllr Rhian Cabinet") -> Powerholder:
    """Somebody who holds a public office."""
    council, _made = Institution.objects.get_or_create(
        name="Cardiff Council", kind="council", defaults={"made_by": cast.organiser}
    )
    office = Office.objects.create(
        institution=council, name=f"Cabinet member {Office.objects.count()}", made_by=cast.organiser
    )
    held = Powerholder.objects.create(name=name, made_by=cast.organiser)
    Tenure.objects.create(powerholder=held, office=office, started_on=TODAY - 400 * DAY, made_by=cast.organiser)
    return held


def ready(cast: Cast, *targets: Powerholder, group: Group | None = None, **more: Any) -> Campaign:
    """A campaign that could be published: authorised, with a demand, a problem, and at whom it is aimed."""
    facts = {"public_problem": "The plot has stood empty for eight years.", "place": "St Mellons"}
    campaign = a_campaign(cast, "Homes and a shop", group, **(facts | more))
    given: dict[str, Any] = {"campaign": campaign, "added_by": cast.organiser, "added_at": NOW}
    Authorisation.objects.create(group=campaign.group, how="Vote", decided_on=TODAY - 90 * DAY, **given)
    Demand.objects.create(words="Build homes and a shop on the plot", stated_on=TODAY - 90 * DAY, **given)
    for powerholder in targets:
        aim(campaign, powerholder, cast)
    return campaign


def aim(campaign: Campaign, powerholder: Powerholder, cast: Cast) -> Target:
    """Aim it at somebody."""
    return Target.objects.create(
        campaign=campaign,
        powerholder=powerholder,
        since=TODAY - 90 * DAY,
        why="Secret reason",
        added_by=cast.organiser,
        added_at=NOW,
    )


def public(cast: Cast, *targets: Powerholder, **more: Any) -> Campaign:
    """The same, public."""
    return publish_campaign(campaign=ready(cast, *targets, **more), at=NOW, by=cast.organiser)


def approached(campaign: Campaign, powerholder: Powerholder, cast: Cast, days: int = 40, **more: Any) -> Approach:
    """An attempt to reach somebody, so many days ago."""
    facts = {"channel": "letter", "asked": "Will you meet us?", "on": TODAY - days * DAY}
    return Approach.objects.create(
        campaign=campaign, powerholder=powerholder, added_by=cast.organiser, added_at=NOW, **(facts | more)
    )


def a_step(campaign: Campaign, cast: Cast, **more: Any) -> LadderStep:
    """A step of the ladder, still ahead."""
    target = Target.objects.filter(campaign=campaign).first()
    facts = {"name": "Saturday picket", "trigger": "refusal", "target": target}
    return LadderStep.objects.create(campaign=campaign, made_by=cast.organiser, **(facts | more))
