"""The strategy chart of a target: lines added, worded anew, taken away and undone; and versions of it kept."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import Max
from django.utils.translation import gettext_lazy as _

from m4c.campaigns.models import ChartEntry, ChartVersion, Target
from m4c.campaigns.permissions import RUN_CAMPAIGNS
from m4c.campaigns.strategy.chains import Chains
from m4c.campaigns.strategy.columns import COLUMN_OF
from m4c.core.errors import Refused
from m4c.core.operations import change, operation
from m4c.people.models import Account


class ChartRefused(Refused):
    """The chart cannot be changed like this."""


class EntryReplaced(ChartRefused):
    """Somebody replaced the line, or took it away, since it was read. Nothing is lost: whoever asked chooses."""

    code = "replaced"

    def __init__(self) -> None:
        super().__init__(_("Somebody changed this line while you were writing."))


@dataclass(frozen=True)
class NewLine:
    """What a line says: under which part, in which words, and for a step who of ours does it, by when."""

    part: str
    words: str
    constituency: str = ""
    due_on: date | None = None

    def as_kept(self) -> dict[str, Any]:
        """The fields of an entry. Raises ChartRefused."""
        if self.part not in COLUMN_OF:
            raise ChartRefused(_("The chart has no such part."), field="part", code="part")
        if not self.words.strip():
            raise ChartRefused(_("Say it in a few words."), field="words", code="blank")
        is_step = self.part == ChartEntry.Part.TACTIC
        return {
            "column": COLUMN_OF[self.part],
            "part": self.part,
            "words": self.words.strip(),
            "constituency": self.constituency.strip() if is_step else "",
            "due_on": self.due_on if is_step else None,
        }


@operation(RUN_CAMPAIGNS, on="target")
def add_entry(*, target: Target, line: NewLine, at: datetime, by: Account) -> ChartEntry:
    """Write a line on the chart of a target, below those of its part. Raises ChartRefused."""
    told = line.as_kept()
    last = ChartEntry.objects.filter(target=target, part=line.part).aggregate(last=Max("order"))["last"] or 0
    return ChartEntry.objects.create(
        campaign_id=target.campaign_id, target=target, order=last + 1, by=by, at=at, **told
    )


@operation(RUN_CAMPAIGNS, on="entry")
def change_entry(*, entry: ChartEntry, line: NewLine, at: datetime, by: Account) -> list[ChartEntry]:
    """Put a line's new wording in the place of the one that was read, which stays readable. The new one comes first.

    Raises EntryReplaced where another stands there by now, ChartRefused.
    """
    told = line.as_kept()
    if COLUMN_OF[line.part] != entry.column:
        raise ChartRefused(_("A line stays in its column."), field="part", code="column")
    return _replace(entry, told, at, by)


@operation(RUN_CAMPAIGNS, on="entry")
def take_away_entry(*, entry: ChartEntry, at: datetime, by: Account) -> ChartEntry:
    """Take a line off the chart; it stays readable among what was. Raises EntryReplaced."""
    _end(entry, at, by)
    return entry


@operation(RUN_CAMPAIGNS, on="entry")
def undo_entry(*, entry: ChartEntry, at: datetime, by: Account) -> list[ChartEntry]:
    """Undo the last that happened to a line: the wording before stands again, or what was taken away or added is not.

    Raises EntryReplaced where it is not the last of its line.
    """
    if entry.ended_at is None:
        if entry.replaces is None:
            _end(entry, at, by)
            return [entry]
        return _replace(entry, _told(entry.replaces), at, by)
    ChartEntry.objects.select_for_update(of=("self",)).get(pk=entry.pk)  # two who bring it back at once bring one
    if ChartEntry.objects.filter(replaces=entry).exists():
        raise EntryReplaced
    return [_follow(entry, _told(entry), at, by)]


@operation(RUN_CAMPAIGNS, on="target")
def keep_version(*, target: Target, at: datetime, by: Account, words: str = "") -> ChartVersion:
    """Keep the chart as it stands, under the next number. Raises ChartRefused for an empty one."""
    Target.objects.select_for_update().get(pk=target.pk)  # two at once get two numbers
    chains = Chains(ChartEntry.objects.filter(target=target))
    standing = chains.standing()
    if not standing:
        raise ChartRefused(_("There is nothing on the chart to keep."), code="empty")
    last = ChartVersion.objects.filter(target=target).aggregate(last=Max("number"))["last"] or 0
    return ChartVersion.objects.create(
        campaign_id=target.campaign_id,
        target=target,
        number=last + 1,
        words=words.strip(),
        entries=[_as_it_stood(entry, chains.first(entry)) for entry in standing],
        by=by,
        at=at,
    )


def _replace(entry: ChartEntry, told: dict[str, Any], at: datetime, mover: Account) -> list[ChartEntry]:
    """A new wording in the place of one that stands: (the new, the old). Raises EntryReplaced."""
    _end(entry, at, mover)
    return [_follow(entry, told, at, mover), entry]


def _end(entry: ChartEntry, at: datetime, mover: Account) -> None:
    """An entry stands no more. Raises EntryReplaced where it did not stand."""
    locked = ChartEntry.objects.select_for_update(of=("self",)).get(pk=entry.pk)
    if locked.ended_at is not None:
        raise EntryReplaced
    change(entry, ended_at=at, ended_by=mover)


def _follow(entry: ChartEntry, told: dict[str, Any], at: datetime, mover: Account) -> ChartEntry:
    """The next wording of a line, in its place."""
    return ChartEntry.objects.create(
        campaign_id=entry.campaign_id,
        target_id=entry.target_id,
        replaces=entry,
        order=entry.order,
        by=mover,
        at=at,
        **told,
    )


def _told(entry: ChartEntry) -> dict[str, Any]:
    """What an entry says."""
    return {name: getattr(entry, name) for name in ("column", "part", "words", "constituency", "due_on")}


def _as_it_stood(entry: ChartEntry, first: ChartEntry) -> dict[str, Any]:
    """An entry as a version keeps it, under the name of its line, by which versions are compared."""
    due_on = entry.due_on.isoformat() if entry.due_on else None
    return _told(entry) | {"due_on": due_on, "line": str(first.uid)}
