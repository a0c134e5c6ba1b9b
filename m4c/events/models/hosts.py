"""Who holds an event beside its group: co-hosting groups, a body outside, and who does which part of it."""

from typing import Self, TypeVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from m4c.core.labels import label
from m4c.core.models import Record
from m4c.events.models.event import Event
from m4c.people.models import Account

Row = TypeVar("Row", bound=models.Model)


class OfEventQuerySet(models.QuerySet[Row]):
    """Rows of an event that whoever sees it sees."""

    def visible_to(self, account: Account) -> Self:
        """Those of the events one sees."""
        return self.filter(event__in=Event.objects.visible_to(account))


class CoHost(models.Model):
    """A group that holds an event together with the one whose it is."""

    labels = label(operational="event group")

    event = models.ForeignKey("events.Event", on_delete=models.CASCADE, related_name="+")
    group = models.ForeignKey("people.Group", on_delete=models.PROTECT, related_name="+")

    objects = OfEventQuerySet["CoHost"].as_manager()

    class Meta:
        ordering = ["id"]
        constraints = [models.UniqueConstraint(fields=["event", "group"], name="a_group_hosts_an_event_once")]

    def __str__(self) -> str:
        return f"co-host {self.pk}"


class OutsideHost(models.Model):
    """Somebody else's meeting: whose, who chairs it, who sits on its panel. Public roles, as their programme says."""

    labels = label(operational="event body", identity="chair panel", kept="chair panel")

    event = models.OneToOneField("events.Event", on_delete=models.CASCADE, related_name="+")
    body = models.CharField(_("who holds it"), max_length=200)
    chair = models.CharField(_("who chairs it"), max_length=120, blank=True)
    panel = models.TextField(_("who sits on its panel, one a line"), blank=True)

    objects = OfEventQuerySet["OutsideHost"].as_manager()

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return self.body


class EventRoleQuerySet(OfEventQuerySet["EventRole"]):
    """Which parts."""

    def visible_to(self, account: Account) -> Self:
        """Those of the events one sees; never of somebody kept safe."""
        return super().visible_to(account).filter(account.sight.unless_protected("person") | Q(person=None))


class EventRole(Record):
    """Who does which part of an event."""

    class Part(models.TextChoices):
        CHAIR = "chair", _("chair")
        WELCOME = "welcome", _("welcome")
        NOTES = "notes", _("notes")
        TIME = "time", _("time")
        FOOD = "food", _("food")
        DOOR = "door", _("door")
        SPEAKER = "speaker", _("speaker")
        INTERPRETER = "interpreter", _("interpreter")
        OTHER = "other", _("something else")

    labels = label(special="person words", operational="event part made_at")
    scope = "event__group__path"

    event = models.ForeignKey("events.Event", on_delete=models.CASCADE, related_name="+")
    part = models.CharField(_("part"), max_length=12, choices=Part)
    words = models.CharField(_("in words"), max_length=120, blank=True)
    person = models.ForeignKey(  # without one, the part waits for somebody
        "people.Person", null=True, blank=True, on_delete=models.CASCADE, related_name="+", verbose_name=_("who")
    )
    made_at = models.DateTimeField(auto_now_add=True)

    objects = EventRoleQuerySet.as_manager()

    class Meta:
        ordering = ["id"]
        constraints = [models.UniqueConstraint(fields=["event", "part", "words", "person"], name="a_part_once_each")]

    def __str__(self) -> str:
        return f"{self.part}, event role {self.pk}"
