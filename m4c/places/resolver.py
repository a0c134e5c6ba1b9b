"""What a postcode tells about council, ward, MP and the rest, and how certain each of these is."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from m4c.places.lookup import AnsweredBy, Located, Point, locate
from m4c.places.models import Area, AreaOverlap, Kind
from m4c.places.postcodes import Ground, Postcode

# Kinds that lie wholly around a council or a constituency, and so follow from it.
FOLLOWING = [Kind.NATION, Kind.REGION, Kind.COMBINED, Kind.COUNTY, Kind.POLICE, Kind.SENEDD]
# Whoever is elected for these must not be written to on the word of a district alone, however large its share.
REPRESENTED = {Kind.WARD, Kind.CONSTITUENCY, Kind.SENEDD}


class Note(models.TextChoices):
    """What somebody should be told about a resolution."""

    NONE = "", ""
    MALFORMED = "malformed", _("This is not the shape of a UK postcode.")
    NO_PLACE = "no_place", _("This postcode belongs to an organisation or to the forces, and to no place.")
    CROWN_DEPENDENCY = (
        "crown_dependency",
        _("Jersey, Guernsey and the Isle of Man have no MP, and their councils are not in our lists."),
    )
    NORTHERN_IRELAND = (
        "northern_ireland",
        _("For Northern Ireland we only have a point on the map. Please choose the council and constituency."),
    )
    UNKNOWN = "unknown", _("We do not know this postcode. Please check it, or choose the council and constituency.")
    ENDED = "ended", _("This postcode is no longer used. The areas are those it lay in.")
    DISTRICT_ONLY = (
        "district_only",
        _("This much of a postcode cannot tell which MP. Please give all of it, or choose."),
    )


@dataclass(frozen=True)
class Finding:
    """An area, loaded with its name; the share of live postcodes known to lie in it; whether that is enough."""

    area: Area
    share: float
    certain: bool


@dataclass(frozen=True)
class Resolution:
    """All that is known of what somebody typed. A kind without a finding is unknown."""

    given: str
    postcode: Postcode | None
    answered_by: AnsweredBy
    note: Note
    point: Point | None = None
    findings: Mapping[Kind, Finding] = field(default_factory=dict)

    @property
    def council(self) -> Finding | None:
        """The district, unitary, borough or other lower council."""
        return self.findings.get(Kind.COUNCIL)

    @property
    def ward(self) -> Finding | None:
        """The ward or electoral division."""
        return self.findings.get(Kind.WARD)

    @property
    def constituency(self) -> Finding | None:
        """The Westminster constituency."""
        return self.findings.get(Kind.CONSTITUENCY)

    @property
    def police(self) -> Finding | None:
        """The police force area."""
        return self.findings.get(Kind.POLICE)

    @property
    def senedd(self) -> Finding | None:
        """The Senedd constituency, in Wales."""
        return self.findings.get(Kind.SENEDD)

    @property
    def nation(self) -> Finding | None:
        """England, Northern Ireland, Scotland or Wales."""
        return self.findings.get(Kind.NATION)


def resolve(text: str) -> Resolution:
    """All that the tables know of one postcode, sector or district. Never raises for what somebody typed."""
    return resolve_many([text])[text]


def resolve_many(texts: Iterable[str]) -> dict[str, Resolution]:
    """The same for many, by the text given, in five queries up to 10,000 different postcodes.

    Area names are in the language now in use. A share is never more than what is known: what follows from a council
    or a constituency (police, Senedd, region) has its share, though more may lie there.
    """
    located = locate(texts)
    follows = following({area for row in located.values() for area, _share in row.shares.values()})
    shares = {text: with_following(row, follows) for text, row in located.items()}
    wanted = {area for known in shares.values() for area, _share in known.values()}
    areas = {area.pk: area for area in Area.objects.filter(pk__in=wanted).named()}
    return {text: resolution(text, row, shares[text], areas) for text, row in located.items()}


def following(areas: set[int]) -> dict[int, dict[Kind, int]]:
    """Which areas each of these lies in wholly, by kind."""
    overlaps = AreaOverlap.objects.filter(area__in=areas, other__kind__in=FOLLOWING, share=1)
    found: dict[int, dict[Kind, int]] = {}
    for area, kind, other in overlaps.values_list("area", "other__kind", "other"):
        found.setdefault(area, {})[Kind(kind)] = other
    return found


def with_following(located: Located, follows: Mapping[int, Mapping[Kind, int]]) -> dict[Kind, tuple[int, float]]:
    """The shares of a row with those that follow from them; where two ways lead to a kind, the surer one."""
    shares = dict(located.shares)
    for area, share in located.shares.values():
        for kind, other in follows.get(area, {}).items():
            if kind not in shares or share > shares[kind][1]:
                shares[kind] = (other, share)
    return shares


def resolution(
    text: str, located: Located, shares: Mapping[Kind, tuple[int, float]], areas: Mapping[int, Area]
) -> Resolution:
    """The answer for one text."""
    findings = {
        kind: Finding(areas[area], share, is_certain(areas[area], share, located.answered_by))
        for kind, (area, share) in shares.items()
    }
    return Resolution(text, located.postcode, located.answered_by, note_on(located), located.point, findings)


def is_certain(area: Area, share: float, answered_by: AnsweredBy) -> bool:
    """Whether a letter may go out on it: the share is large enough, the area still is one, and it was not a guess.

    The share that is enough is the setting PLACES_CERTAIN_PERCENT, our own rule of thumb: docs/decisions/0003.
    """
    if answered_by is AnsweredBy.DISTRICT and area.kind in REPRESENTED:
        return False
    return area.ended is None and round(share * 100) >= settings.PLACES_CERTAIN_PERCENT


def note_on(located: Located) -> Note:
    """What to tell about it, if anything."""
    if located.postcode is None:
        return Note.MALFORMED
    if not located.shares:
        return {Ground.NOWHERE: Note.NO_PLACE, Ground.CROWN_DEPENDENCY: Note.CROWN_DEPENDENCY}.get(
            located.postcode.ground, Note.UNKNOWN
        )
    if located.answered_by is AnsweredBy.DISTRICT:
        is_northern = located.postcode.ground is Ground.NORTHERN_IRELAND
        return Note.NORTHERN_IRELAND if is_northern else Note.DISTRICT_ONLY
    return Note.ENDED if located.ended else Note.NONE
