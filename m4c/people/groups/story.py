"""What a group's story is read from: purposes, the steps of its birth, what it grew out of, who supported it."""

from collections import defaultdict
from dataclasses import dataclass

from django.urls import reverse

from m4c.people.groups.beginnings import GROUP_BEGINNINGS
from m4c.people.models import Account, Group, GroupMerge, GroupOrigin, GroupPurpose, GroupStage, GroupSupporter
from m4c.people.naming import names_of
from m4c.people.timeline import Origin


@dataclass(frozen=True)
class Said:
    """A purpose and who wrote it down, where that may be told."""

    purpose: GroupPurpose
    who: str


@dataclass(frozen=True)
class ToldOrigin:
    """What a group grew out of, with a way there where the account may see it; blank title where it may not."""

    origin: GroupOrigin
    link: Origin | None

    @property
    def is_told(self) -> bool:
        """Whether there is anything to say."""
        return bool(self.link or self.origin.words)


@dataclass(frozen=True)
class ToldSupporter:
    """Who helped, by name."""

    supporter: GroupSupporter
    name: str
    url: str


@dataclass(frozen=True)
class GroupStory:
    """All of it, as far as one account may read it."""

    purposes: list[Said]
    stages: list[GroupStage]
    origins: list[ToldOrigin]
    supporters: list[ToldSupporter]
    joined_by: list[GroupMerge]  # groups that became part of this one


def story_of(account: Account, group: Group, is_inside: bool) -> GroupStory:
    """The story of a group; names of who wrote what are told to those inside alone. Eight queries or so."""
    purposes = list(GroupPurpose.objects.visible_to(account).filter(group=group).select_related("by"))
    writers = names_of(account, [each.by.person_id for each in purposes]) if is_inside else {}
    merges = GroupMerge.objects.visible_to(account).filter(kept=group).select_related("gone")
    return GroupStory(
        [Said(each, writers.get(each.by.person_id, "")) for each in purposes],
        list(GroupStage.objects.visible_to(account).filter(group=group)),
        told_origins(account, group),
        told_supporters(account, group),
        list(merges.order_by("on", "pk")),
    )


def told_origins(account: Account, group: Group) -> list[ToldOrigin]:
    """What it grew out of, with the ways there that the account may go."""
    origins = list(GroupOrigin.objects.visible_to(account).filter(group=group).select_related("earlier"))
    ids: dict[str, set[int]] = defaultdict(set)
    for origin in origins:
        if origin.source_id is not None and origin.source_type in GROUP_BEGINNINGS:
            ids[origin.source_type].add(origin.source_id)
    found = {name: GROUP_BEGINNINGS[name].told(account, wanted) for name, wanted in ids.items()}
    told = []
    for origin in origins:
        link = found.get(origin.source_type, {}).get(origin.source_id or 0)
        if origin.earlier:
            link = Origin(origin.earlier.name, reverse("group", args=[origin.earlier.slug]))
        told.append(ToldOrigin(origin, link))
    return [one for one in told if one.is_told]


def told_supporters(account: Account, group: Group) -> list[ToldSupporter]:
    """Who supported it, of those whom the account may know of."""
    rows = list(GroupSupporter.objects.visible_to(account).filter(group=group).select_related("body", "person"))
    return [
        ToldSupporter(row, row.body.name, reverse("group", args=[row.body.slug]))
        if row.body
        else ToldSupporter(row, row.person.name if row.person else "", "")
        for row in rows
    ]
