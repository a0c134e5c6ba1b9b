"""The door: who came in, when, by whose phone; and the links that let somebody without an account run it."""

from datetime import datetime, timedelta
from typing import Self

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from m4c.core.labels import label
from m4c.core.models import Record
from m4c.events.permissions import RECORD_ATTENDANCE, SEE_ATTENDANCE
from m4c.people.models import Account
from m4c.people.models.sign_in_link import hash_of

KEPT_FOR = timedelta(days=1)  # how long a device keeps the list, and what waits on it for a signal


class HostLinkQuerySet(models.QuerySet["HostLink"]):
    """Which links."""

    def visible_to(self, account: Account) -> Self:
        """Those to events of groups where one records who came."""
        return self.filter(account.sight.of_group("event__group", RECORD_ATTENDANCE))

    def open(self, now: datetime) -> Self:
        """Those that open their event's door."""
        return self.filter(revoked_at=None, expires_at__gt=now, event__cancelled_at=None)

    def heard(self, now: datetime) -> Self:
        """Those from whose device what waited for a signal is still taken, for a day after the door is shut."""
        return self.open(now - KEPT_FOR)

    def of_token(self, token: str) -> Self:
        """The one link of this secret, or none."""
        return self.filter(token_hash=hash_of(token))


class HostLink(Record):
    """A secret that opens exactly one event's door on the first device that uses it; both are kept as hashes."""

    labels = label(
        content="for_whom",
        operational="event token_hash device_hash made_by made_at expires_at opened_at revoked_at",
    )
    scope = "event__group__path"

    event = models.ForeignKey("events.Event", on_delete=models.CASCADE, related_name="+")
    for_whom = models.CharField(_("for whom"), max_length=120)
    token_hash = models.CharField(max_length=64, unique=True)
    device_hash = models.CharField(max_length=64, blank=True)
    made_by = models.ForeignKey("people.Account", on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    opened_at = models.DateTimeField(null=True, blank=True)
    revoked_at = models.DateTimeField(null=True, blank=True)

    objects = HostLinkQuerySet.as_manager()

    class Meta:
        ordering = ["-made_at", "-id"]
        constraints = [
            models.CheckConstraint(name="a_host_link_ends_after_it_begins", condition=Q(expires_at__gt=F("made_at"))),
            models.CheckConstraint(
                name="a_host_link_is_opened_on_a_device",
                condition=Q(opened_at=None, device_hash="") | (Q(opened_at__isnull=False) & ~Q(device_hash="")),
            ),
        ]

    def __str__(self) -> str:
        return f"host link {self.pk}"


class ArrivalQuerySet(models.QuerySet["Arrival"]):
    """Which arrivals."""

    def visible_to(self, account: Account) -> Self:
        """Those at events of groups where one sees who came; never of somebody kept safe."""
        seen = account.sight.of_group("event__group", SEE_ATTENDANCE)
        return self.filter(seen, account.sight.unless_protected("attendance__person"))

    def standing(self) -> Self:
        """Those that were not undone."""
        return self.filter(undone_at=None)


class Arrival(Record):
    """One tap at a door, known by the `uid` its device minted: the first of somebody counts, later ones are noted."""

    labels = label(
        special="attendance state_before",
        operational="event arrived_at heard_at by host_link door undone_at",
    )
    scope = "event__group__path"

    event = models.ForeignKey("events.Event", on_delete=models.CASCADE, related_name="+", db_index=False)
    attendance = models.ForeignKey("events.Attendance", on_delete=models.CASCADE, related_name="+")
    arrived_at = models.DateTimeField()  # by the clock of the device, never later than it was heard of
    heard_at = models.DateTimeField()
    by = models.ForeignKey("people.Account", null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    host_link = models.ForeignKey(HostLink, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    door = models.CharField(max_length=40, blank=True)  # which of several
    state_before = models.CharField(max_length=12, blank=True)  # to undo it; none of somebody who came unexpected
    undone_at = models.DateTimeField(null=True, blank=True)

    objects = ArrivalQuerySet.as_manager()

    class Meta:
        ordering = ["arrived_at", "id"]
        constraints = [
            models.CheckConstraint(
                name="an_arrival_is_somebodys_tap",
                condition=Q(by=None, host_link__isnull=False) | Q(by__isnull=False, host_link=None),
            ),
            models.CheckConstraint(name="an_arrival_is_heard_after_it", condition=Q(heard_at__gte=F("arrived_at"))),
        ]
        # A column with which one of these begins has no index of its own.
        indexes = [models.Index(fields=["event", "heard_at"], name="arrivals_at_an_event")]

    def __str__(self) -> str:
        return f"arrival {self.pk}"
