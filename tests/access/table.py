"""What a row of the access table says, and what each persona must meet by it."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

from django.test import Client
from django.urls import reverse

from tests.access.personas import NOBODY
from tests.cast import STRANGERS, Cast

WAYS = ("get", "post")
Given = Mapping[str, Any] | Callable[[Cast], Mapping[str, Any]]


@dataclass(frozen=True)
class Row:
    """Who may open one address, and whose writing there changes something.

    `opens`: personas who get in. `area`: those who hold the right somewhere; who does not get in of them may not know
    that this record exists (404). `factor`: personas who must set up a second factor first, and then get in;
    those of the `area` too meet 404 even then. All others are refused as a whole (403), and strangers are sent to sign
    in.
    `writes`: whose writing changes something, of those who get in: all, unless told. Nobody else's ever does.
    `given` makes the record that the address is of, and answers the address's words; `query` follows them. `sent` is
    what is sent where something is written.
    """

    opens: frozenset[str]
    methods: tuple[str, ...]
    area: frozenset[str] = NOBODY
    factor: frozenset[str] = NOBODY
    writes: frozenset[str] | None = None
    given: Given = lambda cast: {}
    query: str = ""
    sent: Given | None = None

    def address(self, name: str, cast: Cast) -> str:
        """The address, once its record is made. `name` is the route's, or "route: which record"."""
        return reverse(name.partition(":")[0], kwargs=dict(made(self.given, cast))) + self.query

    def tries(self, name: str, personas: Iterable[str]) -> Iterator[tuple[str, str, bool]]:
        """Who is to ask, in which way, and whether with a second factor.

        Whom a route turns away it turns away before it looks at the method or the record: they ask in the ways it has,
        and for its first record alone ("route", not "route: which").
        """
        let_in = self.opens | self.area | self.factor
        is_first = ":" not in name
        for persona in personas:
            for method in WAYS if is_first and persona in let_in else self.methods:
                if is_first or persona in let_in:
                    yield persona, method, False
                if persona in self.factor:
                    yield persona, method, True

    def ask(self, client: Client, method: str, url: str, cast: Cast) -> Any:
        """The answer to one client."""
        return client.post(url, made(self.sent or {}, cast)) if method == "post" else client.get(url)

    def expected(self, persona: str, method: str, has_factor: bool = False) -> str:
        """What this persona must meet: in, wrote, missing, forbidden, no method, factor or sign-in."""
        if persona in self.opens or (has_factor and persona in self.factor - self.area):
            if method not in self.methods:
                return "no method"
            return "wrote" if method == "post" and self.is_written_by(persona) else "in"
        if persona in self.factor and not has_factor:
            return "factor"
        if persona in self.area:
            return "missing" if method in self.methods else "no method"
        return "sign-in" if persona in STRANGERS else "forbidden"

    def is_written_by(self, persona: str) -> bool:
        """Whether the writing of somebody who gets in changes something."""
        is_filled_in = self.sent is not None or "get" not in self.methods  # a form without words only comes back
        return is_filled_in and (self.writes is None or persona in self.writes)


page = partial(Row, methods=("get",))  # to read
form = partial(Row, methods=WAYS)  # to fill in and send
press = partial(Row, methods=("post",))  # a button on another page


def made(given: Given, cast: Cast) -> Mapping[str, Any]:
    """What a row gives, made now where it has to be made."""
    return given(cast) if callable(given) else given


def met(response: Any) -> str:
    """What an answer was, besides what it wrote: in, missing, forbidden, no method, factor or sign-in."""
    by_status = {403: "forbidden", 404: "missing", 405: "no method"}
    if response.status_code == 302:
        for where, what in (("/account/login/", "sign-in"), ("/second-factor/", "factor")):
            if where in response["Location"]:
                return what
    assert response.status_code in (200, 302, 403, 404, 405, 422), response.status_code
    return by_status.get(response.status_code, "in")
