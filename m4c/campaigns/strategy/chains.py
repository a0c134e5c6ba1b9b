"""The wordings that a line of a chart went through: what replaced what."""

from collections.abc import Iterable

from m4c.campaigns.models import ChartEntry


class Chains:
    """All entries of one chart, and how they follow upon each other."""

    def __init__(self, entries: Iterable[ChartEntry]) -> None:
        self.entries = {entry.pk: entry for entry in entries}
        self.next = {entry.replaces_id: entry for entry in self.entries.values() if entry.replaces_id}

    def standing(self) -> list[ChartEntry]:
        """Those that stand, in the order of the chart."""
        rows = [entry for entry in self.entries.values() if entry.ended_at is None]
        return sorted(rows, key=lambda entry: (entry.order, entry.pk))

    def last(self, entry: ChartEntry) -> ChartEntry:
        """What stands in the place of an entry now, or stood there last."""
        while entry.pk in self.next:
            entry = self.next[entry.pk]
        return entry

    def first(self, entry: ChartEntry) -> ChartEntry:
        """The first wording of a line."""
        while entry.replaces_id in self.entries:
            entry = self.entries[entry.replaces_id]
        return entry

    def wordings(self, entry: ChartEntry) -> list[ChartEntry]:
        """All wordings of the line that an entry belongs to, the latest first."""
        found = [self.last(entry)]
        while found[-1].replaces_id in self.entries:
            found.append(self.entries[found[-1].replaces_id])
        return found
