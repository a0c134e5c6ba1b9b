"""A published listening report: its public figures as they stood that day."""

from typing import Any, Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from m4c.core.labels import label
from m4c.core.models import Record


class PublishedListeningQuerySet(models.QuerySet["PublishedListening"]):
    """Which published listening reports."""

    def visible_to(self, account: Any) -> Self:
        """Those that stand: everybody may read them, signed in or not; withdrawn ones nobody."""
        return self.filter(withdrawn_at=None)


class PublishedListening(Record):
    """The public version of a campaign's listening report, by an address of its own; it changes no more."""

    labels = label(
        content="told", operational="slug campaign published_by published_at withdrawn_by withdrawn_at", kept="told"
    )
    scope = "campaign__group__path"

    slug = models.SlugField(max_length=120, unique=True)
    campaign = models.ForeignKey(
        "listening.ListeningCampaign", on_delete=models.PROTECT, related_name="+", verbose_name=_("campaign")
    )
    told = models.JSONField()  # the report, public: without themes of fewer than five, and nobody's name
    published_by = models.ForeignKey("people.Account", on_delete=models.PROTECT, related_name="+")
    published_at = models.DateTimeField()
    withdrawn_by = models.ForeignKey(
        "people.Account", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    objects = PublishedListeningQuerySet.as_manager()

    class Meta:
        ordering = ["-published_at", "-id"]
        constraints = [
            models.CheckConstraint(
                name="published_listening_withdrawn_by_somebody",
                condition=Q(withdrawn_at=None, withdrawn_by=None)
                | Q(withdrawn_at__isnull=False, withdrawn_by__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return self.slug
