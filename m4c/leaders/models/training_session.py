"""A training session: an event where people are trained, in full or as a taster, and with which partner body."""

from typing import Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from m4c.core.labels import label
from m4c.core.models import Record
from m4c.leaders.permissions import SEE_TRAINING
from m4c.people.models import Account


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
        """Those of one's groups."""
        return self.filter(account.sight.of_group("event__group", SEE_TRAINING))


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


class TraineeStanding(models.Model):
    """Whether a trainee was a member of the host organisation then, and when they joined afterwards."""

    labels = label(special="was_member joined_on", operational="attendance")
    scope = "attendance__event__group__path"

    attendance = models.OneToOneField("events.Attendance", on_delete=models.CASCADE, related_name="+")
    was_member = models.BooleanField(_("member of the host organisation then"))
    joined_on = models.DateField(_("joined on"), null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="only_those_outside_join_afterwards", condition=Q(joined_on=None) | Q(was_member=False)
            )
        ]

    def __str__(self) -> str:
        return f"standing {self.pk}"
