"""A device on which an account is signed in: what it is, since when, and how to end it."""

from datetime import datetime
from typing import Self

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from m4c.core.labels import label
from m4c.core.models import Record
from m4c.people.models.account import Account


class DeviceQuerySet(models.QuerySet["Device"]):
    """Which devices."""

    def visible_to(self, account: Account) -> Self:
        """One's own, and nobody else's."""
        return self.filter(account=account)

    def signed_in(self, now: datetime) -> Self:
        """Those that are signed in now, the latest first."""
        return self.filter(ended_at=None, expires_at__gt=now).order_by("-last_seen_on", "-id")

    def see(self, pk: int, *, session_key: str, expires_at: datetime) -> bool:
        """Note that a device was here today, under this key. Answers whether it still is signed in."""
        here = self.filter(pk=pk, ended_at=None)
        return bool(here.update(session_key=session_key, expires_at=expires_at, last_seen_on=timezone.localdate()))


class Device(Record):
    """One signed-in session of an account, known by the browser and system that it named itself.

    The session's key is a secret and goes when the sign-in ends; the row stays a while, for its owner to see.
    """

    labels = label(
        operational="account session_key browser system is_own made_at last_seen_on expires_at ended_at",
    )
    scope = "account__roles__group__path"

    account = models.ForeignKey("people.Account", on_delete=models.CASCADE, related_name="+")
    session_key = models.CharField(max_length=40, blank=True)
    browser = models.CharField(max_length=40, blank=True)
    system = models.CharField(max_length=40, blank=True)
    is_own = models.BooleanField(default=False)  # what its owner said at sign-in
    made_at = models.DateTimeField(default=timezone.now)
    last_seen_on = models.DateField(default=timezone.localdate)
    expires_at = models.DateTimeField(db_index=True)
    ended_at = models.DateTimeField(null=True, blank=True)

    objects = DeviceQuerySet.as_manager()

    class Meta:
        ordering = ["-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["session_key"], condition=~Q(session_key=""), name="one_device_for_a_session"
            ),
            models.CheckConstraint(
                name="device_is_signed_in_or_ended",
                condition=(Q(ended_at=None) & ~Q(session_key="")) | Q(ended_at__isnull=False, session_key=""),
            ),
        ]
        indexes = [models.Index(fields=["account", "ended_at"], name="devices_of_an_account")]

    def __str__(self) -> str:
        if self.browser and self.system:
            return _("{browser} on {system}").format(browser=self.browser, system=self.system)
        return self.browser or self.system or _("A browser that does not say what it is")
