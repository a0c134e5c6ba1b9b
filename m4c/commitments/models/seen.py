"""Which rows of asks, commitments and what belongs to them an account may read."""

from typing import Self, TypeVar

from django.db import models
from django.db.models import Q

from m4c.commitments.permissions import SEE_COMMITMENTS
from m4c.people.models import Account

Row = TypeVar("Row", bound=models.Model)


class OfGroupQuerySet(models.QuerySet[Row]):
    """Rows of a group."""

    def visible_to(self, account: Account) -> Self:
        """Those of one's groups."""
        return self.filter(account.sight.of_group("group", SEE_COMMITMENTS))


class OfCommitmentQuerySet(models.QuerySet[Row]):
    """Rows of a commitment, seen by those who see the commitment."""

    def visible_to(self, account: Account) -> Self:
        """Those of commitments of one's groups, and of those that one keeps."""
        seen = account.sight.of_group("commitment__group", SEE_COMMITMENTS)
        return self.filter(seen | Q(commitment__keeper=account.person_id) if account.person_id else seen)
