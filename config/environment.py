"""Typed reading of the environment: each setting has a default, and nonsense is refused in one sentence."""

import os
from collections.abc import Mapping
from pathlib import Path
from urllib.parse import unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured

TRUE_WORDS = {"1", "true", "yes", "on"}
FALSE_WORDS = {"0", "false", "no", "off", ""}


class Environment:
    """Reads settings from a mapping (`os.environ` unless told) and says plainly which value it cannot use."""

    def __init__(self, values: Mapping[str, str] | None = None) -> None:
        self.values = os.environ if values is None else values

    def text(self, name: str, default: str = "") -> str:
        """The value as it stands, without spaces around it; `default` when it is absent or blank."""
        return self.values.get(name, "").strip() or default

    def flag(self, name: str, default: bool = False) -> bool:
        """A yes or no. Raises ImproperlyConfigured for any other word."""
        word = self.values.get(name, "yes" if default else "no").strip().lower()
        if word in TRUE_WORDS | FALSE_WORDS:
            return word in TRUE_WORDS
        raise ImproperlyConfigured(f"{name} must be yes or no, and it is “{word}”.")

    def number(self, name: str, default: int, *, at_least: int = 0, at_most: int | None = None) -> int:
        """A whole number between `at_least` and `at_most`. Raises ImproperlyConfigured otherwise."""
        word = self.text(name, str(default))
        limits = f"from {at_least}" + (f" to {at_most}" if at_most is not None else " up")
        if not word.isascii() or not word.isdigit():
            raise ImproperlyConfigured(f"{name} must be a whole number {limits}, and it is “{word}”.")
        if int(word) < at_least or (at_most is not None and int(word) > at_most):
            raise ImproperlyConfigured(f"{name} must be a whole number {limits}, and it is {word}.")
        return int(word)

    def folder(self, name: str, default: Path) -> Path:
        """A folder's absolute path. Raises ImproperlyConfigured when a file stands in its place."""
        path = Path(self.text(name, str(default))).expanduser().absolute()
        if path.exists() and not path.is_dir():
            raise ImproperlyConfigured(f"{name} must be a folder, and {path} is a file.")
        return path

    def words(self, name: str, default: str = "") -> list[str]:
        """A list written with commas, without blanks."""
        return [word.strip() for word in self.text(name, default).split(",") if word.strip()]

    def choice(self, name: str, default: str, choices: tuple[str, ...]) -> str:
        """One of `choices`. Raises ImproperlyConfigured otherwise."""
        word = self.text(name, default)
        if word not in choices:
            raise ImproperlyConfigured(f"{name} must be one of {', '.join(choices)}, and it is “{word}”.")
        return word

    def those_beginning(self, prefix: str) -> dict[str, str]:
        """All values whose names begin like that, by what follows in the name; blank ones are left out."""
        named = {
            name.removeprefix(prefix): value.strip() for name, value in self.values.items() if name.startswith(prefix)
        }
        return {name: value for name, value in named.items() if name and value}

    def database(self, name: str, data: Path) -> dict[str, object]:
        """Django's database settings: SQLite in the data folder, or PostgreSQL by `postgresql://user:pass@host/name`."""
        url = self.text(name)
        if not url:
            return sqlite(data / "m4c.sqlite3")
        parts = urlsplit(url)
        if parts.scheme not in ("postgres", "postgresql") or not parts.path.strip("/"):
            raise ImproperlyConfigured(f"{name} must look like postgresql://user:password@host:5432/name.")
        return {
            "ENGINE": "m4c.core.postgresql",
            "NAME": unquote(parts.path.strip("/")),
            "USER": unquote(parts.username or ""),
            "PASSWORD": unquote(parts.password or ""),
            "HOST": unquote(parts.hostname or ""),
            "PORT": parts.port or "",
            "CONN_MAX_AGE": 60,
            "CONN_HEALTH_CHECKS": True,
            # Sight makes PostgreSQL expect dear queries: compiling them took ten times as long as answering (bench/),
            # and planning them as long again: with the values beside it, the plan of a statement can be kept.
            # Its own guess is of disks that turn, where a page elsewhere takes four times as long as the next.
            "OPTIONS": {"options": "-c jit=off -c random_page_cost=1.1", "server_side_binding": True},
        }


def sqlite(path: Path) -> dict[str, object]:
    """SQLite with write-ahead log, durable commits and writers that wait for each other.

    IMMEDIATE is not optional: without it, two thirds of concurrent writes failed when measured (docs/decisions).
    """
    return {
        "ENGINE": "m4c.core.sqlite3",
        "NAME": path,
        "CONN_MAX_AGE": 60,
        "OPTIONS": {
            "transaction_mode": "IMMEDIATE",
            "timeout": 5,
            "cached_statements": 500,  # that SQLite keeps read; a page asks some twenty of its own
            "init_command": (
                "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA mmap_size=134217728; "
                "PRAGMA journal_size_limit=27103364; PRAGMA cache_size=-20000; PRAGMA temp_store=MEMORY; "
                "PRAGMA secure_delete=ON;"  # what is erased is overwritten in the file too
            ),
        },
    }
