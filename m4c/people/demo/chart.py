"""A late chapter of people's demo: the residents of one square, door by door, and who has been talked to."""

from m4c.core.demo import Story
from m4c.people.models import ChartPlace, Group, Membership, Person
from m4c.people.operations.chart import put_on_chart, set_unit
from m4c.people.operations.group import make_group
from m4c.people.operations.person import NewPerson, add_people
from m4c.people.operations.person_contact import name_contact

RESIDENTS = [  # given and family name, address, block
    ("Hodan", "Farah", "2 Loudoun Square", "Nelson House"),
    ("Winifred", "Pryce", "4 Loudoun Square", "Nelson House"),
    ("Yusuf", "Osman", "Flat 3, 7 Loudoun Square", "Loudoun House"),
    ("Delyth", "Morgan-Ali", "Flat 9, 7 Loudoun Square", "Loudoun House"),
    ("Patience", "Mutasa", "11 Loudoun Square", ""),
    ("Aled", "Roper", "1 Angelina Street", "Nelson House"),
    ("Sahra", "Jama", "5 Angelina Street", ""),
    ("Bronwen", "Tiley", "12 Maria Street", ""),
    ("Khalid", "Said", "14 Maria Street", ""),
    ("Gwenda", "Lisle", "", "Loudoun House"),
]
NOT_YET = {"Loudoun Square": ["6", "8", "10"], "Angelina Street": ["3"], "Hodges Row": ["1", "2", "3"]}
IN_TOUCH = 4  # residents with whom Bethan stays in touch
POSTCODE = "CF10 5HR"


def tell(story: Story) -> None:
    """Make the residents' group with its people, their blocks, and doors where nobody is known."""
    square = make_group(
        parent=story.shelf["groups"]["Butetown"],
        name="Loudoun Square residents",
        kind=Group.Kind.TEAM,
        place="Butetown",
        postcode=POSTCODE,
        by=story.by,
    )
    rows = [
        NewPerson(given, family, address=address, postcode=POSTCODE if address else "", role=Membership.Role.MEMBER)
        for given, family, address, _block in RESIDENTS
    ]
    people: list[Person] = add_people(group=square, rows=rows, by=story.by)
    for person, (_given, _family, _address, block) in zip(people, RESIDENTS, strict=True):
        if block:
            set_unit(membership=Membership.objects.get(person=person, group=square), unit=block, by=story.by)
    for street, doors in NOT_YET.items():
        put_on_chart(group=square, kind=ChartPlace.Kind.STREET.value, row=street, names=doors, by=story.by)
    story.shelf["square"] = square, people
    bethan = story.shelf["cast"]["Bethan"]
    name_contact(people=people[:IN_TOUCH], contact=bethan, group=square, on=story.today, by=story.by)
