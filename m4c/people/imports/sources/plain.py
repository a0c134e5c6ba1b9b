"""Any sheet of people, whoever made it: its columns are taken by their words and by what stands in them."""

from collections.abc import Sequence

from django.utils.translation import gettext_lazy as _

from m4c.people.imports.sources.base import Source
from m4c.people.sheets.columns import Guess, guess_columns
from m4c.people.sheets.kinds import SheetKind


class PlainSheet(Source):
    """A sheet of no tool in particular."""

    def guess(self, headers: Sequence[str], rows: Sequence[Sequence[str]]) -> Guess:
        """By the words of its headers, and by its cells."""
        return guess_columns(headers, rows, SheetKind.PEOPLE)


PLAIN = PlainSheet(name="csv", title=_("Any sheet"), columns={})
