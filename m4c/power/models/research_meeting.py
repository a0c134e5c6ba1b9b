"""A research meeting: meeting somebody who knows or holds power, to learn. It is no approach and starts no clock."""

from typing import Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from m4c.core.labels import label
from m4c.core.models import Record
from m4c.people.models import Account
from m4c.power.permissions import SEE_RESEARCH


class ResearchMeetingQuerySet(models.QuerySet["ResearchMeeting"]):
    """Which research meetings."""

    def visible_to(self, account: Account) -> Self:
        """Those of one's groups."""
        return self.filter(account.sight.of_group("group", SEE_RESEARCH))

    def after(self, meeting: "ResearchMeeting") -> Self:
        """Those that come after this one in the list: held before it."""
        return self.filter(Q(held_on__lt=meeting.held_on) | Q(held_on=meeting.held_on, pk__lt=meeting.pk))

    def before(self, meeting: "ResearchMeeting") -> Self:
        """Those that come before this one in the list: held after it."""
        return self.filter(Q(held_on__gt=meeting.held_on) | Q(held_on=meeting.held_on, pk__gt=meeting.pk))


class ResearchMeeting(Record):
    """With whom a group met to learn, what it asked, what it learnt, what moves them, and whom to meet next."""

    labels = label(
        content="whom role asked learnt interest next_words",
        operational="group event powerholder held_on made_by made_at",
        kept="whom role asked learnt interest next_words",
    )
    scope = "group__path"

    group = models.ForeignKey("people.Group", on_delete=models.PROTECT, related_name="+", verbose_name=_("group"))
    event = models.OneToOneField("events.Event", null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    powerholder = models.ForeignKey(
        "power.Powerholder", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    whom = models.CharField(_("with whom, if not a powerholder of ours"), max_length=120, blank=True)
    role = models.CharField(_("their role"), max_length=120, blank=True)
    held_on = models.DateField(_("held on"))
    asked = models.TextField(_("what we asked"), max_length=2_000, blank=True)
    learnt = models.TextField(_("what we learnt"), max_length=4_000)
    interest = models.TextField(_("what matters to them in their role"), max_length=1_000, blank=True)
    next_words = models.CharField(_("whom to meet next"), max_length=300, blank=True)
    made_by = models.ForeignKey("people.Account", on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField()

    objects = ResearchMeetingQuerySet.as_manager()

    class Meta:
        ordering = ["-held_on", "-id"]
        constraints = [
            models.CheckConstraint(
                name="research_is_with_somebody", condition=Q(powerholder__isnull=False) | ~Q(whom="")
            )
        ]

    def __str__(self) -> str:
        return f"research meeting {self.pk}"
