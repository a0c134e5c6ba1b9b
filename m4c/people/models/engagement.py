"""The engagement ledger: one row for each dated thing that a person did, seen by those who may see its source."""

from typing import TYPE_CHECKING, Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from m4c.core.labels import label

if TYPE_CHECKING:
    from m4c.people.models.account import Account

NAMES_ANOTHER = Q(leader__isnull=False) | Q(other__isnull=False)  # rows that tell of two people


class EngagementQuerySet(models.QuerySet["Engagement"]):
    """Which rows of the ledger."""

    def visible_to(self, account: "Account") -> Self:
        """Those whose source the account may see: by group and tier, which stand on the row, and by protection."""
        sight = account.sight
        return self.filter(sight.of_ledger(), sight.unless_protected("person"), sight.unless_protected("other"))


class Engagement(models.Model):
    """What a person did and when, written with its source record and withdrawn with it."""

    class Tier(models.TextChoices):
        GROUP = "group", _("the group and those above it")
        TEAM = "team", _("this very group's leaders and organisers")
        PRIVATE = "private", _("whoever wrote it")

    labels = label(
        special="kind",
        operational="person leader other at occasion group tier author source_type source_id",
        kept="kind",
    )
    scope = "group__path"

    kind = models.CharField(max_length=40)
    person = models.ForeignKey("people.Person", on_delete=models.CASCADE, related_name="+", db_index=False)
    # Who asked, hosted or brought them: by this a leader sees the people they have met, brought or lead.
    leader = models.ForeignKey(
        "people.Person", db_index=False, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    # The other person of the source, where there is one: kept safe, she hides this row as she hides its source.
    other = models.ForeignKey("people.Person", null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    at = models.DateTimeField()
    # What several people did at once: the event's id, the same on the rows of all who came to it.
    occasion = models.BigIntegerField(null=True, blank=True)
    group = models.ForeignKey("people.Group", on_delete=models.PROTECT, related_name="+", db_index=False)
    tier = models.CharField(max_length=8, choices=Tier, default=Tier.GROUP)
    author = models.ForeignKey("people.Account", null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    source_type = models.CharField(max_length=60)  # "events.attendance"
    source_id = models.BigIntegerField()

    objects = EngagementQuerySet.as_manager()

    class Meta:
        ordering = ["-at", "-id"]
        # A column with which one of these begins has no index of its own.
        constraints = [
            models.UniqueConstraint(
                fields=["source_type", "source_id", "kind", "person"], name="one_row_for_what_a_person_did"
            )
        ]
        indexes = [
            models.Index(fields=["person", "-at"], name="ledger_of_a_person"),
            models.Index(fields=["person", "-at"], condition=NAMES_ANOTHER, name="ledger_of_two_people"),
            models.Index(fields=["occasion", "person"], condition=Q(occasion__isnull=False), name="who_came_together"),
            models.Index(fields=["leader", "person"], name="people_a_leader_knows"),
            models.Index(fields=["group", "kind", "at"], name="ledger_of_a_group"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} at {self.at:%Y-%m-%d}"
