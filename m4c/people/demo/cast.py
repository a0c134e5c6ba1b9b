"""The cast of the demo: invented people in every role, whom anybody may sign in as while demo mode is on."""

from m4c.core.demo_mode import DEMO_CAST
from m4c.core.permissions import Role
from m4c.people.names import fold

CAST = [  # given, family, group, role, what the door says
    ("Nadia", "Rahman", "Manchester", Role.ORGANISER, "organiser in Manchester"),
    ("Bethan", "Griffiths", "Cardiff", Role.LEADER, "leader in Cardiff"),
    ("Siân", "Prosser", "Cardiff", Role.ORGANISER, "organiser in Cardiff"),
    ("Huw", "Llewellyn", "Movement for Change", Role.ORGANISER, "national organiser"),
    ("Zoë", "Ashworth", "Movement for Change", Role.EDITOR, "editor"),
    ("Idris", "Vaughan", "Cardiff", Role.TREASURER, "treasurer in Cardiff"),
    ("Meera", "Shah", "Movement for Change", Role.DATA_PROTECTION, "answers for people's data"),
    ("Grace", "O'Dowd", "Movement for Change", Role.SAFEGUARDING, "safeguarding lead"),
    ("Delroy", "Bent", "Movement for Change", Role.ADMIN, "invites accounts"),
    ("Kofi", "Mensah", "Manchester", Role.MEMBER, "member in Manchester"),
]


def email_of(given: str, family: str) -> str:
    """The cast's e-mail addresses: plain letters, as people are given them."""
    return f"{fold(given)}.{fold(family).replace(' ', '')}@example.org"


def register() -> None:
    """Put the cast at the demo's door."""
    for given, family, _group, _role, sentence in CAST:
        DEMO_CAST.add(email_of(given, family), (email_of(given, family), f"{given}, {sentence}"))
