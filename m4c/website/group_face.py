"""What a group shows the public, gathered from its pages, its events and its reports."""

from collections.abc import Sequence
from functools import cached_property

from django.contrib.auth.models import AnonymousUser
from django.db.models import Q
from django.utils import timezone

from m4c.events.models import Event
from m4c.events.public import public_events
from m4c.insight.models import PublishedReport
from m4c.people.models import Group, GroupMerge
from m4c.people.models.group import GroupQuerySet
from m4c.places.lookup import Point
from m4c.places.points import country_points
from m4c.website.models import GroupPage, NewsPage, StoryPage

IN_THE_LIST = [Group.Kind.NATION, Group.Kind.REGION, Group.Kind.LOCAL, Group.Kind.TEAM]


def standing_groups() -> GroupQuerySet:
    """The movement's own groups that stand today."""
    open_today = Q(ended_on=None) | Q(ended_on__gt=timezone.localdate())
    everybody = Group.objects.visible_to(AnonymousUser())  # type: ignore[arg-type]
    return everybody.filter(open_today, kind__in=IN_THE_LIST).select_related("parent")


def became_part_of(slug: str) -> GroupMerge | None:
    """The merge by which the group of this address became part of another; None where it did not."""
    merges = GroupMerge.objects.visible_to(AnonymousUser())  # type: ignore[arg-type]
    return merges.filter(gone__slug=slug).select_related("kept").first()


class GroupFace:
    """One group: what it tells, when it meets, what it has reported, and the groups below it."""

    def __init__(self, group: Group, language: str) -> None:
        self.group, self.language = group, language

    @cached_property
    def stories(self) -> list[StoryPage]:
        """Its latest three stories."""
        pages = StoryPage.objects.visible_to(None).in_language(self.language)
        return list(pages.filter(group=self.group).select_related("picture").order_by("-told_on", "-pk")[:3])

    @cached_property
    def news(self) -> list[NewsPage]:
        """Its latest three pieces of news."""
        pages = NewsPage.objects.visible_to(None).in_language(self.language)
        return list(pages.filter(group=self.group).order_by("-published_on", "-pk")[:3])

    @cached_property
    def events(self) -> list[Event]:
        """The next four of its gatherings, and of those of the groups below it."""
        coming = public_events().of_group(self.group).filter(cancelled_at=None)
        return list(coming.coming(timezone.now())[:4])

    @cached_property
    def reports(self) -> list[PublishedReport]:
        """What it published of its own figures."""
        return list(PublishedReport.objects.visible_to(None).filter(group=self.group)[:3])

    @cached_property
    def below(self) -> list[Group]:
        """The groups right below it."""
        return list(standing_groups().filter(parent=self.group))


class Directory:
    """All groups: by nation for the list, and as points for the map."""

    def __init__(self, language: str, word: str = "") -> None:
        self.language, self.word = language, word

    @cached_property
    def all(self) -> list[Group]:
        """Every group that stands, in the order of the tree."""
        return list(standing_groups().order_by("path"))

    @cached_property
    def coming(self) -> dict[int, int]:
        """How many open gatherings each group has ahead of it."""
        counts: dict[int, int] = {}
        ahead = public_events().filter(cancelled_at=None).coming(timezone.now())
        for group in ahead.values_list("group", flat=True)[:500]:
            counts[group] = counts.get(group, 0) + 1
        return counts

    @cached_property
    def pages(self) -> dict[int, GroupPage]:
        """The pages written for groups, by group."""
        return {page.group_id: page for page in GroupPage.objects.visible_to(None).in_language(self.language)}

    @cached_property
    def found(self) -> list[Group]:
        """Groups that the word finds, by name or place; all without a word."""
        word = self.word.casefold()
        return [group for group in self.all if word in f"{group.name} {group.place}".casefold()]

    @cached_property
    def by_nation(self) -> list[tuple[Group, list[Group]]]:
        """Each nation with its groups, however deep they lie; only those found."""
        nations = [group for group in self.all if group.kind == Group.Kind.NATION]
        rows = [
            (nation, [group for group in self.found if group.path.startswith(nation.path) and group != nation])
            for nation in nations
        ]
        return [(nation, groups) for nation, groups in rows if groups]

    @property
    def ground(self) -> Sequence[Point]:
        """The country behind the points."""
        return country_points()

    @cached_property
    def points(self) -> list[tuple[float, float, int, str]]:
        """Where the groups found are, for the map: each one dot, larger where more is on."""
        return [
            (group.latitude, group.longitude, 1 + self.coming.get(group.pk, 0), group.name)
            for group in self.found
            if group.latitude is not None and group.longitude is not None and group.kind != Group.Kind.NATION
        ]
