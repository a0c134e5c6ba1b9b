"""What goes into somebody's access pack: every entry, and what was decided of those that hold others too."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.utils.functional import Promise

from m4c.people.access.sources import ACCESS_SOURCES, Held
from m4c.people.models import Account, PackDecision, Person, RightsRequest
from m4c.people.naming import doers_named


@dataclass(frozen=True)
class Entry:
    """One entry: the row as it is held, and what was decided of it, if it had to be and that still counts."""

    held: Held
    decision: PackDecision | None

    @property
    def is_open(self) -> bool:
        """Whether somebody has yet to look through it."""
        return bool(self.held.others) and self.decision is None


@dataclass(frozen=True)
class Section:
    """The entries of one source."""

    name: str
    title: "str | Promise"
    entries: list[Entry]

    @property
    def to_look_through(self) -> list[Entry]:
        """Those that hold others too, decided or not."""
        return [entry for entry in self.entries if entry.held.others]


def sections_of(request: RightsRequest, person: Person) -> list[Section]:
    """All that is held on the person of a request, source by source; so many statements however much that is."""
    decided = {row.entry: row for row in PackDecision.objects.filter(request=request)}
    return [
        Section(source.name, source.title, list(entries(source.rows(person), decided)))
        for source in ACCESS_SOURCES.all()
    ]


def entries(rows: Iterable[Held], decided: dict[str, PackDecision]) -> Iterator[Entry]:
    """Rows with what was decided of them: only where they still say what they said then."""
    for held in rows:
        decision = decided.get(held.entry)
        counts = decision is not None and decision.fingerprint == held.fingerprint
        yield Entry(held, decision if counts else None)


def find(sections: list[Section], entry: str) -> Entry | None:
    """The entry of that name that must be looked through, or None."""
    listed = (each for section in sections for each in section.to_look_through)
    return next((each for each in listed if each.held.entry == entry), None)


def private_notes(account: Account, sections: list[Section]) -> list[tuple[Entry, str]]:
    """The private notes, as far as whoever makes the copy is told of them, each with who wrote it. One statement."""
    entries = [entry for section in sections for entry in section.entries if entry.held.private]
    names = doers_named(account, [entry.held.author for entry in entries])
    return [(entry, names[entry.held.author.pk] if entry.held.author else "") for entry in entries]
