"""A published report: its public figures as they stood that day."""

from typing import Any, Self

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from m4c.core.labels import label
from m4c.core.models import Record
from m4c.insight.so_far import Period
from m4c.insight.words import period_words


class PublishedReportQuerySet(models.QuerySet["PublishedReport"]):
    """Which published reports."""

    def visible_to(self, account: Any) -> Self:
        """Those that stand: everybody may read them, signed in or not; withdrawn ones nobody."""
        return self.filter(withdrawn_at=None)


class PublishedReport(Record):
    """The public version of a report, by an address of its own; it changes no more, and may be withdrawn."""

    labels = label(
        operational="slug group first_day last_day figures pictures published_by published_at withdrawn_by withdrawn_at"
    )
    scope = "group__path"

    slug = models.SlugField(max_length=160, unique=True)
    group = models.ForeignKey("people.Group", on_delete=models.PROTECT, related_name="+", verbose_name=_("group"))
    first_day = models.DateField(_("from"))
    last_day = models.DateField(_("to"))
    figures = models.JSONField()  # the report's JSON, public: without leaders and small numbers
    pictures = models.JSONField()
    published_by = models.ForeignKey("people.Account", on_delete=models.PROTECT, related_name="+")
    published_at = models.DateTimeField()
    withdrawn_by = models.ForeignKey(
        "people.Account", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    objects = PublishedReportQuerySet.as_manager()

    class Meta:
        ordering = ["-published_at", "-id"]
        constraints = [
            models.CheckConstraint(name="published_report_has_a_period", condition=Q(last_day__gte=F("first_day"))),
            models.CheckConstraint(
                name="published_report_withdrawn_by_somebody",
                condition=Q(withdrawn_at=None, withdrawn_by=None)
                | Q(withdrawn_at__isnull=False, withdrawn_by__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return self.slug

    @property
    def period(self) -> Period:
        """What it reports on."""
        return Period(self.first_day, self.last_day)

    @property
    def period_words(self) -> str:
        """The period as people say it."""
        return period_words(self.first_day, self.last_day)
