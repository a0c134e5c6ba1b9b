"""Strategy in the demo: the chart for the owner of the derelict site, and who stood where over the weeks."""

from datetime import date, datetime, timedelta

from m4c.campaigns.models import Campaign, ChartEntry, Target
from m4c.campaigns.operations.chart import NewLine, add_entry, change_entry, keep_version
from m4c.campaigns.operations.placement import NewPlacement, place
from m4c.core.demo import Story
from m4c.people.models import Account, Group
from m4c.power.models import Institution, Powerholder
from m4c.power.operations.institution import NewInstitution, add_institution
from m4c.power.operations.powerholder import NewPowerholder, add_powerholder

# Part, words, who of ours does it, days from the picket.
LINES: tuple[tuple[str, str, str, int | None], ...] = (
    ("long", "No site in the east of Cardiff stands empty for more than two years.", "", None),
    ("middle", "Plans for homes and a shop are in with the council, agreed with those who live beside it.", "", None),
    ("short", "He meets six of us at a table.", "", None),
    ("short", "The rubbish is cleared and the fence mended.", "", None),
    ("resources", "Two evenings a week of eight leaders; £60 for leaflets; the church hall for nothing.", "", None),
    ("strengthens", "Forty new members on the four streets, and six who lead something for the first time.", "", None),
    ("problems", "Some think that nothing can be done after eight years.", "", None),
    ("constituents", "Those who live beside it: rats, fires, and two miles to the next shop.", "", None),
    ("constituents", "The parents at the school: children walk past it each day.", "", None),
    ("allies", "The local paper: it has printed the pictures of every fire.", "", None),
    ("opponents", "The supermarket two miles off: a shop here takes its customers.", "", None),
    ("primary", "Mr Anand Kapadia owns it. He lives among us, and cares what his neighbours think of him.", "", None),
    (
        "secondary",
        "Leila Osman-Hale, cabinet member for planning: can tell him what would be allowed, or serve notice.",
        "",
        None,
    ),
    ("tactic", "Message and letter from those who live beside it", "Four households of the close", -31),
    ("tactic", "Third message: meet us by Friday, or we come to you", "Four households of the close", -6),
    (
        "tactic",
        "Saturday picket at his second shop, with leaflet and petition",
        "Forty of us, parents with children",
        0,
    ),
    ("tactic", "The whole story to the press, should he break his word", "Those who stood at the picket", 23),
    ("tactic", "Photographs of the site in his customers' hands", "", None),
)
SECOND: tuple[tuple[str, str, str, int | None], ...] = (  # for whoever can move him
    ("middle", "The council serves notice on the site, or writes to him each month until he builds.", "", None),
    ("constituents", "Her own voters in two streets, who ask her at every surgery.", "", None),
    ("primary", "She signs the notice, and stands again in May.", "", None),
    ("tactic", "Ask her at her surgery, one after the other, on one morning", "Six voters of her ward", 12),
)
LATER = "Plans for twelve homes and a shop are in with the council by spring, agreed with those who live beside it."

# Who, of what kind, and then over the weeks: days from the picket, power, position, and what showed it.
PLACES: tuple[tuple[str, str, tuple[tuple[int, int, int, str], ...]], ...] = (
    (
        "owner",
        "",
        (
            (-60, 10, -3, "Answered neither the MP nor the councillors in eight years."),
            (0, 10, -1, "Rang ten minutes into the picket and offered a meeting."),
        ),
    ),
    (
        "Cardiff Council planning committee",
        Institution.Kind.COUNCIL,
        (
            (-60, 8, 0, "Minutes: no application, so nothing to decide."),
            (-12, 8, 1, "Put the site on its list of places where homes are wanted."),
        ),
    ),
    (
        "Cllr Leila Osman-Hale",
        "person",
        ((-40, 8, 0, "Told the research meeting: bring me a plan, I read it."),),
    ),
    (
        "Supermarket on the ring road",
        Institution.Kind.COMPANY,
        (
            (-50, 6, -1, "Objected to a smaller shop nearby in 2009."),
            (-8, 6, -2, "Wrote to the council against a shop."),
        ),
    ),
    (
        "Cardiff East Observer",
        Institution.Kind.NEWSPAPER,
        (
            (-55, 4, 0, "Printed the fires, and asked nobody why."),
            (1, 5, 2, "Sent a reporter to the picket, and rang him for his side."),
        ),
    ),
    (
        "Member of Parliament for Cardiff South",
        "person",
        (
            (-58, 5, 1, "Wrote to the owner four times, and let it rest."),
            (-10, 6, 2, "Asked in public when he will answer."),
        ),
    ),
    (
        "group",
        "",
        (
            (-60, 1, 3, "Nine at the first meeting in the church hall."),
            (0, 4, 3, "Forty of us at the picket, and a petition that went from hand to hand."),
        ),
    ),
)


