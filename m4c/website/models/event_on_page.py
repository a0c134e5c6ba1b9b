"""The event that a page refers to: shown there for as long as everybody may know of it."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from m4c.events.models import Event
from m4c.events.public import public_events


class RefersToEvent(models.Model):
    """A page that belongs to an event: a story told there, news of it."""

    event = models.ForeignKey(
        "events.Event",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("event"),
        help_text=_("Shown on the page for as long as everybody may know of it and it is not called off."),
    )

    class Meta:
        abstract = True

    def shown_event(self) -> Event | None:
        """The event, unless it is no longer for everybody to know of, or was called off."""
        return public_events().filter(pk=self.event_id, cancelled_at=None).first() if self.event_id else None
