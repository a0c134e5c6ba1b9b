"""What a row of the access table says, and what an answer must be for each persona."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from tests.cast import PERSONAS, STRANGERS, Cast

EVERYBODY = frozenset(PERSONAS)
NOBODY: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Row:
    """Who may open one address.

    `opens`: personas who get in. `hides`: personas who hold the right somewhere and may not know that this record
    exists (404). `factor`: personas who hold the right and must set up a second factor first. All others are refused
    as a whole (403); strangers are sent to sign in, unless the page is `public`. `given` makes the address's words.
    `missing`: nobody finds anything there without more (404 for whoever gets in).
    """

    opens: frozenset[str]
    hides: frozenset[str] = NOBODY
    factor: frozenset[str] = NOBODY
    given: Callable[[Cast], dict[str, Any]] = field(default=lambda cast: {})
    public: bool = False
    missing: bool = False

    def expected(self, persona: str) -> str:
        """What this persona must meet: in, missing, forbidden, factor or sign-in."""
        if persona in STRANGERS:
            inside = "missing" if self.missing else "in"
            return inside if self.public else "sign-in"
        if self.public or persona in self.opens:
            return "missing" if self.missing else "in"
        if persona in self.factor:
            return "factor"
        return "missing" if persona in self.hides else "forbidden"


def those(*names: str) -> frozenset[str]:
    """Personas by name, checked. Raises KeyError for one who is not in the cast."""
    words = frozenset(word for name in names for word in name.split())
    if unknown := words - EVERYBODY:
        raise KeyError(unknown)
    return words


def met(response: Any) -> str:
    """What an answer was: in, missing, forbidden, factor or sign-in."""
    if response.status_code == 403:
        return "forbidden"
    if response.status_code == 404:
        return "missing"
    if response.status_code == 302:
        if "/account/login/" in response["Location"]:
            return "sign-in"
        if "/second-factor/" in response["Location"]:
            return "factor"
    assert response.status_code < 500, response.status_code
    return "in"
