"""Ready notes on the law of a step, to be ticked: each says where it comes from, and what nobody here has checked.

It is guidance and no legal advice. Of these the imprint and the boxes were read up (domain.md, C6 and C8); the rest is
for somebody who knows to check, and says so.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True)
class LawNote:
    """A note by its key: what to keep in mind, and its source as people can look it up."""

    key: str
    words: Promise
    source: Promise

    @property
    def written(self) -> str:
        """As it stands in a step."""
        return f"{self.words} ({self.source})"


LAW_NOTES = (
    LawNote(
        "procession",
        _("A march: written notice to the police beforehand, with day, route and names."),
        _("Public Order Act 1986, s. 11; check the rule"),
    ),
    LawNote(
        "assembly",
        _("In one place: the police may set conditions; say who of us speaks to them."),
        _("Public Order Act 1986, s. 14; check the rule"),
    ),
    LawNote(
        "highway",
        _("On the pavement: leave room for prams and wheelchairs."),
        _("Highways Act 1980, s. 137; check the rule"),
    ),
    LawNote(
        "private",
        _("Car parks and forecourts are private: the owner may ask us to leave."),
        _("ask for advice"),
    ),
    LawNote(
        "imprint",
        _("Each leaflet has an imprint: who promotes it, and the address."),
        _("Electoral Commission, imprints; our own rule"),
    ),
    LawNote(
        "signatures",
        _("Signing is no leave to write to somebody: a box of its own for each way."),
        _("UK GDPR, PECR 2003"),
    ),
)


def written(keys: Iterable[str], own_words: str) -> str:
    """The notes of these keys and what somebody adds, each on a line of its own."""
    chosen = set(keys)
    notes = [note.written for note in LAW_NOTES if note.key in chosen]
    return "\n".join([*notes, *([own_words.strip()] if own_words.strip() else [])])


def read(law: str) -> tuple[list[str], str]:
    """Which notes stand in what was kept, and the rest."""
    lines = law.splitlines()
    keys = [note.key for note in LAW_NOTES if note.written in lines]
    known = {note.written for note in LAW_NOTES}
    return keys, "\n".join(line for line in lines if line not in known)
