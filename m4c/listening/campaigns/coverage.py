"""Where a campaign listened: by place on the dot map, and by group, those with nobody heard yet among them."""

from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.db.models import Count

from m4c.listening.models import Concern, HouseMeeting, ListeningCampaign, OneToOne, Questionnaire
from m4c.people.models import Account, Group
from m4c.people.sight import within
from m4c.places.lookup import Point
from m4c.places.points import country_points, points_for
from m4c.places.postcodes import normalise

MOST_GROUPS, MOST_PLACES = 60, 40


@dataclass
class OfGroup:
    """What a campaign heard in a group."""

    group: Group
    one_to_ones: int = 0
    house_meetings: int = 0
    questionnaires: int = 0
    concerns: int = 0

    @property
    def is_blank(self) -> bool:
        """Whether nobody was heard there yet."""
        return not (self.one_to_ones or self.house_meetings or self.questionnaires or self.concerns)


@dataclass
class Coverage:
    """The places and groups of a campaign, as far as the account may see. A constant number of statements."""

    campaign: ListeningCampaign
    account: Account

    @cached_property
    def places(self) -> list[tuple[str, int]]:
        """Concerns by postcode district, or by the place that was named, most first. Of a postcode no more is told."""
        found: Counter[str] = Counter()
        rows = self.concerns.values_list("postcode", "place").annotate(number=Count("pk"))
        for postcode, place, number in rows:
            found[district_of(postcode) or place] += number
        found.pop("", None)
        return sorted(found.items(), key=lambda each: (-each[1], each[0]))

    @cached_property
    def nowhere(self) -> int:
        """Concerns of which nobody wrote down where."""
        return self.concerns.filter(postcode="", place="").count()

    @cached_property
    def points(self) -> list[tuple[float, float, int, str]]:
        """Where people were heard, for the map: a lamp for each district, larger where more was said."""
        points: dict[str, Point] = points_for(name for name, _number in self.places)
        return [(*points[name], number, name) for name, number in self.places if name in points]

    @cached_property
    def unplaced(self) -> list[tuple[str, int]]:
        """Places that no postcode puts on the map, those of most concerns."""
        return self.off_the_map[:MOST_PLACES]

    @property
    def more_places(self) -> int:
        """How many there are besides."""
        return max(len(self.off_the_map) - MOST_PLACES, 0)

    @cached_property
    def off_the_map(self) -> list[tuple[str, int]]:
        """All of them."""
        shown = {name for *_point, name in self.points}
        return [(name, number) for name, number in self.places if name not in shown]

    @property
    def ground(self) -> Any:
        """The country behind the points."""
        return country_points()

    @cached_property
    def below(self) -> list[Group]:
        """The campaign's group and those below it, in the order of the tree, and one more than are shown."""
        found = Group.objects.below(self.campaign.group).filter(ended_on=None).order_by("path")
        return list(found[: MOST_GROUPS + 1])

    @property
    def has_more_groups(self) -> bool:
        """Whether there are more groups than are shown."""
        return len(self.below) > MOST_GROUPS

    @cached_property
    def groups(self) -> list[OfGroup]:
        """What was heard in the campaign's group and each below it, in the order of the tree."""
        rows = {group.pk: OfGroup(group) for group in self.below[:MOST_GROUPS]}
        talks = OneToOne.objects.visible_to(self.account).held().filter(campaign=self.campaign)
        meetings = HouseMeeting.objects.visible_to(self.account).held().filter(campaign=self.campaign)
        for name, found in (("one_to_ones", talks), ("house_meetings", meetings), ("concerns", self.concerns)):
            for pk, number in found.order_by().values_list("group").annotate(Count("pk")):
                if pk in rows:
                    setattr(rows[pk], name, number)
        if self.campaign.group_id in rows:
            sheets = Questionnaire.objects.visible_to(self.account).filter(campaign=self.campaign)
            rows[self.campaign.group_id].questionnaires = sheets.count()
        return list(rows.values())

    @property
    def concerns(self) -> Any:
        """The campaign's concerns."""
        inside = Concern.objects.visible_to(self.account).filter(campaign=self.campaign)
        return inside.filter(within("group__path", self.campaign.group)).order_by()


def district_of(postcode: str) -> str:
    """The district of a postcode: no more of where somebody lives is shown."""
    found = normalise(postcode) if postcode else None
    return found.district if found else ""
