"""The lines of a petition that are typed already, by what they are known again: read once for a whole file."""

from dataclasses import dataclass, field

from m4c.campaigns.models import PaperPetition, PaperSignature
from m4c.people.names import fold

Identity = tuple[str, str, str, str]


@dataclass
class KnownLines:
    """What is typed, by sheet and line and by who signed; and the last line of each sheet."""

    by_line: dict[tuple[int, int], Identity] = field(default_factory=dict)
    identities: set[Identity] = field(default_factory=set)
    last: dict[int, int] = field(default_factory=dict)
    newest: int = 0  # the last row that was read

    def catch_up(self, petition: PaperPetition) -> None:
        """Read what was typed since it was read last: all of it the first time. One statement."""
        since = PaperSignature.objects.filter(petition=petition, pk__gt=self.newest).order_by("pk")
        told = ("pk", "sheet__number", "line", "name", "postcode", "email", "phone")
        for pk, sheet, line, *who in since.values_list(*told).iterator():
            self.add(sheet, line, identity_of(*who))
            self.newest = pk

    def add(self, sheet: int, line: int, identity: Identity) -> None:
        """One more."""
        self.by_line[sheet, line] = identity
        self.identities.add(identity)
        self.last[sheet] = max(self.last.get(sheet, 0), line)


def identity_of(name: str, postcode: str, email: str, phone: str) -> Identity:
    """By what a line is known again, in any spelling."""
    return fold(name), postcode.replace(" ", "").upper(), email.strip().casefold(), phone.replace(" ", "")
