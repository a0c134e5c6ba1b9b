"""Who decides in the demo: the owner of a site that has been derelict for eight years, and the council around it."""

from dataclasses import dataclass
from datetime import date, timedelta

from m4c.core.demo import Story
from m4c.events.models import Event
from m4c.people.models import Account, Group, Membership, Person
from m4c.people.operations.relationship import record_relationship
from m4c.places.models import Area
from m4c.power.models import Institution, Office, PowerFact, Powerholder, Site, SiteState
from m4c.power.operations import fact, institution, near, powerholder, research_meeting, site, tenure
from m4c.power.operations.institution import NewInstitution, NewOffice
from m4c.power.operations.tenure import NewTenure
from m4c.power.record.finding import FINDERS

Kind, State = PowerFact.Kind, SiteState.State
YEARS = 8
OWNER = "Mr Anand Kapadia"
FACTS = (  # kind, words, source, so many days ago
    (
        Kind.ASSET,
        "Owns and runs a second shop, on the busiest corner of Splott, open every day.",
        "Companies House",
        200,
    ),
    (
        Kind.PAST,
        "Bought two other closed buildings in the valleys and left each empty for years before selling.",
        "Land register and the local newspaper",
        190,
    ),
    (
        Kind.STATEMENT,
        "“I will build when the time is right, and nobody tells me when that is.”",
        "Interview in the Cardiff East Observer",
        1_500,
    ),
)
ATTEMPTS = (
    ("The Member of Parliament for the area wrote twice, and had no answer.", 2_300),
    ("The Assembly Member asked for a meeting, and was told that he was abroad.", 1_700),
    ("Three ward councillors in turn asked the council to serve a notice on him. Nothing came of it.", 1_000),
)


@dataclass
class Scene:
    """What the chapter writes with: the story, who writes, for which group."""

    story: Story
    by: Account
    group: Group

    def day(self, ago: int) -> date:
        """So many days ago."""
        return self.story.today - timedelta(days=ago)


def tell(story: Story) -> None:
    """The owner, his site, the council and its offices, who moves whom, and who of us knows him."""
    writer = Account.objects.get(person=story.shelf["cast"]["Siân"])
    scene = Scene(story, writer, story.shelf["groups"]["St Mellons"])
    owner = the_owner(scene)
    shop = the_site(scene, owner)
    council = the_council(scene)
    members = who_held(scene, council)
    who_moves(scene, owner, council)
    who_is_near(scene, owner, members)
    story.shelf |= {"powerholder": owner, "site": shop, "council": council, "cabinet_member": members[0]}


def the_owner(scene: Scene) -> Powerholder:
    """A private owner, with what is on record of him and who tried before."""
    new = powerholder.NewPowerholder(
        name=OWNER,
        about="Owns the derelict supermarket in St Mellons, and decides alone what becomes of it.",
        is_private_owner=True,
        address="Kapadia Stores, Clifton Street, Cardiff",
        contact_checked_on=scene.day(40),
        source="Land register",
        source_on=scene.day(40),
    )
    owner = powerholder.add_powerholder(new=new, by=scene.by)
    for kind, words, source, ago in FACTS:
        record(scene, owner, kind, words, source, ago)
    return owner


def record(
    scene: Scene, about: Powerholder, kind: str, words: str, source: str, ago: int, site_of: Site | None = None
) -> None:
    """A fact, seen a few weeks ago."""
    new = fact.NewFact(about, kind, words, source, scene.day(45), is_public_role=True, on=scene.day(ago), site=site_of)
    fact.add_fact(group=scene.group, new=new, at=scene.story.now - timedelta(days=44), by=scene.by)


def the_site(scene: Scene, owner: Powerholder) -> Site:
    """Derelict for eight years: two sources, one beginning."""
    about = "The shut supermarket by the bus stop, which everybody passes."
    new = site.NewSite(
        "The old supermarket", "Crickhowell Road, St Mellons", "CF3 0EF", area(scene, "Trowbridge"), about
    )
    shop = site.add_site(new=new, by=scene.by)
    shut = scene.day(YEARS * 365 + 40)
    told = (
        (State.IN_USE, shut - timedelta(days=4_000), "Neighbours"),
        (State.DERELICT, shut, "Cardiff East Observer"),
        (State.DERELICT, shut + timedelta(days=900), "The council's list of empty properties"),
    )
    for state, since, source in told:
        site.say_state(site=shop, state=state, since=since, source=source, by=scene.by)
    bought = site.NewOwner(owner, "Land register", since=shut + timedelta(days=100))
    site.say_owner(site=shop, new=bought, by=scene.by)
    for words, ago in ATTEMPTS:
        record(scene, owner, Kind.ATTEMPT, words, "Their offices, asked by telephone", ago, site_of=shop)
    return shop


def area(scene: Scene, name: str) -> Area | None:
    """The council or ward of a name."""
    found = [one for one in FINDERS["area"].called(scene.by, name) if one.record.kind in ("council", "ward")]
    return found[0].record if found else None


def the_council(scene: Scene) -> Institution:
    """The council that gives leave to build."""
    about = "Gives or refuses leave to build, and may serve notice on whoever lets a building rot."
    found = Institution.objects.standing().filter(name="Cardiff Council", kind=Institution.Kind.COUNCIL).first()
    new = NewInstitution("Cardiff Council", Institution.Kind.COUNCIL, area(scene, "Cardiff"), about=about)
    return found or institution.add_institution(new=new, by=scene.by)


