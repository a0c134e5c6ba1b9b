"""Attendance: a person at an event, from listed to came, and who brought them."""

from typing import Self

from django.db import models
from django.db.models import Count, F, Q, Subquery
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _

from m4c.core.labels import label
from m4c.core.models import Record
from m4c.events.permissions import SEE_ATTENDANCE
from m4c.people.models import Account


class AttendanceQuerySet(models.QuerySet["Attendance"]):
    """Which attendances."""

    def visible_to(self, account: Account) -> Self:
        """Those at events of one's groups, one's own and of whom one brought or asks; never of the protected."""
        seen = account.sight.of_group("event__group", SEE_ATTENDANCE)
        if account.person_id:
            own = account.person_id
            seen |= Q(person=own) | Q(brought_by=own) | Q(asked_by=own)
        return self.filter(seen, account.sight.unless_protected("person"))

    def by_name(self) -> Self:
        """In the order of lists of people."""
        return self.order_by("person__sort_name", "person_id")

    def after(self, attendance: "Attendance") -> Self:
        """Those whose people come after this one's, who is given with it."""
        name = attendance.person.sort_name
        return self.filter(Q(person__sort_name__gt=name) | Q(person__sort_name=name, person__gt=attendance.person_id))

    def before(self, attendance: "Attendance") -> Self:
        """Those whose people come before this one's, who is given with it."""
        name = attendance.person.sort_name
        return self.filter(Q(person__sort_name__lt=name) | Q(person__sort_name=name, person__lt=attendance.person_id))

    def present(self) -> Self:
        """Those who were there."""
        return self.filter(state__in=Attendance.State.present())

    def as_number(self) -> Coalesce:
        """How many these are, of the one event that a query around this one stands at: a column for it."""
        return Coalesce(Subquery(self.order_by().values("event").annotate(number=Count("pk")).values("number")), 0)


class Attendance(Record):
    """A person at an event. `maybe` counts as no."""

    class State(models.TextChoices):
        LISTED = "listed", _("listed")
        ASKED = "asked", _("asked")
        YES = "yes", _("yes")
        MAYBE = "maybe", _("maybe")
        NO = "no", _("no")
        CONFIRMED = "confirmed", _("confirmed")
        CAME = "came", _("came")
        DID_NOT_COME = "did_not_come", _("didn't come")
        WALK_IN = "walk_in", _("walk-in")

        @classmethod
        def present(cls) -> list[str]:
            """States that mean that the person was there."""
            return [cls.CAME, cls.WALK_IN]

    labels = label(special="state", operational="event person brought_by asked_by made_at", kept="state")
    scope = "event__group__path"

    event = models.ForeignKey("events.Event", on_delete=models.PROTECT, related_name="attendances", db_index=False)
    person = models.ForeignKey("people.Person", on_delete=models.CASCADE, related_name="+")
    state = models.CharField(_("state"), max_length=12, choices=State)
    brought_by = models.ForeignKey(
        "people.Person",
        db_index=False,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("brought by"),
    )
    asked_by = models.ForeignKey(  # whose list they are on for this event
        "people.Person",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("asked by"),
    )
    made_at = models.DateTimeField(auto_now_add=True)

    objects = AttendanceQuerySet.as_manager()

    class Meta:
        ordering = ["id"]
        # A column with which one of these begins has no index of its own.
        constraints = [
            models.UniqueConstraint(fields=["event", "person"], name="one_attendance_of_a_person"),
            models.CheckConstraint(
                name="nobody_brings_themselves", condition=Q(brought_by=None) | ~Q(brought_by=F("person"))
            ),
        ]
        indexes = [
            models.Index(fields=["brought_by", "event"], name="brought_to_an_event"),
            models.Index(fields=["event", "asked_by"], name="whom_somebody_asks"),
            models.Index(fields=["event", "state", "person"], name="who_came_to_an_event"),  # reports read it alone
        ]

    def __str__(self) -> str:
        return f"{self.state}, attendance {self.pk}"

    @property
    def was_there(self) -> bool:
        """Whether the person came, expected or not."""
        return self.state in self.State.present()
