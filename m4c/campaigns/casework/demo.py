"""Campaigns in the demo: a derelict site, what it grew out of and into, a national one with local parts, projects."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from m4c.campaigns.casework.demo_case import make_case
from m4c.campaigns.models import Campaign
from m4c.campaigns.operations.approach import Answer, NewApproach, answer_approach, record_approach
from m4c.campaigns.operations.authorisation import NewAuthorisation, authorise_campaign
from m4c.campaigns.operations.backer import NewBacker, add_backer
from m4c.campaigns.operations.campaign import NewCampaign, begin_campaign, grow_out_of, move_campaign, roll_up
from m4c.campaigns.operations.campaign_job import give_campaign_job
from m4c.campaigns.operations.campaign_lead import end_lead, name_lead
from m4c.campaigns.operations.demand import reword_demand, state_demand
from m4c.campaigns.operations.evidence import NewEvidence, add_evidence
from m4c.campaigns.operations.gift import NewGift, record_gift
from m4c.campaigns.operations.target import NewTarget, aim_at
from m4c.core.demo import Story
from m4c.listening.models import Issue
from m4c.people.models import Account, Group, Membership, Person

BEGAN = 330  # days ago: eleven months
PROBLEM = (
    "Eight years I have walked past that wreck. There is nowhere to buy bread and milk, and the rats come at dusk."
)
ABOUT = (
    "The old supermarket on Crickhowell Road has stood derelict since it shut. Its owner answers nobody. A handful of "
    "neighbours met in a front room; eleven months and five public meetings later a hundred and fifty of us want homes "
    "on the site, a small shop, and a say in what is built."
)
FIRST, NOW_SAID = (
    "Do something about the derelict site",
    "Build homes and a shop on the old supermarket, agreed with us",
)
LOCAL = (  # group, name, place, so many days ago, how it stands, why
    (
        "Swansea",
        "Young mums against loan sharks",
        "Townhill",
        420,
        "won",
        "The last high-street lender closed its door",
    ),
    ("Cardiff", "A credit union in every school", "Ely and Caerau", 260, "running", ""),
)
ASKED = "Stand with us when the lenders' cap is argued, and give the credit union a desk where people pay their rent."
BACKERS = (  # of each local part: name, kind, what it gave
    ("The credit union", "business", "Opens an hour later on Fridays"),
    ("The parish", "faith", "Its hall, and a notice each Sunday"),
)
TOYS = (  # what, how many, giver, where it went, so many days ago
    ("Toys", 214, "Families of four schools", "The children's home in Vratsa", 35),
    ("Winter coats", 61, "The bus depot", "The children's home in Vratsa", 34),
    ("Boxes and tape", 40, "The post office on the square", "Used up", 38),
    ("A van for two days", 1, "A removals firm", "", 36),
)


@dataclass
class Scene:
    """What the chapter writes with: the story, and who writes."""

    story: Story
    by: Account

    def day(self, ago: int) -> date:
        """So many days ago."""
        return self.story.today - timedelta(days=ago)

    def at(self, ago: int) -> datetime:
        """At that time of the day."""
        return self.story.now - timedelta(days=ago)

    def group(self, name: str) -> Group:
        """A group by its name."""
        found: Group = self.story.shelf["groups"][name]
        return found


def tell(story: Story) -> None:
    """All of it, by those who answer for each."""
    cast = story.shelf["cast"]
    here = Scene(story, Account.objects.get(person=cast["Siân"]))
    homes = derelict_site(here)
    story.shelf["campaign"] = homes
    aim(here, homes)
    make_case(story, homes, here.by)
    family(here, homes)
    from_the_issue(here)
    nationwide = Scene(story, Account.objects.get(person=cast["Huw"]))
    fair_credit(nationwide)
    toys(nationwide)


def begin(scene: Scene, group: str, name: str, ago: int, demand: str = "", **more: str) -> Campaign:
    """Begin one."""
    new = NewCampaign(name, scene.day(ago), **more)
    return begin_campaign(group=scene.group(group), new=new, demand=demand, at=scene.at(ago), by=scene.by)


def run(scene: Scene, campaign: Campaign, ago: int, how: str, *groups: str) -> None:
    """Have groups authorise it, its own where none is named, and run it."""
    for group in [scene.group(name) for name in groups] or [campaign.group]:
        new = NewAuthorisation(how, scene.day(ago))
        authorise_campaign(campaign=campaign, group=group, new=new, at=scene.at(ago), by=scene.by)
    move_campaign(campaign=campaign, status="running", on=scene.day(ago), by=scene.by)


def derelict_site(scene: Scene) -> Campaign:
    """Homes and a shop for St Mellons."""
    name, said = "Homes and a shop for St Mellons", {"place": "St Mellons", "problem": PROBLEM, "about": ABOUT}
    homes = begin(scene, "St Mellons", name, BEGAN, **said)
    given: dict[str, Any] = {"campaign": homes, "at": scene.at(BEGAN), "by": scene.by}
    first = state_demand(words=FIRST, on=scene.day(BEGAN), **given)
    run(scene, homes, BEGAN - 25, "At a public meeting in the church hall, by show of hands, 61 for and 2 against")
    words: dict[str, Any] = {"words": NOW_SAID, "on": scene.day(120), "at": scene.at(120)}
    reword_demand(demand=first, by=scene.by, **words)
    members = leads_of(scene, homes.group)
    organiser: Person = scene.story.shelf["cast"]["Siân"]
    told = [(organiser, "organiser", BEGAN), *((member, "lead", BEGAN - 30) for member in members)]
    made = [name_lead(person=who, part=part, on=scene.day(ago), **given) for who, part, ago in told]
    if len(made) > 2:
        end_lead(lead=made[1], on=scene.day(90), by=scene.by)
    jobs: dict[str, Any] = {"campaign": homes, "at": scene.at(6), "by": scene.by}
    give_campaign_job(what="Photograph the site from all sides", taken_by=organiser, due_on=scene.day(-5), **jobs)
    give_campaign_job(what="Ask the pharmacist to sign the open letter", **jobs)
    return homes


def leads_of(scene: Scene, group: Group) -> list[Person]:
    """Three of a group's own people who may be named: nobody of the cast, nobody kept safe."""
    cast = scene.story.shelf["cast"].values()
    rows = Membership.objects.open().filter(scene.by.sight.unless_protected("person"), group=group)
    return [row.person for row in rows.exclude(person__in=cast).select_related("person").order_by("pk")[:3]]


