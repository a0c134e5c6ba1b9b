"""That the safeguarding lead was told that something waits: once for each case and kind."""

from django.db import models
from django.db.models import Q

from m4c.core.labels import label
from m4c.people.models.group import Group


class SafetyNotice(models.Model):
    """One notice: of a press of keep safe, of one not confirmed in time, of a contact leaving, or of a referral."""

    class Kind(models.TextChoices):
        PRESSED = "pressed"
        OVERDUE = "overdue"
        REFERRED = "referred"
        LEAVING = "leaving"

    labels = label(operational="kind protection referral made_at")
    scope = "protection__group__path"

    kind = models.CharField(max_length=8, choices=Kind)
    protection = models.ForeignKey("people.Protection", null=True, on_delete=models.CASCADE, related_name="+")
    referral = models.ForeignKey("people.Referral", null=True, on_delete=models.CASCADE, related_name="+")
    made_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "protection"], condition=Q(referral=None), name="one_notice_of_a_protection"
            ),
            models.UniqueConstraint(
                fields=["kind", "referral"], condition=Q(protection=None), name="one_notice_of_a_referral"
            ),
            models.CheckConstraint(
                name="notice_is_of_one_case",
                condition=Q(protection=None, referral__isnull=False) | Q(protection__isnull=False, referral=None),
            ),
        ]

    def __str__(self) -> str:
        return f"notice {self.pk}"

    @property
    def group(self) -> Group:
        """Whose safeguarding lead is told."""
        case = self.protection or self.referral
        assert case is not None
        return case.group
