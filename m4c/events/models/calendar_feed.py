"""A calendar feed: the secret address by which somebody's own calendar reads where they are going."""

from typing import Self

from django.db import models

from m4c.core.labels import label
from m4c.people.models import Account
from m4c.people.models.sign_in_link import hash_of


class CalendarFeedQuerySet(models.QuerySet["CalendarFeed"]):
    """Which feeds."""

    def visible_to(self, account: Account) -> Self:
        """One's own."""
        return self.filter(account=account.pk)

    def of_token(self, token: str) -> Self:
        """The one feed of this secret that still answers, or none."""
        return self.filter(token_hash=hash_of(token), revoked_at=None)


class CalendarFeed(models.Model):
    """A feed of one account; its secret is kept as a hash, and another is made by revoking this one."""

    labels = label(operational="account token_hash made_at revoked_at")

    account = models.ForeignKey("people.Account", on_delete=models.CASCADE, related_name="+")
    token_hash = models.CharField(max_length=64, unique=True)
    made_at = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True, blank=True)

    objects = CalendarFeedQuerySet.as_manager()

    class Meta:
        ordering = ["-made_at", "-id"]

    def __str__(self) -> str:
        return f"calendar feed {self.pk}"
