"""A retention case: something that was kept longer than it should be, for somebody to decide about."""

from datetime import date
from typing import TYPE_CHECKING, Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from m4c.core.labels import label
from m4c.core.models import Record
from m4c.core.pages import beyond
from m4c.people.data_permissions import REVIEW_RETENTION
from m4c.people.models.protection import Protection

if TYPE_CHECKING:
    from m4c.people.models.account import Account


class RetentionCaseQuerySet(models.QuerySet["RetentionCase"]):
    """Which cases."""

    def visible_to(self, account: "Account") -> Self:
        """Those of the groups where the account decides, and of whoever is kept safe those she answers for alone."""
        sight = account.sight
        hers = Protection.objects.active().in_charge_of(account).values("person")
        seen = sight.of_group("group", REVIEW_RETENTION) & sight.unless_protected("person")
        return self.filter(seen | Q(person__in=hers))

    def of(self, protection: Protection) -> Self:
        """Those of one who is kept safe."""
        return self.filter(person=protection.person_id)

    def of_kept_safe(self) -> Self:
        """Those of people who are kept safe."""
        return self.filter(person__in=Protection.objects.active().values("person"))

    def waiting(self) -> Self:
        """Those that nobody has decided."""
        return self.filter(decided_at=None)

    def kept_until_after(self, day: date) -> Self:
        """Those that are kept on until later than a day."""
        return self.filter(decision=RetentionCase.Decision.KEEP, keep_until__gt=day)

    def after(self, case: "RetentionCase") -> Self:
        """Those that come after this one in the order of the queue."""
        return self.filter(beyond(case, "since"))

    def before(self, case: "RetentionCase") -> Self:
        """Those that come before this one in the order of the queue."""
        return self.filter(beyond(case, "-since"))


class RetentionCase(Record):
    """That a rule found something of a person, since when, and what became of it. Nothing goes by itself."""

    class Decision(models.TextChoices):
        KEEP = "keep", _("keep it on")
        ERASE = "erase", _("erase it")
        ASK = "ask", _("ask them")

    labels = label(
        content="reason", operational="rule person group since found_at decision keep_until decided_by decided_at"
    )
    scope = "group__path"

    rule = models.CharField(max_length=40)  # a name in RETENTION_RULES
    person = models.ForeignKey("people.Person", on_delete=models.CASCADE, related_name="+")
    group = models.ForeignKey("people.Group", on_delete=models.PROTECT, related_name="+")
    since = models.DateField()  # the day from which the rule counts
    found_at = models.DateTimeField()
    decision = models.CharField(_("what is to happen"), max_length=5, choices=Decision, blank=True)
    reason = models.CharField(_("why"), max_length=300, blank=True)
    keep_until = models.DateField(_("until"), null=True, blank=True)
    decided_by = models.ForeignKey("people.Account", null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    decided_at = models.DateTimeField(null=True, blank=True)

    objects = RetentionCaseQuerySet.as_manager()

    class Meta:
        ordering = ["since", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["rule", "person"], condition=Q(decided_at=None), name="one_waiting_case_of_a_rule"
            ),
            models.CheckConstraint(
                name="case_is_decided_by_somebody",
                condition=Q(decided_at=None, decided_by=None, decision="")
                | Q(decided_at__isnull=False, decided_by__isnull=False) & ~Q(decision=""),
            ),
            models.CheckConstraint(
                name="kept_on_with_a_reason_until_a_day",
                condition=~Q(decision="keep") | Q(keep_until__isnull=False) & ~Q(reason=""),
            ),
        ]
        indexes = [models.Index(fields=["since", "id"], condition=Q(decided_at=None), name="cases_to_decide")]

    def __str__(self) -> str:
        return f"retention case {self.pk}, {self.rule}"
