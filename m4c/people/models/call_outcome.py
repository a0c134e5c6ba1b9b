"""What came of ringing somebody from a call list: one answer for each of those listed."""

from typing import TYPE_CHECKING, Self

from django.db import models
from django.utils.translation import gettext_lazy as _

from m4c.core.labels import label
from m4c.people.permissions import SEE_PEOPLE

if TYPE_CHECKING:
    from m4c.people.models.account import Account


class CallOutcomeQuerySet(models.QuerySet["CallOutcome"]):
    """Which outcomes."""

    def visible_to(self, account: "Account") -> Self:
        """Those of calls that one made oneself, and those of one's groups; of nobody kept safe."""
        seen = account.sight.of_group("group", SEE_PEOPLE) | models.Q(by=account.pk)
        return self.filter(seen, account.sight.unless_protected("person"))

    def reached(self) -> Self:
        """Those who answered."""
        return self.filter(outcome=CallOutcome.Outcome.REACHED)


class CallOutcome(models.Model):
    """One call, by whoever the list is for. What else they said is no part of it: that is a note, or a consent."""

    class Outcome(models.TextChoices):
        REACHED = "reached", _("reached")
        NOT_REACHED = "missed", _("not reached")
        NEVER_AGAIN = "never", _("do not ring again")

    labels = label(special="person", operational="call_list group outcome at by")
    scope = "group__path"

    call_list = models.ForeignKey("people.PeopleExport", on_delete=models.CASCADE, related_name="+")
    person = models.ForeignKey("people.Person", on_delete=models.CASCADE, related_name="+")
    group = models.ForeignKey("people.Group", on_delete=models.PROTECT, related_name="+")
    outcome = models.CharField(_("what came of it"), max_length=8, choices=Outcome)
    at = models.DateTimeField(_("when"))
    by = models.ForeignKey("people.Account", on_delete=models.PROTECT, related_name="+")

    objects = CallOutcomeQuerySet.as_manager()

    class Meta:
        ordering = ["-at", "-id"]
        constraints = [models.UniqueConstraint(fields=["call_list", "person"], name="one_outcome_of_a_call")]

    def __str__(self) -> str:
        return f"outcome {self.pk}"
