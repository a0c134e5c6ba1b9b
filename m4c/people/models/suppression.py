"""A suppression: that an e-mail address or a number is not to be used, kept of people of whom nothing else is."""

import hashlib
import hmac
from typing import TYPE_CHECKING, Self

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from m4c.core.labels import label
from m4c.people.models.consent import Channel, Purpose

if TYPE_CHECKING:
    from m4c.people.models.account import Account


class SuppressionQuerySet(models.QuerySet["Suppression"]):
    """Which suppressions."""

    def visible_to(self, account: "Account") -> Self:
        """None: they are read by the rules alone, when an address or a number comes in."""
        return self.none()


class Suppression(models.Model):
    """That this way to somebody is closed, whoever they are. It holds no address, but what one can be compared with."""

    labels = label(operational="channel purpose digest key_mark at source taken_by made_at")

    channel = models.CharField(_("by which way"), max_length=8, choices=Channel)
    purpose = models.CharField(_("for what"), max_length=8, choices=Purpose)
    digest = models.CharField(max_length=64)
    key_mark = models.CharField(
        max_length=8, blank=True, default=""
    )  # by which key the digest was made: not the key, nor a part of it
    at = models.DateTimeField(_("when"))
    source = models.CharField(_("where it is written"), max_length=200)
    taken_by = models.ForeignKey("people.Account", on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField(auto_now_add=True)

    objects = SuppressionQuerySet.as_manager()

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["digest", "channel", "purpose"], name="one_suppression_of_a_way_to_somebody"
            )
        ]

    def __str__(self) -> str:
        return f"suppression {self.pk} of {self.channel}, {self.purpose}"


def digest_of(value: str) -> str:
    """What a folded e-mail address or a number in E.164 is compared by, without keeping it.

    Keyed: nobody can try addresses against the database alone. Whoever loses the key opens every way again that people
    have closed (docs/decisions/0023-closed-addresses-by-a-key.md).
    """
    return hmac.digest(settings.SUPPRESSION_KEY.encode(), f"m4c suppression: {value}".encode(), "sha256").hex()


def key_mark() -> str:
    """What tells the key in use from another one, and tells nothing of it."""
    said = b"m4c: which key is this?"
    return hmac.new(settings.SUPPRESSION_KEY.encode(), said, hashlib.sha256).hexdigest()[:8]
