"""An event: any gathering at a time."""

from datetime import datetime
from typing import Self

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from m4c.core.labels import label
from m4c.core.models import Record
from m4c.events.permissions import SEE_EVENTS
from m4c.people.models import Account


class EventQuerySet(models.QuerySet["Event"]):
    """Which events."""

    def visible_to(self, account: Account) -> Self:
        """Events of one's groups, those open to the public, and those one is down for."""
        seen = account.sight.of_group("group", SEE_EVENTS) | Q(visibility=Event.Visibility.PUBLIC)
        if account.person_id:
            from m4c.events.models.attendance import Attendance  # attendance points here

            seen |= Q(pk__in=Attendance.objects.filter(person=account.person_id).values("event"))
        return self.filter(seen)

    def held(self, before: datetime) -> Self:
        """Those that began before then and were not cancelled."""
        return self.filter(starts_at__lt=before, cancelled_at=None)


class Event(Record):
    """A gathering: what kind, whose, when and where."""

    class Kind(models.TextChoices):
        TRAINING = "training", _("training")
        HOUSE_MEETING = "house_meeting", _("house meeting")
        PUBLIC_MEETING = "public_meeting", _("public meeting")
        COMMITTEE = "committee", _("committee meeting")
        RESEARCH = "research", _("research meeting")
        PUBLIC_ACTION = "public_action", _("public action")
        ASSEMBLY = "assembly", _("assembly")
        SOCIAL = "social", _("social")
        STALL = "stall", _("stall")
        NEGOTIATION = "negotiation", _("negotiation")
        OTHERS = "others", _("someone else's meeting")

    class Visibility(models.TextChoices):
        PUBLIC = "public", _("everybody")
        GROUP = "group", _("the group")
        INVITED = "invited", _("those invited")

    labels = label(
        special="title place postcode",
        operational="kind group starts_at ends_at visibility cancelled_at made_at",
        kept="title place postcode",
    )
    scope = "group__path"

    kind = models.CharField(_("kind"), max_length=16, choices=Kind)
    title = models.CharField(_("title"), max_length=200)
    group = models.ForeignKey("people.Group", on_delete=models.PROTECT, related_name="+", verbose_name=_("group"))
    starts_at = models.DateTimeField(_("starts"))
    ends_at = models.DateTimeField(_("ends"), null=True, blank=True)
    place = models.CharField(_("place"), max_length=200, blank=True)
    postcode = models.CharField(_("postcode"), max_length=8, blank=True)
    visibility = models.CharField(_("who may see it"), max_length=8, choices=Visibility, default=Visibility.GROUP)
    cancelled_at = models.DateTimeField(null=True, blank=True)
    made_at = models.DateTimeField(auto_now_add=True)

    objects = EventQuerySet.as_manager()

    class Meta:
        ordering = ["-starts_at", "-id"]
        indexes = [
            models.Index(fields=["group", "starts_at"], name="events_of_a_group"),
            models.Index(fields=["kind", "starts_at"], name="events_of_a_kind"),
        ]
        constraints = [
            models.CheckConstraint(
                name="event_ends_after_it_starts", condition=Q(ends_at=None) | Q(ends_at__gt=F("starts_at"))
            )
        ]

    def __str__(self) -> str:
        return self.title
