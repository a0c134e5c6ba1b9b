"""The power map of a campaign as a page shows it: who stands where, how they moved since a day, and the sum of it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from m4c.campaigns.models import Campaign, Placement
from m4c.campaigns.models.placement import PlacementQuerySet
from m4c.campaigns.strategy.words import POSITIONS
from m4c.core.components.power_map import Row
from m4c.people.models import Account

KINDS = {"powerholder": "person", "institution": "body", "group": "group"}


@dataclass(frozen=True)
class Placed:
    """Somebody on the map: where they stand, and where they stood on the day that is compared with."""

    now: Placement
    before: Placement | None
    is_target: bool

    @property
    def kind(self) -> str:
        """Powerholder, institution or group."""
        return kind_of(self.now)

    @property
    def key(self) -> str:
        """How it is named in an address."""
        return f"{self.kind}:{getattr(self.now, self.kind).uid}"

    @property
    def name(self) -> str:
        """Its name."""
        return str(getattr(self.now, self.kind))

    @property
    def words(self) -> str:
        """Where it stands, in words."""
        return in_words(self.now)

    @property
    def position_words(self) -> str:
        """For or against us, in words."""
        return str(POSITIONS[self.now.position])

    @property
    def shift(self) -> int | None:
        """How far it moved towards us; None for who was not placed then."""
        return None if self.before is None else self.now.position - self.before.position

    @property
    def has_moved(self) -> bool:
        """Whether it stands elsewhere than it did."""
        before = self.before
        return before is not None and (before.power, before.position) != (self.now.power, self.now.position)

    @property
    def moved(self) -> str:
        """Where it came from, in words; blank where it did not move."""
        if self.before is None:
            return _("not placed then")
        return _("was {place}").format(place=in_words(self.before)) if self.has_moved else ""


@dataclass(frozen=True)
class Shift:
    """The sum of how all moved: domain.md A4."""

    net: int
    towards: int
    away: int
    stayed: int
    new: int


def in_words(placement: Placement) -> str:
    """Where somebody stands: power and position."""
    return _("{power} of 10, {position}").format(power=placement.power, position=POSITIONS[placement.position])


def kind_of(placement: Placement) -> str:
    """Whether a powerholder, an institution or a group is placed."""
    return next(name for name in KINDS if getattr(placement, f"{name}_id"))


def placements_of(campaign: Campaign, account: Account) -> PlacementQuerySet:
    """All placements that count, the newest first."""
    rows = Placement.objects.visible_to(account).filter(campaign=campaign, undone_at=None)
    return rows.select_related("powerholder", "institution", "group", "by__person").order_by("-on", "-pk")


def placed_on(campaign: Campaign, account: Account, since: date | None) -> list[Placed]:
    """Everybody on the map, the most powerful first, with where they stood on a day. One query."""
    now: dict[tuple[str, int], Placement] = {}
    then: dict[tuple[str, int], Placement] = {}
    for row in placements_of(campaign, account).with_target():
        kind = kind_of(row)
        who = (kind, getattr(row, f"{kind}_id"))
        now.setdefault(who, row)
        if since and row.on <= since:
            then.setdefault(who, row)
    placed = [Placed(row, then.get(who), row.is_target) for who, row in now.items()]
    return sorted(placed, key=lambda each: (-each.now.power, each.now.position, each.name))


def rows_of(placed: Iterable[Placed], address: Callable[[Placed], str], compares: bool = False) -> list[Row]:
    """As the picture draws them; `address` says where a sign leads."""
    return [
        Row(
            label=each.name,
            power=each.now.power,
            position=each.now.position,
            kind=KINDS[each.kind],
            detail=" · ".join(filter(None, (each.words, each.moved if compares else ""))),
            url=address(each),
            key=each.key,
            was=(each.before.power, each.before.position) if compares and each.before and each.has_moved else None,
            is_target=each.is_target,
        )
        for each in placed
    ]


def place_address(campaign: Campaign) -> Callable[[Placed], str]:
    """Where somebody is moved by a form."""
    address = reverse("place-on-map", kwargs={"uid": campaign.uid})
    return lambda placed: f"{address}?who={placed.key}"


def no_address(placed: Placed) -> str:
    """A picture that leads nowhere."""
    return ""


def shift_of(placed: Iterable[Placed]) -> Shift:
    """How all moved together; who was not placed then counts as new, and in no sum."""
    shifts = [each.shift for each in placed]
    known = [shift for shift in shifts if shift is not None]
    return Shift(
        net=sum(known),
        towards=sum(shift > 0 for shift in known),
        away=sum(shift < 0 for shift in known),
        stayed=sum(shift == 0 for shift in known),
        new=len(shifts) - len(known),
    )


def shift_in_words(shift: Shift) -> str:
    """The net shift in a sentence."""
    if not shift.towards + shift.away + shift.stayed:
        return _("Nobody was placed by then, so there is nothing to compare.")
    steps = abs(shift.net)
    if shift.net > 0:
        net = ngettext("Net shift: {steps} step towards us.", "Net shift: {steps} steps towards us.", steps)
    elif shift.net < 0:
        net = ngettext("Net shift: {steps} step away from us.", "Net shift: {steps} steps away from us.", steps)
    else:
        net = _("Net shift: none.")
    told = [
        (shift.towards, ngettext("{n} moved towards us", "{n} moved towards us", shift.towards)),
        (shift.away, ngettext("{n} moved away", "{n} moved away", shift.away)),
        (shift.stayed, ngettext("{n} stayed", "{n} stayed", shift.stayed)),
        (shift.new, ngettext("{n} is newly placed", "{n} are newly placed", shift.new)),
    ]
    return f"{net.format(steps=steps)} {', '.join(words.format(n=n) for n, words in told if n)}."