def who_held(scene: Scene, council: Institution) -> list[Powerholder]:
    """A cabinet member who followed another, an officer who only handles, and a councillor out of our own ranks."""
    cabinet = office(
        scene, council, "Cabinet member for planning", "leading", "What is built, and on whom notice is served"
    )
    head = office(scene, council, "Head of planning", "appointed", "", "Letters about sites, and passes them on")
    new = NewOffice("Councillor", "elected", area(scene, "Trowbridge"), seats=3, decides="Votes in full council")
    ward = institution.add_office(institution=council, new=new, by=scene.by)
    before, now = named(scene, "Cllr Gethin Amos-Pugh"), named(scene, "Cllr Leila Osman-Hale")
    officer = named(scene, "Dr Morfydd Tansley")
    change = scene.day(190)
    held(scene, before, cabinet, scene.day(1_500), change)
    held(scene, now, cabinet, change)
    held(scene, officer, head, scene.day(900), seen=410)
    own: Person = Membership.objects.open().filter(group=scene.group).order_by("pk")[0].person
    ours = named(scene, f"Cllr {own.name}")
    held(scene, ours, ward, scene.day(560))
    powerholder.say_own_person(powerholder=ours, person=own, by=scene.story.by)
    words = "Voted for the council's motion on empty buildings."
    record(scene, now, Kind.VOTE, words, "Minutes of the council", 120)
    record(scene, now, Kind.INTEREST, "Director of a housing co-operative, unpaid.", "Register of interests", 150)
    return [now, before, officer, ours]


def office(scene: Scene, body: Institution, name: str, kind: str, decides: str, handles: str = "") -> Office:
    """An office of the council's."""
    new = NewOffice(name, kind, decides=decides, handles=handles)
    return institution.add_office(institution=body, new=new, by=scene.by)


def named(scene: Scene, name: str) -> Powerholder:
    """Somebody who holds an office."""
    new = powerholder.NewPowerholder(name=name, source="Council website", source_on=scene.day(40))
    return powerholder.add_powerholder(new=new, by=scene.by)


def held(scene: Scene, who: Powerholder, what: Office, since: date, until: date | None = None, seen: int = 40) -> None:
    """They held it over a period."""
    reason = "Left the cabinet" if until else ""
    told = {"end_reason": reason, "source": "Council website", "source_on": scene.day(seen)}
    new = NewTenure(who, what, since, until, party="Labour" if what.name != "Head of planning" else "", **told)  # type: ignore[arg-type]
    tenure.begin_tenure(new=new, by=scene.by)


def who_moves(scene: Scene, owner: Powerholder, council: Institution) -> None:
    """Who moves the owner, and who moves those."""
    bodies = {
        name: institution.add_institution(new=NewInstitution(name, kind, about=about), by=scene.by)
        for name, kind, about in (
            ("Kapadia Stores Ltd", Institution.Kind.COMPANY, "The second shop, and the company that holds it."),
            ("Severn Counties Bank", Institution.Kind.COMPANY, "Lends on property."),
            ("Cardiff East Observer", Institution.Kind.NEWSPAPER, "The weekly that followed the site from the start."),
        )
    }
    shop, register = bodies["Kapadia Stores Ltd"], "Companies House"
    lines = (
        (shop, owner, "employs", "Nine tenths of what he lives on", register),
        (bodies["Severn Counties Bank"], shop, "funds", "Holds a charge on the shop", register),
        (council, shop, "business", "Lets it the pavement for its stall", "The council's list of contracts"),
    )
    for one, other, kind, strength, source in lines:
        new = near.NewLine(one, other, kind, source, scene.day(45), strength)
        near.draw_line(new=new, at=scene.story.now - timedelta(days=44), by=scene.by)


def who_is_near(scene: Scene, owner: Powerholder, members: list[Powerholder]) -> None:
    """Who of us knows the owner; what an officer told us; and who came to the fete and the assembly."""
    at = scene.story.now - timedelta(days=30)
    bethan, cast = scene.story.shelf["cast"]["Bethan"], scene.story.shelf["cast"].values()
    cardiff = scene.story.shelf["groups"]["Cardiff"]
    rows = Membership.objects.open().filter(group=cardiff).exclude(person__in=cast).order_by("pk")
    tenant = rows.exclude(person=members[3].person_id)[0].person
    record_relationship(
        group=scene.group, person=bethan, other=tenant, kind="friend", evidence="Sing in one choir", by=scene.story.by
    )
    for person, how in ((tenant, "Rents the flat above his shop"), (bethan, "Her mother kept his books for years")):
        near.say_acquaintance(group=scene.group, person=person, powerholder=owner, how=how, at=at, by=scene.story.by)
    new = research_meeting.WrittenResearch(
        held_on=scene.day(38),
        whom="A planning officer of the council",
        role="Knows every file on empty buildings",
        asked="What can the council do about the old supermarket, and what does the owner need from it?",
        learnt="The council may serve notice, but fears the bill. He asked twice whether flats would be allowed above "
        "a shop. Nobody ever told him yes. His other shop matters more to him than the site.",
        interest="To see the file closed before retiring.",
        next_words="Whoever keeps the books of the second shop",
    )
    research_meeting.write_up_research(group=scene.group, new=new, at=at, by=scene.by)
    came = (("St Mellons fete", members[3], ""), ("National Assembly", members[1], "backed nobody in public"))
    for title, who, camp in came:
        event = Event.objects.filter(title=title).order_by("pk").first()
        if event:
            told = near.NewPresence(who, event.starts_at.date(), event, camp=camp, said="Stayed to the end.")
            near.record_presence(group=scene.group, new=told, at=at, by=scene.story.by)
