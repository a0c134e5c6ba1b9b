"""A coding board: the concerns of one campaign, or of one group outside any campaign, and the themes they go under."""

from dataclasses import dataclass
from typing import Any, Self

from django.db.models import Count, Q, QuerySet
from django.urls import reverse

from m4c.listening.models import Concern, ListeningCampaign, Theme, ThemeStep
from m4c.people.models import Account, Group

ALL, NONE = "all", "none"  # instead of a theme's uid, where its list is asked for


@dataclass(frozen=True)
class Board:
    """What is coded together. With a campaign the group is the campaign's; without one it is that very group's."""

    group: Group
    campaign: ListeningCampaign | None = None

    @classmethod
    def of(cls, theme: Theme) -> Self:
        """The board on which a theme stands."""
        return cls(theme.group, theme.campaign)

    def __str__(self) -> str:
        return str(self.campaign or self.group)

    def covers(self, path: str = "") -> Q:
        """Concerns or themes of this board; `path` leads to them, as in "theme__"."""
        if self.campaign:
            return Q(**{f"{path}campaign": self.campaign.pk})
        return Q(**{f"{path}campaign": None, f"{path}group": self.group.pk})

    def concerns(self, account: Account) -> "QuerySet[Concern]":
        """The concerns on it that the account may see."""
        return Concern.objects.visible_to(account).filter(self.covers())

    def themes(self) -> "QuerySet[Theme]":
        """The themes that stand on it, in the order of their names."""
        return Theme.objects.standing().filter(self.covers())

    def steps(self, account: Account) -> "QuerySet[ThemeStep]":
        """What was done on it, the latest first."""
        return ThemeStep.objects.visible_to(account).filter(self.covers("theme__"))

    def numbers(self, account: Account) -> dict[int | None, int]:
        """How many concerns stand under each theme, by its id; None for those under no theme yet. One statement."""
        rows: Any = self.concerns(account).order_by().values_list("theme").annotate(number=Count("pk"))
        return dict(rows)

    def address(self, name: str = "board") -> str:
        """The address of one of its pages: its board, its themes, its history."""
        if self.campaign:
            return reverse(f"campaign-{name}", kwargs={"uid": self.campaign.uid})
        return reverse(f"group-{name}", kwargs={"slug": self.group.slug})
