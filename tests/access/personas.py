"""The personas of the cast in the sets that rules speak of: "whoever keeps records", "the organisers of Cardiff"."""

from tests.cast import PERSONAS, STRANGERS

EVERYBODY = frozenset(PERSONAS)
ANYBODY = EVERYBODY | frozenset(STRANGERS)
NOBODY: frozenset[str] = frozenset()


def those(*names: str) -> frozenset[str]:
    """Personas by name, checked. Raises KeyError for one who is not in the cast."""
    words = frozenset(word for name in names for word in name.split())
    if unknown := words - EVERYBODY:
        raise KeyError(unknown)
    return words


# Who holds a role at all, here or elsewhere: an area opens for them, its records by where they stand.
ORGANISERS = those("organiser organiser_elsewhere national_organiser coalition_organiser")
LEADERS = ORGANISERS | those("leader leader_elsewhere")
DATA = those("data_protection")
SAFEGUARDING = those("safeguarding")
ADMIN = those("admin")

# Who stands above the records of Cardiff, of which most rows speak: its own organiser and the nation's and movement's.
OWN_ORGANISERS = those("organiser national_organiser")
OWN_LEADERS = OWN_ORGANISERS | those("leader")
# Cardiff's own and those above it, with any role that sees what is on.
OWN_PEOPLE = OWN_LEADERS | those("member editor treasurer protected_member") | DATA
