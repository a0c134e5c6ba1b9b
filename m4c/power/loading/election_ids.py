"""What an election's id says: `local.sheffield.ecclesall.by.2021-05-06` is of a council, a ward, a day."""

import re
from datetime import date
from typing import NamedTuple

from m4c.power.loading.cells import lenient_day
from m4c.power.loading.role_words import COMMONS, COUNCILLOR, MP, SENEDD

DAY = re.compile(r"\d{4}-\d\d-\d\d")
KINDS = {
    "parl": (MP, COMMONS),
    "local": (COUNCILLOR, ""),
    "mayor": ("Mayor", ""),
    "pcc": ("Police and Crime Commissioner", ""),
    "senedd": ("Member of the Senedd", SENEDD),
    "naw": ("Member of the Senedd", SENEDD),
    "sp": ("Member of the Scottish Parliament", "Scottish Parliament"),
    "nia": ("Member of the Legislative Assembly", "Northern Ireland Assembly"),
    "gla": ("Member of the London Assembly", "London Assembly"),
}


class Election(NamedTuple):
    """What an id tells."""

    kind: str
    body: str
    day: date | None
    is_by_election: bool


def words_of(ballot: str, election: str) -> Election:
    """The words of a ballot's id, or else of the election's."""
    parts = (ballot or election).strip().lower().split(".")
    day = next((lenient_day(part) for part in reversed(parts) if DAY.fullmatch(part)), None)
    places = [part for part in parts[1:] if part not in ("by", "r", "c", "a") and not DAY.fullmatch(part)]
    return Election(parts[0], places[0] if places else "", day, "by" in parts)


def role_and_body(election: Election) -> tuple[str, str]:
    """The role that was voted for, and the body; a council by what stands in the id, `great-yarmouth`."""
    role, body = KINDS.get(election.kind, ("", ""))
    return role, body or election.body.replace("-", " ").title()
