"""The files of an access pack, JSON and PDF, and where they lie until they are forgotten."""

import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from django.conf import settings
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from m4c.core.pdf import laid_out
from m4c.people.access.pack import Entry, Section, sections_of
from m4c.people.access.sources import Fact
from m4c.people.context import name_of_movement
from m4c.people.models import AccessPack, Movement

TYPES = {"json": "application/json", "pdf": "application/pdf"}
LAYOUT = 1  # of the JSON: docs/access-pack.md
TEMPLATE = Path(__file__).with_name("typst") / "access_pack.typ"


class NotLookedThrough(Exception):
    """Something came in since, or changed, that nobody has looked through: no file is made of it."""


def folder() -> Path:
    """Where the files lie, each under the uid of its pack."""
    place = Path(settings.DATA_DIR) / "access-packs"
    place.mkdir(mode=0o700, parents=True, exist_ok=True)
    return place


def path_of(pack: AccessPack, file: str) -> Path:
    """A file of a pack, `json` or `pdf`, as whoever makes it may take it: without the words of private notes."""
    return folder() / f"{pack.uid.hex}.{file}"


def whole_path_of(pack: AccessPack, file: str) -> Path:
    """The same with those words, for whom it is about alone; there is none where it would say no more."""
    return folder() / f"{pack.uid.hex}-whole.{file}"


def path_by_link(pack: AccessPack, file: str) -> Path:
    """The file that the link gives."""
    whole = whole_path_of(pack, file)
    return whole if whole.exists() else path_of(pack, file)


def forget_files(pack: AccessPack) -> None:
    """Remove the files of a pack, if they are still there."""
    for file in TYPES:
        path_of(pack, file).unlink(missing_ok=True)
        whole_path_of(pack, file).unlink(missing_ok=True)


def make_files(pack: AccessPack) -> int:
    """Write both files, of what is held now; how many entries are in them. Raises NotLookedThrough."""
    person = pack.request.person
    assert person is not None
    sections = sections_of(pack.request, person)
    if any(entry.is_open for section in sections for entry in section.entries):
        raise NotLookedThrough
    told = tell(pack, sections)
    write(pack, told, path_of)
    if any(entry.held.private for section in sections for entry in section.entries):
        write(pack, tell(pack, sections, whole=True), whole_path_of)
    return sum(len(section["entries"]) for section in told["sections"])


def write(pack: AccessPack, told: dict[str, Any], path_of: Callable[[AccessPack, str], Path]) -> None:
    """Write both files of what is told."""
    for file, content in (("json", json.dumps(told, ensure_ascii=False, indent=1).encode()), ("pdf", on_paper(told))):
        path = path_of(pack, file)
        path.touch(mode=0o600)
        path.write_bytes(content)


def tell(pack: AccessPack, sections: Sequence[Section], *, whole: bool = False) -> dict[str, Any]:
    """The pack as its JSON says it (docs/access-pack.md); with `whole` what private notes say of them, too."""
    movement = Movement.objects.first()
    return {
        "layout": LAYOUT,
        "movement": name_of_movement(),
        "data_protection_contact": movement.data_protection_contact if movement else "",
        "person": str(pack.request.person),
        "made_on": timezone.localdate(pack.asked_at).isoformat(),
        "sections": [
            {
                "name": section.name,
                "title": str(section.title),
                "entries": [entry_told(entry, whole=whole) for entry in section.entries],
            }
            for section in sections
            if section.entries
        ],
    }


def entry_told(entry: Entry, *, whole: bool = False) -> dict[str, Any]:
    """One entry: what is held, or the words given instead, or that it is held back and why."""
    found: dict[str, Any] = {"entry": entry.held.entry, "on": entry.held.at.isoformat() if entry.held.at else None}
    decision = entry.decision
    if decision and decision.words:
        return found | {"in_other_words": decision.words}
    if decision and decision.reason:
        return found | {"held_back": decision.reason}
    facts = [*entry.held.facts, *(entry.held.private if whole else sealed(entry))]
    return found | {"facts": [{"name": f.name, "label": f.label, "value": f.value} for f in facts]}


def sealed(entry: Entry) -> list[Fact]:
    """What stands in place of private words where somebody else may read along."""
    if not entry.held.private:
        return []
    said = _("For you alone: the copy that your link opens has it. Without a link, whoever wrote it gives it to you.")
    return [Fact("private", _("Private note"), said)]


def on_paper(told: dict[str, Any]) -> bytes:
    """The same on paper."""
    sections = [
        {"title": section["title"], "entries": [paper_entry(entry) for entry in section["entries"]]}
        for section in told["sections"]
    ]
    return laid_out(
        TEMPLATE,
        {
            "title": _("What {movement} holds about you").format(movement=told["movement"]),
            "lede": _("For {person}, on {day}.").format(person=told["person"], day=date_format(timezone.localdate())),
            "about": about(told["data_protection_contact"]),
            "page": _("Page"),
            "sections": sections,
        },
    )


def paper_entry(entry: dict[str, Any]) -> dict[str, Any]:
    """An entry for the template: pairs of a label and what it says."""
    if "in_other_words" in entry:
        return {"pairs": [[_("In other words"), entry["in_other_words"]]]}
    if "held_back" in entry:
        return {"pairs": [[_("Held back"), entry["held_back"]]]}
    return {"pairs": [[fact["label"], fact["value"]] for fact in entry["facts"]]}


def about(contact: str) -> list[str]:
    """What they may do with it, in paragraphs."""
    return [
        _("This is all that we hold about you. What others confided is told in other words, or held back.")
        + " "
        + _("Worries that somebody passed on to keep people safe are asked for from whoever answers for that."),
        _("You may have it put right, set aside or erased, and object to its use: write to {contact}.").format(
            contact=contact
        ),
        _("If you are not content, you may go to the Information Commissioner: ico.org.uk, 0303 123 1113."),
    ]
