"""What a card may say of its teller: as much of their name as they agreed to, wherever on the card it stands."""

from typing import NamedTuple

from m4c.listening.models.story import Level
from m4c.listening.stories.names_in import says_name
from m4c.people.models import Person


class TooMuch(NamedTuple):
    """Which field of a card says more than was agreed, and by which word; blank where it is that there is a name."""

    field: str
    word: str


def too_much(card: object, teller: Person, level: int) -> TooMuch | None:
    """What a card, made or to be made, says of its teller's name beyond a level; None where it says no more."""
    said = {field: str(getattr(card, field)) for field in ("name", "line", "quotation")}
    if level >= Level.NAME_AND_PICTURE:
        return None
    if said["name"].strip() and level < Level.FIRST_NAME:
        return TooMuch("name", "")
    hidden = [teller.family_name] if level >= Level.FIRST_NAME else [teller.name, teller.given_name, teller.family_name]
    words = ((field, says_name(text, *hidden)) for field, text in said.items())
    return next((TooMuch(field, word) for field, word in words if word), None)