def aim(scene: Scene, homes: Campaign) -> None:
    """The owner can grant it; the cabinet member can move him."""
    shelf = scene.story.shelf
    if not shelf.get("powerholder"):
        return
    given: dict[str, Any] = {"campaign": homes, "at": scene.at(200), "by": scene.by}
    why = "He owns the site and decides alone; his other shop is what he cares for."
    owner = aim_at(new=NewTarget(shelf["powerholder"], scene.day(200), why=why), **given)
    shelf["target"] = owner
    if member := shelf.get("cabinet_member"):
        why = "Can serve notice on him for the state of the building."
        aim_at(new=NewTarget(member, scene.day(150), "secondary", moves=owner, why=why), **given)


def family(scene: Scene, homes: Campaign) -> None:
    """What it grew out of, and what grew out of it."""
    bus = begin(scene, "St Mellons", "A bus after six", 800, "Run the 44 until eleven", place="St Mellons")
    run(scene, bus, 790, "By everybody at the second meeting")
    why = "The company runs it until nine, for a year at first"
    move_campaign(campaign=bus, status="partly", on=scene.day(430), why=why, by=scene.by)
    how = "Waiting for the bus, everybody looked at the old supermarket"
    grow_out_of(campaign=homes, out_of=bus, how=how, at=scene.at(BEGAN), by=scene.by)
    club = begin(scene, "St Mellons", "Homework club in the church hall", 150, kind="project", place="Church hall")
    move_campaign(campaign=club, status="running", on=scene.day(140), by=scene.by)
    grow_out_of(campaign=club, out_of=homes, how="Four mothers who met at the meetings", at=scene.at(150), by=scene.by)
    books = NewGift("Dictionaries", scene.day(120), 12, "The town library", "The shelf by the tea urn")
    record_gift(campaign=club, new=books, at=scene.at(120), by=scene.by)
    garden = begin(scene, "Cardiff", "Garden behind the library", 90, kind="project", place="St Mellons library")
    grow_out_of(campaign=garden, out_of=club, how="The children wanted to dig", at=scene.at(90), by=scene.by)


