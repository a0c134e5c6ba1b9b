"""A one-time sign-in link: a secret that only its hash is kept of, good once and not for long."""

import hashlib
from datetime import datetime
from typing import Self

from django.db import models
from django.utils import timezone

from m4c.core.labels import label


class SignInLinkQuerySet(models.QuerySet["SignInLink"]):
    """Which links."""

    def open(self, now: datetime) -> Self:
        """Those that still open something: not spent, not expired, for an account that is not closed."""
        return self.filter(spent_at=None, expires_at__gt=now, account__is_active=True)

    def of_token(self, token: str) -> Self:
        """The one link of this secret, or none."""
        return self.filter(token_hash=hash_of(token))


class SignInLink(models.Model):
    """A link that signs an account in once: who asked for it, until when it is good, and when it was used."""

    labels = label(operational="account token_hash made_by made_at expires_at spent_at invitation")

    account = models.ForeignKey("people.Account", on_delete=models.CASCADE, related_name="+")
    token_hash = models.CharField(max_length=64, unique=True)
    made_by = models.ForeignKey("people.Account", on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField(default=timezone.now)
    expires_at = models.DateTimeField(db_index=True)
    spent_at = models.DateTimeField(null=True, blank=True)
    # What using it accepts, where it came with an invitation that waits.
    invitation = models.ForeignKey(
        "people.Invitation", null=True, blank=True, on_delete=models.CASCADE, related_name="+"
    )

    objects = SignInLinkQuerySet.as_manager()

    def __str__(self) -> str:
        return f"sign-in link {self.pk}"

    @classmethod
    def waiting(cls, token: str) -> "SignInLink | None":
        """The link of this secret, with the account that it would sign in now; None where it would not."""
        links = cls.objects.open(timezone.now()).of_token(token)
        return links.select_related("account__person", "invitation__group").first()


def hash_of(token: str) -> str:
    """What is kept of a secret. It is 256 random bits, so one plain hash is enough."""
    return hashlib.sha256(token.encode()).hexdigest()
