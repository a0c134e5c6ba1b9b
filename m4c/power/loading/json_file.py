"""Tables in JSON: Popolo, and pages saved from Parliament's Members API, each row in one shape."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.utils.translation import gettext as _

from m4c.power.loading.cells import day_of, shown_name
from m4c.power.loading.popolo import Popolo
from m4c.power.loading.role_words import COMMONS, LORDS, MP
from m4c.power.loading.rows import HolderRow, RefusedRow, Row, Table, TableRefused
from m4c.power.models import PowerLoad

LARGEST = 100_000_000  # bytes; the whole of Popolo as published is a twentieth of it
MEMBERS, POPOLO = PowerLoad.Source.MEMBERS, PowerLoad.Source.POPOLO


def table_of(path: Path, source: str) -> Table:
    """The table that a JSON file is. Raises TableRefused where it is none, or not of the source that was named."""
    found = documents(path)
    is_popolo = any(isinstance(each, dict) and isinstance(each.get("memberships"), list) for each in found)
    if is_popolo and source in ("", POPOLO):
        whole = Popolo(found)
        return Table(POPOLO, whole.rows, remarks=whole.remarks)
    pages = list(pages_in(found))
    if pages and not is_popolo and source in ("", MEMBERS):
        return members_table(pages)
    raise TableRefused(_("This JSON file is neither Popolo (persons, memberships) nor pages of the Members API."))


def documents(path: Path) -> list[Any]:
    """What a file holds: one document, or several after each other. Raises TableRefused where it is no JSON."""
    if path.stat().st_size > LARGEST:
        raise TableRefused(_("This file is larger than 100 MB, the most that is taken here."))
    text = decoded(path.read_bytes()).strip()
    reader, found, place = json.JSONDecoder(), [], 0
    try:
        while place < len(text):
            document, place = reader.raw_decode(text, place)
            found.append(document)
            while place < len(text) and text[place] in " \r\n\t,":
                place += 1
    except (ValueError, RecursionError) as error:
        raise TableRefused(_("This JSON file is cut short or damaged: it cannot be read to its end.")) from error
    return found


def decoded(raw: bytes) -> str:
    """The text of a file in the encoding that fits it."""
    for encoding in ("utf-8-sig", "utf-16" if raw[:2] in (b"\xff\xfe", b"\xfe\xff") else "cp1252"):
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise TableRefused(_("The letters of this file cannot be read: save it as UTF-8."))


def pages_in(found: Any) -> Iterator[dict[str, Any]]:
    """The pages of an answer that was saved: one, a list of them, several files in one, or the items alone."""
    for each in found if isinstance(found, list) else [found]:
        if isinstance(each, list):
            yield from pages_in(each)
        elif isinstance(each, dict) and isinstance(each.get("items"), list):
            yield each
        elif isinstance(each, dict) and ("value" in each or "latestHouseMembership" in each):
            yield {"items": [each]}


def members_table(pages: list[dict[str, Any]]) -> Table:
    """The members on these pages; whole where there are as many as the answer says that there are."""
    members = {id_of(item): item for page in pages for item in page["items"] if isinstance(item, dict)}
    totals = [page["totalResults"] for page in pages if isinstance(page.get("totalResults"), int)]
    is_whole = bool(totals) and len(members) >= max(totals)

    def rows() -> Iterator[Row]:
        for number, item in enumerate(members.values(), start=1):
            try:
                yield member_row(number, item)
            except (ValueError, TypeError, AttributeError) as error:
                said = isinstance(error, ValueError)
                yield RefusedRow(number, str(error) if said else _("This is no member as the Members API has it."))

    return Table(MEMBERS, rows, is_whole=is_whole)


def id_of(item: dict[str, Any]) -> Any:
    """What tells one item from another."""
    value = value_of(item)
    return value.get("id") or id(item)


def value_of(item: dict[str, Any]) -> dict[str, Any]:
    """The member in an item; of a constituency, the one who sits for it."""
    value = item.get("value", item)
    sitting = value.get("currentRepresentation") if isinstance(value, dict) else None
    if not sitting:
        return value if isinstance(value, dict) else {}
    member = sitting.get("member") or {}
    found = dict(member.get("value", member))
    seat = {"house": 1, "membershipFrom": value.get("name")} | (sitting.get("representation") or {})
    return found | {"latestHouseMembership": (found.get("latestHouseMembership") or {}) | seat}


def member_row(number: int, item: dict[str, Any]) -> HolderRow:
    """One member. Raises ValueError, in a sentence, for what is none."""
    value = value_of(item)
    name = value.get("nameDisplayAs") or value.get("nameFullTitle") or value.get("nameListAs")
    seat = value.get("latestHouseMembership") or {}
    if not name:
        raise ValueError(_("There is no {what} in this row.").format(what=_("name")))
    is_lord = seat.get("house") in (2, "2", "Lords")
    if not is_lord and not seat.get("membershipFrom"):
        raise ValueError(_("This row does not say which constituency."))
    return HolderRow(
        number,
        name=shown_name(str(name)),
        role="Member of the House of Lords" if is_lord else MP,
        organisation=LORDS if is_lord else COMMONS,
        area_type="" if is_lord else "constituency",
        area_name="" if is_lord else str(seat["membershipFrom"]),
        party=str((value.get("latestParty") or {}).get("name") or "")[:80],
        started_on=day_of(str(seat.get("membershipStartDate") or "")),
        ended_on=day_of(str(seat.get("membershipEndDate") or "")),
        end_reason=str(seat.get("membershipEndReason") or "")[:120],
        ids=(("members", str(value["id"])),) if value.get("id") else (),
    )