def from_the_issue(scene: Scene) -> None:
    """One that begins from what a group chose, still being prepared: nobody has authorised it yet."""
    issue = Issue.objects.filter(group=scene.group("Cardiff"), outcome="").first()
    if issue:
        new = NewCampaign(issue.name, scene.day(5), place="Ely", problem=issue.problem)
        given: dict[str, Any] = {"issue": issue, "demand": issue.change, "at": scene.at(5), "by": scene.by}
        begin_campaign(group=issue.group, new=new, **given)


def fair_credit(scene: Scene) -> None:
    """A national campaign that two groups authorised, with a local part in each."""
    demand = "A cap on what a loan may cost altogether"
    problem = "I borrowed two hundred for a cooker, and paid back nine."
    credit = begin(scene, "Movement for Change", "Fair credit", 500, demand, problem=problem)
    run(scene, credit, 490, "By a vote of its committee", "Swansea", "Cardiff")
    organiser: Person = scene.story.shelf["cast"]["Huw"]
    name_lead(campaign=credit, person=organiser, part="organiser", on=scene.day(500), at=scene.at(500), by=scene.by)
    for group, name, place, ago, status, why in LOCAL:
        local = begin(scene, group, name, ago, "Lend at a rate that people can pay back", place=place)
        run(scene, local, ago - 10, "At its monthly meeting, nobody against")
        if status != "running":
            move_campaign(campaign=local, status=status, on=scene.day(60), why=why, by=scene.by)
        make_local(scene, local, ago)
        roll_up(campaign=local, into=credit, by=scene.by)
        scene.story.shelf[f"credit_in_{group}"] = local
    shifts = "Rotas two weeks ahead"
    workplace = {"setting": "workplace", "workplace": "Night cleaners of three office blocks"}
    begin(scene, "Lambeth", shifts, 70, "Post the rota two weeks before it begins", **workplace)


def make_local(scene: Scene, local: Campaign, ago: int) -> None:
    """What makes a local part more than a name: who leads it, what it found, who backs it."""
    given: dict[str, Any] = {"campaign": local, "by": scene.by}
    for member in leads_of(scene, local.group)[:2]:
        name_lead(person=member, part="lead", on=scene.day(ago), at=scene.at(ago), **given)
    found = NewEvidence(
        "survey",
        f"What a loan costs in {local.place}",
        scene.day(ago - 30),
        "Forty doors, asked by eight of us",
        "Eleven of forty had borrowed in the last year, at three to nine times what they were lent.",
    )
    add_evidence(new=found, at=scene.at(ago - 30), **given)
    for name, kind, gave in BACKERS:
        new = NewBacker(f"{name} of {local.place}", kind, scene.day(ago - 40), gave)
        add_backer(new=new, at=scene.at(ago - 40), **given)
    if leader := scene.story.shelf.get("council_leader"):
        day = scene.day(ago - 60)
        asked = NewApproach(leader, day, "letter", ASKED, answer_due=day + timedelta(days=14))
        letter = record_approach(new=asked, at=scene.at(ago - 60), **given)
        answer = Answer("answered", day + timedelta(days=9), "I will come and see a school where it works.")
        answer_approach(approach=letter, answer=answer, at=scene.at(ago - 69), by=scene.by)


def toys(scene: Scene) -> None:
    """A collection with gifts in kind."""
    about = "Toys and coats for a children's home abroad, packed in the community centre."
    collection = begin(scene, "Cumbernauld", "Toys before Christmas", 40, kind="project", about=about)
    move_campaign(campaign=collection, status="running", on=scene.day(40), by=scene.by)
    for what, number, giver, went_to, ago in TOYS:
        new = NewGift(what, scene.day(ago), number, giver, went_to)
        record_gift(campaign=collection, new=new, at=scene.at(ago), by=scene.by)
