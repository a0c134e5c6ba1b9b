"""What a commitment hangs on: its dates, its milestones and its conditions."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from m4c.commitments.models.seen import OfCommitmentQuerySet
from m4c.core.labels import label
from m4c.core.models import Record


class DueDate(Record):
    """When a commitment was known to be due, from a day on: "before the general election" gets its date later."""

    labels = label(content="words because", operational="commitment known_on due_on by at", kept="words because")
    scope = "commitment__group__path"

    commitment = models.ForeignKey("commitments.Commitment", on_delete=models.CASCADE, related_name="+")
    known_on = models.DateField(_("known since"))
    due_on = models.DateField(_("due on"), null=True, blank=True)
    words = models.CharField(_("in words"), max_length=120, blank=True)
    because = models.CharField(_("why it changed"), max_length=200, blank=True)
    by = models.ForeignKey("people.Account", on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    objects = OfCommitmentQuerySet["DueDate"].as_manager()

    class Meta:
        ordering = ["known_on", "id"]

    def __str__(self) -> str:
        return f"due {self.due_on}"


class Milestone(Record):
    """How far a commitment is to be by a day, as known since another: 45 per cent by one date, 100 by another."""

    labels = label(content="words", operational="commitment known_on on level", kept="words")
    scope = "commitment__group__path"

    commitment = models.ForeignKey("commitments.Commitment", on_delete=models.CASCADE, related_name="+")
    known_on = models.DateField(_("known since"))
    on = models.DateField(_("by"))
    level = models.DecimalField(_("how much"), max_digits=14, decimal_places=2)
    words = models.CharField(_("in words"), max_length=160, blank=True)

    objects = OfCommitmentQuerySet["Milestone"].as_manager()

    class Meta:
        ordering = ["on", "id"]
        constraints = [models.UniqueConstraint(fields=["commitment", "on"], name="one_milestone_on_a_day")]

    def __str__(self) -> str:
        return f"{self.level} by {self.on}"


class Condition(Record):
    """What a commitment hangs on ("if elected"), or what it waits for: another body's decision, which voids nothing."""

    class Kind(models.TextChoices):
        CONDITION = "condition", _("only if")
        DEPENDENCY = "dependency", _("waits for")

    labels = label(content="words", operational="commitment kind body made_by made_at", kept="words")
    scope = "commitment__group__path"

    commitment = models.ForeignKey("commitments.Commitment", on_delete=models.CASCADE, related_name="+")
    kind = models.CharField(_("kind"), max_length=10, choices=Kind, default=Kind.CONDITION)
    words = models.CharField(_("in words"), max_length=200)
    body = models.ForeignKey("power.Institution", null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    made_by = models.ForeignKey("people.Account", on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField()

    objects = OfCommitmentQuerySet["Condition"].as_manager()

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return self.words


class ConditionState(Record):
    """Where a condition stood from a day on, and who says so."""

    class State(models.TextChoices):
        OPEN = "open", _("open")
        MET = "met", _("met")
        FAILED = "failed", _("failed")

    labels = label(
        content="evidence says_who",
        operational="commitment condition state on evidence_url struck_at by at",
        kept="evidence says_who",
    )
    scope = "commitment__group__path"

    commitment = models.ForeignKey("commitments.Commitment", on_delete=models.CASCADE, related_name="+")
    condition = models.ForeignKey(Condition, on_delete=models.CASCADE, related_name="+")
    state = models.CharField(_("where it stands"), max_length=6, choices=State)
    on = models.DateField(_("since"))
    evidence = models.CharField(_("what shows it"), max_length=300, blank=True)
    evidence_url = models.URLField(_("its address"), max_length=300, blank=True)
    says_who = models.CharField(_("who says so"), max_length=160, blank=True)
    struck_at = models.DateTimeField(null=True, blank=True)
    by = models.ForeignKey("people.Account", on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    objects = OfCommitmentQuerySet["ConditionState"].as_manager()

    class Meta:
        ordering = ["on", "id"]

    def __str__(self) -> str:
        return f"{self.state} on {self.on}"
