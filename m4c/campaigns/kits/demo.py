"""Kits in the demo: the evening that seven cities held on one day, with no office behind it."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from m4c.campaigns.operations.kit import NewKit, NewRun, make_kit, publish_kit, run_kit
from m4c.core.demo import Story
from m4c.people.models import Account, Group

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


PICKET = """Count your people first: ten who come is enough, two who do not is a lesson.
Choose the hour in which the most customers pass, and stand where the pavement stays free.
One hands out leaflets, one asks for signatures, one talks to the police, one to whoever comes out.
Have somebody at the telephone who may say yes to a meeting, and a text ready that stands everybody down.
Stop in time, thank everybody by name, and sit down for ten minutes: how was it, what did we learn?"""


def tell(story: Story) -> None:
    """Two kits: the iftaar in the square, public, with seven runs of one evening; a picket, among ourselves."""
    iftaar(story)
    picket(story)


def picket(story: Story) -> None:
    """What the picket taught, written down by its organiser, and run by another group since."""
    by = Account.objects.get(person=story.shelf["cast"]["Siân"])
    what_for = "A target who answers nobody meets those whom it is about, and their customers."
    new = NewKit("A picket with a leaflet", what_for, PICKET, campaign=story.shelf.get("campaign"))
    groups = story.shelf["groups"]
    kit = make_kit(group=groups["Cardiff"], new=new, by=by)
    run = NewRun(place="St Mellons", postcode="CF3 0EF", on=story.today, came=22, words="They rang after ten minutes.")
    run_kit(group=groups["Cardiff"], kit=kit, new=run, at=story.now, by=by)


def iftaar(story: Story) -> None:
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
