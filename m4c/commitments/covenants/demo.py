"""Covenants in the demo: the respect covenant of Northern Moor, and an affiliation that hangs on somebody's decision.

That both came about is of the source documents; the bodies' promises and everybody's words are invented.
"""

from datetime import date, timedelta
from typing import Any

from m4c.commitments.models import Covenant, CovenantText
from m4c.commitments.operations.affiliation import NewStep, begin_affiliation, step_affiliation
from m4c.commitments.operations.covenant import NewCovenant, make_covenant, publish_covenant, review_covenant
from m4c.commitments.operations.covenant_party import NewParty, add_party, sign_covenant
from m4c.core.demo import Story
from m4c.people.models import Group

MADE = date(2010, 6, 12)
TEXT = """We know each other by name, and say hello.
Nobody is sold drink who is drunk, or who buys it for children.
Who is young and has nothing to do is asked in, not moved on.
We ring each other before we ring the police, and we turn up.
What we see we write down, and once a month we read it together."""
BODIES: tuple[dict[str, Any], ...] = (
    {
        "name": "Residents of Northern Moor",
        "kind_words": "forty households",
        "will_do": "Two of us are out at the shops each Friday and Saturday, from eight to ten.\n"
        "We buy in our own street first.",
        "by": "The convenor, for the residents' meeting",
    },
    {
        "name": "Shopkeepers of the parade",
        "kind_words": "nine shops",
        "will_do": "No drink to anybody under age, and one telephone list for all nine counters.\n"
        "Each shop lights and sweeps its own front.",
        "by": "The keeper of the corner shop, for all nine",
    },
    {
        "name": "The youth club in the church hall",
        "kind_words": "volunteers",
        "will_do": "The door is open on Fridays until ten, for whoever comes.",
        "by": "The leader in charge",
    },
)
LOOKS = (
    (90, "yes", "Three Fridays in four somebody was out. The shops have their list up.", "The monthly meeting"),
    (365, "partly", "The walks stopped in the winter. No shop sold to children when two of ours tried.", "Both sides"),
)


def tell(story: Story) -> None:
    """Both, in the groups that the story has."""
    covenant(story)
    affiliation(story)


def covenant(story: Story) -> None:
    """The respect covenant, signed, looked at and public."""
    group = Group.objects.filter(name="Manchester").first()
    by = story.by
    if group is None:
        return
    new = NewCovenant(
        name="Northern Moor Respect Covenant",
        about="Residents and shopkeepers promise each other a parade of shops where everybody can be in the evening.",
    )
    made: Covenant = make_covenant(group=group, new=new, words=TEXT, on=MADE, at=story.now, by=by)
    text = CovenantText.objects.get(covenant=made, number=1)
    for number, body in enumerate(BODIES):
        told = {name: words for name, words in body.items() if name != "by"}
        party = add_party(covenant=made, new=NewParty(**told), at=story.now, by=by)
        signed: dict[str, Any] = {"on": MADE + timedelta(days=14 * (number // 2)), "signed_by": body["by"]}
        sign_covenant(party=party, text=text, **signed, at=story.now, by=by)
    for days, holds, words, who in LOOKS:
        on, again = MADE + timedelta(days=days), story.today + timedelta(days=40)
        said: dict[str, Any] = {"holds": holds, "words": words, "says_who": who, "next_look": again}
        review_covenant(covenant=made, on=on, **said, at=story.now, by=by)
    publish_covenant(covenant=made, at=story.now, by=by)


def affiliation(story: Story) -> None:
    """Sought in 2010 if the board of the party agrees: what came of it the sources do not say."""
    movement = Group.objects.filter(kind=Group.Kind.MOVEMENT).first()
    if movement is None:
        return
    sought = NewStep(
        state="sought",
        on=date(2010, 9, 25),
        words="To be a socialist society of the party, and free to campaign on what communities say.",
        says_who="The movement's own article",
    )
    made = begin_affiliation(
        group=movement,
        body_words="Labour Party",
        about="a socialist society",
        step=sought,
        at=story.now,
        by=story.by,
    )
    waits = NewStep(
        state="conditional",
        on=date(2010, 9, 25),
        hangs_on="If the National Executive Committee is willing",
        says_who="The movement's own article",
    )
    step_affiliation(affiliation=made, step=waits, at=story.now, by=story.by)
