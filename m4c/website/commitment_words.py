"""What is written on the pictures that stand with addresses of commitments where they are passed on."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from m4c.commitments.covenants.told import CovenantTold
from m4c.commitments.faces.tally import Tally
from m4c.commitments.faces.told import CommitmentTold
from m4c.commitments.models import Status
from m4c.commitments.record.words import TITLES
from m4c.website.frame import whole
from m4c.website.share_picture import SIZE, Words

SHORT = 160  # characters of a page's title and description


def words_of(told: CommitmentTold) -> Words:
    """Of a commitment: the words, whose they are, and how it stands."""
    who = ", ".join(filter(None, (told.speaker, told.office)))
    return Words(f"“{shortened(told.words)}”", who, str(TITLES[Status(told.status)]))


def words_of_all(tally: Tally) -> Words:
    """Of the board."""
    return Words(str(_("What was promised, and what became of it")), in_all(tally), in_parts(tally))


def words_of_somebody(name: str, tally: Tally) -> Words:
    """Of a decision-maker or a body."""
    return Words(name, in_all(tally), in_parts(tally))


def words_of_covenant(told: CovenantTold) -> Words:
    """Of a covenant: what it is called, between how many, and about what."""
    number = len(told.parties)
    between = ngettext("A covenant of {number} body", "A covenant between {number} bodies", number)
    return Words(told.name, between.format(number=number), told.about)


def in_all(tally: Tally) -> str:
    """How many there are."""
    return ngettext("{number} commitment", "{number} commitments", tally.total).format(number=tally.total)


def in_parts(tally: Tally) -> str:
    """How they stand, the parts of the board one after the other."""
    return " · ".join(f"{counted.part.title}: {counted.number}" for counted in tally.parts if counted.number)


def shortened(words: str) -> str:
    """Words as a title has room for them."""
    return words if len(words) <= SHORT else f"{words[: SHORT - 1].rstrip()}…"


@dataclass(frozen=True)
class Shared:
    """What a page says of its picture where its address is passed on."""

    picture: str
    words: Words
    size: tuple[int, int] = SIZE


def shared(route: str, words: Words, **address: str) -> Shared:
    """The picture at a route: another where other words are written on it."""
    return Shared(f"{whole(reverse(route, kwargs=address))}?v={words.version}", words)
