"""Small files of office-holders, written by hand with invented names, and loaded."""

from pathlib import Path
from typing import Any

from m4c.core.permissions import Role
from m4c.people.models import Account
from m4c.power.loading.running import load_file
from m4c.power.models import Tenure
from tests.factories import NOW

ALDERSHOT, BATH, CARDIFF_EAST = "E14001063", "E14001079", "W07000089"
OWN = "name,role,organisation,area_type,area_code,area_name,party,start_date,end_date,external_id\n"
COUNCIL = "Council,Councillor Name,Ward,Party Name,Next Election\n"


def written(folder: Path, text: str, name: str = "holders.csv", encoding: str = "utf-8") -> Path:
    """A file with this in it."""
    file = folder / name
    file.write_text(text, encoding=encoding, newline="")
    return file


def loaded(file: Path, *, apply: bool = True, source: str = "auto") -> dict[str, Any]:
    """What the file comes to."""
    by = Account.objects.of_system(Role.IMPORTER)
    return load_file(file, source=source, apply=apply, by=by, at=NOW).counted.as_json()


def counts(told: dict[str, Any]) -> tuple[int, int, int, int]:
    """New, changed, ended, unchanged."""
    return told["new"], told["changed"], told["ended"], told["unchanged"]


def holding() -> list[str]:
    """Who holds an office now, by name."""
    return sorted(Tenure.objects.filter(ended_on=None).values_list("powerholder__name", flat=True))


def mp(
    name: str, code: str, *, number: str = "", start: str = "2024-07-04", end: str = "", party: str = "Labour"
) -> str:
    """A row of our own table about a member of the Commons."""
    return f"{name},MP,House of Commons,constituency,{code},,{party},{start},{end},{number}\n"


def councillor(name: str, ward: str = "Trowbridge", council: str = "Cardiff Council", party: str = "Labour") -> str:
    """A row of Open Council Data."""
    return f"{council},{name},{ward},{party},2027-05-06\n"
