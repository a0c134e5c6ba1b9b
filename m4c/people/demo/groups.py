"""A late chapter of people's demo: what some groups are for, how they began, a document, and one that closes."""

import io
from datetime import date, timedelta

from django.utils import timezone

from m4c.core.demo import Story
from m4c.people.demo.people import people_of
from m4c.people.documents.files import take_file
from m4c.people.models import Group
from m4c.people.operations.group import make_group
from m4c.people.operations.group_birth import date_stage, say_origin, thank_supporter
from m4c.people.operations.group_document import keep_document, keep_version
from m4c.people.operations.group_merge import merge_group
from m4c.people.operations.group_passing import begin_passing
from m4c.people.operations.group_purpose import say_purpose
from m4c.people.operations.membership import join

PURPOSES = {  # invented, as a group might say it
    "Cardiff": "Nobody in Cardiff sits in a cold flat, or a bad job, on their own.",
    "Manchester": "We find out what our neighbours are fed up with, and win it with them, one street after the other.",
    "Norwich": "A wage one can live on, for whoever cleans, cooks and cares in this city.",
}
BIRTHS = {
    "Cardiff": {"forming": date(2010, 6, 5), "named": date(2010, 9, 18), "formal": date(2011, 3, 12)},
    "Manchester": {"forming": date(2010, 7, 3), "named": date(2010, 11, 20)},
    "St Mellons": {"forming": date(2010, 9, 9), "named": date(2010, 10, 14)},
}
RULES = """What we agreed

1. Whoever comes twice may speak and vote.
2. Two people hold the money, and neither is family of the other.
3. We meet on the first Thursday, and end at nine.
"""
CHANGE = "4. Whoever minds the children that evening has the first word at the next meeting.\n"


def tell(story: Story) -> None:
    """Tell it of the groups, by those who look after them."""
    groups, cast = story.shelf["groups"], story.shelf["cast"]
    for name, words in PURPOSES.items():
        say_purpose(group=groups[name], words=words, at=story.now, by=story.by)
    for name, days in BIRTHS.items():
        for stage, on in days.items():
            date_stage(group=groups[name], stage=stage, on=on, at=story.now, by=story.by)
    say_origin(
        group=groups["St Mellons"],
        earlier=groups["Cardiff"],
        words="An evening in a front room, and the buses that did not come",
        at=story.now,
        by=story.by,
    )
    thank_supporter(
        group=groups["St Mellons"], person=cast["Siân"], words="Came each Thursday", at=story.now, by=story.by
    )
    for name in ("Cardiff", "Manchester"):
        document(story, groups[name])
    part_of_cardiff(story, groups)
    closing(story, groups)


def document(story: Story, group: Group) -> None:
    """What a group agreed, and agreed anew."""
    first, second = (take_file(io.BytesIO(text.encode()), "what-we-agreed.txt") for text in (RULES, RULES + CHANGE))
    kept = keep_document(group=group, title="What we agreed", given=first, at=story.now, by=story.by)[0]
    keep_version(document=kept, given=second, remark="Children", at=story.now, by=story.by)  # type: ignore[arg-type]


def part_of_cardiff(story: Story, groups: dict[str, Group]) -> None:
    """A group that became part of another."""
    adamsdown = make_group(parent=groups["Wales"], name="Adamsdown", place="Adamsdown", by=story.by)
    people_of(story, adamsdown, 4)
    merge_group(groups=[adamsdown, groups["Cardiff"]], on=date(2013, 5, 4), at=story.now, by=story.by)


def closing(story: Story, groups: dict[str, Group]) -> None:
    """A small group whose people are being asked what they want."""
    moss_side = make_group(
        parent=groups["Manchester"], name="Moss Side", kind=Group.Kind.TEAM, place="Moss Side", by=story.by
    )
    people_of(story, moss_side, 5)
    join(person=story.shelf["cast"]["Kofi"], group=moss_side, by=story.by)
    begin_passing(
        group=moss_side,
        into=groups["Manchester"],
        closes_on=timezone.localdate(story.now) + timedelta(days=30),
        why="There are five of us, and the hall is gone. Manchester meets ten minutes away.",
        at=story.now,
        by=story.by,
    )
