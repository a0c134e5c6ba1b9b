"""Blanks: what stands in a statement for values that are filled in each time that it is run."""

from collections.abc import Callable, Hashable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any, Never, Protocol
from uuid import UUID

from django.db.models import Expression

Values = dict[str, Any]  # by the name of each blank
FILLED_IN = (int, str, date, Decimal, UUID)  # what a blank stands for; datetime is a date
AS_IT_IS = (int, str)  # what every database takes as Python has it


class Blank(Expression):
    """A value that is not known yet, where a query is written for all values alike.

    Nothing may be decided by it, for what is decided holds for every value to come: comparing it raises TypeError. It
    counts as true, since nothing that counts as false becomes a blank.
    """

    def __init__(self, name: str, more: Any = None) -> None:
        super().__init__()
        self.name, self.more = name, more

    def as_sql(self, compiler: Any, connection: Any) -> tuple[str, tuple[Any, ...]]:
        """A parameter, with the blank itself among the values."""
        return "%s", (self,)

    def get_group_by_cols(self) -> list[Any]:
        """Rows are not put together by a value."""
        return []

    def __add__(self, other: object) -> "Blank":  # type: ignore[override]
        """A text with more behind it, as the end of a range of paths has; a time that much later."""
        if self.more is not None or not isinstance(other, str | timedelta):
            raise self.undecided()
        return Blank(self.name, other)

    def __sub__(self, other: object) -> "Blank":  # type: ignore[override]
        """A time that much earlier."""
        if not isinstance(other, timedelta):
            raise self.undecided()
        return self + -other

    def _combine(self, other: object, *_how: object) -> Never:
        """What Django does with all other sums of expressions."""
        raise self.undecided()

    def __eq__(self, other: object) -> bool:
        if other is None or other == "":
            return False
        if not isinstance(other, Blank):
            raise self.undecided()
        return (self.name, self.more) == (other.name, other.more)

    def __hash__(self) -> int:
        return hash((Blank, self.name, self.more))

    def __lt__(self, other: object) -> bool:
        raise self.undecided()

    __gt__ = __le__ = __ge__ = __lt__

    def __str__(self) -> str:
        raise self.undecided()

    def undecided(self) -> TypeError:
        """What is said to whoever decides something by it."""
        return TypeError(f"'{self.name}' is filled in later: give what is decided by it as an argument of its own.")

    def filled(self, values: Values, connection: Any) -> Any:
        """Its value as the database takes it."""
        value = values[self.name]
        if self.more is not None:
            value = value + self.more
        return value if type(value) in AS_IT_IS else adapted(value, connection)


class Outline(Protocol):
    """What some values have in common, and how to draw their stand-in, which has blanks where they differ."""

    @property
    def shape(self) -> Hashable:
        """What they have in common."""

    @property
    def values(self) -> Values:
        """What goes into the blanks, by their names."""

    def drawn(self) -> Any:
        """The stand-in."""


@dataclass(frozen=True)
class Exactly:
    """A value for which a statement is written as it stands."""

    shape: Hashable
    values: Values
    stands_for: Any

    def drawn(self) -> Any:
        """The value itself."""
        return self.stands_for


@dataclass(frozen=True)
class Filled:
    """A value, or several, for each of which there is a blank."""

    shape: Hashable
    values: Values
    draw: Callable[[], Any]

    def drawn(self) -> Any:
        """The blank or blanks."""
        return self.draw()


@dataclass(frozen=True)
class Several:
    """A list of what has outlines of its own."""

    outlines: list[Outline]

    @property
    def shape(self) -> Hashable:
        """What the outlines have in common, one after the other."""
        return tuple(each.shape for each in self.outlines)

    @property
    def values(self) -> Values:
        """What goes into all their blanks."""
        return {name: value for each in self.outlines for name, value in each.values.items()}

    def drawn(self) -> list[Any]:
        """Their stand-ins."""
        return [each.drawn() for each in self.outlines]


def outline_of(name: str, given: Any) -> Outline:
    """What a statement is written by of an argument: all but what a number, text, time or uid is, or a list of them.

    A list of lists is taken apart, list by list.
    """
    own: Callable[[str], Outline] | None = getattr(given, "outline", None)
    if own is not None and not isinstance(given, type):  # a model is itself, and has the outlines of its records
        return own(name)
    if isinstance(given, FILLED_IN) and given and not isinstance(given, bool):
        return Filled(type(given).__name__, {name: given}, lambda: Blank(name))
    if isinstance(given, list) and given and isinstance(given[0], list):
        return Several([outline_of(f"{name}.{number}", each) for number, each in enumerate(given)])
    if isinstance(given, list):
        names = [f"{name}.{number}" for number in range(len(given))]
        return Filled(len(given), dict(zip(names, given, strict=True)), lambda: [Blank(each) for each in names])
    return Exactly(given, {}, given)


def adapted(value: Any, connection: Any) -> Any:
    """A value as the database takes it, which Django's fields see to otherwise."""
    if isinstance(value, datetime):
        return connection.ops.adapt_datetimefield_value(value)
    if isinstance(value, date):
        return connection.ops.adapt_datefield_value(value)
    if isinstance(value, UUID) and not connection.features.has_native_uuid_field:
        return value.hex
    return value
