"""Short ways to a campaign of Cardiff with a target, lines on the chart and places on the map."""

from datetime import date, timedelta
from typing import Any

from m4c.campaigns.models import Campaign, ChartEntry, Placement, Target
from m4c.campaigns.operations.chart import NewLine, add_entry
from m4c.campaigns.operations.placement import NewPlacement, place
from m4c.people.models import Group
from m4c.power.models import Institution, Powerholder
from tests.cast import Cast
from tests.factories import NOW, TODAY

OWNER, BODY = "Anand Kapadia", "Cardiff planning committee"


def owner_of(cast: Cast, name: str = OWNER) -> Powerholder:
    """A powerholder, once for each name."""
    found = Powerholder.objects.filter(name=name).first()
    return found or Powerholder.objects.create(name=name, is_private_owner=True, made_by=cast.operator)


def body_of(cast: Cast, name: str = BODY) -> Institution:
    """A body, once for each name."""
    found = Institution.objects.filter(name=name).first()
    return found or Institution.objects.create(name=name, kind=Institution.Kind.COUNCIL, made_by=cast.operator)


def campaign_of(cast: Cast, group: Group | None = None, **more: Any) -> Campaign:
    """A campaign of a group, Cardiff where none is named."""
    group = group or cast.cardiff
    name = "Homes and a shop"
    given = {"name": name, "slug": f"homes-{group.slug}", "starts_on": TODAY - timedelta(days=60)}
    found = Campaign.objects.filter(group=group, name=name).first()
    return found or Campaign.objects.create(group=group, made_by=cast.operator, **(given | more))


def target_of(cast: Cast, campaign: Campaign | None = None, name: str = OWNER, **more: Any) -> Target:
    """A target of a campaign."""
    given = {"since": TODAY, "added_by": cast.operator, "added_at": NOW}
    return Target.objects.create(
        campaign=campaign or campaign_of(cast), powerholder=owner_of(cast, name), **(given | more)
    )


def line_of(
    cast: Cast, target: Target | None = None, words: str = "Plans in with the council", **more: Any
) -> ChartEntry:
    """A line on a chart."""
    line = NewLine(**({"part": "middle", "words": words} | more))
    return add_entry(target=target or target_of(cast), line=line, at=NOW, by=cast.organiser)


def placed(
    cast: Cast, campaign: Campaign | None = None, who: Any = None, power: int = 9, position: int = -2, on: date = TODAY
) -> Placement:
    """Somebody on the map."""
    new = NewPlacement(power, position, "Did not answer an MP for eight years", on)
    return place(campaign=campaign or campaign_of(cast), who=who or owner_of(cast), new=new, at=NOW, by=cast.organiser)
