"""The strategy chart of a target, entry by entry with what each replaced."""

from typing import Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from m4c.campaigns.models.campaign import OfCampaignQuerySet
from m4c.core.labels import label
from m4c.core.models import Record


class ChartEntryQuerySet(OfCampaignQuerySet["ChartEntry"]):
    """Which entries."""

    def standing(self) -> Self:
        """Those that nothing replaced and nobody took away."""
        return self.filter(ended_at=None)


class ChartEntry(Record):
    """One line in a column of the strategy chart of a target (Midwest Academy: domain.md, A3).

    A change makes a new entry that replaces the old one, so two people at once lose nothing: whoever changes an entry
    that was replaced meanwhile is shown both.
    """

    class Column(models.TextChoices):
        GOALS = "goals", _("goals")
        ORGANISATION = "organisation", _("organisational considerations")
        PEOPLE = "people", _("constituents, allies and opponents")
        TARGETS = "targets", _("targets")
        TACTICS = "tactics", _("tactics")

    class Part(models.TextChoices):
        LONG = "long", _("in the long run")
        MIDDLE = "middle", _("what counts as victory")
        SHORT = "short", _("on the way")
        RESOURCES = "resources", _("what we put in")
        STRENGTHENS = "strengthens", _("how it makes us stronger")
        PROBLEMS = "problems", _("problems inside")
        CONSTITUENTS = "constituents", _("whose problem it is")
        ALLIES = "allies", _("allies")
        OPPONENTS = "opponents", _("opponents")
        PRIMARY = "primary", _("can grant it")
        SECONDARY = "secondary", _("can move whoever grants it")
        TACTIC = "tactic", _("step")

    labels = label(
        content="words constituency",
        operational="campaign target column part order due_on replaces by at ended_at ended_by",
        kept="words constituency",
    )
    scope = "campaign__group__path"

    campaign = models.ForeignKey("campaigns.Campaign", on_delete=models.CASCADE, related_name="+")
    target = models.ForeignKey("campaigns.Target", on_delete=models.CASCADE, related_name="+")
    column = models.CharField(max_length=12, choices=Column)
    part = models.CharField(_("part"), max_length=12, choices=Part)
    words = models.CharField(_("in words"), max_length=400)
    constituency = models.CharField(_("who of ours does it"), max_length=160, blank=True)
    due_on = models.DateField(_("by when"), null=True, blank=True)
    order = models.PositiveSmallIntegerField(default=1)
    replaces = models.OneToOneField("self", null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    by = models.ForeignKey("people.Account", on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)  # replaced or taken away
    ended_by = models.ForeignKey("people.Account", null=True, blank=True, on_delete=models.PROTECT, related_name="+")

    objects = ChartEntryQuerySet.as_manager()

    class Meta:
        ordering = ["order", "id"]
        constraints = [
            models.CheckConstraint(name="a_chart_entry_has_words", condition=~Q(words="")),
            models.CheckConstraint(
                name="a_chart_entry_is_ended_by_somebody",
                condition=Q(ended_at=None, ended_by=None) | Q(ended_at__isnull=False, ended_by__isnull=False),
            ),
        ]
        indexes = [models.Index(fields=["target", "column"], name="chart_of_a_target")]

    def __str__(self) -> str:
        return f"{self.column} {self.pk}"


class ChartVersion(Record):
    """The chart of a target as it stood when somebody kept it: its number, why, and its entries then."""

    labels = label(content="words entries", operational="campaign target number by at", kept="words entries")
    scope = "campaign__group__path"

    campaign = models.ForeignKey("campaigns.Campaign", on_delete=models.CASCADE, related_name="+")
    target = models.ForeignKey("campaigns.Target", on_delete=models.CASCADE, related_name="+")
    number = models.PositiveSmallIntegerField()
    words = models.CharField(_("why it is kept"), max_length=200, blank=True)
    entries = models.JSONField(default=list)  # as each stood: column, part, words, constituency, due_on
    by = models.ForeignKey("people.Account", on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    objects = OfCampaignQuerySet["ChartVersion"].as_manager()

    class Meta:
        ordering = ["-number"]
        constraints = [models.UniqueConstraint(fields=["target", "number"], name="one_chart_version_of_a_number")]

    def __str__(self) -> str:
        return f"version {self.number}"
