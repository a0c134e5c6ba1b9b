"""A one-time link to one's own contact details and consents, for those without an account."""

from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Self

from django.db import models
from django.db.models import Exists, OuterRef

from m4c.core.labels import label
from m4c.people.models.protection import Protection
from m4c.people.models.sign_in_link import hash_of

if TYPE_CHECKING:
    from m4c.people.models.account import Account

GOOD_FOR = timedelta(hours=1)  # a letter is read within the hour or asked for again
OPEN_FOR = timedelta(minutes=30)  # once used, in the very browser that used it


def kept_safe_since_made() -> Exists:
    """Whether whoever a link is for is kept safe since it was made: they may not be alone any more where it went."""
    safe = Protection.objects.active()
    return Exists(safe.filter(person=OuterRef("person"), placed_at__gte=OuterRef("made_at")))


class OwnDataLinkQuerySet(models.QuerySet["OwnDataLink"]):
    """Which links."""

    def visible_to(self, account: "Account") -> Self:
        """None: whoever holds the secret is whom a link is for."""
        return self.none()

    def unused(self, now: datetime) -> Self:
        """Those that still open the page."""
        return self.filter(~kept_safe_since_made(), used_at=None, expires_at__gt=now)

    def in_use(self, now: datetime) -> Self:
        """Those whose page is still open in the browser that used them."""
        return self.filter(~kept_safe_since_made(), used_at__gt=now - OPEN_FOR)

    def of_token(self, token: str) -> Self:
        """The one link of this secret, or none."""
        return self.filter(token_hash=hash_of(token))

    def outdated(self, now: datetime) -> Self:
        """Those that open nothing any more."""
        return self.exclude(models.Q(used_at=None, expires_at__gt=now) | models.Q(used_at__gt=now - OPEN_FOR))


class OwnDataLink(models.Model):
    """One link: whose page it opens, until when, and when it was used. Its secret is kept as a hash."""

    labels = label(contact="email", operational="person token_hash made_at expires_at used_at")

    person = models.ForeignKey("people.Person", on_delete=models.CASCADE, related_name="+")
    email = models.EmailField(max_length=254)  # where the letter goes
    token_hash = models.CharField(max_length=64, blank=True)  # none until the letter is written
    made_at = models.DateTimeField()
    expires_at = models.DateTimeField(db_index=True)
    used_at = models.DateTimeField(null=True, blank=True)

    objects = OwnDataLinkQuerySet.as_manager()

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["token_hash"], condition=~models.Q(token_hash=""), name="one_own_data_link_of_a_secret"
            )
        ]

    def __str__(self) -> str:
        return f"link {self.pk} to own data"
