"""A job: what somebody took on, and by when."""

from datetime import date
from typing import Self

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from m4c.core.labels import label
from m4c.core.models import Record
from m4c.events.models.event import Event
from m4c.events.permissions import SEE_EVENTS
from m4c.people.models import Account, Group
from m4c.people.sight import within


class JobQuerySet(models.QuerySet["Job"]):
    """Which jobs."""

    def visible_to(self, account: Account) -> Self:
        """Those of one's groups, but for those of events one may not see, and one's own.

        A job that somebody kept safe took stays on the list: whoever shows it asks for names apart (people/naming.py).
        """
        of_events = Q(event=None) | Q(event__in=Event.objects.visible_to(account))
        seen = account.sight.of_group("group", SEE_EVENTS) & of_events
        if account.person_id:
            seen |= Q(taken_by=account.person_id)
        return self.filter(seen)

    def of_group(self, group: Group) -> Self:
        """Those of the group and of the groups below it."""
        return self.filter(within("group__path", group))

    def after(self, job: "Job") -> Self:
        """Those that come after this one in a list of what is to be done."""
        if job.due_on is None:
            return self.filter(due_on=None, pk__gt=job.pk)
        return self.filter(Q(due_on__gt=job.due_on) | Q(due_on=job.due_on, pk__gt=job.pk) | Q(due_on=None))

    def before(self, job: "Job") -> Self:
        """Those that come before this one there."""
        if job.due_on is None:
            return self.filter(Q(due_on=None, pk__lt=job.pk) | Q(due_on__isnull=False))
        return self.filter(Q(due_on__lt=job.due_on) | Q(due_on=job.due_on, pk__lt=job.pk))

    def to_do(self) -> Self:
        """Those neither done nor dropped, the soonest first, those without a day last."""
        return self.filter(settled_at=None).order_by(F("due_on").asc(nulls_last=True), "pk")


class Job(Record):
    """What is to be done for a group or for one of its events, who took it, by when, and what became of it."""

    class Outcome(models.TextChoices):
        DONE = "done", _("done")
        DROPPED = "dropped", _("dropped")

    labels = label(
        content="what",
        special="taken_by",
        operational="group event due_on taken_at settled_at settled_by outcome decided_at_item made_by made_at",
        kept="what",
    )
    scope = "group__path"

    group = models.ForeignKey("people.Group", on_delete=models.PROTECT, related_name="+", verbose_name=_("group"))
    event = models.ForeignKey(
        "events.Event", null=True, blank=True, on_delete=models.PROTECT, related_name="+", verbose_name=_("event")
    )
    what = models.CharField(_("what is to be done"), max_length=300)
    taken_by = models.ForeignKey(
        "people.Person", null=True, blank=True, on_delete=models.SET_NULL, related_name="+", verbose_name=_("who")
    )
    taken_at = models.DateTimeField(null=True, blank=True)
    due_on = models.DateField(_("by when"), null=True, blank=True)
    settled_at = models.DateTimeField(null=True, blank=True)
    settled_by = models.ForeignKey("people.Account", null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    outcome = models.CharField(max_length=7, choices=Outcome, blank=True)
    decided_at_item = models.ForeignKey(  # where a meeting gave it out
        "events.AgendaItem", null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    made_by = models.ForeignKey("people.Account", on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField(auto_now_add=True)

    objects = JobQuerySet.as_manager()

    class Meta:
        ordering = ["due_on", "id"]
        constraints = [
            models.CheckConstraint(
                name="a_job_is_settled_somehow",
                condition=Q(settled_at=None, outcome="") | (Q(settled_at__isnull=False) & ~Q(outcome="")),
            )
        ]
        indexes = [
            models.Index(fields=["group", "due_on"], condition=Q(settled_at=None), name="jobs_of_a_group"),
            models.Index(fields=["taken_by", "due_on"], condition=Q(settled_at=None), name="jobs_of_somebody"),
        ]

    def __str__(self) -> str:
        return self.what

    def is_overdue(self, today: date) -> bool:
        """Whether its day went by and it is neither done nor dropped."""
        return self.settled_at is None and self.due_on is not None and self.due_on < today
