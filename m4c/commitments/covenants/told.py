"""A covenant told in plain words on a day: its text, who signed it, what each does, how it is lived up to, its history.

In public it names bodies and the offices of public ones: who signed for the others, as a person, is for our own groups.
"""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import pairwise

from m4c.campaigns.press.naming import PUBLIC_BODIES, WAYS, names_veiled
from m4c.campaigns.press.public_campaigns import group_named
from m4c.commitments.models import Covenant, CovenantParty, CovenantReview, CovenantText

BADGES = {CovenantReview.Holds.YES: "kept", CovenantReview.Holds.PARTLY: "part", CovenantReview.Holds.NO: "broken"}


@dataclass(frozen=True)
class PartyTold:
    """A body as it may be told."""

    party: CovenantParty
    name: str
    kind: str
    will_do: list[str]
    signed_by: str
    text: int | None  # the number of the text that it signed, where a later one stands
    ended_because: str = ""


@dataclass(frozen=True)
class LookTold:
    """A look at whether it is lived up to."""

    on: date
    badge: str
    holds: str
    who: str  # whose part was looked at; blank for the whole
    words: str
    says_who: str


@dataclass(frozen=True)
class TextTold:
    """A version of the text, and what it said before where it was another."""

    number: int
    on: date
    because: str
    lines: list[str]
    before: list[str]


class CovenantTold:
    """One reading of a covenant on a day; each part is read once. `public` leaves out what not everybody may know."""

    def __init__(self, covenant: Covenant, on: date, *, public: bool = True) -> None:
        self.covenant, self.on, self.public = covenant, on, public

    @cached_property
    def veil(self) -> object:
        """What takes names out that its campaign may not tell. Four statements, none without a campaign."""
        campaign = self.covenant.campaign
        return names_veiled([campaign], self.on)[campaign.pk].veil if campaign and self.public else None

    def say(self, text: str) -> str:
        """A text as it may be read: in public without anybody's e-mail address or number."""
        if not self.public:
            return text
        return self.veil(text) if callable(self.veil) else WAYS.sub("…", text)

    def lines(self, text: str) -> list[str]:
        """The lines of a text, as they may be read."""
        return [line.strip() for line in self.say(text).splitlines() if line.strip()]

    @property
    def name(self) -> str:
        """What it is called."""
        return self.say(self.covenant.name)

    @property
    def about(self) -> str:
        """What it is about, in a sentence."""
        return self.say(self.covenant.about)

    @property
    def group(self) -> str:
        """Whose record it is; blank where that is not told."""
        return group_named(self.covenant.group) if self.public else self.covenant.group.name

    @cached_property
    def texts(self) -> list[CovenantText]:
        """Its versions up to the day, the latest first."""
        return list(CovenantText.objects.filter(covenant=self.covenant, on__lte=self.on))

    @property
    def text(self) -> CovenantText | None:
        """The version in force."""
        return self.texts[0] if self.texts else None

    @property
    def words(self) -> list[str]:
        """The text in force, line by line."""
        return self.lines(self.text.words) if self.text else []

    @property
    def earlier(self) -> list[TextTold]:
        """How the text changed, the latest change first."""
        return [
            TextTold(
                text.number,
                text.on,
                self.say(text.changed_because),
                self.lines(text.words),
                self.lines(before.words),
            )
            for text, before in pairwise(self.texts)
        ]

    @cached_property
    def rows(self) -> list[CovenantParty]:
        """Every body that is or was party to it."""
        found = CovenantParty.objects.filter(covenant=self.covenant).select_related("text", "institution", "body")
        return list(found)

    def told(self, party: CovenantParty) -> PartyTold:
        """A body as it may be told."""
        older = party.text and self.text and party.text.number < self.text.number
        is_public_body = party.institution is not None and party.institution.kind in PUBLIC_BODIES
        return PartyTold(
            party,
            self.say(party.name),
            self.say(party.kind_words),
            self.lines(party.will_do),
            self.say(party.signed_by) if is_public_body or not self.public else "",
            party.text.number if older and party.text else None,
            self.say(party.ended_because),
        )

    def stands(self, party: CovenantParty) -> bool:
        """Whether it is bound on the day."""
        has_signed = party.signed_on is not None and party.signed_on <= self.on
        return has_signed and (party.ended_on is None or party.ended_on > self.on)

    @cached_property
    def parties(self) -> list[PartyTold]:
        """The bodies that signed and stand by it."""
        return [self.told(party) for party in self.rows if self.stands(party)]

    @cached_property
    def waiting(self) -> list[PartyTold]:
        """Those that have not signed yet: for our own groups alone."""
        if self.public:
            return []
        return [self.told(party) for party in self.rows if party.signed_on is None and party.ended_on is None]

    @cached_property
    def left(self) -> list[PartyTold]:
        """Those that signed and left, each with why. One that signed a later text has not: that has no reason."""
        gone = [party for party in self.rows if party.signed_on and party.ended_on and party.ended_on <= self.on]
        return [self.told(party) for party in gone if party.ended_because]

    @cached_property
    def signings(self) -> list[tuple[date, str, int, bool]]:
        """Which body signed which text when, the first first; and whether it is bound by that signature still."""
        signed: dict[date, list[CovenantParty]] = defaultdict(list)
        for party in self.rows:
            if party.signed_on and party.signed_on <= self.on:
                signed[party.signed_on].append(party)
        return [
            (day, self.say(party.name), party.text.number if party.text else 0, self.stands(party))
            for day in sorted(signed)
            for party in signed[day]
        ]

    @cached_property
    def looks(self) -> list[LookTold]:
        """Each look, the latest first."""
        found = CovenantReview.objects.filter(covenant=self.covenant, on__lte=self.on).select_related("party")
        return [
            LookTold(
                look.on,
                BADGES[CovenantReview.Holds(look.holds)],
                str(look.get_holds_display()),
                self.say(look.party.name) if look.party else "",
                self.say(look.words),
                self.say(look.says_who),
            )
            for look in found
        ]

    @property
    def has_ended(self) -> bool:
        """Whether nobody is bound any more."""
        return self.covenant.ended_on is not None and self.covenant.ended_on <= self.on
