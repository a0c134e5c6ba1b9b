"""The text of a statement whose plan PostgreSQL is to keep."""


class Kept(str):
    """Text of a statement that comes again and again, and is answered in one way whatever its values are."""

    __slots__ = ()
