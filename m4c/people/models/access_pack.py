"""An access pack: all that is held on somebody, looked through first, then made into files that go after a while."""

from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Self

from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from m4c.core.labels import label
from m4c.core.models import Record
from m4c.people.models.protection import Protection
from m4c.people.models.sign_in_link import hash_of
from m4c.people.permissions import MAKE_ACCESS_PACKS

if TYPE_CHECKING:
    from m4c.people.models.account import Account

KEPT = timedelta(days=14)


class AccessPackQuerySet(models.QuerySet["AccessPack"]):
    """Which packs."""

    def visible_to(self, account: "Account") -> Self:
        """Those of the requests whose packs the account makes."""
        return self.filter(account.sight.of_group("request__group", MAKE_ACCESS_PACKS))

    def openable(self, now: datetime) -> Self:
        """Those whose files may still be opened: made, not forgotten, and of nobody kept safe since they were made.

        Whoever is kept safe now may not be alone any more where the link went.
        """
        safe = Protection.objects.active().filter(
            person=OuterRef("request__person"), placed_at__gte=OuterRef("asked_at")
        )
        return self.filter(~Q(Exists(safe)), made_at__isnull=False, forgotten_at=None, expires_at__gt=now)

    def of_token(self, token: str) -> Self:
        """The one whose link has this secret, or none."""
        return self.filter(token_hash=hash_of(token))

    def outdated(self, now: datetime) -> Self:
        """Those whose files have been kept long enough."""
        return self.filter(forgotten_at=None, expires_at__lte=now)


class AccessPack(Record):
    """One making of somebody's pack: asked for, made, given and forgotten. The row outlives the files."""

    labels = label(
        contact="sent_to",
        content="handed_how",
        operational="request asked_by asked_at expires_at language count made_at failed_at forgotten_at token_hash "
        "sent_at handed_on handed_by",
        kept="handed_how",
    )
    scope = "request__group__path"

    request = models.ForeignKey("people.RightsRequest", on_delete=models.CASCADE, related_name="+")
    asked_by = models.ForeignKey("people.Account", on_delete=models.PROTECT, related_name="+")
    asked_at = models.DateTimeField()
    expires_at = models.DateTimeField(db_index=True)
    language = models.CharField(max_length=8, blank=True)
    count = models.PositiveIntegerField(null=True, blank=True)  # entries in it
    made_at = models.DateTimeField(null=True, blank=True)
    failed_at = models.DateTimeField(null=True, blank=True)
    forgotten_at = models.DateTimeField(null=True, blank=True)
    token_hash = models.CharField(max_length=64, blank=True)  # none until a link is sent
    sent_to = models.EmailField(_("e-mail"), max_length=254, blank=True)
    sent_at = models.DateTimeField(null=True, blank=True)
    handed_on = models.DateField(_("handed over on"), null=True, blank=True)
    handed_by = models.ForeignKey("people.Account", null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    handed_how = models.CharField(_("how it was handed over"), max_length=300, blank=True)

    objects = AccessPackQuerySet.as_manager()

    class Meta:
        ordering = ["-asked_at", "-id"]
        constraints = [
            models.UniqueConstraint(fields=["token_hash"], condition=~Q(token_hash=""), name="one_pack_of_a_link"),
            models.CheckConstraint(name="access_pack_is_made_or_failed", condition=Q(made_at=None) | Q(failed_at=None)),
            models.CheckConstraint(
                name="access_pack_is_handed_over_somehow_by_somebody",
                condition=Q(handed_on=None, handed_by=None, handed_how="")
                | Q(handed_on__isnull=False, handed_by__isnull=False) & ~Q(handed_how=""),
            ),
        ]

    def __str__(self) -> str:
        return f"access pack {self.pk}"

    @property
    def state(self) -> str:
        """queued, made, failed or forgotten."""
        if self.forgotten_at:
            return "forgotten"
        if self.made_at:
            return "made"
        return "failed" if self.failed_at else "queued"


class PackDecisionQuerySet(models.QuerySet["PackDecision"]):
    """Which decisions."""

    def visible_to(self, account: "Account") -> Self:
        """Those of the requests whose packs the account makes."""
        return self.filter(account.sight.of_group("request__group", MAKE_ACCESS_PACKS))


class PackDecision(models.Model):
    """What is done with one entry that holds others too. It counts while the entry says what was decided on."""

    class Choice(models.TextChoices):
        INCLUDE = "include", _("give it as it is")
        REDACT = "redact", _("give it in other words")
        WITHHOLD = "withhold", _("hold it back")

    labels = label(content="words reason", operational="request entry fingerprint choice by at")
    scope = "request__group__path"

    request = models.ForeignKey("people.RightsRequest", on_delete=models.CASCADE, related_name="+")
    entry = models.CharField(max_length=80)  # `people.note:123`
    fingerprint = models.CharField(max_length=64)  # of what the entry said
    choice = models.CharField(_("what they are given"), max_length=8, choices=Choice)
    words = models.TextField(_("the words they are given"), max_length=8_000, blank=True)
    reason = models.CharField(_("why it is held back"), max_length=500, blank=True)
    by = models.ForeignKey("people.Account", on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    objects = PackDecisionQuerySet.as_manager()

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["request", "entry"], name="one_decision_about_an_entry"),
            models.CheckConstraint(
                name="decision_says_what_it_must",
                condition=Q(choice="include", words="", reason="")
                | (Q(choice="redact", reason="") & ~Q(words=""))
                | (Q(choice="withhold", words="") & ~Q(reason="")),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.choice}, {self.entry}"


class PackOpeningQuerySet(models.QuerySet["PackOpening"]):
    """Which openings."""

    def visible_to(self, account: "Account") -> Self:
        """Those of the packs that the account makes."""
        return self.filter(account.sight.of_group("pack__request__group", MAKE_ACCESS_PACKS))


class PackOpening(models.Model):
    """Somebody took a file of a pack: which, when, and who; nobody's account where it was by the link."""

    labels = label(operational="pack file by at")
    scope = "pack__request__group__path"

    pack = models.ForeignKey(AccessPack, on_delete=models.CASCADE, related_name="+")
    file = models.CharField(max_length=8)
    by = models.ForeignKey("people.Account", null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    objects = PackOpeningQuerySet.as_manager()

    class Meta:
        ordering = ["-at", "-id"]

    def __str__(self) -> str:
        return f"opening {self.pk} of access pack {self.pack_id}"
