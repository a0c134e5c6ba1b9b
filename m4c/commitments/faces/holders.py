"""The public pages of a decision-maker, and of a body through all who held its offices one after the other."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import groupby

from django.db.models import QuerySet

from m4c.commitments.faces.answering import (
    Asked,
    Speed,
    asked_of,
    public_approaches,
    public_asks,
    speed_of,
)
from m4c.commitments.faces.naming import IN_PUBLIC, FaceNames, naming_their_speaker
from m4c.commitments.faces.reading import Card, Tally, cards, public_commitments, with_commitments
from m4c.commitments.models import Commitment, Inheritance, PublicName, Standing
from m4c.commitments.record.board import standings
from m4c.power.models import Institution, Powerholder, Tenure

MOST = 200  # commitments that one page lists, the latest


@dataclass(frozen=True)
class Left:
    """A commitment that somebody before them made, and how they stand to it."""

    slug: str
    words: str
    speaker: str
    on: date
    stance: str
    said: str
    says_who: str


@dataclass(frozen=True)
class InOffice:
    """What one holder of a body's offices promised in one of them."""

    name: str
    slug: str
    office: str
    since: date
    tally: Tally
    cards: list[Card]


class HolderFace:
    """What everybody may read of a decision-maker on a day; only of what names them."""

    def __init__(self, holder: Powerholder, on: date) -> None:
        self.holder, self.on = holder, on

    @cached_property
    def found(self) -> "QuerySet[Commitment]":
        """Their commitments that name them."""
        return naming_their_speaker(public_commitments(self.on).filter(powerholder=self.holder), self.on)

    @cached_property
    def tally(self) -> Tally:
        """How they stand."""
        return Tally.of(self.found, self.on)

    @cached_property
    def cards(self) -> list[Card]:
        """Each of them, the latest first."""
        return cards_of(self.found, self.on)

    @cached_property
    def offices(self) -> list[Tenure]:
        """Which public offices they hold or held, the latest first."""
        held = Tenure.objects.filter(powerholder=self.holder, office__institution__kind__in=IN_PUBLIC)
        return list(held.select_related("office__institution"))

    @cached_property
    def asked(self) -> Asked:
        """What was asked of them."""
        return asked_of(public_asks(self.on).filter(powerholder=self.holder), self.on)

    @cached_property
    def speed(self) -> Speed | None:
        """How fast they answer; None before there is enough to say so."""
        return speed_of(public_approaches(self.holder.pk, self.on))

    @cached_property
    def left(self) -> list[Left]:
        """What others promised before them, and how they stand to it: it stays with whoever promised."""
        rows = Inheritance.objects.filter(powerholder=self.holder, on__lte=self.on).order_by("on", "pk")
        latest = {row.commitment_id: row for row in rows}
        promised = list(public_commitments(self.on).filter(pk__in=list(latest)))
        names = FaceNames(promised, self.on, latest.values())
        told = []
        for one in promised:
            row, naming = latest[one.pk], names.of(one)
            if naming.may_name(self.holder):
                said = [naming.veil(text) for text in (one.words, row.words, row.says_who)]
                stance = str(row.get_stance_display())
                told.append(Left(one.slug, said[0], names.speaker(one), row.on, stance, said[1], said[2]))
        return told

    @property
    def is_there(self) -> bool:
        """Whether there is anything to read of them."""
        return bool(self.tally.total or self.left)


class BodyFace:
    """What everybody may read of what was promised in a body's offices, whoever held them."""

    def __init__(self, body: Institution, on: date) -> None:
        self.body, self.on = body, on

    @cached_property
    def found(self) -> "QuerySet[Commitment]":
        """What was promised in its offices, by those who are named."""
        return naming_their_speaker(public_commitments(self.on).filter(office__institution=self.body), self.on)

    @cached_property
    def tally(self) -> Tally:
        """How it stands."""
        return Tally.of(self.found, self.on)

    @cached_property
    def asked(self) -> Asked:
        """What was asked of those in its offices."""
        return asked_of(public_asks(self.on).filter(office__institution=self.body), self.on)

    @cached_property
    def holders(self) -> list[InOffice]:
        """Office by office, each holder after the other, the latest first."""
        rows = list(with_commitments(standings(self.found, self.on)))
        rows.sort(
            key=lambda row: (row.commitment.office_id or 0, row.commitment.powerholder_id, row.commitment.made_on)
        )
        slugs = dict(
            PublicName.objects.filter(powerholder__in={row.commitment.powerholder_id for row in rows}).values_list(
                "powerholder", "slug"
            )
        )
        told = {card.slug: card for card in cards(rows, self.on)}
        found = []
        for (_office, holder), group in groupby(
            rows, key=lambda row: (row.commitment.office_id, row.commitment.powerholder_id)
        ):
            of_one = list(group)
            mine = [told[row.commitment.slug] for row in reversed(of_one)]
            found.append(
                InOffice(
                    mine[0].speaker,
                    slugs.get(holder, ""),
                    of_one[0].commitment.office.name if of_one[0].commitment.office else "",
                    of_one[0].commitment.made_on,
                    Tally.in_order(numbers_of(of_one)),
                    mine,
                )
            )
        return sorted(found, key=lambda one: (one.office, one.since), reverse=True)


def numbers_of(rows: list[Standing]) -> dict[str, int]:
    """How many of these have each status."""
    numbers: dict[str, int] = {}
    for row in rows:
        numbers[row.status] = numbers.get(row.status, 0) + 1
    return numbers


def cards_of(found: "QuerySet[Commitment]", on: date) -> list[Card]:
    """Each of these, the latest first."""
    rows = with_commitments(standings(found, on)).order_by("-commitment__made_on", "-commitment")
    return cards(rows[:MOST], on)


def holder_named(slug: str) -> Powerholder | None:
    """The decision-maker of a public name; None where there is none."""
    name = PublicName.objects.filter(slug=slug, powerholder__isnull=False).select_related("powerholder").first()
    return name.powerholder if name else None


def body_named(slug: str) -> Institution | None:
    """The body of a public name; None where there is none."""
    name = PublicName.objects.filter(slug=slug, institution__isnull=False).select_related("institution").first()
    return name.institution if name else None
