"""An invitation that waits: somebody whom the inviter cannot see was asked to come into a group."""

from typing import TYPE_CHECKING, Self

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from m4c.core.labels import label
from m4c.core.models import Record
from m4c.core.permissions import ROLE_NAMES
from m4c.people.permissions import SEE_PROTECTED

if TYPE_CHECKING:
    from m4c.people.models.account import Account


class InvitationQuerySet(models.QuerySet["Invitation"]):
    """Which invitations."""

    def visible_to(self, account: "Account") -> Self:
        """Those that the account typed itself, and those to people whose safety it answers for."""
        answered = Q(protection__isnull=False) & account.sight.of_group("protection__group", SEE_PROTECTED)
        return self.filter(Q(invited_by=account.pk) | answered)

    def waiting(self) -> Self:
        """Those that nobody has accepted."""
        return self.filter(accepted_at=None)


class Invitation(Record):
    """What is asked of somebody, and the address as typed: all that whoever invited sees, until it is accepted.

    With a `protection` it was typed for somebody kept safe: it is sent to nobody and opens nothing.
    """

    labels = label(contact="email", operational="account group role invited_by invited_at accepted_at protection")
    scope = "group__path"

    email = models.EmailField(_("e-mail"), max_length=254)
    account = models.ForeignKey("people.Account", null=True, blank=True, on_delete=models.CASCADE, related_name="+")
    group = models.ForeignKey("people.Group", on_delete=models.PROTECT, related_name="+")
    role = models.CharField(_("role"), max_length=20, choices=[(role.value, name) for role, name in ROLE_NAMES.items()])
    invited_by = models.ForeignKey("people.Account", on_delete=models.PROTECT, related_name="+")
    invited_at = models.DateTimeField(default=timezone.now)
    accepted_at = models.DateTimeField(null=True, blank=True)
    protection = models.ForeignKey(
        "people.Protection", null=True, blank=True, on_delete=models.CASCADE, related_name="+"
    )

    objects = InvitationQuerySet.as_manager()

    class Meta:
        ordering = ["-invited_at", "-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["email", "group", "role", "invited_by"],
                condition=Q(accepted_at=None),
                name="one_waiting_invitation_alike",
            ),
            models.CheckConstraint(
                name="invitation_of_somebody_kept_safe_waits",
                condition=Q(protection=None) | Q(accepted_at=None),
            ),
        ]

    def __str__(self) -> str:
        return f"invitation {self.pk}"
