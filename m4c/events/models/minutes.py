"""What a meeting talks about and decides: its agenda, its decisions, and the minutes that the next one approves."""

from typing import Self, TypeVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from m4c.core.labels import label
from m4c.core.models import Record
from m4c.events.models.event import Event
from m4c.events.permissions import SEE_EVENTS
from m4c.people.models import Account

Row = TypeVar("Row", bound=models.Model)


class MeetingQuerySet(models.QuerySet[Row]):
    """Rows of what a meeting talked about: for its group's own people, also where strangers may see the event."""

    def visible_to(self, account: Account) -> Self:
        """Those of the events one sees in one's own groups."""
        own = account.sight.of_group("event__group", SEE_EVENTS)
        return self.filter(own, event__in=Event.objects.visible_to(account))


class AgendaItemQuerySet(MeetingQuerySet["AgendaItem"]):
    """Which items."""

    def open(self) -> Self:
        """Those that come up again until they are settled."""
        return self.filter(closed_at=None)


class AgendaItem(Record):
    """One thing a meeting talks about. What stays open comes up again at the next."""

    labels = label(
        content="title notes", operational="event position minutes came_from closed_at made_at", kept="title"
    )
    scope = "event__group__path"

    event = models.ForeignKey("events.Event", on_delete=models.CASCADE, related_name="+")
    position = models.PositiveSmallIntegerField(_("place on the agenda"))
    title = models.CharField(_("what we talk about"), max_length=200)
    minutes = models.PositiveSmallIntegerField(_("minutes"), null=True, blank=True)  # how long
    came_from = models.ForeignKey("self", null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    notes = models.TextField(_("what was said"), blank=True)
    closed_at = models.DateTimeField(null=True, blank=True)  # settled: it does not come up again
    made_at = models.DateTimeField(auto_now_add=True)

    objects = AgendaItemQuerySet.as_manager()

    class Meta:
        ordering = ["position", "id"]
        indexes = [models.Index(fields=["event", "position"], name="agenda_of_an_event")]
        constraints = [
            models.UniqueConstraint(fields=["event", "came_from"], name="an_item_comes_up_again_once_a_meeting")
        ]

    def __str__(self) -> str:
        return self.title


class Decision(Record):
    """What a meeting decided, in its words."""

    labels = label(content="words", operational="event item made_at", kept="words")
    scope = "event__group__path"

    event = models.ForeignKey("events.Event", on_delete=models.CASCADE, related_name="+")
    item = models.ForeignKey(AgendaItem, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    words = models.TextField(_("what was decided"))
    made_at = models.DateTimeField(auto_now_add=True)

    objects = MeetingQuerySet["Decision"].as_manager()

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return f"decision {self.pk}"


class Minutes(Record):
    """The minutes of a meeting: whose they are, when they were ready, and which later meeting approved them."""

    labels = label(
        content="amendments",
        operational="event written_by ready_at approved_at_event approved_at",
        kept="amendments",
    )
    scope = "event__group__path"

    event = models.OneToOneField("events.Event", on_delete=models.CASCADE, related_name="+")
    written_by = models.ForeignKey("people.Account", on_delete=models.PROTECT, related_name="+")
    ready_at = models.DateTimeField(null=True, blank=True)
    approved_at_event = models.ForeignKey(
        "events.Event", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    approved_at = models.DateTimeField(null=True, blank=True)
    amendments = models.TextField(_("what was put right before they were approved"), blank=True)

    objects = MeetingQuerySet["Minutes"].as_manager()

    class Meta:
        ordering = ["id"]
        verbose_name_plural = "minutes"
        constraints = [
            models.CheckConstraint(
                name="minutes_are_approved_at_a_meeting",
                condition=Q(approved_at=None, approved_at_event=None)
                | Q(approved_at__isnull=False, approved_at_event__isnull=False, ready_at__isnull=False),
            )
        ]

    def __str__(self) -> str:
        return f"minutes {self.pk}"
