"""A next step with somebody that came of no 1-2-1: what, whose it is, by when, and what became of it."""

from typing import TYPE_CHECKING, Self

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from m4c.core.labels import label
from m4c.core.models import Record
from m4c.people.permissions import SEE_PEOPLE

if TYPE_CHECKING:
    from m4c.people.models.account import Account


class NextStepQuerySet(models.QuerySet["NextStep"]):
    """Which next steps."""

    def visible_to(self, account: "Account") -> Self:
        """One's own to take, those one wrote down, and those of one's groups; never with or by somebody kept safe.

        One that is sealed is not its owner's to read until the person has said that it may be.
        """
        sight = account.sight
        seen = sight.of_group("group", SEE_PEOPLE) | Q(recorded_by=account.pk)
        if account.person_id:
            seen |= Q(owner=account.person_id, sealed_for=None)
        return self.filter(seen, sight.unless_protected("person"), sight.unless_protected("owner"))

    def to_take(self) -> Self:
        """Those that have not happened and were not dropped, the soonest first, those without a day last."""
        return self.filter(settled_on=None).order_by(F("due_on").asc(nulls_last=True), "pk")


class NextStep(Record):
    """What is to happen next with a person. It is settled by having happened, or by being dropped."""

    class Outcome(models.TextChoices):
        HAPPENED = "happened", _("happened")
        DROPPED = "dropped", _("dropped")

    labels = label(
        content="words",
        special="person owner",
        operational="group due_on recorded_by made_at settled_on outcome sealed_for",
    )
    scope = "group__path"

    person = models.ForeignKey("people.Person", on_delete=models.CASCADE, related_name="+", verbose_name=_("with"))
    owner = models.ForeignKey(
        "people.Person", on_delete=models.CASCADE, related_name="+", verbose_name=_("whose it is")
    )
    words = models.CharField(_("next step"), max_length=300)
    due_on = models.DateField(_("by"), null=True, blank=True)
    group = models.ForeignKey("people.Group", on_delete=models.PROTECT, related_name="+", verbose_name=_("group"))
    recorded_by = models.ForeignKey("people.Account", on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField(auto_now_add=True)
    settled_on = models.DateField(null=True, blank=True)
    outcome = models.CharField(max_length=8, choices=Outcome, blank=True)
    # Agreed in a 1-2-1 of somebody who left: the next contact reads it once the person has said that they may.
    sealed_for = models.ForeignKey(
        "people.HandedOver", null=True, blank=True, on_delete=models.CASCADE, related_name="+"
    )

    objects = NextStepQuerySet.as_manager()

    class Meta:
        ordering = ["due_on", "id"]
        constraints = [
            models.CheckConstraint(
                name="a_step_is_settled_somehow",
                condition=Q(settled_on=None, outcome="") | (Q(settled_on__isnull=False) & ~Q(outcome="")),
            )
        ]
        indexes = [
            models.Index(fields=["person", "due_on"], condition=Q(settled_on=None), name="steps_with_somebody"),
            models.Index(fields=["owner", "due_on"], condition=Q(settled_on=None), name="steps_of_somebody"),
        ]

    def __str__(self) -> str:
        return f"next step {self.pk}"
