"""A training session: an event where people are trained, in full or as a taster, and with which partner body."""

from typing import Self

from django.db import models
from django.db.models import OuterRef, Q
from django.utils.translation import gettext_lazy as _

from m4c.core.labels import label
from m4c.core.models import Record
from m4c.events.models import Attendance
from m4c.leaders.permissions import SEE_TRAINING
from m4c.people.models import Account, Group
from m4c.people.sight import within


class ProgrammeQuerySet(models.QuerySet["Programme"]):
    """Which programmes."""

    def visible_to(self, account: Account) -> Self:
        """Those of one's groups, and those of the movement itself."""
        return self.filter(account.sight.of_group("group", SEE_TRAINING) | Q(group__kind="movement"))


class Programme(Record):
    """A programme of training that sessions belong to, such as Future Leaders."""

    labels = label(operational="name group")
    scope = "group__path"

    name = models.CharField(_("name"), max_length=120)
    group = models.ForeignKey("people.Group", on_delete=models.PROTECT, related_name="+")

    objects = ProgrammeQuerySet.as_manager()

    class Meta:
        ordering = ["name", "id"]
        constraints = [models.UniqueConstraint(fields=["group", "name"], name="one_programme_of_a_name_in_a_group")]

    def __str__(self) -> str:
        return self.name


class TrainingSessionQuerySet(models.QuerySet["TrainingSession"]):
    """Which sessions."""

    def visible_to(self, account: Account) -> Self:
        """Those of one's groups, and those where one was trained oneself."""
        seen = account.sight.of_group("event__group", SEE_TRAINING)
        if account.person_id:
            seen |= Q(event__in=Attendance.objects.filter(person=account.person_id).values("event"))
        return self.filter(seen)

    def of_group(self, group: Group) -> Self:
        """Those of the group and of the groups below it."""
        return self.filter(within("event__group__path", group))

    def with_trained(self, account: Account) -> Self:
        """With `trained`, how many were there, but for those kept safe from the account: see `with_turnout`."""
        seen = Attendance.objects.present().filter(account.sight.unless_protected("person"))
        return self.annotate(trained=seen.filter(event=OuterRef("event")).as_number())

    def latest_first(self) -> Self:
        """In the order of the list."""
        return self.order_by("-event__starts_at", "-pk")

    def earlier_than(self, session: "TrainingSession") -> Self:
        """Those that come after this one in the list, whose event is given with it: the latest stands first."""
        at = session.event.starts_at
        return self.filter(Q(event__starts_at__lt=at) | Q(event__starts_at=at, pk__lt=session.pk))

    def later_than(self, session: "TrainingSession") -> Self:
        """Those that come before this one in the list, whose event is given with it."""
        at = session.event.starts_at
        return self.filter(Q(event__starts_at__gt=at) | Q(event__starts_at=at, pk__gt=session.pk))


class TrainingSession(Record):
    """What a training event adds: kind, programme, trainers, partner body."""

    class Kind(models.TextChoices):
        FULL = "full", _("full")
        TASTER = "taster", _("taster")

    labels = label(operational="event kind programme partner trainers")
    scope = "event__group__path"

    event = models.OneToOneField("events.Event", on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(_("kind"), max_length=8, choices=Kind)
    programme = models.ForeignKey(Programme, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    partner = models.ForeignKey(
        "people.Group",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("with which partner body"),
    )
    trainers = models.ManyToManyField("people.Person", blank=True, related_name="+", verbose_name=_("who trained"))

    objects = TrainingSessionQuerySet.as_manager()

    class Meta:
        ordering = ["-event__starts_at", "-id"]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}, session {self.pk}"


class TraineeStandingQuerySet(models.QuerySet["TraineeStanding"]):
    """Which standings."""

    def visible_to(self, account: Account) -> Self:
        """Those of attendances that the account may see."""
        return self.filter(attendance__in=Attendance.objects.visible_to(account))


class TraineeStanding(models.Model):
    """Whether a trainee was a member of the host organisation then, and when they joined afterwards."""

    labels = label(special="was_member joined_on", operational="attendance")
    scope = "attendance__event__group__path"

    attendance = models.OneToOneField("events.Attendance", on_delete=models.CASCADE, related_name="+")
    was_member = models.BooleanField(_("member of the host organisation then"))
    joined_on = models.DateField(_("joined on"), null=True, blank=True)

    objects = TraineeStandingQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="only_those_outside_join_afterwards", condition=Q(joined_on=None) | Q(was_member=False)
            )
        ]

    def __str__(self) -> str:
        return f"standing {self.pk}"
