"""The people's chapter of the demo: the groups of 2010 and after, the cast, and invented names for everybody else."""

from m4c.core.chunks import in_chunks
from m4c.core.demo import Story
from m4c.core.permissions import Role
from m4c.people.demo.cast import CAST, email_of
from m4c.people.models import Group, Membership, Person
from m4c.people.operations.account import create_account
from m4c.people.operations.group import make_body, make_group
from m4c.people.operations.movement import Answers, start_movement
from m4c.people.operations.person import NewPerson, add_people

NATIONS = {"England": "SW1A 1AA", "Wales": "CF10 1EP", "Scotland": "EH1 1YJ"}
GROUPS = [  # name, below, postcode of its main place
    ("Cardiff", "Wales", "CF10 1EP"),
    ("St Mellons", "Cardiff", "CF3 0EF"),
    ("Butetown", "Cardiff", "CF10 5LE"),
    ("Swansea", "Wales", "SA1 3SN"),
    ("Manchester", "England", "M2 5DB"),
    ("Northenden", "Manchester", "M22 4HX"),
    ("Norwich", "England", "NR2 1NH"),
    ("Great Yarmouth", "England", "NR30 2QE"),
    ("Lambeth", "England", "SW2 1RW"),
    ("Enfield", "England", "EN1 3XA"),
    ("Walthamstow", "England", "E17 4RT"),
    ("Aylesbury", "England", "HP20 1UA"),
    ("Brighton", "England", "BN1 1JA"),
    ("Barrow", "England", "LA14 2LD"),
    ("Birmingham", "England", "B1 1BB"),
    ("Sheffield", "England", "S1 4PF"),
    ("Leicester", "England", "LE1 5WW"),
    ("Slough", "England", "SL1 1XY"),
    ("Cumbernauld", "Scotland", "G67 1BX"),
]
DRAMA_NUMBERS = {
    "Cardiff": "+442920180",
    "Butetown": "+442920180",
    "Manchester": "+441614960",
    "Sheffield": "+441144960",
    "Birmingham": "+441214960",
    "Leicester": "+441164960",
    "Lambeth": "+442079460",
    "Enfield": "+442079460",
    "Walthamstow": "+442079460",
}
DRAMA_ELSEWHERE = "+441632960"
BODIES = [
    ("Labour Party, Aylesbury branch", Group.Kind.PARTY),
    ("Women for Refugee Women", Group.Kind.PARTNER),
    ("Walthamstow debt coalition", Group.Kind.COALITION),
]
GIVEN = """
Aled Amina Anwen Ayesha Blessing Carys Ciarán Comfort Dafydd Danuta Delyth Efua Eirlys Elin Emeka Farah Fatima
Gareth Gwen Habib Harpreet Hassan Helena Ifeoma Imran Ioan Jamal Jas Joyce Kamila Kasia Kwame Lena Lowri Luned
Magda Marek Megan Mina Mohan Musa Nerys Niamh Nkechi Olwen Omar Parveen Piotr Priya Rahel Rhian Rhys Rosa Sade
Samir Shanice Shirin Sioned Sunil Tariq Tegan Temi Tomos Uzma Viktor Wanda Wendy Winston Yusuf Zainab Zofia
Dilys Ebo Faisal Grazyna Hywel Iwan Jozef Keziah Llinos Maureen Norman Pauline Roy Sheila Trevor
"""
FAMILY = """
Abara Achterberg Adeyemi Ahmed Bevan Blackwood Boateng Brânză Cadogan Chowdhury Çelik Cooke Dafydd-Jones Das
Dlamini Eastwood Ellis Evans-Roberts Farooqi Fofanah Gethin Gill Hargreaves Hopkin Hussain Islam Iwu Jarvis
Jenkyns Kaur Kowalski Lewis-Bowen Lal Mahmood Maddox Nkemelu Ngata Okafor Osei Owusu Parry Patel Pritchard
Pryce Quartey Quigley Rees Richardson-Hall Sandhu Sesay Szymański Tanner Tremlett Turay Udeh Upton Varga
Wainwright Whitlock Wójcik Xu Yeboah Yilmaz Zaman Żak
"""


def tell(story: Story) -> None:
    """Make the movement, its groups and bodies, and the cast with their accounts."""
    movement = start_movement(
        answers=Answers("Movement for Change", "United Kingdom", "the demo's cast", "data@example.org"), by=story.by
    )
    groups = {"Movement for Change": movement.group}
    for name, postcode in NATIONS.items():
        groups[name] = make_group(
            parent=movement.group, name=name, kind=Group.Kind.NATION, place=name, postcode=postcode, by=story.by
        )
    for name, below, postcode in GROUPS:
        groups[name] = make_group(parent=groups[below], name=name, place=name, postcode=postcode, by=story.by)
    for name, kind in BODIES:
        groups[name] = make_body(name=name, kind=kind, by=story.by)
    story.shelf["groups"] = groups
    story.shelf["names"] = names(story)
    story.shelf["cast"] = {
        given: cast_member(story, groups[group], given, family, role) for given, family, group, role, _sentence in CAST
    }


def cast_member(story: Story, group: Group, given: str, family: str, role: Role) -> Person:
    """One of the cast, with an account that the demo's door opens."""
    account = create_account(
        email=email_of(given, family), role=role, group=group, given_name=given, family_name=family, by=story.by
    )
    assert account.person is not None
    return account.person


def names(story: Story) -> list[tuple[str, str]]:
    """Every pair of a given and a family name, none of them real, in the seed's order."""
    pairs = [(given, family) for given in GIVEN.split() for family in FAMILY.split()]
    story.random.shuffle(pairs)
    return pairs


def phone_of(story: Story, group: Group) -> str:
    """The next number of the group's town of those that Ofcom keeps for drama, and so belongs to nobody."""
    prefix = next((number for name, number in DRAMA_NUMBERS.items() if name in group.name), DRAMA_ELSEWHERE)
    given = story.shelf.setdefault("phones", {})
    given[prefix] = given.get(prefix, -1) + 1
    return f"{prefix}{given[prefix]:03}"


def people_of(story: Story, group: Group, number: int, *, source: str = "") -> list[Person]:
    """So many new people of a group, with invented names, e-mails, phones and the group's part of a postcode."""
    taken = story.shelf.setdefault("taken", 0)
    story.shelf["taken"] = taken + number
    rows = []
    for place, (given, family) in enumerate(story.shelf["names"][taken : taken + number], start=taken):
        rows.append(
            NewPerson(
                given_name=given,
                family_name=family,
                emails=[f"person{place}@example.org"] if story.random.random() < 0.9 else [],
                phones=[phone_of(story, group)] if story.random.random() < 0.8 else [],
                postcode=group.postcode,
                source=source,
                role=Membership.Role.MEMBER if story.random.random() < 0.4 else Membership.Role.SUPPORTER,
            )
        )
    people: list[Person] = []
    for chunk in in_chunks(rows):
        people += add_people(group=group, rows=chunk, by=story.by)
    return people
