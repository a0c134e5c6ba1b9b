"""How a commitment changed: amended by agreement, or left to whoever came after."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from m4c.commitments.models.seen import OfCommitmentQuerySet
from m4c.core.labels import label
from m4c.core.models import Record


class Amendment(Record):
    """A change of a commitment that was agreed: what it said before, what it says now, and why."""

    labels = label(
        content="words_before words_after because agreed_with",
        operational="commitment on target_before target_after by at",
        kept="words_before words_after because agreed_with",
    )
    scope = "commitment__group__path"

    commitment = models.ForeignKey("commitments.Commitment", on_delete=models.CASCADE, related_name="+")
    on = models.DateField(_("agreed on"))
    words_before = models.TextField(max_length=2_000)
    words_after = models.TextField(_("in their new words"), max_length=2_000)
    target_before = models.DecimalField(max_digits=14, decimal_places=2, null=True, blank=True)
    target_after = models.DecimalField(_("how much now"), max_digits=14, decimal_places=2, null=True, blank=True)
    because = models.CharField(_("why"), max_length=300)
    agreed_with = models.CharField(_("agreed with"), max_length=160)
    by = models.ForeignKey("people.Account", on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    objects = OfCommitmentQuerySet["Amendment"].as_manager()

    class Meta:
        ordering = ["on", "id"]

    def __str__(self) -> str:
        return f"amended {self.on}"


class Inheritance(Record):
    """Whoever came after the one who promised, and how they stand to it."""

    class Stance(models.TextChoices):
        SILENT = "silent", _("has not said")
        TAKES_ON = "takes_on", _("takes it on")
        PARTLY = "partly", _("takes it on in part")
        DECLINES = "declines", _("does not take it on")

    labels = label(
        content="words says_who",
        operational="commitment powerholder office on stance source_url by at",
        kept="words says_who",
    )
    scope = "commitment__group__path"

    commitment = models.ForeignKey("commitments.Commitment", on_delete=models.CASCADE, related_name="+")
    powerholder = models.ForeignKey("power.Powerholder", on_delete=models.PROTECT, related_name="+")
    office = models.ForeignKey("power.Office", null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    on = models.DateField(_("since"))
    stance = models.CharField(_("how they stand to it"), max_length=8, choices=Stance, default=Stance.SILENT)
    words = models.CharField(_("in their words"), max_length=400, blank=True)
    says_who = models.CharField(_("who says so"), max_length=160, blank=True)
    source_url = models.URLField(_("its address"), max_length=300, blank=True)
    by = models.ForeignKey("people.Account", on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    objects = OfCommitmentQuerySet["Inheritance"].as_manager()

    class Meta:
        ordering = ["on", "id"]
        constraints = [
            models.CheckConstraint(name="a_stance_says_who_says_so", condition=Q(stance="silent") | ~Q(says_who=""))
        ]

    def __str__(self) -> str:
        return f"inherited {self.on}"
