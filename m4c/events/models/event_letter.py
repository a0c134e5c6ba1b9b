"""Letters of an event to those coming: what each says, in the words of whoever plans it, and to whom it went."""

from typing import Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from m4c.core.labels import label
from m4c.core.models import Record
from m4c.events.permissions import PLAN_EVENTS, SEE_ATTENDANCE
from m4c.people.models import Account


class EventLetterQuerySet(models.QuerySet["EventLetter"]):
    """Which letters."""

    def visible_to(self, account: Account) -> Self:
        """Those of events that one plans."""
        return self.filter(account.sight.of_group("event__group", PLAN_EVENTS))


class EventLetter(Record):
    """A service message about an event, never an invitation to anything else; empty words mean our own."""

    class Kind(models.TextChoices):
        CONFIRMATION = "confirmation", _("you are coming")
        REMINDER = "reminder", _("it is soon")
        CHANGE = "change", _("something changed")
        CALLED_OFF = "called_off", _("it was called off")
        PLACE = "place", _("there is a place for you")
        THANKS = "thanks", _("thank you for coming")
        MISSED = "missed", _("we missed you")

    labels = label(
        content="subject words",
        operational="event kind sends_at approved_by approved_at changed_at",
        kept="subject words",
    )
    scope = "event__group__path"

    event = models.ForeignKey("events.Event", on_delete=models.CASCADE, related_name="+")
    kind = models.CharField(max_length=12, choices=Kind)
    subject = models.CharField(_("subject"), max_length=120, blank=True)
    words = models.TextField(_("words"), blank=True)
    sends_at = models.DateTimeField(_("when it goes"), null=True, blank=True)
    approved_by = models.ForeignKey("people.Account", null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    approved_at = models.DateTimeField(null=True, blank=True)
    changed_at = models.DateTimeField(auto_now=True)

    objects = EventLetterQuerySet.as_manager()

    class Meta:
        ordering = ["id"]
        constraints = [models.UniqueConstraint(fields=["event", "kind"], name="one_letter_of_a_kind")]
        indexes = [models.Index(fields=["sends_at"], condition=~Q(sends_at=None), name="letters_by_the_clock")]

    def __str__(self) -> str:
        return f"{self.kind}, event letter {self.pk}"


class LetterToSomebodyQuerySet(models.QuerySet["LetterToSomebody"]):
    """Which letters to people."""

    def visible_to(self, account: Account) -> Self:
        """Those of events of groups where one sees who came; never to somebody kept safe."""
        seen = account.sight.of_group("event__group", SEE_ATTENDANCE)
        return self.filter(seen, account.sight.unless_protected("person"))


class LetterToSomebody(models.Model):
    """That a letter of an event goes to somebody: once for each occasion, and what became of it."""

    class State(models.TextChoices):
        QUEUED = "queued", _("waiting to go")
        SENT = "sent", _("sent")
        HELD_BACK = "held_back", _("held back")
        FAILED = "failed", _("did not arrive")

    labels = label(operational="event person kind occasion state why queued_at settled_at")

    event = models.ForeignKey("events.Event", on_delete=models.CASCADE, related_name="+", db_index=False)
    person = models.ForeignKey("people.Person", on_delete=models.CASCADE, related_name="+")
    kind = models.CharField(max_length=12, choices=EventLetter.Kind)
    occasion = models.PositiveIntegerField(default=0)  # a change goes once for each sequence of the event
    state = models.CharField(max_length=9, choices=State, default=State.QUEUED)
    why = models.CharField(max_length=120, blank=True)
    queued_at = models.DateTimeField()
    settled_at = models.DateTimeField(null=True, blank=True)

    objects = LetterToSomebodyQuerySet.as_manager()

    class Meta:
        ordering = ["id"]
        verbose_name_plural = "letters to somebody"
        # A column with which one of these begins has no index of its own.
        constraints = [
            models.UniqueConstraint(fields=["event", "person", "kind", "occasion"], name="a_letter_goes_once")
        ]
        indexes = [models.Index(fields=["queued_at"], condition=Q(state="queued"), name="letters_that_wait")]

    def __str__(self) -> str:
        return f"{self.kind}, letter {self.pk}"
