"""A message from the contact form, for those who answer for a group."""

from typing import TYPE_CHECKING, Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from m4c.core.labels import label
from m4c.core.models import Record
from m4c.people.permissions import ANSWER_MESSAGES

if TYPE_CHECKING:
    from m4c.people.models.account import Account


class ContactMessageQuerySet(models.QuerySet["ContactMessage"]):
    """Which messages."""

    def visible_to(self, account: "Account") -> Self:
        """Those of the groups whose messages the account answers."""
        return self.filter(account.sight.of_group("group", ANSWER_MESSAGES))

    def open(self) -> Self:
        """Those not answered, the oldest first."""
        return self.filter(answered_at=None).order_by("made_at", "pk")

    def answered(self) -> Self:
        """Those answered, the latest first."""
        return self.filter(answered_at__isnull=False).order_by("-answered_at", "-pk")


class ContactMessage(Record):
    """What somebody wrote, to which group, and who answered. Whoever writes is no person of ours by that."""

    labels = label(
        identity="name",
        contact="email",
        content="words",
        operational="group language notice made_at answered_at answered_by",
    )
    scope = "group__path"

    group = models.ForeignKey("people.Group", on_delete=models.PROTECT, related_name="+")
    name = models.CharField(_("your name"), max_length=120)
    email = models.EmailField(_("your e-mail"), max_length=254)
    words = models.TextField(_("your message"), max_length=4_000)
    language = models.CharField(max_length=8, choices=settings.LANGUAGES)
    notice = models.ForeignKey("people.PrivacyNotice", on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField(db_index=True)
    answered_at = models.DateTimeField(null=True, blank=True)
    answered_by = models.ForeignKey("people.Account", null=True, blank=True, on_delete=models.PROTECT, related_name="+")

    objects = ContactMessageQuerySet.as_manager()

    class Meta:
        ordering = ["-made_at", "-id"]
        constraints = [
            models.CheckConstraint(
                name="a_message_is_answered_by_somebody",
                condition=Q(answered_at=None, answered_by=None)
                | Q(answered_at__isnull=False, answered_by__isnull=False),
            )
        ]

    def __str__(self) -> str:
        return f"message {self.pk}"