def tell(story: Story) -> None:
    """The chart as it grew, with a version before the picket, and the map with all that moved."""
    campaign: Campaign | None = story.shelf.get("campaign")
    target: Target | None = story.shelf.get("target")
    if campaign is None or target is None:
        return
    draw_chart(story, target)
    for other in Target.objects.filter(campaign=campaign, until=None).exclude(pk=target.pk)[:1]:
        write(story, other, SECOND)
    for name, kind, times in PLACES:
        who = whom(story, campaign, target, name, kind)
        for days, power, position, evidence in times:
            on = on_a_day(story, campaign, days)
            new = NewPlacement(power, position, evidence, on)
            place(campaign=campaign, who=who, new=new, at=story.now, by=writer(story))


def draw_chart(story: Story, target: Target) -> None:
    """The lines, one of them worded anew after a version was kept."""
    made = write(story, target, LINES)
    keep_version(target=target, at=ago(story, 12), words="Before the third message", by=writer(story))
    change_entry(entry=made["middle"], line=NewLine("middle", LATER), at=ago(story, 2), by=writer(story))
    line = NewLine("short", "He tells us on Monday what he will build.")
    add_entry(target=target, line=line, at=ago(story, 2), by=writer(story))


def write(story: Story, target: Target, lines: tuple[tuple[str, str, str, int | None], ...]) -> dict[str, ChartEntry]:
    """Lines on a chart; the first of each part."""
    made: dict[str, ChartEntry] = {}
    for part, words, constituency, days in lines:
        due_on = picket(story) + timedelta(days=days) if days is not None else None
        line = NewLine(part, words, constituency, due_on)
        made.setdefault(part, add_entry(target=target, line=line, at=ago(story, 20), by=writer(story)))
    return made


def whom(story: Story, campaign: Campaign, target: Target, name: str, kind: str) -> Powerholder | Institution | Group:
    """Who is meant: the target, the group, or whoever is on record under that name or comes onto it now."""
    if name == "owner":
        return target.powerholder
    if name == "group":
        return campaign.group
    if kind == "person":
        known = Powerholder.objects.filter(name__iexact=name).first()
        return known or add_powerholder(new=NewPowerholder(name), by=writer(story))
    body = Institution.objects.filter(name__iexact=name).first()
    return body or add_institution(new=NewInstitution(name, kind), by=writer(story))


def writer(story: Story) -> Account:
    """Who draws both: Siân, where the cast is on the shelf."""
    cast = story.shelf.get("cast")
    return Account.objects.get(person=cast["Siân"]) if cast else story.by


def on_a_day(story: Story, campaign: Campaign, days: int) -> date:
    """So many days from the picket, no earlier than the campaign and no later than today."""
    return min(max(picket(story) + timedelta(days=days), campaign.starts_on), story.today)


def picket(story: Story) -> date:
    """The Saturday of the picket, which approaches and ladder tell of too."""
    day: date = story.shelf.get("picket_on", story.today - timedelta(days=2))
    return day


def ago(story: Story, days: int) -> datetime:
    """So many days before now."""
    return story.now - timedelta(days=days)
