"""An evaluation: what those who were there say after an event, feelings first."""

from typing import Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from m4c.core.labels import label
from m4c.core.models import Record
from m4c.events.permissions import PLAN_EVENTS
from m4c.people.models import Account


class EvaluationQuerySet(models.QuerySet["Evaluation"]):
    """Which evaluations."""

    def visible_to(self, account: Account) -> Self:
        """One's own, and those of events that one plans; never by somebody kept safe."""
        seen = account.sight.of_group("event__group", PLAN_EVENTS)
        if account.person_id:
            seen |= Q(person=account.person_id)
        return self.filter(seen, account.sight.unless_protected("person"))


class Evaluation(Record):
    """What one person says of an event: how they feel, what we learnt, who grew, what is next."""

    labels = label(content="feelings learnt grew next", operational="event person made_at changed_at")
    scope = "event__group__path"

    event = models.ForeignKey("events.Event", on_delete=models.CASCADE, related_name="+")
    person = models.ForeignKey("people.Person", on_delete=models.CASCADE, related_name="+")
    feelings = models.CharField(_("how do you feel?"), max_length=300)
    learnt = models.TextField(_("what did we learn?"), blank=True)
    grew = models.TextField(_("who grew?"), blank=True)
    next = models.TextField(_("what is next?"), blank=True)
    made_at = models.DateTimeField(auto_now_add=True)
    changed_at = models.DateTimeField(auto_now=True)

    objects = EvaluationQuerySet.as_manager()

    class Meta:
        ordering = ["made_at", "id"]
        constraints = [models.UniqueConstraint(fields=["event", "person"], name="one_evaluation_of_a_person")]

    def __str__(self) -> str:
        return f"evaluation {self.pk}"
