"""A late chapter of people's demo: how some of the cast know each other, and their tags."""

from m4c.core.demo import Story
from m4c.people.models import Relationship
from m4c.people.operations.relationship import record_relationship
from m4c.people.operations.tag import tag_people

Kind = Relationship.Kind
KNOWS = [  # first, how, second, group, how we know
    ("Siân", Kind.COACHES, "Bethan", "Cardiff", "They meet on the first Monday of the month"),
    ("Bethan", Kind.NEIGHBOUR, "Idris", "Cardiff", "Same stairwell in Loudoun Square; they told us at the stall"),
    ("Siân", Kind.COLLEAGUE, "Idris", "Cardiff", "Both worked at the Adamsdown advice centre"),
    ("Nadia", Kind.RECRUITED, "Kofi", "Manchester", "She asked him to the taster at the library"),
]

TAGS = [("Bethan", "Has a van", "Cardiff"), ("Idris", "Keeps the books", "Cardiff"), ("Kofi", "Sings", "Manchester")]


def tell(story: Story) -> None:
    """Write down whom the cast know and what they can do, by operations as organisers would."""
    cast, groups = story.shelf["cast"], story.shelf["groups"]
    for first, kind, second, group, evidence in KNOWS:
        facts = {"kind": kind, "evidence": evidence, "group": groups[group], "by": story.by}
        record_relationship(person=cast[first], other=cast[second], **facts)
    for given, tag, group in TAGS:
        tag_people(people=[cast[given]], name=tag, group=groups[group], at=story.now, by=story.by)
