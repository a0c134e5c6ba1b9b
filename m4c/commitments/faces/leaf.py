"""A leaf of a long public list of commitments, from one to the next by their addresses: the last costs as the first."""

from collections.abc import Mapping
from datetime import date
from functools import cached_property

from django.db.models import QuerySet
from django.http import QueryDict

from m4c.commitments.faces.reading import Card, cards_of
from m4c.commitments.models import Commitment
from m4c.commitments.record.board import after, before
from m4c.core.pages import Page, page_of


class Leaf:
    """Some of these commitments, the latest first, and the addresses of the leaves before and after."""

    def __init__(
        self,
        found: "QuerySet[Commitment]",
        asked: QueryDict,
        on: date,
        today: date,
        *,
        kept: Mapping[str, str] | None = None,
    ) -> None:
        self.found, self.asked, self.on, self.today, self.kept = found, asked, on, today, kept

    @cached_property
    def page(self) -> Page[Commitment]:
        """The commitments of it."""
        return page_of(self.found, self.asked, after=after, before=before, kept=self.kept, by="slug")

    @cached_property
    def cards(self) -> list[Card]:
        """Each of them as everybody may read it."""
        return cards_of(self.page.rows, self.on, self.today)

    @property
    def newer(self) -> str:
        """The address of the leaf before; blank where there is none."""
        return self.page.newer

    @property
    def older(self) -> str:
        """The address of the leaf after; blank where there is none."""
        return self.page.older
