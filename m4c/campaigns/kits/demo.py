"""Kits in the demo: the evening that seven cities held on one day, with no office behind it."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from m4c.campaigns.operations.kit import NewKit, NewRun, make_kit, publish_kit, run_kit
from m4c.core.demo import Story
from m4c.people.models import Group

EVENING = date(2010, 8, 26)
SEVEN = (  # place, a postcode of its middle, how many came as the demo has it
    ("Manchester", "M1 1AE", 120),
    ("London", "E1 6AN", 210),
    ("Birmingham", "B1 1BB", 95),
    ("Sheffield", "S1 2HH", 60),
    ("Cardiff", "CF10 1EP", 70),
    ("Leicester", "LE1 5YA", 85),
    ("Slough", "SL1 1EL", 45),
)
STEPS = """Choose an open square that belongs to everybody, and tell its warden.
Ask five people to bring dates, water and bread for ten; ask those of other faiths and none as well.
Meet twenty minutes before sunset and sit down in one long row.
One person says in two sentences what tonight is; the call to prayer; everybody eats.
Passers-by are handed a plate and a seat, never a leaflet.
Clear every crumb, count who came, and ask each for one name to invite next time."""


def tell(story: Story) -> None:
    """The kit of the iftaar in the square, public, with its seven runs of one evening."""
    movement = Group.objects.get(kind=Group.Kind.MOVEMENT)
    new = NewKit(
        name="Iftaar in the square",
        what_for="Neighbours of every faith and none break the fast together where all can see it.",
        steps=STEPS,
        materials="Long paper tablecloths, dates, water, bread, bin bags, a tin whistle for the start.",
        texts="Break bread with your neighbours: Thursday at sunset, in the square. Bring food for two and a friend.",
        lessons="It spread by friends of friends in ten days. People remember the trust of strangers, not speeches.",
    )
    at = datetime.combine(EVENING, datetime.min.time(), ZoneInfo("Europe/London"))
    kit = make_kit(group=movement, new=new, by=story.by)
    publish_kit(kit=kit, at=story.now, by=story.by)
    first = None
    for place, postcode, came in SEVEN:
        run = NewRun(place=place, postcode=postcode, on=EVENING, came=came, taken_from=first, is_public=True)
        made = run_kit(group=movement, kit=kit, new=run, at=at, by=story.by)
        first = first or made
    story.shelf["kit"] = kit
