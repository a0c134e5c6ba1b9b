"""A report as a file that somebody asked for: made by the worker, theirs alone, forgotten after a day."""

from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Self

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from m4c.core.labels import label
from m4c.core.models import Record
from m4c.insight.so_far import Period
from m4c.people.models.protection import kept_safe_since

if TYPE_CHECKING:
    from m4c.people.models import Account

KEPT = timedelta(days=1)


class ReportFileQuerySet(models.QuerySet["ReportFile"]):
    """Which files."""

    def visible_to(self, account: "Account") -> Self:
        """One's own, and none made before somebody was kept safe: it might still name her."""
        return self.filter(~kept_safe_since("made_at"), requested_by=account.pk)

    def outdated(self, now: datetime) -> Self:
        """Those whose day is over."""
        return self.filter(requested_at__lt=now - KEPT)


class ReportFile(Record):
    """A PDF asked for: queued until it is made or failed."""

    labels = label(
        content="content",
        operational="group campaign is_public first_day last_day requested_by requested_at made_at failed_at",
    )
    scope = "group__path"

    group = models.ForeignKey(
        "people.Group", null=True, blank=True, on_delete=models.CASCADE, related_name="+", verbose_name=_("group")
    )
    # A listening report's campaign, and whether it is the version that everybody may read; else The Movement So Far.
    campaign = models.ForeignKey(
        "listening.ListeningCampaign", null=True, blank=True, on_delete=models.CASCADE, related_name="+"
    )
    is_public = models.BooleanField(default=False)
    first_day = models.DateField(_("from"))
    last_day = models.DateField(_("to"))
    requested_by = models.ForeignKey("people.Account", on_delete=models.CASCADE, related_name="+")
    requested_at = models.DateTimeField(db_index=True)
    made_at = models.DateTimeField(null=True, blank=True)
    failed_at = models.DateTimeField(null=True, blank=True)
    content = models.BinaryField(null=True, blank=True)  # in the database: it comes and goes with its row

    objects = ReportFileQuerySet.as_manager()

    class Meta:
        ordering = ["-requested_at", "-id"]
        constraints = [
            models.CheckConstraint(name="report_file_has_a_period", condition=Q(last_day__gte=F("first_day"))),
            models.CheckConstraint(
                name="report_file_is_made_with_its_content",
                condition=Q(made_at=None, content=None) | Q(made_at__isnull=False, content__isnull=False),
            ),
            models.CheckConstraint(name="report_file_is_made_or_failed", condition=Q(made_at=None) | Q(failed_at=None)),
        ]

    def __str__(self) -> str:
        return f"{self.state} file of {self.first_day:%Y-%m-%d} to {self.last_day:%Y-%m-%d}"

    @property
    def state(self) -> str:
        """queued, made or failed."""
        if self.made_at:
            return "made"
        return "failed" if self.failed_at else "queued"

    @property
    def is_queued(self) -> bool:
        """Whether it is still to be made."""
        return self.state == "queued"

    @property
    def filename(self) -> str:
        """What the file is called once it is on somebody's machine."""
        if self.campaign:
            return f"listening-{self.campaign.slug}{'-public' if self.is_public else ''}.pdf"
        whose = self.group.slug if self.group else "movement"
        return f"so-far-{whose}-{self.first_day}-{self.last_day}.pdf"

    @property
    def period(self) -> Period:
        """What it reports on."""
        return Period(self.first_day, self.last_day)
