"""A load of a public table of office-holders, and who controls a council."""

from typing import Self

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from m4c.core.labels import label
from m4c.core.models import Record
from m4c.power.models.public_role import ReferenceQuerySet


class PowerLoadQuerySet(ReferenceQuerySet["PowerLoad"]):
    """Which loads, the latest first."""

    def after(self, load: "PowerLoad") -> Self:
        """Those that come after this one in the list: loaded before it."""
        return self.filter(Q(at__lt=load.at) | Q(at=load.at, pk__lt=load.pk))

    def before(self, load: "PowerLoad") -> Self:
        """Those that come before this one in the list: loaded after it."""
        return self.filter(Q(at__gt=load.at) | Q(at=load.at, pk__gt=load.pk))


class PowerLoad(Record):
    """One file that was applied: which source, as it stood when, what it changed and what it could not place."""

    class Source(models.TextChoices):
        CSV = "csv", _("our own table")
        POPOLO = "popolo", _("Popolo JSON")
        DEMOCRACYCLUB = "democracyclub", _("Democracy Club candidates")
        MEMBERS = "members", _("Parliament's Members API")
        OPENCOUNCIL = "opencouncil", _("Open Council Data")

    labels = label(operational="source file_name digest as_it_stood counts unmatched_areas by at")

    source = models.CharField(max_length=13, choices=Source)
    file_name = models.CharField(max_length=200)
    digest = models.CharField(max_length=64)
    as_it_stood = models.DateField(null=True, blank=True)  # the day of the newest row, or the file's own
    counts = models.JSONField(default=dict)  # new, changed, ended, unchanged, refused
    unmatched_areas = models.JSONField(default=list)
    by = models.ForeignKey("people.Account", on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    objects = PowerLoadQuerySet.as_manager()

    class Meta:
        ordering = ["-at", "-id"]

    def __str__(self) -> str:
        return f"{self.source} {self.at:%Y-%m-%d}"


class CouncilControl(Record):
    """Who controls a council over a period, as a source says it: one party, several, or nobody.

    Where no such row stands, control is worked out from the parties of those who hold its seats.
    """

    labels = label(
        content="words",
        operational="institution started_on ended_on source_url source_on made_by made_at",
        kept="words",
    )

    institution = models.ForeignKey("power.Institution", on_delete=models.PROTECT, related_name="+")
    words = models.CharField(_("who controls it"), max_length=120)
    started_on = models.DateField(_("from"))
    ended_on = models.DateField(_("until"), null=True, blank=True)
    source_url = models.URLField(_("source"), max_length=300)
    source_on = models.DateField(_("as it stood on"))
    made_by = models.ForeignKey("people.Account", on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField(auto_now_add=True)

    objects = ReferenceQuerySet["CouncilControl"].as_manager()

    class Meta:
        ordering = ["-started_on", "-id"]
        constraints = [
            models.CheckConstraint(
                name="control_ends_after_it_starts", condition=Q(ended_on=None) | Q(ended_on__gte=F("started_on"))
            ),
            models.UniqueConstraint(fields=["institution", "started_on"], name="one_control_of_a_council_from_a_day"),
        ]

    def __str__(self) -> str:
        return self.words
