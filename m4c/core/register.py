"""The one way back from right to left: lists that apps fill in `AppConfig.ready()` and core or an app reads.

Each list is a plain dictionary by name, so that filling it twice is filling it once.
"""

from typing import Generic, TypeVar

Entry = TypeVar("Entry")


class Register(Generic[Entry]):
    """Entries by name, in the order in which they came."""

    def __init__(self, meaning: str) -> None:
        self.meaning = meaning
        self._entries: dict[str, Entry] = {}

    def add(self, name: str, entry: Entry) -> None:
        """Put an entry under a name; the same name again replaces it."""
        self._entries[name] = entry

    def __getitem__(self, name: str) -> Entry:
        return self._entries[name]

    def __contains__(self, name: str) -> bool:
        return name in self._entries

    def get(self, name: str) -> Entry | None:
        """The entry of that name, or None."""
        return self._entries.get(name)

    def names(self) -> list[str]:
        """All names, in the order in which they came."""
        return list(self._entries)

    def all(self) -> list[Entry]:
        """All entries, in the order in which they came."""
        return list(self._entries.values())
