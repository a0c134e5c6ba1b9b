"""Tables of office-holders in the demo: two small ones, brought in by the same loader; all names in them are invented.

The older one is half a year out of date, names a ward that is in no list, and a member whom the newer one follows.
"""

import csv
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from m4c.core.demo import Story
from m4c.core.permissions import Role
from m4c.people.models import Account
from m4c.power.loading.running import load_file
from m4c.power.models import Powerholder
from m4c.power.operations.council_control import NewControl, say_control

HEAD = ("name", "role", "organisation", "area_name", "party", "start_date", "source_url", "source_date")
COUNCIL, COMMONS = "Cardiff Council", "House of Commons"
COUNCILLORS = (
    ("Meirion Vachell", "Trowbridge", "Labour"),
    ("Sunita Prabhakar", "Trowbridge", "Labour"),
    ("Dilwyn Garrod", "Llanrumney", "Labour"),
    ("Oonagh Tresise", "Llanrumney", "Labour"),
    ("Faisal Norbury", "Splott", "Labour"),
    ("Angharad Quill", "Splott", "Plaid Cymru"),
    ("Tobias Wren", "Ely", "Labour"),
    ("Hawa Jallow", "Ely", "Plaid Cymru"),
    ("Prudence Ashby", "Cathays", "Liberal Democrats"),
)
OTHERS = (  # name, role, body, area, party
    ("Eluned Carbery", "Leader of the council", COUNCIL, "", "Labour"),
    ("Rhodri Pascoe-Lane", "Chief executive", COUNCIL, "", ""),
    ("Winifred Oduya", "MP", COMMONS, "Cardiff South and Penarth", "Labour"),
    ("Caradog Timms", "MP", COMMONS, "Swansea West", "Labour"),
    ("Isolde Brackley", "Police and Crime Commissioner", "South Wales Police", "South Wales", "Labour"),
)
BEFORE = (
    ("Ivor Maddern", "MP", COMMONS, "Cardiff East", "Labour"),
    ("Beatrix Holloway", "Councillor", COUNCIL, "St Mellons North", "Labour"),
)
NOW = ("Nesta Farrant", "MP", COMMONS, "Cardiff East", "Labour")
OF_COUNCIL = "https://example.org/cardiff/councillors"


def tell(story: Story) -> None:
    """The older table, the newer one, and who a source says controls the council."""
    elected, since = story.today - timedelta(days=560), story.today - timedelta(days=60)
    seats = [(name, "Councillor", COUNCIL, ward, party) for name, ward, party in COUNCILLORS]
    older = [(*row, elected) for row in (*seats, *OTHERS, *BEFORE)]
    newer = [(*row, elected) for row in (*seats, *OTHERS)] + [(*NOW, since)]
    load(story, older, "office-holders-of-spring.csv", story.today - timedelta(days=230))
    load(story, newer, "office-holders-of-autumn.csv", story.today - timedelta(days=25))
    story.shelf["council_leader"] = Powerholder.objects.filter(name=OTHERS[0][0]).first()
    if council := story.shelf.get("council"):
        told = NewControl("Labour", elected, OF_COUNCIL, story.today - timedelta(days=25))
        say_control(institution=council, new=told, by=Account.objects.get(person=story.shelf["cast"]["Siân"]))


def load(story: Story, rows: list[tuple[str, str, str, str, str, date]], name: str, stood: date) -> None:
    """Bring a table in that stood so on a day."""
    with TemporaryDirectory() as folder:
        file = Path(folder) / name
        with file.open("w", encoding="utf-8", newline="") as opened:
            write = csv.writer(opened).writerow
            write(HEAD)
            for row in rows:
                write((*row, OF_COUNCIL, stood))
        load_file(file, apply=True, by=Account.objects.of_system(Role.IMPORTER), at=story.now)
