"""The public pages of a decision-maker, and of a body through all who held its offices one after the other."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from django.db.models import QuerySet
from django.http import QueryDict

from m4c.campaigns.press.naming import PUBLIC_BODIES
from m4c.commitments.faces.answering import (
    Asked,
    Speed,
    approaches_to,
    approaches_to_body,
    asked_of,
    public_asks,
    speed_of,
)
from m4c.commitments.faces.leaf import Leaf
from m4c.commitments.faces.naming import IN_PUBLIC, FaceNames, naming_their_speaker
from m4c.commitments.faces.reading import public_commitments
from m4c.commitments.faces.succession import InOffice, succession
from m4c.commitments.faces.tally import Tally
from m4c.commitments.models import Commitment, Inheritance, PublicName
from m4c.power.models import Institution, Powerholder, Tenure


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


class HolderFace:
    """What everybody may read of a decision-maker on a day; only of what names them."""

    def __init__(self, holder: Powerholder, asked: QueryDict, on: date) -> None:
        self.holder, self.address, self.on = holder, asked, on

    @cached_property
    def found(self) -> "QuerySet[Commitment]":
        """Their commitments that name them."""
        return naming_their_speaker(public_commitments(self.on).filter(powerholder=self.holder), self.on)

    @cached_property
    def tally(self) -> Tally:
        """How they stand."""
        return Tally.of(self.found, self.on)

    @cached_property
    def leaf(self) -> Leaf:
        """Some of them, the latest first."""
        return Leaf(self.found, self.address, self.on, self.on)

    @cached_property
    def offices(self) -> list[Tenure]:
        """Which public offices they hold or held, the latest first."""
        held = Tenure.objects.filter(powerholder=self.holder, office__institution__kind__in=IN_PUBLIC)
        return list(held.select_related("office__institution"))

    @cached_property
    def bodies(self) -> dict[int, str]:
        """The page of each body whose office they hold or held, where it has one."""
        named = PublicName.objects.filter(institution__in={held.office.institution_id for held in self.offices})
        return dict(named.values_list("institution", "slug"))

    @cached_property
    def held(self) -> list[tuple[Tenure, str]]:
        """Those offices, each with the page of its body; blank where that has none."""
        return [(held, self.bodies.get(held.office.institution_id, "")) for held in self.offices]

    @cached_property
    def asked(self) -> Asked:
        """What was asked of them."""
        return asked_of(public_asks(self.on, self.found).filter(powerholder=self.holder), self.on)

    @cached_property
    def speed(self) -> Speed | None:
        """How fast they answer; None before there is enough to say so."""
        still = [held for held in self.offices if held.ended_on is None or held.ended_on > self.on]
        in_office = any(held.office.institution.kind in PUBLIC_BODIES for held in still)
        return speed_of(approaches_to(self.holder, self.on, in_office=in_office))

    @cached_property
    def left(self) -> list[Left]:
        """What others promised before them, and how they stand to it: it stays with whoever promised."""
        rows = Inheritance.objects.filter(powerholder=self.holder, on__lte=self.on).order_by("on", "pk")
        latest = {row.commitment_id: row for row in rows}
        promised = list(public_commitments(self.on).filter(pk__in=list(latest)))
        names = FaceNames(promised, self.on, latest.values())
        told = []
        for one in promised:
            row = latest[one.pk]
            if names.of(one).may_name(self.holder):
                said = [names.say(one, text) for text in (one.words, row.words, row.says_who)]
                stance = str(row.get_stance_display())
                told.append(Left(one.slug, said[0], names.speaker(one), row.on, stance, said[1], said[2]))
        return told

    @property
    def is_there(self) -> bool:
        """Whether there is anything to read of them."""
        return bool(self.tally.total or self.left)


class BodyFace:
    """What everybody may read of what was asked and promised in a body's offices, whoever held them."""

    def __init__(self, body: Institution, asked: QueryDict, on: date) -> None:
        self.body, self.address, self.on = body, asked, on

    @cached_property
    def found(self) -> "QuerySet[Commitment]":
        """What was promised in its offices, by those who are named."""
        return naming_their_speaker(public_commitments(self.on).filter(office__institution=self.body), self.on)

    @cached_property
    def tally(self) -> Tally:
        """How it stands."""
        return Tally.of(self.found, self.on)

    @cached_property
    def leaf(self) -> Leaf:
        """Some of it, the latest first."""
        return Leaf(self.found, self.address, self.on, self.on)

    @cached_property
    def holders(self) -> list[InOffice]:
        """Office by office, each holder after the other, the latest first."""
        return succession(self.found, public_asks(self.on, self.found).filter(office__institution=self.body), self.on)

    @cached_property
    def asked(self) -> Asked:
        """What was asked of all of them: what stands beside each adds up to it."""
        return Asked.sum(one.asked for one in self.holders)

    @cached_property
    def speed(self) -> Speed | None:
        """How fast they answer; None before there is enough to say so."""
        return speed_of(approaches_to_body(self.body, self.on))


def holder_named(slug: str) -> Powerholder | None:
    """The decision-maker of a public name; None where there is none."""
    name = PublicName.objects.filter(slug=slug, powerholder__isnull=False).select_related("powerholder").first()
    return name.powerholder if name else None


def body_named(slug: str) -> Institution | None:
    """The body of a public name; None where there is none."""
    name = PublicName.objects.filter(slug=slug, institution__isnull=False).select_related("institution").first()
    return name.institution if name else None
