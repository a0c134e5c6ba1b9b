"""What roles and bodies are called in the tables, and what we call them."""

import re
from functools import lru_cache
from typing import NamedTuple

from m4c.people.names import words
from m4c.places.models import Kind
from m4c.power.models import Institution, Office

COMMONS, LORDS, SENEDD = "House of Commons", "House of Lords", "Senedd"
MP, COUNCILLOR = "Member of Parliament", "Councillor"
ELECTED, LEADING, APPOINTED, SHADOW = (
    Office.Kind.ELECTED,
    Office.Kind.LEADING,
    Office.Kind.APPOINTED,
    Office.Kind.SHADOW,
)


class Role(NamedTuple):
    """What an office is called, how it is held, the kind of area it has, and whether one alone holds it for an area."""

    name: str
    kind: Office.Kind
    area: Kind | None = None
    is_single: bool = False
    body: str = ""


KNOWN = {
    MP: Role(MP, ELECTED, Kind.CONSTITUENCY, True, COMMONS),
    COUNCILLOR: Role(COUNCILLOR, ELECTED, Kind.WARD),
    "Member of the Senedd": Role("Member of the Senedd", ELECTED, Kind.SENEDD, False, SENEDD),
    "Member of the Scottish Parliament": Role(
        "Member of the Scottish Parliament", ELECTED, None, False, "Scottish Parliament"
    ),
    "Member of the Legislative Assembly": Role(
        "Member of the Legislative Assembly", ELECTED, None, False, "Northern Ireland Assembly"
    ),
    "Member of the London Assembly": Role("Member of the London Assembly", ELECTED, None, False, "London Assembly"),
    "Member of the House of Lords": Role("Member of the House of Lords", APPOINTED, None, False, LORDS),
    "Police and Crime Commissioner": Role("Police and Crime Commissioner", ELECTED, Kind.POLICE, True),
    "Mayor": Role("Mayor", ELECTED, None, True),
    "Leader of the council": Role("Leader of the council", LEADING, None, True),
    "Chief executive": Role("Chief executive", LEADING, None, True),
    "Chief constable": Role("Chief constable", LEADING, Kind.POLICE, True),
    "Chair": Role("Chair", LEADING, None, True),
}
SAID = {
    "mp": MP,
    "member of parliament": MP,
    "member of parliament mp": MP,
    "member of the house of commons": MP,
    "aelod seneddol": MP,
    "councillor": COUNCILLOR,
    "cllr": COUNCILLOR,
    "cynghorydd": COUNCILLOR,
    "local councillor": COUNCILLOR,
    "ward councillor": COUNCILLOR,
    "county councillor": COUNCILLOR,
    "district councillor": COUNCILLOR,
    "borough councillor": COUNCILLOR,
    "city councillor": COUNCILLOR,
    "ms": "Member of the Senedd",
    "am": "Member of the Senedd",
    "aelod o r senedd": "Member of the Senedd",
    "assembly member": "Member of the Senedd",
    "member of the senedd": "Member of the Senedd",
    "msp": "Member of the Scottish Parliament",
    "member of the scottish parliament": "Member of the Scottish Parliament",
    "mla": "Member of the Legislative Assembly",
    "member of the legislative assembly": "Member of the Legislative Assembly",
    "london assembly member": "Member of the London Assembly",
    "member of the london assembly": "Member of the London Assembly",
    "peer": "Member of the House of Lords",
    "lord": "Member of the House of Lords",
    "member of the house of lords": "Member of the House of Lords",
    "pcc": "Police and Crime Commissioner",
    "police and crime commissioner": "Police and Crime Commissioner",
    "police fire and crime commissioner": "Police and Crime Commissioner",
    "mayor": "Mayor",
    "elected mayor": "Mayor",
    "metro mayor": "Mayor",
    "directly elected mayor": "Mayor",
    "leader": "Leader of the council",
    "council leader": "Leader of the council",
    "leader of the council": "Leader of the council",
    "chief executive": "Chief executive",
    "chief executive officer": "Chief executive",
    "ceo": "Chief executive",
    "chief constable": "Chief constable",
    "chair": "Chair",
    "chairman": "Chair",
    "chairwoman": "Chair",
    "chairperson": "Chair",
}
BODIES = {
    "house of commons": COMMONS,
    "commons": COMMONS,
    "uk parliament": COMMONS,
    "parliament": COMMONS,
    "parliament of the united kingdom": COMMONS,
    "house of commons of the united kingdom": COMMONS,
    "house of lords": LORDS,
    "lords": LORDS,
    "senedd": SENEDD,
    "senedd cymru": SENEDD,
    "welsh parliament": SENEDD,
    "senedd cymru welsh parliament": SENEDD,
    "national assembly for wales": SENEDD,
    "scottish parliament": "Scottish Parliament",
    "northern ireland assembly": "Northern Ireland Assembly",
    "london assembly": "London Assembly",
    "greater london assembly": "London Assembly",
}
SEAT_FOR = re.compile(r"(?:(?<=^mp)|(?<=^councillor)|(?<=^member of parliament)|(?<=^pcc)) for .*")
PARLIAMENTS = {*BODIES.values()}
# Said by any of these words in the name of a body; the first that fits.
KINDS: list[tuple[str, Institution.Kind]] = [
    ("police constabulary", Institution.Kind.POLICE),
    ("nhs hospital hospitals", Institution.Kind.NHS),
    ("council borough authority corporation", Institution.Kind.COUNCIL),
    ("ministry department treasury", Institution.Kind.MINISTRY),
    ("school college academy university", Institution.Kind.SCHOOL),
    ("housing homes landlord lettings", Institution.Kind.LANDLORD),
    ("newspaper echo gazette chronicle times news radio herald", Institution.Kind.NEWSPAPER),
    ("party", Institution.Kind.PARTY),
    ("ltd limited plc llp company group", Institution.Kind.COMPANY),
]


@lru_cache(maxsize=4_000)
def role_of(text: str) -> Role:
    """The role that was meant; one that is not known is as it is called."""
    told = SEAT_FOR.sub("", " ".join(words(text)))
    if name := SAID.get(told):
        return KNOWN[name]
    name = " ".join(text.split())[:120]
    if told.startswith("shadow "):
        return Role(name, SHADOW, is_single=True)
    if told.startswith(("leader of", "chief executive", "chief constable", "director general", "head teacher")):
        return Role(name, LEADING, is_single=True)
    return Role(name, APPOINTED)


def body_name(text: str) -> str:
    """What a body is called; the parliaments by one name each."""
    return BODIES.get(" ".join(words(text))) or " ".join(text.split())[:160]


def kind_of_body(name: str, role: Role) -> Institution.Kind:
    """What kind of body it is, by its name and by who sits in it."""
    if name in PARLIAMENTS:
        return Institution.Kind.PARLIAMENT
    if role.name in (COUNCILLOR, "Leader of the council"):
        return Institution.Kind.COUNCIL
    if role.area is Kind.POLICE:
        return Institution.Kind.POLICE
    told = set(words(name))
    return next((kind for said, kind in KINDS if told & set(said.split())), Institution.Kind.OTHER)
